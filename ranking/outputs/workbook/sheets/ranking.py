"""Ranking: everybody, best first. The sheet sorts itself when a decision or a weight changes."""

from functools import partial

from ranking.outputs.workbook.cells import Content, Fx
from ranking.outputs.workbook.context import Context, shown
from ranking.outputs.workbook.plan import FIRST, Entry, Plan
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.sheets import candidates
from ranking.outputs.workbook.styles import heat_map, status_rules
from ranking.outputs.workbook.table import Column, Table

CUT = "$D$3"
"""Cell with the total of the last place on the shortlist."""

_BEFORE = (
    Column("place", "Place", 7, "integer", "By total; equal totals share a place."),
    Column("candidate", "ID", 7),
    Column("name", "Name", 24, "bold"),
    Column("total", "Total", 8, "total", "0 to 100, of what is known."),
    Column("bar", "", 18, "bar"),
)
_AFTER = (
    Column("low", "Low", 7, "share", "The total with every unknown at its worst."),
    Column("could_be", "Could be", 7, "share", "The total with every unknown at its best."),
    Column(
        "undecided",
        "Undecided",
        11,
        "center",
        "What is unknown decides whether this candidate is on the shortlist: look at it by hand.",
    ),
    Column("formal", "Formal", 10, "center", "The worst verdict of the gates, see Requirements."),
    Column("problems", "Problems", 10, "integer", "Warnings and errors, see Problems."),
    Column("unread", "Not fully read", 10, "integer", "Files with pages that were not read."),
    Column("row", "Row", 6, "integer"),
)


def table(plan: Plan) -> Table:
    """Return the columns of the sheet; a row with the weights stands above the header."""
    scores = (
        Column(c.id, c.title, 12, "score", f"{c.reason} ? means unknown.") for c in plan.criteria
    )
    return Table("Ranking", (*_BEFORE, *scores, *_AFTER), first=FIRST + 1)


def write(sheet: Sheet, context: Context) -> None:
    """Write one row a place."""
    plan = context.plan
    columns = table(plan)
    intro = (
        f"{plan.call.title}, {plan.call.reference_number}. Humans decide; this sheet only sorts "
        "what was found. Start with Method."
    )
    sheet.start(columns, intro, frozen="D")
    _write_head(sheet, context)
    by_order = {context.values.candidates[e.candidate].order: e for e in plan.entries}
    styles = tuple(column.style for column in columns.columns)
    for order in range(1, len(plan.entries) + 1):
        row = columns.first + order - 1
        sheet.row(row, _contents(row, by_order[order], columns, context), styles)
    _decorate(sheet, columns, context)


def _write_head(sheet: Sheet, context: Context) -> None:
    plan = context.plan
    totals = candidates.table(plan).span("total", FIRST, plan.last_candidate)
    cut = (
        f'IF(OR(COUNT({totals})=0,ROWS({totals})<=shortlist),"",'
        f"LARGE({totals},MIN(shortlist,COUNT({totals}))))"
    )
    sheet.put(3, 1, "Total of the last place on the shortlist", "intro")
    sheet.put(3, 4, Fx(cut, shown(context.values.cut)), "total")
    sheet.put(4, 5, "weight", "weight_label")
    for number, criterion in enumerate(plan.criteria):
        weight = Fx(context.layout.weight(number), criterion.weight)
        sheet.put(4, len(_BEFORE) + 1 + number, weight, "weight")


def _contents(row: int, entry: Entry, columns: Table, context: Context) -> tuple[Content, ...]:
    plan, values = context.plan, context.values
    value = values.candidates[entry.candidate]

    fetch = partial(_fetch, plan, columns.at("row", row))
    return (
        fetch("place", shown(value.rank)),
        fetch("candidate", entry.candidate),
        fetch("name", entry.name),
        fetch("total", shown(value.total)),
        _bar(columns.at("total", row), value.total),
        *(
            _or_unknown(fetch(block.criterion.id, shown(values.blocks[block.row].score)))
            for block in entry.blocks
        ),
        fetch("low", shown(value.low)),
        fetch("could_be", value.could_be),
        _undecided(row, entry, columns, context),
        fetch("formal", entry.place.formal.replace("_", " ")),
        fetch("problems", entry.problems),
        fetch("unread", len(entry.assessment.dossier.application.not_fully_read)),
        _position(row - columns.first + 1, entry, plan),
    )


def _fetch(plan: Plan, position: str, key: str, stored: str | float) -> Fx:
    """Fetch a cell of Candidates from the row that stands in ``position``."""
    source = candidates.table(plan).span(key, FIRST, plan.last_candidate)
    return Fx(f"INDEX({source},${position})", stored)


def _position(order: int, entry: Entry, plan: Plan) -> Fx:
    orders = candidates.table(plan).span("order", FIRST, plan.last_candidate)
    return Fx(f"MATCH({order},{orders},0)", entry.row - FIRST + 1)


def _bar(cell: str, total: float | None) -> Fx:
    blocks = "" if total is None else "█" * int(total / 5 + 0.5)
    return Fx(f'IF({cell}="","",REPT("█",ROUND({cell}/5,0)))', blocks)


def _undecided(row: int, entry: Entry, columns: Table, context: Context) -> Fx:
    low, could_be = columns.at("low", row), columns.at("could_be", row)
    formula = f'IF({CUT}="","",IF(AND(N({low})<{CUT},{could_be}>={CUT}),"undecided",""))'
    return Fx(formula, "undecided" if context.values.undecided(entry.candidate) else "")


def _or_unknown(cell: Fx) -> Fx:
    return Fx(f'IF({cell.formula}="","?",{cell.formula})', "?" if cell.value == "" else cell.value)


def _decorate(sheet: Sheet, columns: Table, context: Context) -> None:
    plan = context.plan
    last = max(columns.first, columns.first + len(plan.entries) - 1)
    sheet.worksheet.column_dimensions[columns.letters["row"]].hidden = True
    sheet.worksheet.row_dimensions[columns.header].height = 30
    formatting = sheet.worksheet.conditional_formatting
    first_score, last_score = plan.criteria[0].id, plan.criteria[-1].id
    formatting.add(
        f"{columns.at(first_score, columns.first)}:{columns.at(last_score, last)}",
        heat_map(plan.call.scoring.cap),
    )
    words = f"{columns.at('undecided', columns.first)}:{columns.at('formal', last)}"
    for rule in status_rules():
        formatting.add(words, rule)
    sheet.filter(columns, last)
