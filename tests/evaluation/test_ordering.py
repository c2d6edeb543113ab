from collections.abc import Callable
from typing import Any

import pytest

from ranking.evaluation.matching import Match
from ranking.evaluation.ordering import ordering, tier_agreement, top_overlap
from ranking.evaluation.outcome import Found
from ranking.evaluation.truth import Expert

MakeMatch = Callable[..., Match]
FiguresOf = Callable[..., dict[str, Any]]
ORDER = ("t1", "t2", "t3", "t4", "t5", "t6")
EXPERT = Expert(
    consensus_order=ORDER,
    tiers={"B": ("t3", "t4"), "A": ("t1", "t2"), "ineligible": ("t5", "t6")},
)


def totals(*values: float | None) -> dict[str, float | None]:
    return dict(zip(ORDER, values, strict=True))


def test_the_experts_own_order(make_match: MakeMatch, figures_of: FiguresOf) -> None:
    matches = [
        make_match(Found(candidate=one, total=total), id=one)
        for one, total in totals(90, 80, 70, 60, 50, 40).items()
    ]
    assert figures_of(ordering(matches, EXPERT)) == {
        "ranked": 6,
        "kendall_tau_expert": 1,
        "tier_agreement": 1,
        "top4_overlap": 4,
    }


def test_a_missing_applicant_is_not_ranked(make_match: MakeMatch, figures_of: FiguresOf) -> None:
    matches = [make_match(id=ORDER[0])]
    matches += [
        make_match(Found(candidate=one, total=50.0 - place), id=one)
        for place, one in enumerate(ORDER[1:])
    ]
    figures = figures_of(ordering(matches, EXPERT))
    assert figures["ranked"] == 5
    assert figures["kendall_tau_expert"] == 1
    assert figures["tier_agreement"] == 0
    assert figures["top4_overlap"] == 3


@pytest.mark.parametrize(
    ("values", "agreement"),
    [
        pytest.param((4, 3, 2, 1, 9, 9), 1, id="agrees"),
        pytest.param((1, 2, 3, 4, 0, 0), -1, id="upside down"),
        pytest.param((4, 1, 1, 2, 0, 0), 0.25, id="a tie counts for nothing"),
        pytest.param((4, None, 2, 1, 0, 0), 0, id="no total is the worst"),
    ],
)
def test_tiers(values: tuple[float | None, ...], agreement: float) -> None:
    assert tier_agreement(totals(*values), EXPERT) == agreement


def test_no_tiers(make_match: MakeMatch, figures_of: FiguresOf) -> None:
    expert = Expert(consensus_order=("t01",))
    assert tier_agreement({"t01": 50.0}, expert) == 0
    assert "tier_agreement" not in figures_of(ordering([make_match()], expert))


@pytest.mark.parametrize(
    ("values", "overlap"),
    [
        pytest.param((1, 2, 3, 4, 5, 6), 2, id="upside down"),
        pytest.param((6, 6, 6, 6, 6, 6), 4, id="ties fall as the experts say"),
        pytest.param((None, 5, 4, 3, 2, 1), 3, id="no total is the last"),
        pytest.param((None, 0, 0, 0, 0, 0), 3, id="even behind zero"),
    ],
)
def test_top(values: tuple[float | None, ...], overlap: int) -> None:
    assert top_overlap(totals(*values), EXPERT) == overlap
