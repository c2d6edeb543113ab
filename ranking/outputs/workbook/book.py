"""The workbook as a whole: plan, values, sheets, and the file on disk."""

import datetime as dt
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.properties import CalcProperties

from ranking.model.result import Result
from ranking.outputs.workbook.cells import clean
from ranking.outputs.workbook.context import Context
from ranking.outputs.workbook.inject import Stored, inject
from ranking.outputs.workbook.plan import make_plan
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.sheets import (
    breakdown,
    candidates,
    evidence,
    method,
    not_counted,
    problems,
    ranking,
    requirements,
    weights,
    working,
)
from ranking.outputs.workbook.styles import Look
from ranking.outputs.workbook.twin import evaluate
from ranking.outputs.workbook.weights_layout import defined_names, make_layout


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet: its name, what writes it, whether it is shown."""

    title: str
    write: Callable[[Sheet, Context], None]
    state: Literal["visible", "hidden"] = "visible"


PAGES: tuple[Page, ...] = (
    Page("Ranking", ranking.write),
    Page("Candidates", candidates.write),
    Page("Evidence", evidence.write),
    Page("Not counted", not_counted.write),
    Page("Requirements", requirements.write),
    Page("Weights", weights.write),
    Page("Breakdown", breakdown.write),
    Page("Problems", problems.write),
    Page("Method", method.write),
    Page("Working", working.write, "hidden"),
)
"""All sheets in their order; a new sheet is one module and one line here."""


def write_workbook(result: Result, path: Path) -> None:
    """Write the committee's workbook.

    The bytes depend on the result only: the call's deadline stands for every date.

    Args:
        result: The result of a run.
        path: The file; its folder must exist.

    Raises:
        OSError: If the file cannot be written.
    """
    plan = make_plan(result)
    context = Context(plan=plan, values=evaluate(plan), layout=make_layout(plan))
    book = _new_book(result)
    for name, reference in defined_names(plan, context.layout).items():
        book.defined_names[name] = DefinedName(name, attr_text=reference)
    stored = _write_pages(book, context)
    buffer = io.BytesIO()
    book.save(buffer)
    inject(buffer, path, stored, _time(result))


def _write_pages(book: Workbook, context: Context) -> dict[str, Stored]:
    """Write all sheets; return the values of their formulas by the part's name in the file."""
    worksheets = [book.create_sheet(page.title) for page in PAGES]
    look = Look(worksheets[0])
    stored: dict[str, Stored] = {}
    for number, (page, worksheet) in enumerate(zip(PAGES, worksheets, strict=True), start=1):
        sheet = Sheet(worksheet, look)
        page.write(sheet, context)
        worksheet.sheet_state = page.state
        stored[f"xl/worksheets/sheet{number}.xml"] = sheet.stored
    return stored


def _new_book(result: Result) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "ranking"
    book.properties.title = clean(result.call.title)
    book.properties.created = _time(result)
    book.calculation = CalcProperties(fullCalcOnLoad=True)
    return book


def _time(result: Result) -> dt.datetime:
    return dt.datetime.combine(result.call.deadline, dt.time())
