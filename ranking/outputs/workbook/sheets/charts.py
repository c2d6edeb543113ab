"""Charts: what adds up to the totals, and who has shown what at which level, best first."""

from collections.abc import Sequence

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.worksheet.pagebreak import Break

from ranking.model.call import Criterion, Scale
from ranking.outputs.workbook.best import best_level
from ranking.outputs.workbook.cells import Content, Fx
from ranking.outputs.workbook.context import Context
from ranking.outputs.workbook.contributions import adds
from ranking.outputs.workbook.plan import FIRST, Entry, Plan
from ranking.outputs.workbook.sheet import LINE_HEIGHT, PADDING, Sheet, shows
from ranking.outputs.workbook.sheets import candidates, ranking
from ranking.outputs.workbook.styles import LINE, OKABE_ITO, level_rules
from ranking.outputs.workbook.table import Column, Table

MOST_BARS = 15
CHART_ROWS = 31
"""Rows that the chart covers; the tables below are printed on the next page."""

_BEFORE = (
    Column("place", "Place", 7, "integer", "By total; equal totals share a place."),
    Column("candidate", "ID", 7),
    Column("name", "Name", 24, "bold"),
)


def write(sheet: Sheet, context: Context) -> None:
    """Write the chart, the numbers behind it, and the levels of everybody."""
    plan = context.plan
    by_order = {context.values.candidates[e.candidate].order: e for e in plan.entries}
    entries = [entry for _, entry in sorted(by_order.items())]
    numbers = _numbers_table(plan)
    intro = "Best first, as on Ranking. All of it follows decisions and weights."
    sheet.start(numbers, intro)
    sheet.worksheet.freeze_panes = "A3"
    sheet.worksheet.print_title_rows = "1:2"
    if not entries:
        return
    best = entries[:MOST_BARS]
    told = f"What each criterion adds to the total of the first {len(best)}"
    sheet.section(numbers.header - 1, told)
    sheet.worksheet.row_breaks.append(Break(id=numbers.header - 2))
    for row in range(4, 4 + CHART_ROWS):
        sheet.worksheet.row_dimensions[row].height = LINE_HEIGHT + PADDING
    sheet.fill(numbers, [_numbers(n, entry, context) for n, entry in enumerate(best)])
    _add_chart(sheet, numbers, len(best), plan)
    _write_levels(sheet, numbers.first + len(best) + 3, entries, context)


def _numbers_table(plan: Plan) -> Table:
    adds_ = (
        Column(c.id, c.title, 12, "score", "What it adds to the total of 0 to 100.")
        for c in plan.criteria
    )
    return Table("Charts", (*_BEFORE, *adds_), first=FIRST + CHART_ROWS)


def _position(number: int, plan: Plan) -> str:
    """Return the cell of Ranking with the place on Candidates of who is there on a row."""
    table = ranking.table(plan)
    return table.of("row", table.first + number)


def _fetched(number: int, key: str, plan: Plan) -> str:
    """Return the formula for a cell of Candidates, of who is on a row of Ranking."""
    span = candidates.table(plan).span(key, FIRST, plan.last_candidate)
    return f"INDEX({span},{_position(number, plan)})"


def _who(number: int, entry: Entry, context: Context) -> tuple[Fx, ...]:
    plan, value = context.plan, context.values.candidates[entry.candidate]
    found = {
        "place": "" if value.rank is None else value.rank,
        "candidate": entry.candidate,
        "name": entry.name,
    }
    return tuple(Fx(_fetched(number, key, plan), value) for key, value in found.items())


def _numbers(number: int, entry: Entry, context: Context) -> tuple[Content, ...]:
    added = (
        Fx(
            _fetched(number, f"{candidates.ADDS}{block.criterion.id}", context.plan),
            adds(entry, block, context),
        )
        for block in entry.blocks
    )
    return (*_who(number, entry, context), *added)


def _add_chart(sheet: Sheet, numbers: Table, count: int, plan: Plan) -> None:
    """Add stacked bars, the best on top, as long as the totals."""
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 45
    first = len(_BEFORE) + 1
    last = (len(_BEFORE) + len(plan.criteria), numbers.first + count - 1)
    cells = Reference(
        sheet.worksheet, min_col=first, max_col=last[0], min_row=numbers.header, max_row=last[1]
    )
    chart.add_data(cells, titles_from_data=True)
    names = Reference(sheet.worksheet, min_col=3, min_row=numbers.first, max_row=last[1])
    for series, color in zip(chart.series, _colors(len(plan.criteria)), strict=True):
        series.cat = AxDataSource(strRef=StrRef(f=str(names)))
        series.graphicalProperties.solidFill = color
        series.graphicalProperties.line.solidFill = "FFFFFF"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"
    chart.y_axis.number_format = "0"
    chart.y_axis.scaling.min = 0
    lines = GraphicalProperties(ln=LineProperties(solidFill=LINE))
    chart.y_axis.majorGridlines = ChartLines(spPr=lines)
    chart.legend.position = "b"
    chart.width, chart.height = 30, 15
    sheet.worksheet.add_chart(chart, "A4")


def _colors(count: int) -> list[str]:
    return [OKABE_ITO[number % len(OKABE_ITO)] for number in range(count)]


def _write_levels(sheet: Sheet, header: int, entries: Sequence[Entry], context: Context) -> None:
    """Write the best level of everybody for all criteria that have levels."""
    plan = context.plan
    shown = [c for c in plan.criteria if c.scale is not Scale.GRADES]
    columns = (Column(c.id, c.title, 12, "center", _meaning(c)) for c in shown)
    table = Table("Charts", (*_BEFORE, *columns), first=header + 1)
    sheet.section(header - 1, "Who has shown what, at which level")
    if len(entries) > MOST_BARS:
        sheet.worksheet.row_breaks.append(Break(id=header - 2))
    sheet.header(table)
    last = sheet.fill(table, [_levels(n, entry, context) for n, entry in enumerate(entries)])
    if shown:
        cells = f"{table.at(shown[0].id, table.first)}:{table.at(shown[-1].id, last)}"
        scoring = plan.call.scoring
        sheet.color(cells, level_rules([*scoring.levels], [*scoring.achievements]))


def _meaning(criterion: Criterion) -> str:
    if criterion.scale is Scale.ACHIEVEMENTS:
        return "The level of the best achievement, from participation to an own result."
    return "The level of the best passage, from a mention to a publication; ? means unknown."


def _levels(number: int, entry: Entry, context: Context) -> tuple[Content, ...]:
    cells = []
    for block in entry.blocks:
        if block.criterion.scale is Scale.GRADES:
            continue
        score = _fetched(number, block.criterion.id, context.plan)
        level = _fetched(number, f"{candidates.LEVEL}{block.criterion.id}", context.plan)
        unknown = context.values.blocks[block.row].score is None
        value = "?" if unknown else shows(best_level(block, context))
        cells.append(Fx(f'IF({score}="","?",{level}&"")', value))
    return (*_who(number, entry, context), *cells)
