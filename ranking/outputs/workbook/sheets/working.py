"""Working (hidden): finds every passage again, also after somebody sorted the sheet it stands on.

Why: summing 30,000 rows by candidate and criterion takes half a minute after every edit. Here the
rows of one candidate and criterion stand together, so that Breakdown needs short ranges only. Each
row looks at its expected place first and searches only if another passage stands there. Where the
level tells the points, no points are fetched: every formula here is computed at every decision.
"""

from ranking.model.call import Scale
from ranking.outputs.workbook.cells import Content, Fx
from ranking.outputs.workbook.context import Context
from ranking.outputs.workbook.plan import FIRST, Block
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.table import Table
from ranking.outputs.workbook.tables import EVIDENCE, NOT_COUNTED, WORKING

_STYLES = tuple(column.style for column in WORKING.columns)


def write(sheet: Sheet, context: Context) -> None:
    """Write one row a passage that may earn points: those that count, then those left out."""
    sheet.start(WORKING, "Used by the formulas of Breakdown. Nothing to read here.")
    for block in context.plan.blocks:
        for index in range(len(block.working)):
            contents = _contents(block, index, context)
            sheet.row(block.start.working + index, contents, _STYLES[: len(contents)])


def _contents(block: Block, index: int, context: Context) -> tuple[Content, ...]:
    evidence = block.working[index]
    value = context.values.rows[evidence.id]
    row = block.start.working + index
    table, last, hint = _place(block, index, context)
    place, level = WORKING.at("row", row), WORKING.at("level_place", row)
    number = f"INDEX({table.span('level_place', FIRST, last)},{place})"
    points = Fx(f"IF({level}=0,0,INDEX({table.span('points', FIRST, last)},{place}))", value.points)
    interests = block.criterion.scale is Scale.INTERESTS
    return (
        evidence.id,
        block.candidate,
        block.criterion.title,
        block.groups[index],
        Fx(found_again(table.span("id", FIRST, last), hint, WORKING.at("id", row)), hint),
        Fx(f"IF({place}=0,0,{number})", value.level),
        *((points,) if interests else ()),
    )


def _place(block: Block, index: int, context: Context) -> tuple[Table, int, int]:
    """Return the sheet of a passage, its last row, and where on it the passage should stand."""
    shown = len(block.passages)
    if index < shown:
        return EVIDENCE, context.plan.last_passage, block.first + index - FIRST + 1
    row = block.start.left_out + index - shown
    return NOT_COUNTED, context.plan.last_left_out, row - FIRST + 1


def found_again(ids: str, hint: int, own: str) -> str:
    """Return the formula for the place of an id: where it should be, or else anywhere; 0: gone."""
    return f"IF(IFERROR(INDEX({ids},{hint}),0)={own},{hint},IFERROR(MATCH({own},{ids},0),0))"
