"""What people do to a workbook, and that everything they typed is read back."""

import datetime as dt
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from ranking.errors import UserError
from ranking.model.input_tables import INPUT_TABLES, Cell, Value
from ranking.review.copies import Copy
from ranking.review.reader import read_copy

Make = Callable[..., Any]


def filled(copy: Copy, *tables: str) -> dict[Cell, tuple[Value, ...]]:
    """Return the cells of some tables that hold anything."""
    return {
        cell: values
        for cell, values in copy.cells.items()
        if any(value != "" for value in values) and cell[0] in (tables or INPUT_TABLES)
    }


def test_an_untouched_workbook(make_book: Make) -> None:
    copy = read_copy(make_book(build=7).save())
    assert (copy.source, copy.build, copy.run, copy.notes) == ("ranking.xlsx", 7, "demo", ())
    assert copy.cells["evidence", "e0", "decision"] == ("",)
    assert len([cell for cell in copy.cells if cell[0] == "evidence"]) == 6 * 3
    assert filled(copy) == {
        ("weights", "criterion/group_theory", "value"): (1.5,),
        ("weights", "criterion/group_theory", "why"): ("The project's point of view.",),
        ("weights", "criterion/statistics", "value"): (0.5,),
        ("weights", "criterion/statistics", "why"): ("Named as meritorious.",),
        ("weights", "rule/cap", "value"): (6,),
        ("weights", "level/project", "value"): (3,),
        ("weights", "stated/core", "value"): (1.5,),
        ("weights", "topic/computer_vision", "value"): ("application",),
    }


def test_a_sheet_of_workings_is_no_input(make_book: Make) -> None:
    book = make_book()
    before = read_copy(book.save()).cells
    sheet = book.workbook.create_sheet("Working", 0)
    sheet.append(("ID", "Candidate", "Level", "Points", "Number", "Weight", "Criterion", "Rank"))
    sheet.append(("e1", "C001", "thesis", 5, 1, 1.5, "group_theory", "core"))
    assert read_copy(book.save()).cells == before


def test_every_input(make_book: Make) -> None:
    book = make_book()
    book.type("Evidence", "e3", "Decision", " Reject ")
    book.type("Not counted", "n1", "Decision", "count")
    book.type("Requirements", "C001/degree", "Ruling", "met")
    book.type("Requirements", "C001/degree", "Your note", "Seen the diploma.")
    book.type("Decisions", "C002", "Conflict of interest", "co-author of Ada")
    book.type("Weights", "rule/cap", "Number", 5)
    book.sheet("Weights").cell(20, 3, "further")
    assert filled(read_copy(book.save()), "evidence", "not_counted", "requirements") == {
        ("evidence", "e3", "decision"): ("Reject",),
        ("not_counted", "n1", "decision"): ("count",),
        ("requirements", "C001/degree", "ruling"): ("met",),
        ("requirements", "C001/degree", "note"): ("Seen the diploma.",),
    }
    others = filled(read_copy(book.path), "decisions", "weights")
    assert (
        others.items()
        >= {
            ("decisions", "C002", "conflict"): ("co-author of Ada",),
            ("weights", "rule/cap", "value"): (5,),
            ("weights", "topic/computer_vision", "value"): ("further",),
        }.items()
    )


def test_sheets_renamed_and_moved(make_book: Make) -> None:
    book = make_book()
    book.type("Evidence", "e1", "Decision", "accept")
    sheet = book.sheet("Evidence")
    sheet.title = "Ada's sheet"
    book.workbook.move_sheet(sheet, offset=4)
    book.workbook.create_sheet("Mine", 0).append(["ID", "anything"])
    assert filled(read_copy(book.save()), "evidence") == {
        ("evidence", "e1", "decision"): ("accept",)
    }


def test_rows_sorted_hidden_and_deleted(make_book: Make) -> None:
    book = make_book()
    book.type("Evidence", "e1", "Note", "one")
    book.type("Evidence", "e4", "Note", "four")
    sheet = book.sheet("Evidence")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    sheet.delete_rows(5, len(rows))
    for row in reversed([row for row in rows if row[0] != "e2"]):
        sheet.append(row)
    sheet.auto_filter.ref = "A4:I9"
    sheet.row_dimensions[6].hidden = True
    copy = read_copy(book.save())
    assert filled(copy, "evidence") == {
        ("evidence", "e1", "note"): ("one",),
        ("evidence", "e4", "note"): ("four",),
    }
    assert ("evidence", "e2", "note") not in copy.cells
    assert ("evidence", "e0", "note") in copy.cells


def test_columns_in_another_order_with_more_and_stranger_titles(make_book: Make) -> None:
    book = make_book()
    del book.workbook["Evidence"]
    sheet = book.workbook.create_sheet("Evidence", 0)
    for _ in range(9):
        sheet.append(["a line that somebody put above"])
    sheet.append(["WHO", "Mine", " decision ", "counts  as", "id", "Note"])
    sheet.append(["Ada", 12, "accept", "project", "e1", "fine"])
    copy = read_copy(book.save())
    assert filled(copy, "evidence") == {
        ("evidence", "e1", "who"): ("Ada",),
        ("evidence", "e1", "decision"): ("accept",),
        ("evidence", "e1", "note"): ("fine",),
    }


def test_a_header_too_far_down_is_told(make_book: Make) -> None:
    book = make_book()
    book.sheet("Decisions").insert_rows(1, amount=20)
    (note,) = read_copy(book.save()).notes
    assert "Conflict of interest" in note


def test_a_deleted_column_is_no_edit(make_book: Make) -> None:
    book = make_book()
    book.sheet("Evidence").delete_cols(7)
    copy = read_copy(book.save())
    assert ("evidence", "e1", "decision") in copy.cells
    assert ("evidence", "e1", "note") not in copy.cells


def test_own_passages_are_not_read_from_a_damaged_evidence_sheet(make_book: Make) -> None:
    book = make_book()
    book.sheet("Evidence").delete_cols(6)
    copy = read_copy(book.save())
    assert not filled(copy, "own", "evidence")
    assert len(copy.notes) == 1


def test_a_header_that_was_pasted_again_is_no_row(make_book: Make) -> None:
    book = make_book()
    book.sheet("Evidence").append([cell.value for cell in book.sheet("Evidence")[4]])
    copy = read_copy(book.save())
    assert filled(copy, "evidence") == {}
    assert copy.notes == ()


def test_rows_and_sheets_that_stand_twice(make_book: Make) -> None:
    book = make_book()
    book.type("Evidence", "e1", "Decision", "accept")
    sheet = book.sheet("Evidence")
    sheet.append(["e1", "C001", "Group theory", None, None, "reject"])
    sheet.append(["e2", "C001"])
    book.workbook.copy_worksheet(book.sheet("Decisions"))
    copy = read_copy(book.save())
    assert copy.cells["evidence", "e1", "decision"] == ("accept", "reject")
    assert copy.cells["evidence", "e2", "decision"] == ("", "")
    assert copy.cells["decisions", "C001", "decision"] == ("", "")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1,5", "1,5"),
        (2.0, 2),
        (0, 0),
        (True, "TRUE"),
        (dt.date(2024, 5, 1), "2024-05-01"),
        (dt.datetime(2024, 5, 1, 12, 30), "2024-05-01 12:30:00"),  # noqa: DTZ001 - as in a cell
        (dt.time(12, 30), "12:30:00"),
        ("  spaced\tout \r\n", "spaced out"),
        ("tab_x0009_and _x0041_ and _x005F_x0041_", "tab and A and _x0041_"),
        ("turned \u202eround", "turned round"),
    ],
)
def test_what_stands_in_a_cell(make_book: Make, typed: object, read: Value) -> None:
    book = make_book()
    book.type("Evidence", "e1", "Note", typed)
    assert read_copy(book.save()).cells["evidence", "e1", "note"] == (read,)


@pytest.mark.parametrize(
    ("typed", "read"),
    [("=1+0.5", "=1+0.5"), ("#N/A", "#N/A"), ('=IF(A1<2,"a & b","")', '=IF(A1<2,"a & b","")')],
)
def test_a_formula_without_a_value_is_no_emptied_cell(
    make_book: Make, typed: str, read: str
) -> None:
    book = make_book()
    book.type("Evidence", "e1", "Decision", typed)
    copy = read_copy(book.save())
    assert filled(copy, "evidence") == {("evidence", "e1", "decision"): (read,)}


def test_a_formula_with_a_value_is_its_value(make_book: Make, tmp_path: Path) -> None:
    book = make_book()
    book.type("Weights", "rule/cap", "Number", "=2*3.5")
    source, target = book.save(), tmp_path / "calculated.xlsx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, re.sub(rb"(3\.5</f>)<v ?(?:/>|></v>)", rb"\g<1><v>7</v>", content))
    assert read_copy(target).cells["weights", "rule/cap", "value"] == (7,)


def test_blank_rows_that_were_filled(make_book: Make) -> None:
    one, other = make_book("one.xlsx"), make_book("other.xlsx")
    for book, level in ((one, "thesis"), (other, "Thesis ")):
        for header, value in (("Candidate", "C001"), ("Level", level), ("Quote", "On groups")):
            book.type("Own passages", "new-1", header, value)
    other.type("Own passages", "new-2", "Quote", "Something else")
    first, second = (filled(read_copy(book.save()), "own") for book in (one, other))
    (row,) = {cell[1] for cell in first}
    assert re.fullmatch("[0-9a-f]{10}", row)
    assert {cell[1] for cell in second} > {row}
    assert len({cell[1] for cell in second}) == 2


def test_the_same_blank_row_filled_differently_is_two_rows(make_book: Make) -> None:
    rows = set()
    for name, score in (("one.xlsx", 4), ("other.xlsx", 5)):
        book = make_book(name)
        book.type("Reviews", "new-0", "Candidate", "C001")
        book.type("Reviews", "new-0", "Score", score)
        rows |= {cell[1] for cell in filled(read_copy(book.save()), "reviews")}
    assert len(rows) == 2


def test_a_row_that_people_added_below_the_blank_ones(make_book: Make) -> None:
    book = make_book()
    book.sheet("Reviews").append([None, "C002", "Ada", 3, "solid"])
    copy = read_copy(book.save())
    assert sorted(values for values in filled(copy, "reviews").values() if values[0] != 3) == [
        ("Ada",),
        ("C002",),
        ("solid",),
    ]
    assert {cell[1] for cell in filled(copy, "reviews")}.isdisjoint({"", "new-0"})


def test_a_row_without_its_id_is_told(make_book: Make) -> None:
    book = make_book()
    book.sheet("Evidence").append([None, "C001", None, None, None, "reject", "wrong person"])
    copy = read_copy(book.save())
    assert copy.notes == (
        "No id in row 11 of the sheet Evidence: reject; wrong person was not read.",
    )


def test_the_time_of_the_last_change(make_book: Make) -> None:
    book = make_book()
    book.workbook.properties.created = dt.datetime(2020, 1, 1)  # noqa: DTZ001 - UTC by format
    now = dt.datetime.now(tz=dt.UTC)
    saved = dt.datetime.fromisoformat(read_copy(book.save()).time)
    assert abs(saved - now) < dt.timedelta(minutes=1)


def test_a_program_that_notes_no_time(make_book: Make, tmp_path: Path) -> None:
    source, target = make_book().save(), tmp_path / "sheets.xlsx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"20\d\d-[^<]*Z", b"2023-02-24T00:00:00Z", content)
            new.writestr(name, content)
    os.utime(target, (1_700_000_000, 1_700_000_000))
    assert read_copy(target).time == "2023-11-14T22:13:20Z"


def test_a_foreign_workbook(tmp_path: Path) -> None:
    path = tmp_path / "budget.xlsx"
    Workbook().save(path)
    with pytest.raises(UserError, match=r"budget\.xlsx is no workbook of this toolkit"):
        read_copy(path)


def test_a_workbook_of_a_newer_schema(make_book: Make) -> None:
    path = make_book(schema=2).save()
    with pytest.raises(UserError, match="newer version") as caught:
        read_copy(path)
    assert "Build with that version" in caught.value.advice


@pytest.mark.parametrize("damage", ["truncated", "csv", "empty", "missing", "folder", "inside"])
def test_a_file_that_is_no_workbook(make_book: Make, tmp_path: Path, damage: str) -> None:
    whole = make_book().save().read_bytes()
    path = tmp_path / "copy.xlsx"
    if damage == "folder":
        path.mkdir()
    elif damage == "inside":
        middle = whole.index(b"xl/worksheets/sheet1.xml") + 100
        path.write_bytes(whole[:middle] + b"\xff" * 60 + whole[middle + 60 :])
    elif damage != "missing":
        content = {"truncated": whole[:-3000], "csv": b"ID;Decision\ne1;reject\n", "empty": b""}
        path.write_bytes(content[damage])
    with pytest.raises(UserError, match=r"copy\.xlsx") as caught:
        read_copy(path)
    assert caught.value.advice
