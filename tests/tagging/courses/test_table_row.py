from collections.abc import Callable

import pytest

from ranking.model.document import Document
from ranking.tagging.courses.entry import Entry
from ranking.tagging.courses.heads import LEAD, TITLE, Column, Head
from ranking.tagging.courses.lines import Line, lines_of
from ranking.tagging.courses.table_row import (
    TableRow,
    goes_on,
    is_full,
    is_fuller,
    rows_of,
    telling,
)

Make = Callable[..., Document]
HEAD = Head((Column(LEAD), Column(TITLE), Column("credits"), Column("grade")))


@pytest.fixture
def line(document: Make) -> Line:
    (line,) = lines_of(document("WS2020 Knot theory 6 A"))
    return line


def test_titles_and_codes_do_not_tell_of_rows() -> None:
    assert telling(HEAD.kinds) == 2
    assert telling((TITLE, LEAD, "other")) == 0


def test_row_of_dealt_words(line: Line) -> None:
    (row,) = rows_of(line, HEAD, [(0, 1), (1, 3), (3, 4), (4, 5)])
    assert row.line == line
    assert row.entry == Entry("Knot theory", "6", ("A",), date="WS2020", filled=2)


def test_empty_cells_are_not_filled(line: Line) -> None:
    (row,) = rows_of(line, HEAD, [None, (1, 3), None, (4, 5)])
    assert row.entry == Entry("Knot theory", "", ("A",), filled=1)


def test_words_without_a_title_are_no_row(line: Line) -> None:
    assert not list(rows_of(line, HEAD, [(0, 1), None, (3, 4), (4, 5)]))


def test_marks_with_the_most_that_there_were(document: Make) -> None:
    (line,) = lines_of(document("Knot theory 61 80"))
    head = Head((Column(TITLE), Column("grade", "marks"), Column("grade", "max marks")))
    (row,) = rows_of(line, head, [(0, 2), (2, 3), (3, 4)])
    assert (row.entry.grades, row.entry.most) == (("61", "80"), "80")


def test_tables_side_by_side_make_a_row_each(document: Make) -> None:
    (line,) = lines_of(document("Topology 6 Braids 3"))
    head = Head((Column(TITLE), Column("credits")) * 2)
    rows = list(rows_of(line, head, [(0, 1), (1, 2), (2, 3), (3, 4)]))
    assert [row.line.passage.text for row in rows] == ["Topology 6", "Braids 3"]
    assert [row.entry.credits for row in rows] == ["6", "3"]


@pytest.mark.parametrize(
    ("entry", "full"),
    [
        (Entry("Knot theory", "6", filled=1), True),
        (Entry("Knot theory", "6"), False),
        (Entry("Knot theory", filled=1), False),
        (Entry("Knots, links,", "6", filled=1), False),
    ],
)
def test_row_needs_values_and_an_end(line: Line, entry: Entry, *, full: bool) -> None:
    assert is_full(TableRow(line, entry), least=1) is full


def test_row_goes_on_below_its_title_only(scanned: Make) -> None:
    row, below, beside, capital = lines_of(
        scanned(
            [(0, "MA1"), (50, "Introduction"), (115, "to"), (200, "6")],
            [(50, "(knots)")],
            [(200, "(knots)")],
            [(50, "Knots")],
        )
    )
    begun = TableRow(row, Entry("Introduction to", "6"))
    assert goes_on(begun, below)
    assert not goes_on(begun, beside)
    assert not goes_on(begun, capital)


def test_row_of_text_does_not_go_on_below(document: Make) -> None:
    row, below = lines_of(document("Introduction to 6\n(knots)"))
    assert not goes_on(TableRow(row, Entry("Introduction to", "6")), below)


def test_fuller_is_more_cells_or_more_words_in_them() -> None:
    entry = Entry("Topology", "6", ("A",), filled=2)
    assert is_fuller(Entry("Topology", "6", ("A",), "passed", filled=3), entry)
    assert is_fuller(Entry("Topology", "6", ("A", "B"), filled=2), entry)
    assert not is_fuller(Entry("Topology II", "6", ("A",), filled=2), entry)
    assert not is_fuller(entry, entry)
    assert not is_fuller(Entry("Topology", "6", filled=1), entry)
