"""The look: print set-up, freezing, messages within the limits of Excel, rows high enough."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from ranking.model.result import Result
from ranking.outputs.workbook import write_workbook
from ranking.outputs.workbook.sheet import Sheet, line_count
from ranking.outputs.workbook.styles import OKABE_ITO, STYLES, Look
from ranking.outputs.workbook.table import Column, Table
from ranking.outputs.workbook.validation import LIST_MOST, TEXT_MOST, TITLE_MOST, offer_words


@pytest.fixture(scope="module")
def book(small: Result, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    path: Path = tmp_path_factory.mktemp("look") / "ranking.xlsx"
    write_workbook(small, path)
    return load_workbook(path)


def test_every_sheet_is_printed_across_on_a4(book: Workbook) -> None:
    assert len(book.worksheets) > 15
    for sheet in book.worksheets:
        assert sheet.page_setup.orientation == "landscape", sheet.title
        assert str(sheet.page_setup.paperSize) == sheet.PAPERSIZE_A4, sheet.title
        setup = sheet.sheet_properties.pageSetUpPr
        assert setup is not None
        assert setup.fitToPage, sheet.title
        assert not sheet.sheet_view.showGridLines, sheet.title


def test_visible_sheets_freeze_their_head(book: Workbook) -> None:
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert {sheet.title for sheet in visible if not sheet.freeze_panes} <= {"Method"}
    assert all(sheet["A1"].value == sheet.title for sheet in visible)


def test_it_opens_at_the_top_of_ranking(book: Workbook) -> None:
    assert book.active is book["Ranking"]
    assert [s.title for s in book.worksheets if s.sheet_view.tabSelected] == ["Ranking"]


def test_messages_keep_to_the_limits_of_excel(book: Workbook) -> None:
    rules = [r for sheet in book.worksheets for r in sheet.data_validations.dataValidation]
    assert len(rules) > 10
    for rule in rules:
        assert len(rule.promptTitle or "") <= TITLE_MOST
        assert len(rule.errorTitle or "") <= TITLE_MOST
        assert len(rule.prompt or "") <= TEXT_MOST
        assert 0 < len(rule.error or "") <= TEXT_MOST
        assert len(rule.formula1) <= LIST_MOST + 2


def test_headers_say_what_columns_mean(book: Workbook) -> None:
    for title, row in (("Ranking", 5), ("Decisions", 4), ("Compare", 11), ("Reviews", 4)):
        cells = [cell for cell in book[title][row] if cell.value]
        silent = {cell.value for cell in cells if not cell.comment}
        assert len(cells) - len(silent) > 4, title


def test_a_list_that_excel_cannot_hold_is_refused() -> None:
    sheet = Workbook().active
    assert sheet is not None
    with pytest.raises(ValueError, match="word"):
        offer_words(Sheet(sheet, Look(sheet)), "A1", ("word" * 70,), "Title", "Help.")


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 10, 1),
        ("ten chars.", 10, 1),
        ("ten chars. more", 10, 2),
        ("one two three four", 9, 3),
        ("a\nb\n\nc", 10, 4),
        ("x" * 25, 10, 3),
        ("so " + "x" * 25, 10, 4),
    ],
)
def test_lines(text: str, room: float, lines: int) -> None:
    assert line_count(text, room) == lines


@given(st.text(alphabet="ab \n", max_size=200), st.integers(min_value=1, max_value=40))
def test_lines_have_room_for_all_letters(text: str, room: int) -> None:
    found = line_count(text, room)
    assert found >= len(text.replace("\n", "")) / (room + 1)
    assert found <= len(text) + 1


def test_rows_grow_with_their_texts() -> None:
    worksheet = Workbook().active
    assert worksheet is not None
    sheet = Sheet(worksheet, Look(worksheet))
    table = Table("T", (Column("a", "A", 10, "wrap"), Column("b", "B", 10, hidden=True)))
    last = sheet.fill(table, [("short", ""), ("word " * 20, "")])
    heights = [worksheet.row_dimensions[row].height for row in (table.first, last)]
    assert last == table.first + 1
    assert heights[1] > 5 * heights[0]
    assert sheet.fill(table, []) == table.first
    sheet.header(table)
    assert worksheet.column_dimensions["B"].hidden


def test_colours_are_different() -> None:
    assert len(set(OKABE_ITO)) == len(OKABE_ITO) == 9
    assert STYLES["input"].unlocked
    assert not STYLES["text"].unlocked
