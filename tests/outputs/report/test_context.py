"""Every candidate has a place among others, and the problems that are theirs."""

from dataclasses import replace
from pathlib import Path

from ranking.model.problem import problem
from ranking.model.result import Result
from ranking.outputs.report.context import context_of


def test_candidates_stand_beside_each_other(demo_report: tuple[Result, Path]) -> None:
    result, _ = demo_report
    found = context_of(result).standings
    first, second, *_, last = (place.candidate for place in result.places)
    assert (found[first].before, found[first].after) == ("", second)
    assert found[second].before == first
    assert found[last].after == ""
    assert {standing.of for standing in found.values()} == {len(result.assessments)}


def test_problems_stand_with_their_candidate_the_gravest_first(hostile_result: Result) -> None:
    told = (
        problem("scanned", "A picture.", candidate="C001"),
        problem("unreadable", "Damaged.", candidate="C001"),
        problem("unassigned-file", "Whose?"),
    )
    found = context_of(replace(hostile_result, problems=told)).problems
    assert {candidate: [p.code for p in of_one] for candidate, of_one in found.items()} == {
        "C001": ["unreadable", "scanned"]
    }


def test_a_candidate_without_problems_has_an_entry(hostile_result: Result) -> None:
    assert context_of(replace(hostile_result, problems=())).problems == {"C001": []}
