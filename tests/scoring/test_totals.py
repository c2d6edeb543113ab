"""Worked examples of totals and places."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from ranking.model.assessment import Assessment, Dossier, RequirementCheck, Score, Verdict
from ranking.model.call import Call
from ranking.scoring.totals import could_be, formal_status, low, rank, total

SCORES = {
    "quantum_field_theory": 0.0,
    "group_theory": 5.0,  # x 1.5 = 7.5
    "statistics": 6.0,  # x 0.5 = 3
    "neural_networks": 3.0,  # x 1.5 = 4.5
    "machine_learning": 1.5,  # x 1 = 1.5, the fifth: does not count
    "programming": 6.0,  # x 0.5 = 3
    "research_interests": 4.0,  # x 2 = 8
    "problem_solving": None,
    "course_grades": 4.2,  # x 1
}
POINTS = 7.5 + 4.5 + 3 + 3 + 8 + 4.2
AREAS = 1.5 + 1.5 + 1 + 1  # the four largest weights, whichever areas count

Scores = tuple[Score, ...]


def scores_of(values: dict[str, float | None], cap: float = 6.0) -> Scores:
    return tuple(
        Score(criterion=name, value=value, could_be=cap if value is None else value)
        for name, value in values.items()
    )


def test_unknown_is_not_zero(call: Call) -> None:
    scores = scores_of(SCORES)
    assert total(scores, call) == pytest.approx(100 * POINTS / (6 * (AREAS + 2 + 1)), abs=1e-6)
    assert low(scores, call) == pytest.approx(100 * POINTS / (6 * (AREAS + 2 + 1 + 2)), abs=1e-6)
    best = POINTS + 6 * 2
    assert could_be(scores, call) == pytest.approx(100 * best / (6 * (AREAS + 5)), abs=1e-6)


def test_an_area_stays_in_the_denominator(call: Call) -> None:
    known = scores_of({**SCORES, "group_theory": 0.0})
    unknown = scores_of({**SCORES, "group_theory": None})
    assert total(unknown, call) == total(known, call)
    assert could_be(unknown, call) > could_be(known, call)


def test_a_specialist_reaches_the_top(call: Call) -> None:
    four = ("group_theory", "neural_networks", "machine_learning", "quantum_field_theory")
    others = ("research_interests", "problem_solving", "course_grades")
    scores: dict[str, float | None] = {
        name: 6.0 if name in {*four, *others} else 0.0 for name in SCORES
    }
    assert total(scores_of(scores), call) == 100.0


def test_the_best_weighted_areas_count_not_the_heaviest(call: Call) -> None:
    light = scores_of({**dict.fromkeys(SCORES, 0.0), "statistics": 6.0})
    assert total(light, call) == pytest.approx(100 * 3 / (6 * (AREAS + 5)), abs=1e-6)


def test_rounded_to_six_places(call: Call) -> None:
    assert total(scores_of(SCORES), call) == 62.916667


def test_nothing_known(call: Call) -> None:
    unknown: dict[str, float | None] = dict.fromkeys(SCORES)
    assert total(scores_of(unknown), call) is None
    assert low(scores_of(unknown), call) == 0.0
    assert could_be(scores_of(unknown), call) == 100.0


def test_no_weight_on_what_is_known(call: Call) -> None:
    weightless = replace(call, criteria=tuple(replace(c, weight=0.0) for c in call.areas))
    scores = scores_of({area.id: 6.0 for area in call.areas})
    assert total(scores, weightless) == 0.0


@pytest.fixture(scope="session")
def assessed(make_dossier: Callable[..., Dossier]) -> Callable[..., Assessment]:
    """Return what makes an assessment of a candidate, given the score of group theory."""

    def make(candidate: str, value: float | None) -> Assessment:
        values: dict[str, float | None] = dict.fromkeys(SCORES) | {"group_theory": value}
        return Assessment(
            dossier=make_dossier(candidate=candidate), requirements=(), scores=scores_of(values)
        )

    return make


def test_ties_share_a_place(call: Call, assessed: Callable[..., Assessment]) -> None:
    pool = [
        assessed("C004", 3.0),
        assessed("C002", 5.0),
        assessed("C003", None),
        assessed("C005", 5.0),
        assessed("C001", 1.0),
    ]
    places = rank(pool, call)
    assert [(p.candidate, p.rank) for p in places] == [
        ("C002", 1),
        ("C005", 1),
        ("C004", 3),
        ("C001", 4),
        ("C003", None),
    ]
    last = places[-1]
    assert (last.total, last.low, last.could_be) == (None, None, 100.0)


def test_nobody_applied(call: Call) -> None:
    assert rank([], call) == ()


@pytest.mark.parametrize(
    ("verdicts", "formal"),
    [
        ({"degree": "met", "english": "met"}, "met"),
        ({"degree": "expected", "english": "met"}, "expected"),
        ({"degree": "expected", "english": "unclear"}, "unclear"),
        ({"degree": "not_met", "english": "unclear"}, "not_met"),
        ({"degree": "met", "letter_length": "not_met", "file_names": "not_met"}, "met"),
        ({"thesis_copy": "not_met", "degree": "met"}, "not_met"),
        ({"cv": "met"}, "unclear"),
    ],
)
def test_the_formal_status_is_the_worst_gate(
    call: Call, verdicts: dict[str, str], formal: str
) -> None:
    checks = [
        RequirementCheck(requirement=name, verdict=Verdict(verdict))
        for name, verdict in verdicts.items()
    ]
    assert formal_status(checks, call) == formal
