"""Breakdown: how every score comes about, one row a candidate and criterion."""

from ranking.model.call import Scale
from ranking.outputs.workbook.block_formulas import BlockFormulas
from ranking.outputs.workbook.cells import Content, Fx
from ranking.outputs.workbook.context import Context, plural, shown
from ranking.outputs.workbook.plan import Block, Plan
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.styles import heat_map
from ranking.outputs.workbook.tables import BREAKDOWN

_STYLES = tuple(column.style for column in BREAKDOWN.columns)


def write(sheet: Sheet, context: Context) -> None:
    """Write the workings of every score."""
    plan = context.plan
    sheet.start(BREAKDOWN, _intro(plan), frozen="D")
    names = plan.names
    areas = len(plan.call.areas)
    for entry in plan.entries:
        span = (entry.blocks[0].row, entry.blocks[0].row + areas - 1) if entry.blocks else (0, 0)
        for number, block in enumerate(entry.blocks):
            contents = (
                block.candidate,
                names[block.candidate],
                block.criterion.title,
                *_found(block, context),
                *_score(block, context),
                *_weighted(block, context, context.layout.weight(number)),
                _counts(block, context, span),
            )
            sheet.row(block.row, contents, _STYLES)
    sheet.filter(BREAKDOWN, plan.last_block)
    scores = BREAKDOWN.cells("score", BREAKDOWN.first, plan.last_block)
    sheet.worksheet.conditional_formatting.add(scores, heat_map(plan.call.scoring.cap))


def _intro(plan: Plan) -> str:
    hidden = sum(block.hidden for block in plan.blocks)
    further = f" {plural(hidden, 'weaker passage')} not shown earn nothing." if hidden else ""
    return (
        "How every score comes about. All of it follows Evidence, Own evidence, Not counted and "
        f"Weights.{further}"
    )


def _found(block: Block, context: Context) -> tuple[Content, ...]:
    """Return passages, added ones, those not shown, best, stated, different, bonus, mean."""
    value = context.values.blocks[block.row]
    hidden = block.hidden or None
    if block.criterion.scale is Scale.GRADES:
        count = len(block.passages) or None
        return (count, None, hidden, *(None,) * 6, block.score.mean)
    formulas = BlockFormulas(block, context.plan.call)
    interests = block.criterion.scale is Scale.INTERESTS
    return (
        Fx(formulas.passages(), value.passages),
        Fx(formulas.own(), len(block.own)),
        hidden,
        Fx(formulas.best(), value.best),
        Fx(formulas.best_level(), value.best_level),
        Fx(formulas.best_place(), value.best_place),
        Fx(formulas.stated(), value.stated) if interests else None,
        Fx(formulas.different(), value.proofs),
        Fx(formulas.bonus(), value.bonus),
        None,
    )


def _score(block: Block, context: Context) -> tuple[Content, ...]:
    """Return score, what is unread and may hold, and what the score could be."""
    value = context.values.blocks[block.row]
    formulas = BlockFormulas(block, context.plan.call)
    score: Content = Fx(formulas.score(), shown(value.score))
    if block.criterion.scale is Scale.GRADES and block.score.mean is None:
        score = None
    unread = bool(block.score.unread_level)
    area = block.criterion.scale is Scale.AREA
    level = block.score.unread_level if area or block.criterion.scale is Scale.INTERESTS else ""
    return (
        score,
        "unread" if unread else None,
        level or None,
        Fx(formulas.unread_proofs(), value.unread_proofs) if unread and area else None,
        Fx(formulas.could_be(), value.could_be),
    )


def _weighted(block: Block, context: Context, weight: str) -> tuple[Fx, ...]:
    row, value = block.row, context.values.blocks[block.row]
    own, score = BREAKDOWN.at("weight", row), BREAKDOWN.at("score", row)
    return (
        Fx(weight, value.weight),
        Fx(f'IF({score}="",0,{own}*{score})', value.weighted),
        Fx(f"{own}*{BREAKDOWN.at('could_be', row)}", value.weighted_could_be),
        Fx(f'IF({score}="",0,{own})', value.weight_used),
    )


def _counts(block: Block, context: Context, areas: tuple[int, int]) -> Fx:
    """Say whether the row counts: an area among the best ones, another criterion if known."""
    row = block.row
    word = "yes" if row in context.values.counting else "no"
    if block.criterion.scale is not Scale.AREA:
        return Fx(f'IF({BREAKDOWN.at("score", row)}="","no","yes")', word)
    letter, first, last = BREAKDOWN.letters["weighted"], *areas
    own = f"ROUND({letter}{row},9)"
    better = f"SUMPRODUCT(--(ROUND({letter}${first}:{letter}${last},9)>{own}))"
    earlier = f"SUMPRODUCT(--(ROUND({letter}${first}:{letter}{row},9)={own}))"
    return Fx(f'IF({better}+{earlier}<=areas_counted,"yes","no")', word)
