"""A workbook as a file: properties, sheets and formulas, however a program wrote them."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from ranking.errors import UserError
from ranking.review import workbook_file
from ranking.review.workbook_file import open_workbook

Make = Callable[..., Any]


def rewritten(source: Path, part: str, pattern: bytes, by: bytes) -> Path:
    """Return a copy of a workbook with one part changed."""
    target = source.with_name("rewritten.xlsx")
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, re.sub(pattern, by, content) if name == part else content)
    return target


def test_properties(make_book: Make) -> None:
    with open_workbook(make_book(build=12).save()) as workbook:
        assert workbook.properties() == {
            "ranking_schema": "1",
            "ranking_build": "12",
            "ranking_run": "demo",
        }


def test_no_properties(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "plain.xlsx")
    with open_workbook(tmp_path / "plain.xlsx") as workbook:
        assert workbook.properties() == {}


def test_numbers_that_another_program_wrote_as_text(make_book: Make) -> None:
    part, pattern = "docProps/custom.xml", rb"i4(\s[^>]*)?>1<(/\w*:?)i4"
    path = rewritten(make_book().save(), part, pattern, rb"lpwstr\1>1.0<\2lpwstr")
    with open_workbook(path) as workbook:
        assert workbook.properties()["ranking_schema"] == "1.0"


def test_rows_keep_their_places(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.cell(3, 2, "here")
    book.save(tmp_path / "book.xlsx")
    with open_workbook(tmp_path / "book.xlsx") as workbook:
        (read,) = workbook.sheets()
        assert read.rows()[2][1] == "here"
        assert len(read.head(2)) == 2


def test_formulas_of_some_columns(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Tom & Ann's"
    for column, value in enumerate(("=1+1", "text", "#REF!", "", '=IF(A1<>2,"&","")'), start=1):
        sheet.cell(2, column, value)
    sheet.cell(2, 6).number_format = "0%"
    sheet.cell(2, 7, "=not(wanted)")
    book.save(tmp_path / "book.xlsx")
    with open_workbook(tmp_path / "book.xlsx") as workbook:
        assert workbook.formulas("Tom & Ann's", range(6)) == {
            (1, 0): "=1+1",
            (1, 2): "#REF!",
            (1, 4): '=IF(A1<>2,"&","")',
        }


def test_a_cell_without_content_does_not_take_its_neighbours_formula(make_book: Make) -> None:
    book = make_book()
    book.sheet("Evidence").cell(5, 6).number_format = "0%"
    book.sheet("Evidence").cell(5, 7, "=1+1")
    with open_workbook(book.save()) as workbook:
        assert workbook.formulas("Evidence", [5, 6]) == {(4, 6): "=1+1"}


def test_names_with_a_prefix(make_book: Make) -> None:
    book = make_book()
    book.type("Evidence", "e0", "Decision", "=1+1")
    pattern, by = rb"<(/?)(c|f|v)\b", rb"<\1x:\2"
    path = rewritten(book.save(), "xl/worksheets/sheet1.xml", pattern, by)
    with open_workbook(path) as workbook:
        assert workbook.formulas("Evidence", [5]) == {(4, 5): "=1+1"}


def test_a_part_that_is_much_too_large(make_book: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_book().save()
    monkeypatch.setattr(workbook_file, "MOST_BYTES", 50)
    with pytest.raises(UserError, match="too large"), open_workbook(path) as workbook:
        workbook.properties()
