"""The best passage of a candidate for a criterion, and the level that it shows, by formula.

It may stand on Evidence, on Not counted (switched on), or on Own evidence.
"""

from ranking.model.call import Scale
from ranking.model.evidence import Evidence
from ranking.model.points import passage_points
from ranking.outputs.workbook.cells import Fx
from ranking.outputs.workbook.context import Context
from ranking.outputs.workbook.plan import FIRST, Block
from ranking.outputs.workbook.rules import ladder_name
from ranking.outputs.workbook.table import Table
from ranking.outputs.workbook.tables import BREAKDOWN, EVIDENCE, NOT_COUNTED, OWN_EVIDENCE, WORKING


def best_passage(block: Block, context: Context) -> Evidence | None:
    """Return the passage with the most points, None if none earns any; found before added."""
    place = context.values.blocks[block.row].best_place
    found = block.working[place - 1] if place else None
    most = context.values.rows[found.id].points if found else 0.0
    added = {e.id: _points(e, block, context) for e in block.own}
    own = max(block.own, key=lambda e: added[e.id], default=None)
    return own if own and added[own.id] > most else found


def _points(evidence: Evidence, block: Block, context: Context) -> float:
    level = evidence.level
    return passage_points(context.plan.call, block.criterion, evidence.concept, level)


def best_id(block: Block, context: Context) -> Fx | str:
    """Return the id of the best passage, "" if none earns points."""
    passage = best_passage(block, context)
    place = BREAKDOWN.of("best_place", block.row)
    found = f"INDEX({WORKING.span('id', *_rows(block))},{place})"
    formula = _chosen(block, found, "own_ids")
    return Fx(formula, passage.id if passage else "")


def best_level(block: Block, context: Context) -> Fx | str:
    """Return what the best passage counts as, "" if none earns points."""
    passage = best_passage(block, context)
    names = f"INDEX({ladder_name(block.criterion)}_names,{{}})"
    level = BREAKDOWN.of("best_level", block.row)
    formula = _chosen(block, names.format(level), "own_level", names)
    return Fx(formula, passage.level if passage else "")


def _rows(block: Block) -> tuple[int, int]:
    return block.start.working, block.end.working - 1


def _chosen(block: Block, found: str, added: str, then: str = "{}") -> str:
    """Choose between the best passage found and the best that the committee added."""
    level = BREAKDOWN.of("best_level", block.row)
    found = f'IF({level}=0,"",{found})' if block.working else '""'
    best = f"SUMPRODUCT(MAX((own_block={block.row})*own_points))"
    backward = "(ROWS(own_block)+ROW(INDEX(own_block,1))-ROW(own_block))"
    chosen = f"(own_block={block.row})*(own_points={best})"
    first = f"ROWS(own_block)+1-SUMPRODUCT(MAX({chosen}*{backward}))"
    own = then.format(f"INDEX({added},{first})")
    better = f"{best}>{_most_found(block, level)}"
    return f"IF({BREAKDOWN.of('own', block.row)}=0,{found},IF({better},{own},{found}))"


def _most_found(block: Block, level: str) -> str:
    """Return the points of the best passage found."""
    if not block.working:
        return "0"
    if block.criterion.scale is Scale.INTERESTS:
        return f"MAX({WORKING.span('points', *_rows(block))})"
    return f"IF({level}=0,0,INDEX({ladder_name(block.criterion)}_points,{level}))"


def best_told(identifier: str, context: Context) -> str:
    """Return the formula for level, words and place of the passage with an id."""
    plan = context.plan
    formula = '""'
    for table, last, level in (
        (OWN_EVIDENCE, FIRST + len(context.values.own) - 1, "level"),
        (NOT_COUNTED, plan.last_left_out, "counts_as"),
        (EVIDENCE, plan.last_passage, "counts_as"),
    ):
        formula = f"IFERROR({_told(identifier, table, last, level)},{formula})"
    return f'IF({identifier}="","",{formula})'


def _told(identifier: str, table: Table, last: int, level: str) -> str:
    place = f"MATCH({identifier},{table.span('id', FIRST, last)},0)"
    level, quote, file, page = (
        f"INDEX({table.span(key, FIRST, last)},{place})" for key in (level, "quote", "file", "page")
    )
    return f'{level}&": "&{quote}&CHAR(10)&{file}&", p. "&{page}'
