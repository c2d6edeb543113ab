"""Decisions on passages."""

from collections.abc import Callable

import pytest

from ranking.model.call import Call
from ranking.model.evidence import Evidence
from ranking.model.input_tables import passage_table
from ranking.model.review import Review
from ranking.review.passages import NoFitError, decided

Make = Callable[..., Evidence]


def decide(found: Evidence, word: str, call: Call) -> Evidence:
    """Return a passage after a decision on its own sheet."""
    cell = (passage_table(found).name, found.id, "decision")
    return decided(found, Review(cells={cell: word}), call)


@pytest.mark.parametrize("counted", [True, False])
@pytest.mark.parametrize("word", ["", "project"])
def test_a_passage_stays_on_its_sheet(
    make_evidence: Make, call: Call, *, counted: bool, word: str
) -> None:
    found = make_evidence(counted=counted)
    assert passage_table(decide(found, word, call)) is passage_table(found)


def test_an_undecided_passage_is_the_same(make_evidence: Make, call: Call) -> None:
    found = make_evidence()
    assert decided(found, Review(), call) is found
    other = Review(cells={("not_counted", found.id, "decision"): "count"})
    assert decided(found, other, call) is found


@pytest.mark.parametrize(
    ("fields", "word", "why"),
    [
        ({"criterion": "problem_solving", "level": "told"}, "thesis", "no level of Problem"),
        ({"criterion": "course_grades"}, "thesis", "no level of Course grades"),
        ({"counted": False, "level": ""}, "count", "No level is no level of Group theory"),
        (
            {"counted": False, "criterion": "research_interests", "concept": "horses"},
            "project",
            "no topic",
        ),
    ],
)
def test_what_does_not_fit(
    make_evidence: Make, call: Call, fields: dict[str, object], word: str, why: str
) -> None:
    with pytest.raises(NoFitError, match=why):
        decide(make_evidence(**fields), word, call)
