"""The values stored beside formulas are those of the toolkit's own scoring."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from ranking.model.assessment import Dossier
from ranking.model.call import Call, Scale
from ranking.model.document import Kind
from ranking.model.evidence import Evidence
from ranking.model.points import rounded
from ranking.model.result import Result
from ranking.outputs.workbook.own_rows import BLANK_ROWS, COMPLETE, LACKS
from ranking.outputs.workbook.plan import Plan, make_plan
from ranking.outputs.workbook.twin import CandidateValue, Values, evaluate
from tests.outputs.workbook.editing import Cells, random_cells, reviewed

MakeDossier = Callable[..., Dossier]
MakeResult = Callable[..., Result]
MakePassage = Callable[..., Evidence]


def assert_tells_the_scores(result: Result) -> None:
    """Compare scores with what the steps on Breakdown make of the passages."""
    plan = make_plan(result)
    values = evaluate(plan)
    scoring = result.call.scoring
    compared = 0
    for block in plan.blocks:
        value = values.blocks[block.row]
        if block.criterion.scale is Scale.INTERESTS:
            earned = min(scoring.stated_cap, value.stated) + min(3.0, value.best)
        elif block.criterion.scale is Scale.GRADES:
            earned = scoring.cap * (block.score.mean or 0.0)
        else:
            earned = value.best + value.bonus
        if value.score is not None:
            assert value.score == rounded(min(scoring.cap, earned))
            compared += 1
        elif block.criterion.scale is not Scale.GRADES:
            assert value.passages == 0
    assert compared > 0
    assert [values.candidates[p.candidate].total for p in result.places] == [
        p.total for p in result.places
    ]


def test_small_result(small: Result) -> None:
    assert any(place.total is None for place in small.places)
    assert len({p.rank for p in small.places}) < len(small.places), "the cohort must have a tie"
    assert_tells_the_scores(small)


@pytest.mark.parametrize("seed", range(20))
def test_any_result(seed: int, make_dossier: MakeDossier, make_result: MakeResult) -> None:
    kinds = tuple(Kind)
    unread = [kind for number, kind in enumerate(kinds) if (seed >> (number % 5)) & 1]
    dossiers = [
        make_dossier(seed * 5 + n, passages=n, unread=unread if n % 2 else ()) for n in range(5)
    ]
    result = make_result(dossiers)
    assert_tells_the_scores(result)
    cells = random_cells(result, random.Random(seed))  # noqa: S311 - invented edits
    cells = {cell: value for cell, value in cells.items() if cell[0] != "weights"}
    assert_tells_the_scores(reviewed(result, cells))


def test_order_of_ranking_has_no_gaps_and_no_total_comes_last(small: Result) -> None:
    values = evaluate(make_plan(small)).candidates.values()
    by_order = sorted(values, key=lambda value: value.order)
    assert [value.order for value in by_order] == list(range(1, len(by_order) + 1))
    totals = [-1 if value.total is None else value.total for value in by_order]
    assert totals == sorted(totals, reverse=True)


def only(values: Values) -> CandidateValue:
    (value,) = values.candidates.values()
    return value


@pytest.fixture
def judged(
    make_dossier: MakeDossier, make_result: MakeResult, make_passage: MakePassage
) -> Callable[..., tuple[Plan, Values]]:
    """Return what decides about passages of one candidate."""

    def judge(cells: Cells, *fields: dict[str, object]) -> tuple[Plan, Values]:
        passages = tuple(make_passage(**one) for one in fields)
        found = make_result([replace(make_dossier(1), evidence=passages)])
        plan = make_plan(reviewed(found, cells))
        return plan, evaluate(plan)

    return judge


def score_of(judged: tuple[Plan, Values], criterion: str = "group_theory") -> float | None:
    plan, values = judged
    (row,) = [b.row for b in plan.blocks if b.criterion.id == criterion]
    return values.blocks[row].score


@pytest.mark.parametrize(
    ("decision", "score", "counts_as"),
    [
        ("", 1.5, "coursework"),
        ("accept", 1.5, "coursework"),
        ("reject", 0.0, "rejected"),
        ("thesis", 5.0, "thesis"),
        ("prize", 1.5, "coursework"),
    ],
)
def test_decision_on_an_area(
    decision: str, score: float, counts_as: str, judged: Callable[..., tuple[Plan, Values]]
) -> None:
    cells = {("evidence", "a", "decision"): decision} if decision else {}
    after = judged(cells, {"id": "a"})
    assert score_of(after) == score
    row = after[1].rows["a"]
    assert (row.counts_as, row.points) == (counts_as, score)
    assert [e.id for b in after[0].blocks for e in b.passages] == ["a"]


def test_a_raised_mention_becomes_a_proof(judged: Callable[..., tuple[Plan, Values]]) -> None:
    passages = ({"id": "a"}, {"id": "b", "level": "mention", "kind": Kind.CV})
    assert score_of(judged({}, *passages)) == 1.5
    raised: Cells = {("evidence", "b", "decision"): "coursework"}
    assert score_of(judged(raised, *passages)) == 1.75


def test_a_passage_that_is_switched_on_stays_on_its_sheet_and_counts(
    judged: Callable[..., tuple[Plan, Values]],
) -> None:
    passage = {"id": "a", "counted": False, "reason": "a plan", "level": "thesis"}
    assert score_of(judged({}, passage)) == 0.0
    for word, score in (("count", 5.0), ("project", 3.0)):
        plan, values = judged({("not_counted", "a", "decision"): word}, passage)
        assert score_of((plan, values)) == score
        assert [e.id for b in plan.blocks for e in b.left_out] == ["a"]
        assert not [e for b in plan.blocks for e in b.passages]


def test_an_own_passage_counts_with_its_proof(judged: Callable[..., tuple[Plan, Values]]) -> None:
    typed = {"candidate": "c001", "criterion": "Group theory", "level": "project", "quote": "So."}
    own: Cells = {("own", "0123456789", name): value for name, value in typed.items()}
    assert score_of(judged(own, {"id": "a"})) == 3.25
    in_transcript: Cells = {**own, ("own", "0123456789", "file"): "transcript"}
    plan, values = judged(in_transcript, {"id": "a"})
    assert score_of((plan, values)) == 3.0, "the same proof"
    assert values.own[0].missing == COMPLETE
    assert values.own[1].id == "new-001"
    assert len(values.own) == 1 + BLANK_ROWS


def test_a_rejected_only_statement_gives_no_points_but_stays_known(
    judged: Callable[..., tuple[Plan, Values]],
) -> None:
    stated = {"criterion": "research_interests", "level": "interest", "kind": Kind.LETTER}
    passages = (
        {"id": "a", "concept": "geometric_deep_learning", **stated},
        {"id": "b", "concept": "equivariant_networks", **stated},
        {"id": "c", "concept": "computer_vision", **stated},
    )
    for rejected, score in (("", 2.0), ("a", 2.0), ("ab", 0.5), ("abc", 0.0)):
        cells: Cells = {("evidence", key, "decision"): "reject" for key in rejected}
        assert score_of(judged(cells, *passages), "research_interests") == score, rejected


def test_nobody_is_undecided_where_all_are_on_the_shortlist(
    small: Result, call: Call, make_result: MakeResult
) -> None:
    marked = evaluate(make_plan(small))
    assert any(marked.undecided(candidate) for candidate in marked.candidates)
    wide = replace(call, scoring=replace(call.scoring, shortlist=10))
    values = evaluate(make_plan(make_result([a.dossier for a in small.assessments], wide)))
    assert values.cut is None
    assert not any(values.undecided(candidate) for candidate in values.candidates)


def test_weights_of_zero_give_a_total_of_zero(
    small: Result, call: Call, make_result: MakeResult
) -> None:
    weightless = replace(call, criteria=tuple(replace(c, weight=0.0) for c in call.criteria))
    result = make_result([small.assessments[0].dossier], weightless)
    assert only(evaluate(make_plan(result))).total == 0.0


@pytest.mark.parametrize("scales", [(Scale.AREA,), (Scale.GRADES, Scale.ACHIEVEMENTS)])
def test_calls_without_areas_or_with_nothing_else(
    scales: tuple[Scale, ...], odd: Callable[..., Result]
) -> None:
    assert_tells_the_scores(odd(scales))


def test_passages_about_grades_are_shown_and_earn_nothing(
    judged: Callable[..., tuple[Plan, Values]],
) -> None:
    cells: Cells = {("evidence", "a", "decision"): "publication"}
    _, values = judged(cells, {"id": "a", "criterion": "course_grades", "level": "A"})
    (value,) = values.rows.values()
    assert (value.counts_as, value.points) == ("A", 0.0)


def test_own_rows_are_those_that_python_applies(small: Result) -> None:
    for seed in range(5):
        cells = random_cells(small, random.Random(seed))  # noqa: S311 - invented edits
        plan = make_plan(reviewed(small, cells))
        numbers = {e.id: b.row for b in plan.blocks for e in b.own}
        assert numbers
        rows = evaluate(plan).own
        assert {row.id: row.block for row in rows if row.block} == numbers
        unfinished = [row for row in rows if row.fields and not row.block]
        assert unfinished
        assert all(row.missing.startswith(LACKS) for row in unfinished)
