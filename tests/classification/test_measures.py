"""What is counted of a document: rows that end in a grade."""

import pytest

from ranking.classification.measures import measure
from ranking.classification.view import View
from ranking.model.kinds import Measure
from tests.classification.conftest import document


@pytest.mark.parametrize(
    ("row", "is_graded"),
    [
        ("Linear algebra 7.5 A", True),
        ("Topology pass", True),
        ("Analysis 5.5 hp 2,7 SE", True),
        ("1 pass", False),  # the only word is the grade itself
        ("Linear algebra, page 7 of the notes", False),
        ("12 5.0", False),
    ],
)
def test_a_graded_row_is_a_name_and_a_grade_at_its_end(row: str, *, is_graded: bool) -> None:
    assert measure(View(document(row)), Measure.GRADED_ROWS) == is_graded
