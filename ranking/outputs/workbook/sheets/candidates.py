"""Candidates: total, interval, place and scores of everybody, in the order of their ids."""

from ranking.model.call import Scale
from ranking.outputs.workbook.cells import Content, Fx
from ranking.outputs.workbook.context import Context, shown
from ranking.outputs.workbook.plan import FIRST, Entry, Plan
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.styles import heat_map, status_rules
from ranking.outputs.workbook.table import Column, Table
from ranking.outputs.workbook.tables import BREAKDOWN, CANDIDATES


def table(plan: Plan) -> Table:
    """Return the columns of the sheet: the scores come last."""
    scores = (
        Column(c.id, c.title, 12, "score", "0 to the cap; empty: unknown.") for c in plan.criteria
    )
    return Table("Candidates", (*CANDIDATES.columns, *scores))


def write(sheet: Sheet, context: Context) -> None:
    """Write one row a candidate."""
    plan = context.plan
    columns = table(plan)
    sheet.start(columns, "Everybody in the order of the ids. Ranking sorts them.")
    styles = tuple(column.style for column in columns.columns)
    for entry in plan.entries:
        contents: tuple[Content, ...] = (
            entry.candidate,
            entry.name,
            *_totals(entry, context),
            *_places(entry, context),
            entry.place.formal.replace("_", " "),
            entry.problems,
            len(entry.assessment.dossier.application.not_fully_read),
            *_scores(entry, context),
        )
        sheet.row(entry.row, contents, styles)
    _decorate(sheet, columns, plan)


def _decorate(sheet: Sheet, columns: Table, plan: Plan) -> None:
    last = plan.last_candidate
    sheet.filter(columns, last)
    formatting = sheet.worksheet.conditional_formatting
    first_score, last_score = plan.criteria[0].id, plan.criteria[-1].id
    formatting.add(
        f"{columns.at(first_score, FIRST)}:{columns.at(last_score, last)}",
        heat_map(plan.call.scoring.cap),
    )
    for rule in status_rules():
        formatting.add(f"{columns.at('formal', FIRST)}:{columns.at('formal', last)}", rule)


def _totals(entry: Entry, context: Context) -> tuple[Fx, Fx, Fx]:
    """Return total, low and could be."""
    value = context.values.candidates[entry.candidate]
    columns = table(context.plan)
    known = f"{columns.letters[context.plan.criteria[0].id]}{entry.row}"
    known += f":{columns.letters[context.plan.criteria[-1].id]}{entry.row}"
    all_weights = "(area_weight+other_weight)"
    points = _points("weighted", entry)
    total = _share(points, f"(area_weight+{_others('weight_used', entry)})")
    low, could_be = (
        _share(points, all_weights),
        _share(_points("weighted_could_be", entry), all_weights),
    )
    own = CANDIDATES.at("total", entry.row)
    return (
        Fx(f'IF(COUNT({known})=0,"",{total})', shown(value.total)),
        Fx(f'IF({own}="","",{low})', shown(value.low)),
        Fx(could_be, value.could_be),
    )


def _share(points: str, weight: str) -> str:
    return f"IF({weight}=0,0,ROUND(100*({points})/(cap*{weight}),6))"


def _points(column: str, entry: Entry) -> str:
    """Add the largest areas, as many as count, and all other criteria."""
    areas = [b.row for b in entry.blocks if b.criterion.scale is Scale.AREA]
    others = _others(column, entry)
    if not areas:
        return others
    numbers = "{" + ",".join(str(n) for n in range(1, len(areas) + 1)) + "}"
    span = BREAKDOWN.span(column, areas[0], areas[-1])
    return f"SUMPRODUCT(LARGE({span},{numbers})*({numbers}<=areas_counted))+{others}"


def _others(column: str, entry: Entry) -> str:
    rows = [b.row for b in entry.blocks if b.criterion.scale is not Scale.AREA]
    return f"SUM({BREAKDOWN.span(column, rows[0], rows[-1])})" if rows else "0"


def _places(entry: Entry, context: Context) -> tuple[Fx, Fx]:
    """Return the place (ties share it), and an order without ties; no total comes last."""
    value = context.values.candidates[entry.candidate]
    own, letter = CANDIDATES.at("total", entry.row), CANDIDATES.letters["total"]
    totals = f"${letter}${FIRST}:${letter}${context.plan.last_candidate}"
    above = f"${letter}${FIRST}:{letter}{entry.row}"
    place = CANDIDATES.at("place", entry.row)
    return (
        Fx(f'IF({own}="","",RANK({own},{totals},0))', shown(value.rank)),
        Fx(
            f'IF({own}="",COUNT({totals})+ROWS({above})-COUNT({above}),'
            f"{place}+COUNTIF({above},{own})-1)",
            value.order,
        ),
    )


def _scores(entry: Entry, context: Context) -> list[Fx]:
    cells = []
    for block in entry.blocks:
        source = BREAKDOWN.of("score", block.row)
        value = shown(context.values.blocks[block.row].score)
        cells.append(Fx(f'IF({source}="","",{source})', value))
    return cells
