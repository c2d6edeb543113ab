"""What each criterion adds to a total, so that two candidates can be compared.

To leave out what is unknown is to take it as good as the rest. Said so, a criterion can add the
same to every total, what two candidates have compares, and all of it sums up to the total.
"""

from ranking.model.call import Scale
from ranking.model.points import rounded
from ranking.outputs.workbook.cells import Fx
from ranking.outputs.workbook.context import Context
from ranking.outputs.workbook.plan import Block, Entry
from ranking.outputs.workbook.tables import BREAKDOWN
from ranking.outputs.workbook.twin import area_weight, other_weight

_ALL = "(area_weight+other_weight)"


def adds(entry: Entry, block: Block, context: Context) -> float:
    """Return what a criterion adds to the total of a candidate, 0..100, rounded."""
    plan, value = context.plan, context.values.blocks[block.row]
    weight = area_weight(plan) + other_weight(plan)
    if not weight:
        return 0.0
    if _left_out(block) and value.score is None:
        total = context.values.candidates[entry.candidate].total or 0.0
        return rounded(value.weight * total / weight)
    if block.row not in context.values.counting:
        return 0.0
    return rounded(100 * value.weighted / (plan.call.scoring.cap * weight))


def adds_formula(block: Block, total: str) -> str:
    """Return the formula of it; ``total`` is the cell of the candidate's total."""
    row = block.row
    counts, weighted = BREAKDOWN.of("counts", row), BREAKDOWN.of("weighted", row)
    known = f'IF({counts}="yes",ROUND(100*{weighted}/(cap*{_ALL}),6),0)'
    if _left_out(block):
        unknown = f"ROUND({BREAKDOWN.of('weight', row)}*N({total})/{_ALL},6)"
        known = f'IF({BREAKDOWN.of("score", row)}="",{unknown},{known})'
    return f"IF({_ALL}=0,0,{known})"


def adds_cell(entry: Entry, block: Block, total: str, context: Context) -> Fx:
    """Return the formula with its value."""
    return Fx(adds_formula(block, total), adds(entry, block, context))


def _left_out(block: Block) -> bool:
    """Whether the criterion leaves the total while it is unknown; areas do not."""
    return block.criterion.scale is not Scale.AREA
