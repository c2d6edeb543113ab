"""Reads the inputs of a workbook back, whatever people did to its sheets, columns and rows."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ranking.errors import UserError
from ranking.model.input_tables import (
    BUILD_PROPERTY,
    INPUT_TABLES,
    NEW_ROW,
    RUN_PROPERTY,
    SCHEMA_PROPERTY,
    SCHEMA_VERSION,
    Cell,
    Headers,
    InputTable,
    Value,
)
from ranking.review.copies import Copy, lasting_id
from ranking.review.values import Typed, text_of, value_of
from ranking.review.workbook_file import Sheet, WorkbookFile, open_workbook

HEADER_ROWS = 15
"""How far down the first header of a sheet may stand."""


def read_copy(path: Path) -> Copy:
    """Read the inputs of a workbook of this toolkit.

    Raises:
        UserError: If the file is no workbook of this toolkit, or of a newer one.
    """
    with open_workbook(path) as workbook:
        properties = workbook.properties()
        _check_schema(path, properties)
        gathered = _Gathered()
        for sheet in workbook.sheets():
            _read_sheet(sheet, workbook, gathered)
        gathered.notes += _missing(gathered.tables)
        return Copy(
            source=path.name,
            time=workbook.changed().astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            build=_number(properties, BUILD_PROPERTY),
            run=properties.get(RUN_PROPERTY, ""),
            cells={cell: tuple(values) for cell, values in gathered.cells.items()},
            notes=tuple(gathered.notes),
        )


@dataclass(slots=True)
class _Gathered:
    """What was read so far."""

    cells: dict[Cell, list[Value]] = field(default_factory=dict)
    tables: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns of a table stand, below one header row."""

    table: InputTable
    id: int
    fields: Mapping[str, int]


def _check_schema(path: Path, properties: Mapping[str, str]) -> None:
    schema = _number(properties, SCHEMA_PROPERTY)
    if schema < 1:
        raise UserError(
            f"{path} is no workbook of this toolkit: it has no property {SCHEMA_PROPERTY}.",
            "Give the workbook that a build wrote, or a copy of it that Excel or LibreOffice "
            "saved as .xlsx. Nothing was changed.",
        )
    if schema > SCHEMA_VERSION:
        raise UserError(
            f"{path} was written by a newer version of this toolkit (schema {schema}; this "
            f"version reads {SCHEMA_VERSION}).",
            "Build with that version. Nothing was changed.",
        )


def _number(properties: Mapping[str, str], name: str) -> int:
    try:
        return int(float(properties.get(name, "0")))
    except (ValueError, OverflowError):
        return 0


def _missing(tables: set[str]) -> Iterator[str]:
    for name, table in INPUT_TABLES.items():
        if name not in tables:
            titles = ", ".join(table.headers[0].signature)
            yield f"No sheet with the headers {titles} was found: nothing was read of it."


def _read_sheet(sheet: Sheet, workbook: WorkbookFile, gathered: _Gathered) -> None:
    start = next(_headers(sheet.head(HEADER_ROWS), tuple(INPUT_TABLES.values())), None)
    if not start:
        return
    table = start[1].table
    gathered.tables.add(table.name)
    rows = sheet.rows()
    below = dict(_headers(rows, (table,)) if len(table.headers) > 1 else (start,))
    inputs = {index for columns in below.values() for index in columns.fields.values()}
    typed = workbook.formulas(sheet.title, sorted(inputs))
    columns = start[1]
    for number, row in enumerate(rows[start[0] :], start=start[0]):
        if number in below:
            columns = below[number]
            continue
        values = {
            name: row[index] if row[index] != "" else typed.get((number, index), "")
            for name, index in columns.fields.items()
        }
        place = f"row {number + 1} of the sheet {sheet.title}"
        _add_row(columns, (row[columns.id], values), place, gathered)


def _headers(
    rows: Sequence[Sequence[Typed]], tables: Sequence[InputTable]
) -> Iterator[tuple[int, _Columns]]:
    """Yield the rows that are headers of one of the tables, and where its columns stand."""
    wanted = [(table, headers) for table in tables for headers in table.headers]
    for number, row in enumerate(rows):
        titles = _titles(row)
        for table, headers in wanted:
            if all(_folded(title) in titles for title in headers.signature):
                yield number, _columns(table, headers, titles)
                break


def _columns(table: InputTable, headers: Headers, titles: Mapping[str, int]) -> _Columns:
    fields = {
        name: titles[_folded(title)]
        for name, title in headers.fields.items()
        if _folded(title) in titles
    }
    return _Columns(table, titles[_folded(table.id)], fields)


def _titles(row: Sequence[Typed]) -> dict[str, int]:
    """Return the columns of a header row by title; the first of two equal titles counts."""
    titles: dict[str, int] = {}
    for index, cell in enumerate(row):
        if isinstance(cell, str) and cell:
            titles.setdefault(_folded(cell), index)
    return titles


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()


def _add_row(
    columns: _Columns, row: tuple[Typed, Mapping[str, Typed]], place: str, gathered: _Gathered
) -> None:
    table, row_id = columns.table, text_of(value_of(row[0]))
    values = {name: value_of(typed) for name, typed in row[1].items()}
    if _folded(row_id) == _folded(table.id):
        return
    if not row_id or (table.grows and row_id.lower().startswith(NEW_ROW)):
        filled = [text_of(value) for value in values.values() if value != ""]
        if not filled or table.sums:
            return
        if not table.grows:
            gathered.notes.append(f"No id in {place}: {'; '.join(filled)} was not read.")
            return
        row_id = lasting_id(table, values)
    for name, value in values.items():
        gathered.cells.setdefault((table.name, row_id, name), []).append(value)
