"""Working (hidden): finds every passage on Evidence again, also after somebody sorted it.

Why: summing 30,000 rows by candidate and criterion takes half a minute after every edit. Here the
rows of one candidate and criterion stand together, so that Breakdown needs short ranges only. Each
row looks at its expected place first and searches only if another passage stands there.
"""

from ranking.model.call import Scale
from ranking.model.evidence import Level
from ranking.outputs.workbook import rules
from ranking.outputs.workbook.cells import Fx
from ranking.outputs.workbook.context import Context
from ranking.outputs.workbook.plan import FIRST, Block
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.tables import EVIDENCE, WORKING

_STYLES = tuple(column.style for column in WORKING.columns)


def write(sheet: Sheet, context: Context) -> None:
    """Write one row a passage, in the order in which Evidence is built."""
    sheet.start(WORKING, "Used by the formulas of Breakdown. Nothing to read here.")
    for block in context.plan.blocks:
        for index, evidence in enumerate(block.passages):
            row = block.first + index
            cells = (evidence.id, block.candidate, block.criterion.title, block.groups[index])
            sheet.row(row, (*cells, *_formulas(row, block, context)), _STYLES)


def _formulas(row: int, block: Block, context: Context) -> tuple[Fx | float, ...]:
    value = context.values.rows[row]
    if block.criterion.scale is Scale.GRADES:
        return (0, 0, 0, 0)
    found = WORKING.at("row", row)
    last = context.plan.last_passage
    ids = EVIDENCE.span("id", FIRST, last)
    hint, own = row - FIRST + 1, WORKING.at("id", row)
    place = f"IF(IFERROR(INDEX({ids},{hint}),0)={own},{hint},IFERROR(MATCH({own},{ids},0),0))"
    points = f"IF({found}=0,0,INDEX({EVIDENCE.span('points', FIRST, last)},{found}))"
    return (
        Fx(place, hint),
        Fx(points, value.points),
        _flag(row, block, context),
        Fx(_stated(row, block), value.stated) if block.criterion.scale is Scale.INTERESTS else 0,
    )


def _flag(row: int, block: Block, context: Context) -> Fx | float:
    value = context.values.rows[row].flag
    found = WORKING.at("row", row)
    used = f"INDEX({EVIDENCE.span('counts_as', FIRST, context.plan.last_passage)},{found})"
    if block.criterion.scale is Scale.ACHIEVEMENTS:
        return Fx(f"IF({WORKING.at('points', row)}>0,1,0)", value)
    if block.criterion.scale is Scale.INTERESTS:
        return Fx(f'IF({found}=0,0,IF({used}="{Level.INTEREST}",1,0))', value)
    if not block.groups[row - block.first]:
        return 0
    ladder = f"IFERROR(MATCH({used},level_names,0),0)"
    return Fx(f"IF({found}=0,0,IF({ladder}>={rules.SUBSTANTIAL},1,0))", value)


def _stated(row: int, block: Block) -> str:
    """Return the best stated points of the passage's group, shared among those who state it."""
    groups, flags, points = (
        f"${WORKING.letters[key]}${block.first}:${WORKING.letters[key]}${block.last}"
        for key in ("group", "flag", "points")
    )
    own, flag = WORKING.at("group", row), WORKING.at("flag", row)
    best = f"SUMPRODUCT(MAX(({groups}={own})*{flags}*{points}))"
    return f"IF({flag}=0,0,{best}/COUNTIFS({groups},{own},{flags},1))"
