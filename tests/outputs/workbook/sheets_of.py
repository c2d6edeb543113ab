"""Reads what a workbook shows to a reader without formulas, for tests."""

from pathlib import Path

from python_calamine import CalamineWorkbook

from ranking.model.result import Result
from ranking.outputs.workbook import write_workbook

Rows = list[list[object]]


def shown_by(path: Path) -> dict[str, Rows]:
    """Return the stored values of all cells by sheet."""
    found = CalamineWorkbook.from_path(path)
    return {
        name: [list(row) for row in found.get_sheet_by_name(name).to_python(skip_empty_area=False)]
        for name in found.sheet_names
    }


def written(result: Result, path: Path) -> dict[str, Rows]:
    """Write a workbook and return what it shows."""
    write_workbook(result, path)
    return shown_by(path)


def records(rows: Rows, header: str) -> list[dict[str, object]]:
    """Return the rows below the first row with this header, by title, up to an empty row."""
    for number, row in enumerate(rows):
        if header in row:
            below = rows[number + 1 :]
            end = next((n for n, r in enumerate(below) if not any(r)), len(below))
            return [dict(zip(map(str, row), values, strict=True)) for values in below[:end]]
    raise AssertionError(header)


def record(rows: Rows, header: str, value: object) -> dict[str, object]:
    """Return the row below a header that has this value there."""
    (found,) = [row for row in records(rows, header) if row[header] == value]
    return found
