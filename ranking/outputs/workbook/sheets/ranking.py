"""Ranking: everybody, best first. The sheet sorts itself when a decision or a weight changes."""

from collections.abc import Iterator, Mapping

from ranking.outputs.workbook.cells import Content, Fx
from ranking.outputs.workbook.committee import decision_of, mean_score
from ranking.outputs.workbook.context import Context, shown
from ranking.outputs.workbook.facts import flags
from ranking.outputs.workbook.links import name_cell
from ranking.outputs.workbook.plan import FIRST, Entry, Plan
from ranking.outputs.workbook.sheet import LINE_HEIGHT, PADDING, Sheet
from ranking.outputs.workbook.sheets import candidates
from ranking.outputs.workbook.styles import heat_map, status_rules
from ranking.outputs.workbook.table import Column, Table

CUT = "$D$3"
"""Cell with the total of the last place on the shortlist."""

TEXTS = {"flags"}
"""Columns that may be empty: a formula shows an empty cell as 0."""

ROW_LINES = 2
"""Lines of every row: it cannot grow when the order changes."""

_BEFORE = (
    Column("place", "Place", 7, "integer", "By total; equal totals share a place."),
    Column("candidate", "ID", 7, "text", "Stays the same from build to build."),
    Column("name", "Name", 23, "bold"),
    Column("total", "Total", 8, "total", "0 to 100, of what is known."),
    Column("bar", "", 15, "bar"),
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
    Column("formal", "Formal", 9, "center", "The worst verdict of the gates, see Requirements."),
    Column("decision", "Decision", 10, "center", "The committee's, from the sheet Decisions."),
    Column(
        "mean", "Committee", 11, "score", "The mean of the members' scores on Reviews, 0 to 10."
    ),
    Column("flags", "Look at", 26, "wrap", "Warnings and errors in words, see Problems."),
    Column("problems", "Problems", 10, "integer", "Warnings and errors, see Problems."),
    Column("unread", "Not fully read", 8, "integer", "Files with pages that were not read."),
    Column("row", "Row", 6, "integer", hidden=True),
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
    told = flags(plan)
    rows = [
        _contents(order, entry, told.get(entry.candidate, ""), (columns, context))
        for order, entry in sorted(by_order.items())
    ]
    _decorate(sheet, columns, sheet.fill(columns, rows, middle=True), plan)


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


def _contents(
    order: int, entry: Entry, told: str, written: tuple[Table, Context]
) -> tuple[Content, ...]:
    columns, context = written
    row = columns.first + order - 1
    found = _found(entry, told, context)
    cells = dict(_fetched(found, f"${columns.at('row', row)}", context.plan))
    cells |= {b.criterion.id: _or_unknown(cells[b.criterion.id]) for b in entry.blocks}
    cells["name"] = name_cell(cells["name"], columns.at("candidate", row), context)
    total = context.values.candidates[entry.candidate].total
    cells["bar"] = _bar(columns.at("total", row), total)
    cells["undecided"] = _undecided(row, entry, columns, context)
    cells["row"] = _position(order, entry, context.plan)
    return tuple(cells[column.key] for column in columns.columns)


def _found(entry: Entry, told: str, context: Context) -> dict[str, str | float]:
    """Return what stands on Candidates about somebody, by column."""
    value = context.values.candidates[entry.candidate]
    return {
        "place": shown(value.rank),
        "candidate": entry.candidate,
        "name": entry.name,
        "total": shown(value.total),
        **{b.criterion.id: shown(context.values.blocks[b.row].score) for b in entry.blocks},
        "low": shown(value.low),
        "could_be": value.could_be,
        "formal": candidates.formal(entry),
        "decision": decision_of(context.plan, entry.candidate),
        "mean": shown(mean_score(context.plan, entry.candidate)),
        "flags": told,
        "problems": entry.problems,
        "unread": len(entry.assessment.dossier.application.not_fully_read),
    }


def _fetched(
    found: Mapping[str, str | float], position: str, plan: Plan
) -> Iterator[tuple[str, Fx]]:
    """Yield cells of Candidates, fetched from the row that stands in ``position``."""
    source = candidates.table(plan)
    for key, value in found.items():
        cell = f"INDEX({source.span(key, FIRST, plan.last_candidate)},{position})"
        yield key, Fx(f'{cell}&""' if key in TEXTS else cell, value)


def _position(order: int, entry: Entry, plan: Plan) -> Fx:
    orders = candidates.table(plan).span("order", FIRST, plan.last_candidate)
    return Fx(f"MATCH({order},{orders},0)", entry.row - FIRST + 1)


def _bar(cell: str, total: float | None) -> Fx:
    """Return a block for every ten points, and half a block for five."""
    halves = 0 if total is None else int(total / 5 + 0.5)
    blocks = "█" * (halves // 2) + "▌" * (halves % 2)
    count = f"ROUND({cell}/5,0)"
    bar = f'REPT("█",INT({count}/2))&REPT("▌",MOD({count},2))'
    return Fx(f'IF({cell}="","",{bar})', blocks)


def _undecided(row: int, entry: Entry, columns: Table, context: Context) -> Fx:
    low, could_be = columns.at("low", row), columns.at("could_be", row)
    formula = f'IF({CUT}="","",IF(AND(N({low})<{CUT},{could_be}>={CUT}),"undecided",""))'
    return Fx(formula, "undecided" if context.values.undecided(entry.candidate) else "")


def _or_unknown(cell: Fx) -> Fx:
    return Fx(f'IF({cell.formula}="","?",{cell.formula})', "?" if cell.value == "" else cell.value)


def _decorate(sheet: Sheet, columns: Table, last: int, plan: Plan) -> None:
    for row in range(columns.first, last + 1):
        sheet.worksheet.row_dimensions[row].height = ROW_LINES * LINE_HEIGHT + PADDING
    first_score, last_score = plan.criteria[0].id, plan.criteria[-1].id
    scores = f"{columns.at(first_score, columns.first)}:{columns.at(last_score, last)}"
    sheet.color(scores, [heat_map(plan.call.scoring.cap)])
    words = f"{columns.at('undecided', columns.first)}:{columns.at('decision', last)}"
    sheet.color(words, status_rules())
    sheet.filter(columns, last)
    sheet.worksheet.sheet_view.tabSelected = True
