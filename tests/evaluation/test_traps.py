from collections.abc import Callable
from typing import Any

import pytest

from ranking.evaluation.matching import Match
from ranking.evaluation.outcome import Found, Passage
from ranking.evaluation.traps import traps, wordings_of
from ranking.evaluation.truth import Cell, Step

MakeMatch = Callable[..., Match]
MakePassage = Callable[..., Passage]
FiguresOf = Callable[..., dict[str, Any]]
TRAP = "'the working group on safety' -- a committee"


@pytest.mark.parametrize(
    ("trap", "wordings"),
    [
        pytest.param("'My own group' -- the referee's", {"myowngroup"}, id="quoted"),
        pytest.param("'the referee's own' -- his", {"thereferee'sown"}, id="apostrophe within"),
        pytest.param("'first words', 'other words' -- why", {"firstwords", "otherwords"}, id="two"),
        pytest.param("group theory of teams \u2014 a joke", {"grouptheoryofteams"}, id="no quotes"),
        pytest.param("'a word' -- 'longer words than that'", set(), id="too short"),
    ],
)
def test_wordings(trap: str, wordings: set[str]) -> None:
    assert wordings_of(trap) == wordings


@pytest.mark.parametrize(
    ("passage", "sprung"),
    [
        pytest.param(("Member of the working group on safety", "mention"), 1, id="quote holds it"),
        pytest.param(("working group on", "thesis"), 1, id="part of it"),
        pytest.param(("Member of the working group on safety", "interest"), 0, id="not more"),
        pytest.param(("Lie groups and safety", "thesis"), 0, id="other words"),
        pytest.param(("group", "thesis"), 0, id="too short a quote"),
    ],
)
def test_sprung(
    passage: tuple[str, str],
    sprung: int,
    make_match: MakeMatch,
    make_passage: MakePassage,
    figures_of: FiguresOf,
) -> None:
    quote, level = passage
    found = Found(candidate="C001", passages=(make_passage(quote=quote, step=Step(level)),))
    cell = Cell(level=Step.NOTHING, also_acceptable=(Step.INTEREST,), traps=(TRAP,))
    section = traps([make_match(found, areas={"group_theory": cell})])
    assert figures_of(section) == {"traps": 1, "traps_counted_as_evidence": sprung}
    assert len(section.remarks) == sprung


def test_evidence_of_another_area_springs_nothing(
    make_match: MakeMatch, make_passage: MakePassage, figures_of: FiguresOf
) -> None:
    passage = make_passage(criterion="statistics", quote="the working group on safety")
    cell = Cell(level=Step.NOTHING, traps=(TRAP, "'short' -- no wording"))
    match = make_match(Found(candidate="C001", passages=(passage,)), areas={"group_theory": cell})
    assert figures_of(traps([match])) == {"traps": 1, "traps_counted_as_evidence": 0}
