"""The values stored beside formulas are those of the toolkit's own scoring."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from ranking.model.assessment import Dossier
from ranking.model.call import Call, Scale
from ranking.model.document import Kind
from ranking.model.evidence import Evidence
from ranking.model.result import Result
from ranking.outputs.workbook.plan import make_plan
from ranking.outputs.workbook.rules import topic_points
from ranking.outputs.workbook.twin import CandidateValue, Values, evaluate

MakeDossier = Callable[..., Dossier]
MakeResult = Callable[..., Result]
MakePassage = Callable[..., Evidence]


def assert_equal_to_scoring(result: Result) -> None:
    plan = make_plan(result)
    values = evaluate(plan)
    compared = 0
    for entry in plan.entries:
        for block in entry.blocks:
            value = values.blocks[block.row]
            assert value.score == block.score.value
            assert value.could_be == pytest.approx(block.score.could_be, abs=1e-9)
            compared += 1
        place, mine = entry.place, values.candidates[entry.candidate]
        assert (mine.total, mine.low, mine.could_be) == (place.total, place.low, place.could_be)
        assert mine.rank == place.rank
    assert compared == len(result.assessments) * len(result.call.criteria) > 0


def test_small_result(small: Result) -> None:
    assert any(place.total is None for place in small.places)
    assert len({p.rank for p in small.places}) < len(small.places), "the cohort must have a tie"
    assert_equal_to_scoring(small)


@pytest.mark.parametrize("seed", range(20))
def test_any_result(seed: int, make_dossier: MakeDossier, make_result: MakeResult) -> None:
    kinds = tuple(Kind)
    unread = [kind for number, kind in enumerate(kinds) if (seed >> (number % 5)) & 1]
    dossiers = [
        make_dossier(seed * 5 + n, passages=n, unread=unread if n % 2 else ()) for n in range(5)
    ]
    assert_equal_to_scoring(make_result(dossiers))


def test_order_of_ranking_has_no_gaps_and_no_total_comes_last(small: Result) -> None:
    values = evaluate(make_plan(small)).candidates.values()
    by_order = sorted(values, key=lambda value: value.order)
    assert [value.order for value in by_order] == list(range(1, len(by_order) + 1))
    totals = [-1 if value.total is None else value.total for value in by_order]
    assert totals == sorted(totals, reverse=True)


def one(make_result: MakeResult, dossier: Dossier, passages: Sequence[Evidence]) -> Result:
    return make_result([replace(dossier, evidence=tuple(passages))])


def only(values: Values) -> CandidateValue:
    (value,) = values.candidates.values()
    return value


@pytest.mark.parametrize(
    ("decision", "score"),
    [
        ("", 1.5),
        ("accept", 1.5),
        ("reject", 0.0),
        (" Reject ", 0.0),
        ("thesis", 5.0),
        ("Thesis", 5.0),
        ("maybe?", 1.5),
    ],
)
def test_decision_on_an_area(
    decision: str,
    score: float,
    make_dossier: MakeDossier,
    make_result: MakeResult,
    make_passage: MakePassage,
) -> None:
    passage = make_passage(id="a")
    plan = make_plan(one(make_result, make_dossier(1), [passage]))
    values = evaluate(plan, {"a": decision})
    scores = {b.criterion.id: values.blocks[b.row].score for b in plan.blocks}
    assert scores["group_theory"] == score


def test_a_raised_mention_becomes_a_proof(
    make_dossier: MakeDossier, make_result: MakeResult, make_passage: MakePassage
) -> None:
    passages = [make_passage(id="a"), make_passage(id="b", level="mention", kind=Kind.CV)]
    plan = make_plan(one(make_result, make_dossier(1), passages))
    block = next(b for b in plan.blocks if b.criterion.id == "group_theory")
    assert evaluate(plan).blocks[block.row].score == 1.5
    assert evaluate(plan, {"b": "coursework"}).blocks[block.row].score == 1.75


def test_a_rejected_only_statement_gives_no_points_but_stays_known(
    make_dossier: MakeDossier, make_result: MakeResult, make_passage: MakePassage
) -> None:
    stated = {"criterion": "research_interests", "level": "interest", "kind": Kind.LETTER}
    passages = [
        make_passage(id="a", concept="geometric_deep_learning", **stated),
        make_passage(id="b", concept="equivariant_networks", **stated),
        make_passage(id="c", concept="computer_vision", **stated),
    ]
    plan = make_plan(one(make_result, make_dossier(1), passages))
    block = next(b for b in plan.blocks if b.criterion.id == "research_interests")
    assert evaluate(plan).blocks[block.row].score == 2.0, "one group earns once"
    assert evaluate(plan, {"a": "reject"}).blocks[block.row].score == 2.0
    assert evaluate(plan, {"a": "reject", "b": "reject"}).blocks[block.row].score == 0.5
    everything = dict.fromkeys("abc", "reject")
    assert evaluate(plan, everything).blocks[block.row].score == 0.0


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
    assert_equal_to_scoring(odd(scales))


def test_passages_about_grades_are_shown_and_earn_nothing(
    make_dossier: MakeDossier, make_result: MakeResult, make_passage: MakePassage
) -> None:
    passage = make_passage(id="a", criterion="course_grades", level="A")
    result = one(make_result, make_dossier(1), [passage])
    plan = make_plan(result)
    (value,) = evaluate(plan, {"a": "publication"}).rows.values()
    assert (value.counts_as, value.points) == ("A", 0.0)
    assert_equal_to_scoring(result)


def test_own_work_on_a_topic_that_the_call_does_not_have_earns_nothing(call: Call) -> None:
    assert topic_points(call, "alchemy") == 0.0
