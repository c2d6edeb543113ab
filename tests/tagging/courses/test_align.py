from collections.abc import Callable

import pytest

from ranking.model.document import Document
from ranking.tagging.courses.align import deal
from ranking.tagging.courses.cells import Cells
from ranking.tagging.courses.heads import HeadReader
from ranking.tagging.courses.lines import Line, columns_below, lines_of
from ranking.tagging.passages import Passage

Dealer = Callable[[str, str], list[str]]


def line(text: str) -> Line:
    return Line(Passage(text, 1, "", 1, 0, text), tuple(text.split()))


@pytest.fixture
def dealt(heads: HeadReader, cells: Cells) -> Dealer:
    """Return what gives the cells of a row below a head, as texts."""

    def give(head_line: str, row: str) -> list[str]:
        head = heads.read(head_line)
        assert head
        words = row.split()
        spans = deal(line(row), head, cells)
        return [" ".join(words[span[0] : span[1]]) if span else "" for span in spans]

    return give


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("Course Credits Grade", "Knot theory 2 6 1,3", "Knot theory 2|6|1,3"),
        ("Course Grade Credits", "Knot theory A 7.5", "Knot theory|A|7.5"),
        (
            "Kod Kurs Omfattning Betyg Datum",
            "FY3002 Kvantfältteori 7,5 hp",
            "FY3002|Kvantfältteori|7,5 hp||",
        ),
        (
            "Nr. Modul Note Status Credits Datum",
            "MA5012 Lie-Gruppen angemeldet 6",
            "MA5012|Lie-Gruppen|angemeldet||6|",
        ),
        (
            "Code Title Level Credits Mark Grade Result",
            "MTH31 Group Theory 6 20 74 A Pass",
            "MTH31|Group Theory|6|20|74|A|Pass",
        ),
        (
            "Course Credit Score Course Credit Score",
            "Real Analysis 3.0 88 Group Theory 3.0 97",
            "Real Analysis|3.0|88|Group Theory|3.0|97",
        ),
        (
            "Course Credit Score Course Credit Score",
            "Real Analysis 3.0 88",
            "Real Analysis|3.0|88|||",
        ),
        ("Code Course Credits Grade", "Real Analysis 6 A", "|Real Analysis|6|A"),
    ],
)
def test_row_is_dealt_to_the_columns(dealt: Dealer, head: str, row: str, expected: str) -> None:
    assert "|".join(dealt(head, row)) == expected


def test_line_of_other_words_does_not_fit(dealt: Dealer) -> None:
    assert dealt("Course Credits Grade", " ".join(["word"] * 60)) == []


def test_places_tell_which_cell_ocr_lost(
    heads: HeadReader, cells: Cells, scanned: Callable[..., Document]
) -> None:
    top, row = lines_of(
        scanned(
            [(0, "Course"), (200, "Grade"), (300, "Credits")],
            [(0, "Topology"), (205, "2")],
        )
    )
    head = heads.read(top.passage.text)
    assert head
    assert deal(row, head, cells) == ((0, 1), None, (1, 2))
    assert deal(row, head, cells, columns_below(row, head, top)) == ((0, 1), (1, 2), None)
