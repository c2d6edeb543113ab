from collections.abc import Callable
from typing import Any

import pytest

from ranking.evaluation.matching import Match
from ranking.evaluation.outcome import Found, Passage
from ranking.evaluation.proofs import proofs
from ranking.evaluation.truth import Cell, Proof, Step

MakeMatch = Callable[..., Match]
MakePassage = Callable[..., Passage]
FiguresOf = Callable[..., dict[str, Any]]
PROOF = Proof(file="CV, Berg.pdf", page=1, quote="Lie groups, grade A", level=Step.COURSEWORK)


def cell(*proof: Proof) -> dict[str, Cell]:
    return {"group_theory": Cell(level=Step.COURSEWORK, proof=proof)}


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        pytest.param({}, 1, id="the same place"),
        pytest.param({"page": 2}, 0, id="another page"),
        pytest.param({"file": "Berg_Ada/letter.pdf"}, 0, id="another file"),
        pytest.param({"criterion": "statistics"}, 0, id="another area"),
        pytest.param({"step": Step.MENTION}, 0, id="a weak level"),
        pytest.param({"quote": "Lie algebras"}, 0, id="one word in common"),
    ],
)
def test_found(
    fields: dict[str, object],
    found: int,
    make_match: MakeMatch,
    make_passage: MakePassage,
    figures_of: FiguresOf,
) -> None:
    who = Found(candidate="C001", passages=(make_passage(**fields),))
    section = proofs([make_match(who, areas=cell(PROOF))])
    assert figures_of(section) == {"gold_proof_pages": 1, "gold_proof_pages_found": found}
    assert len(section.remarks) == 1 - found


def test_weak_proofs_are_not_looked_for(make_match: MakeMatch, figures_of: FiguresOf) -> None:
    weak = Proof(file="CV, Berg.pdf", page=1, quote="fond of groups", level=Step.INTEREST)
    figures = figures_of(proofs([make_match(areas=cell(weak, PROOF))]))
    assert figures == {"gold_proof_pages": 1, "gold_proof_pages_found": 0}
