import pytest

from ranking.tagging.transcripts import _final_grade


@pytest.mark.parametrize(
    ("cell", "grade"),
    [
        ("A", "A"),
        ("12,5", "12,5"),
        ("F (passed E, 2nd attempt)", "E"),
        ("U (passed with 3 in June)", "3"),
        ("F - not cleared", "F"),
        ("-", "-"),
        ("A-", "A-"),
        ("B (passed)", "B"),
    ],
)
def test_grade_without_its_note(cell: str, grade: str) -> None:
    assert _final_grade(cell) == grade
