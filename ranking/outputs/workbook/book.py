"""The workbook as a whole: plan, values, sheets, and the file on disk."""

import datetime as dt
import gc
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from openpyxl import Workbook
from openpyxl.packaging.custom import IntProperty, StringProperty
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.properties import CalcProperties

from ranking.model.input_tables import (
    BUILD_PROPERTY,
    RUN_PROPERTY,
    SCHEMA_PROPERTY,
    SCHEMA_VERSION,
)
from ranking.model.result import Result
from ranking.outputs.workbook.cells import clean
from ranking.outputs.workbook.context import Context
from ranking.outputs.workbook.inject import Stored, inject
from ranking.outputs.workbook.plan import make_plan
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.sheets import (
    breakdown,
    candidates,
    carried_over,
    charts,
    compare,
    courses,
    decisions,
    evidence,
    interests,
    lists,
    method,
    not_counted,
    own_evidence,
    problems,
    provenance,
    ranking,
    requirements,
    reviews,
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
    Page("Decisions", decisions.write),
    Page("Compare", compare.write),
    Page("Charts", charts.write),
    Page("Evidence", evidence.write),
    Page("Own evidence", own_evidence.write),
    Page("Not counted", not_counted.write),
    Page("Requirements", requirements.write),
    Page("Interests", interests.write),
    Page("Courses", courses.write),
    Page("Weights", weights.write),
    Page("Breakdown", breakdown.write),
    Page("Reviews", reviews.write),
    Page("Problems", problems.write),
    Page("Carried over", carried_over.write),
    Page("Method", method.write),
    Page("Provenance", provenance.write),
    Page("Working", working.write, "hidden"),
    Page("Lists", lists.write, "hidden"),
)
"""All sheets in their order; a new sheet is one module and one line here."""


def write_workbook(result: Result, path: Path, *, linked: bool = False) -> None:
    """Write the committee's workbook.

    The bytes depend on the result only: the call's deadline stands for every date.

    Args:
        result: The result of a run.
        path: The file; its folder must exist.
        linked: Whether the report stands beside it, so that cells link to its pages.

    Raises:
        OSError: If the file cannot be written.
    """
    buffer, stored = _saved(result, linked=linked)
    gc.collect()  # the cells of the workbook, some hundred megabytes, refer to each other
    inject(buffer, path, stored, _time(result))


def _saved(result: Result, *, linked: bool) -> tuple[io.BytesIO, dict[str, Stored]]:
    """Return the workbook without values, and the values of its formulas by part."""
    plan = make_plan(result)
    values, layout = evaluate(plan), make_layout(plan)
    context = Context(plan=plan, values=values, layout=layout, linked=linked)
    book = _new_book(result)
    for name, reference in defined_names(plan, context.layout).items():
        book.defined_names[name] = DefinedName(name, attr_text=reference)
    stored = _write_pages(book, context)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer, stored


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
    properties = book.custom_doc_props  # type: ignore[attr-defined] # its stubs do not know it
    for name, number in ((SCHEMA_PROPERTY, SCHEMA_VERSION), (BUILD_PROPERTY, result.build)):
        properties.append(IntProperty(name=name, value=number))
    properties.append(StringProperty(name=RUN_PROPERTY, value=result.run))
    return book


def _time(result: Result) -> dt.datetime:
    return dt.datetime.combine(result.call.deadline, dt.time())
