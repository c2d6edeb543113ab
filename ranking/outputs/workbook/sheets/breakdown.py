"""Breakdown: how every score comes about, one row a candidate and criterion."""

from ranking.model.call import Scale
from ranking.outputs.workbook.cells import Content, Fx
from ranking.outputs.workbook.context import Context, shown
from ranking.outputs.workbook.plan import Block
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.styles import heat_map
from ranking.outputs.workbook.tables import BREAKDOWN, WORKING
from ranking.outputs.workbook.twin_blocks import unread_best

_STYLES = tuple(column.style for column in BREAKDOWN.columns)


def write(sheet: Sheet, context: Context) -> None:
    """Write the workings of every score."""
    intro = "How every score comes about. All of it follows Evidence and Weights."
    sheet.start(BREAKDOWN, intro, frozen="D")
    plan = context.plan
    names = plan.names
    areas = len(plan.call.areas)
    for entry in plan.entries:
        span = (entry.blocks[0].row, entry.blocks[0].row + areas - 1)
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
    last = max(BREAKDOWN.first, BREAKDOWN.first + len(context.values.blocks) - 1)
    sheet.filter(BREAKDOWN, last)
    scores = f"{BREAKDOWN.at('score', BREAKDOWN.first)}:{BREAKDOWN.at('score', last)}"
    sheet.worksheet.conditional_formatting.add(scores, heat_map(plan.call.scoring.cap))


def _found(block: Block, context: Context) -> tuple[Content, ...]:
    """Return passages, best, stated, different proofs and bonus."""
    value = context.values.blocks[block.row]
    if block.criterion.scale is Scale.GRADES:
        return (len(block.passages) or None, None, None, None, None)
    if not block.passages:
        return (0, 0, 0 if block.criterion.scale is Scale.INTERESTS else None, 0, 0)
    points, flags, groups, stated = (
        WORKING.span(key, block.first, block.last) for key in ("points", "flag", "group", "stated")
    )
    interests = block.criterion.scale is Scale.INTERESTS
    best = f"SUMPRODUCT(MAX({points}*(1-{flags})))" if interests else f"MAX({points})"
    different = f"ROUND(SUMPRODUCT({flags}/(COUNTIFS({groups},{groups},{flags},1)+1-{flags})),0)"
    return (
        Fx(f'COUNTIF({points},">0")', value.passages),
        Fx(best, value.best),
        Fx(f"SUM({stated})", value.stated) if interests else None,
        Fx(different, value.proofs),
        Fx(_bonus(block, BREAKDOWN.at("proofs", block.row)), value.bonus),
    )


def _bonus(block: Block, proofs: str) -> str:
    if block.criterion.scale is Scale.INTERESTS:
        return "0"
    name = "proof" if block.criterion.scale is Scale.AREA else "achievement"
    return f"{name}_bonus*MIN({name}_bonus_max,MAX(0,{proofs}-1))"


def _score(block: Block, context: Context) -> tuple[Content, ...]:
    """Return score, known, what unread pages may hold, and could be."""
    row, value = block.row, context.values.blocks[block.row]
    unknown = block.score.value is None
    score: Content = Fx(_score_formula(block), shown(value.score))
    if block.criterion.scale is Scale.GRADES:
        score = block.score.value
    area = block.criterion.scale is Scale.AREA
    return (
        score,
        "unknown" if unknown else None,
        block.score.unread_level or None,
        block.score.unread_proofs if area and block.score.unread_level else None,
        unread_best(block),
        Fx(_could_be_formula(block, BREAKDOWN.at("score", row)), value.could_be),
    )


def _score_formula(block: Block) -> str:
    row = block.row
    best, bonus = BREAKDOWN.at("best", row), BREAKDOWN.at("bonus", row)
    earned = f"{best}+{bonus}"
    if block.criterion.scale is Scale.INTERESTS:
        stated = BREAKDOWN.at("stated", row)
        earned = f"MIN(stated_cap,{stated})+MIN(cap-stated_cap,{best})"
    known, passages = BREAKDOWN.at("known", row), BREAKDOWN.at("passages", row)
    return f'IF(AND({known}="unknown",{passages}=0),"",ROUND(MIN(cap,{earned}),6))'


def _could_be_formula(block: Block, score: str) -> str:
    row = block.row
    if block.criterion.scale is not Scale.AREA or not block.score.unread_level:
        return f"MAX({score},{BREAKDOWN.at('unread_best', row)})"
    level = BREAKDOWN.at("unread_level", row)
    points = f"IFERROR(INDEX(level_points,MATCH({level},level_names,0)),0)"
    proofs = f"{BREAKDOWN.at('proofs', row)}+{BREAKDOWN.at('unread_proofs', row)}"
    highest = f"MAX({BREAKDOWN.at('best', row)},{points})"
    return f"ROUND(MIN(cap,{highest}+{_bonus(block, proofs)}),6)"


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
