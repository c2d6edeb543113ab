"""Worked examples of totals and places."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from ranking.model.assessment import Assessment, Dossier, RequirementCheck, Score, Verdict
from ranking.model.call import Call
from ranking.scoring.totals import could_be, formal_status, low, rank, shares, total

SCORES = {
    "quantum_field_theory": 0.0,
    "group_theory": 5.0,  # x 2 = 10
    "statistics": 6.0,  # x 0.5 = 3
    "neural_networks": 3.0,  # x 1 = 3
    "machine_learning": 1.5,  # x 1 = 1.5, the fifth: does not count
    "programming": 6.0,  # x 0.5 = 3
    "research_interests": 4.0,  # x 2 = 8
    "problem_solving": None,
    "course_grades": 4.1,  # x 1
}
POINTS = 10 + 3 + 3 + 3 + 8 + 4.1
AREAS = 2 + 1 + 1 + 1  # the four largest weights, whichever areas count

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
    assert total(scores_of(SCORES), call) == 64.791667


def test_shares_sum_up_to_the_total(call: Call) -> None:
    found = {share.criterion: share for share in shares(scores_of(SCORES), call)}
    known = 64.791667
    assert sum(s.contribution for s in found.values()) == pytest.approx(known, abs=1e-6)
    assert [name for name, share in found.items() if not share.counts] == [
        "quantum_field_theory",
        "machine_learning",
    ]
    assert found["machine_learning"].contribution == found["machine_learning"].at_most == 0.0
    # 2 of the weights 5 + 2 + 2 + 1, unknown problem solving among them.
    assert found["group_theory"].at_most == pytest.approx(20.0)
    assert found["group_theory"].contribution == pytest.approx(100 * 10 / 60)
    # What is unknown is taken as good as the rest: that is what leaving it out means.
    assert found["problem_solving"].contribution == pytest.approx(20 * known / 100)


def test_an_unknown_area_adds_nothing(call: Call) -> None:
    values: dict[str, float | None] = dict.fromkeys(SCORES, 3.0) | {"group_theory": None}
    scores = scores_of(values)
    found = {share.criterion: share.contribution for share in shares(scores, call)}
    assert found["group_theory"] == 0.0
    assert sum(found.values()) == pytest.approx(total(scores, call), abs=1e-6)


def test_of_equal_areas_the_earlier_one_counts(call: Call) -> None:
    values = dict.fromkeys(SCORES, 0.0) | {"statistics": 6.0, "programming": 6.0}
    found = [s.criterion for s in shares(scores_of(dict(values)), call) if s.counts]
    assert found == [
        "quantum_field_theory",
        "group_theory",
        "statistics",
        "programming",
        "research_interests",
        "problem_solving",
        "course_grades",
    ]


def test_shares_of_nothing(call: Call) -> None:
    unknown: dict[str, float | None] = dict.fromkeys(SCORES)
    assert {s.contribution for s in shares(scores_of(unknown), call)} == {0.0}
    weightless = replace(call, criteria=tuple(replace(c, weight=0.0) for c in call.areas))
    areas = scores_of({area.id: 6.0 for area in call.areas})
    assert {s.contribution for s in shares(areas, weightless)} == {0.0}


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
