from collections.abc import Callable

import pytest

from ranking.model.document import Document, Kind
from ranking.tagging.courses.cells import Cells
from ranking.tagging.courses.heads import HeadReader
from ranking.tagging.courses.lines import lines_of
from ranking.tagging.courses.table import TableReader
from ranking.tagging.courses.words import Words

Read = Callable[[Document], list[str]]
Make = Callable[..., Document]
HEAD = "Kod Kurs Note Status Credits Datum"


@pytest.fixture
def read(heads: HeadReader, cells: Cells, words: Words) -> Read:
    """Return what gives the title, credits and grades of each row."""
    reader = TableReader(heads, cells, words)

    def give(document: Document) -> list[str]:
        rows = (row.entry for row in reader.rows(lines_of(document)))
        return [f"{row.title} | {row.credits} | {' '.join(row.grades)}" for row in rows]

    return give


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("MA1 Knots\nand links\n2,0 bestanden 9 20.07.2020", "Knots and links | 9 | 2,0"),
        ("PH7 Physik 3\n(Quanten)\n5,0 nicht bestanden 9 01.08.20", "Physik 3 (Quanten) | 9 | 5,0"),
        ("Pflicht\nMA1 Topology 1,0 bestanden 9", "Topology | 9 | 1,0"),
        ("Summe der Credits 30", None),
        ("Die Note ist 4", None),
        ("Notenskala: 1,0 sehr gut, 5,0 nicht ausreichend 5", None),
    ],
)
def test_rows_below_a_head(read: Read, document: Make, rows: str, expected: str | None) -> None:
    found = read(document(f"{HEAD}\n{rows}", kind=Kind.TRANSCRIPT))
    assert found == ([expected] if expected else [])


def test_heads_repeat_on_every_page(read: Read, document: Make) -> None:
    page = "Course Credits Grade\nTopology 6 A\nPage 1 of 2"
    assert read(document(page, page, kind=Kind.TRANSCRIPT)) == ["Topology | 6 | A"] * 2


def test_tables_side_by_side(read: Read, document: Make) -> None:
    text = "Course Credits Grade Course Credits Grade\nTopology 6 A Real Analysis 3 B"
    found = read(document(text, kind=Kind.TRANSCRIPT))
    assert found == ["Topology | 6 | A", "Real Analysis | 3 | B"]


def test_table_of_grades_is_no_table_of_courses(read: Read, document: Make) -> None:
    text = "Course Credits Grade\nTopology 6 A\nGrade Explanation\nA Very good 10\nB Good 9"
    assert read(document(text, kind=Kind.TRANSCRIPT)) == ["Topology | 6 | A"]


def test_ocr_puts_the_rest_of_a_title_below_its_row(
    read: Read, scanned: Callable[..., Document]
) -> None:
    found = read(
        scanned(
            [(0, "Course"), (200, "Credits"), (300, "Grade")],
            [(0, "Numerical"), (60, "methods"), (200, "6"), (300, "A")],
            [(0, "of"), (15, "physics")],
            [(0, "Topology"), (200, "6"), (300, "B")],
        )
    )
    assert found == ["Numerical methods of physics | 6 | A", "Topology | 6 | B"]
