"""Candidates: total, interval, place, scores and facts of everybody, in the order of their ids."""

from openpyxl.worksheet.pagebreak import Break

from ranking.model.call import Scale
from ranking.outputs.workbook.best import best_id, best_level
from ranking.outputs.workbook.cells import Content, Fx
from ranking.outputs.workbook.committee import (
    decision_of,
    decision_span,
    mean_score,
    review_span,
)
from ranking.outputs.workbook.context import Context, shown
from ranking.outputs.workbook.contributions import adds_cell
from ranking.outputs.workbook.facts import FACTS, fact_text, files_text, flags
from ranking.outputs.workbook.gates import formal_cells
from ranking.outputs.workbook.plan import FIRST, Entry, Plan
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.styles import status_rules
from ranking.outputs.workbook.table import Column, Table
from ranking.outputs.workbook.tables import BREAKDOWN, CANDIDATES

ADDS, BEST, LEVEL = "adds/", "best/", "level/"
"""How the keys begin of the hidden columns of each criterion: what it adds to the total, its best
passage, and the level of that."""


def table(plan: Plan) -> Table:
    """Return the columns of the sheet: facts, scores, and hidden ones that other sheets show."""
    facts = (
        Column(key, title, width, "wrap", "As found in the documents; see tables/facts.jsonl.")
        for key, (title, width, _) in FACTS.items()
    )
    files = Column("files", "Files", 48, "wrap", "As submitted, with the kind recognised.")
    scores = (
        Column(c.id, c.title, 12, "score", "0 to the cap; empty: unknown.") for c in plan.criteria
    )
    hidden = (
        Column(f"{kind}{c.id}", f"{c.title}: {kind.rstrip('/')}", 12, style, hidden=True)
        for kind, style in ((ADDS, "score"), (BEST, "text"), (LEVEL, "text"))
        for c in plan.criteria
    )
    return Table("Candidates", (*CANDIDATES.columns, *scores, *facts, files, *hidden))


def formal(entry: Entry) -> str:
    """Return the formal status in words."""
    return entry.place.formal.replace("_", " ")


def write(sheet: Sheet, context: Context) -> None:
    """Write one row a candidate."""
    plan = context.plan
    columns = table(plan)
    intro = "Everybody in the order of the ids, with facts at a glance. Ranking sorts them."
    sheet.start(columns, intro)
    told, gates = flags(plan), formal_cells(plan)
    rows = [
        _row(entry, (told.get(entry.candidate, ""), gates[entry.candidate]), context)
        for entry in plan.entries
    ]
    sheet.filter(columns, sheet.fill(columns, rows))
    sheet.worksheet.print_title_cols = "A:B"
    sheet.worksheet.page_setup.fitToWidth = 2
    sheet.worksheet.col_breaks.append(Break(id=len(CANDIDATES.columns) + len(plan.criteria)))
    _decorate(sheet, columns, plan)


def _row(entry: Entry, known: tuple[str, Fx], context: Context) -> tuple[Content, ...]:
    told, status = known
    total = CANDIDATES.at("total", entry.row)
    return (
        entry.candidate,
        entry.name,
        *_totals(entry, context),
        *_places(entry, context),
        status,
        *_committee(entry, context.plan),
        told,
        entry.problems,
        len(entry.assessment.dossier.application.not_fully_read),
        *_scores(entry, context),
        *(fact_text(entry, fact) for fact in FACTS),
        files_text(entry),
        *(adds_cell(entry, block, total, context) for block in entry.blocks),
        *(best_id(block, context) for block in entry.blocks),
        *(best_level(block, context) for block in entry.blocks),
    )


def _committee(entry: Entry, plan: Plan) -> tuple[Fx, Fx]:
    """Return the committee's decision and the mean of its scores."""
    own = f"$A{entry.row}"
    place = f"MATCH({own},{decision_span('candidate', plan)},0)"
    decision = f'IFERROR(INDEX({decision_span("decision", plan)},{place})&"","")'
    whom, scores = review_span("candidate", plan), review_span("score", plan)
    mean = f'IFERROR(AVERAGEIF({whom},{own},{scores}),"")'
    return (
        Fx(decision, decision_of(plan, entry.candidate)),
        Fx(mean, shown(mean_score(plan, entry.candidate))),
    )


def _decorate(sheet: Sheet, columns: Table, plan: Plan) -> None:
    last = plan.last_candidate
    for key in ("formal", "decision"):
        sheet.color(columns.cells(key, FIRST, last), status_rules())


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
