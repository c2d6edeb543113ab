"""A workbook as a file: its sheets, its properties, and what was typed where no value is stored.

Read with calamine, which takes a second where openpyxl takes forty. It knows neither custom
properties nor formulas, so these are taken from the parts of the file.
"""

import datetime as dt
import posixpath
import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from html import unescape
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from ranking.errors import UserError
from ranking.review.values import Typed

MOST_BYTES = 10_000_000
"""Properties and the list of sheets are small; a part that is larger is not what it says."""

_BROKEN = (OSError, ValueError, LookupError, SyntaxError, zipfile.BadZipFile, CalamineError)
_CORE = "docProps/core.xml"
_CUSTOM = "docProps/custom.xml"
_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_CELL = r'<(?:\w+:)?c\b(?=[^>]*\sr="({columns})(\d+)")([^>]*)(?<!/)>(.*?)</(?:\w+:)?c>'
_FORMULA = re.compile(r"<(?:\w+:)?f\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?f>)", re.DOTALL)
_VALUE = re.compile(r"<(?:\w+:)?v>(.*?)</(?:\w+:)?v>", re.DOTALL)


Rows = Sequence[Sequence[Typed]]
"""All rows of a sheet from the first, each from its first column."""


class Sheet:
    """A sheet: its title and its values.

    Args:
        values: The sheet as calamine reads it.
    """

    def __init__(self, values: CalamineSheet) -> None:
        self.title = values.name
        self._values = values

    def head(self, count: int) -> Rows:
        """Return the first rows."""
        return self._values.to_python(skip_empty_area=False, nrows=count)

    def rows(self) -> Rows:
        """Return all rows."""
        return self._values.to_python(skip_empty_area=False)


class WorkbookFile:
    """A workbook that is open for reading.

    Args:
        path: The file.
        archive: Its parts.
        sheets: Its sheets' values.
    """

    def __init__(self, path: Path, archive: zipfile.ZipFile, sheets: CalamineWorkbook) -> None:
        self.path = path
        self._archive = archive
        self._sheets = sheets

    def properties(self) -> dict[str, str]:
        """Return the custom properties as text."""
        if _CUSTOM not in self._archive.namelist():
            return {}
        root = _parsed(self._archive, _CUSTOM)
        named = ((element.get("name"), "".join(element.itertext())) for element in root)
        return {name: text.strip() for name, text in named if name}

    def changed(self) -> dt.datetime:
        """Return when the workbook was last changed.

        The file's own time is taken where the program that saved it did not write one down: the
        toolkit itself writes the same time as created and as modified.
        """
        times = self._core_times()
        if "created" in times and times.get("modified", times["created"]) > times["created"]:
            return times["modified"]
        return dt.datetime.fromtimestamp(self.path.stat().st_mtime, tz=dt.UTC)

    def _core_times(self) -> dict[str, dt.datetime]:
        if _CORE not in self._archive.namelist():
            return {}
        times = {}
        for element in _parsed(self._archive, _CORE):
            name = element.tag.rpartition("}")[2]
            if name in {"created", "modified"}:
                with suppress(ValueError):
                    time = dt.datetime.fromisoformat((element.text or "").strip())
                    times[name] = time if time.tzinfo else time.replace(tzinfo=dt.UTC)
        return times

    def sheets(self) -> Iterator[Sheet]:
        """Yield the sheets that hold cells."""
        for data in self._sheets.sheets_metadata:
            if data.typ is SheetTypeEnum.WorkSheet:
                yield Sheet(self._sheets.get_sheet_by_name(data.name))

    def formulas(self, title: str, columns: Sequence[int]) -> dict[tuple[int, int], str]:
        """Return formulas and errors of some columns as they were typed, by row and column from 0.

        Why: a formula without a stored value, or with an error, reads as an empty cell, and an
        emptied cell would take a decision back.
        """
        from openpyxl.utils import get_column_letter  # noqa: PLC0415 - its import is slow

        numbers = {get_column_letter(column + 1): column for column in columns}
        pattern = re.compile(_CELL.format(columns="|".join(numbers)), re.DOTALL)
        found = {}
        xml = self._archive.read(self._part_of(title)).decode()
        for match in pattern.finditer(xml):
            letters, row, attributes, body = match.groups()
            typed = _typed(attributes, body)
            if typed:
                found[int(row) - 1, numbers[letters]] = typed
        return found

    def _part_of(self, title: str) -> str:
        """Return the name of the part that holds a sheet."""
        relations = {
            relation.get("Id"): relation.get("Target") or ""
            for relation in _parsed(self._archive, _RELATIONS)
        }
        for element in _parsed(self._archive, _WORKBOOK).iter():
            if element.tag.endswith("}sheet") and element.get("name") == title:
                ids = [value for key, value in element.items() if key.endswith("}id")]
                return posixpath.join("/xl", relations[ids[0]])[1:]
        raise KeyError(title)


@contextmanager
def open_workbook(path: Path) -> Iterator[WorkbookFile]:
    """Open a workbook.

    Raises:
        UserError: If the file is missing or is no workbook that can be read.
    """
    try:
        with zipfile.ZipFile(path) as archive, CalamineWorkbook.from_path(path) as sheets:
            yield WorkbookFile(path, archive, sheets)
    except FileNotFoundError:
        raise UserError(f"{path} is not there.", "Check the path, or leave the file out.") from None
    except _BROKEN as error:
        raise UserError(
            f"{path} cannot be read as a workbook: {error}",
            "Open it with a spreadsheet program and save it as .xlsx without a password, or take "
            "an earlier copy. Nothing was changed.",
        ) from None


def _parsed(archive: zipfile.ZipFile, name: str) -> Any:  # noqa: ANN401 - lxml's or the standard one
    from openpyxl.xml.functions import fromstring  # noqa: PLC0415 - its import is slow

    return fromstring(_part(archive, name))


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        content = part.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise ValueError(f"{name} is too large")
    return content


def _typed(attributes: str, body: str) -> str:
    """Return the formula of a cell, or its error; "" for any other cell."""
    formula = _FORMULA.search(body)
    if formula:
        return f"={unescape(formula.group(1) or '')}"
    value = _VALUE.search(body)
    return unescape(value.group(1)) if value and 't="e"' in attributes else ""
