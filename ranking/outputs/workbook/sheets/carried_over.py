"""Carried over: what somebody typed and nothing came of, so that no word is lost."""

from collections.abc import Iterator, Mapping

from ranking.model.input_tables import INPUT_TABLES, Cell
from ranking.model.review import Change, Review, Unplaced
from ranking.outputs.workbook.cells import Content
from ranking.outputs.workbook.context import Context
from ranking.outputs.workbook.plan import Plan
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.table import Column, Table

SHEETS = {
    "evidence": "Evidence",
    "not_counted": "Not counted",
    "requirements": "Requirements",
    "weights": "Weights",
    "decisions": "Decisions",
    "own": "Own evidence",
    "reviews": "Reviews",
}
"""Sheets by the name of their table."""

OUTCOMES = {
    "overruled": "a newer edit of another copy won",
    "unknown": "not understood; kept as a note",
}

EMPTIED = "(emptied)"

_SHEET = Column("sheet", "Sheet", 14, "text", "Where it was typed.")
_ROW = Column("row", "Row", 22, "wrap", "The id of the row.")
_WHOM = Column("name", "Name", 22, "text", "The candidate, where the row names one.")
_FIELD = Column("field", "Column", 20, "text")
_TYPED = Column("value", "What was typed", 52, "wrap")

UNPLACED = Table(
    "Carried over",
    (
        _SHEET,
        _ROW,
        _WHOM,
        _FIELD,
        _TYPED,
        Column("reason", "Why it has no effect", 52, "wrap"),
    ),
    first=6,
)
"""What has no row any more."""

_CONFLICTS = (
    _SHEET,
    _ROW,
    _WHOM,
    _FIELD,
    _TYPED,
    Column("holds", "What holds now", 52, "wrap"),
    Column("outcome", "Why", 30, "wrap"),
    Column("source", "Workbook", 24, "wrap", "The file in which it was typed."),
    Column("time", "Saved", 20, "text", "When that file was saved last (UTC)."),
    Column("build", "Build", 8, "integer", "The number of the build that read it."),
)


def write(sheet: Sheet, context: Context) -> None:
    """Write two tables: what has no row, and what was overruled."""
    plan = context.plan
    intro = (
        "Whatever was typed and has no effect stands here, and stays in decisions.jsonl. It takes "
        "effect again when its row comes back."
    )
    sheet.start(UNPLACED, intro)
    sheet.worksheet.freeze_panes = "A3"
    sheet.section(4, "Without a row")
    names = _names(plan)
    lost = [_unplaced(unplaced, names) for unplaced in plan.result.unplaced]
    last = sheet.fill(UNPLACED, lost)
    if not lost:
        sheet.put(last, 1, "Nothing: everything typed has its place.", "muted")
    _write_conflicts(sheet, last + 4, (plan, names))


def _write_conflicts(sheet: Sheet, first: int, known: tuple[Plan, Mapping[str, str]]) -> None:
    plan, names = known
    table = Table("Carried over", _CONFLICTS, first=first)
    sheet.section(first - 2, "Overruled or not understood")
    sheet.header(table)
    changes = plan.result.conflicts
    sheet.fill(table, [_conflict(change, plan.result.review, names) for change in changes])
    if not changes:
        sheet.put(first, 1, "Nothing.", "muted")


def _names(plan: Plan) -> dict[str, str]:
    """Return the names of candidates by what a row may be called."""
    names = dict(plan.names)
    for entry in plan.entries:
        names |= dict.fromkeys((e.id for e in entry.assessment.dossier.evidence), entry.name)
    review = plan.result.review
    for table, row, field in review.cells:
        if field == "candidate":
            names[row] = plan.names.get(review.text(table, row, field).upper(), "")
    return names


def _place(cell: Cell, names: Mapping[str, str]) -> Iterator[str]:
    """Yield sheet, row, name and column of a cell, in the words of the workbook."""
    name, row, field = cell
    table = INPUT_TABLES.get(name)
    titles = table.headers[0].fields if table else {}
    yield SHEETS.get(name, name)
    yield row
    yield names.get(row.partition("/")[0], "")
    yield titles.get(field, field)


def _unplaced(unplaced: Unplaced, names: Mapping[str, str]) -> tuple[Content, ...]:
    return (*_place(unplaced.cell, names), unplaced.value, unplaced.reason)


def _conflict(change: Change, review: Review, names: Mapping[str, str]) -> tuple[Content, ...]:
    return (
        *_place(change.cell, names),
        EMPTIED if change.value == "" else change.value,
        review.value(change.cell),
        OUTCOMES.get(change.outcome, change.outcome),
        change.source,
        change.time.replace("T", " ").rstrip("Z"),
        change.build,
    )
