"""Evidence: the strongest passages that count, and the committee's decisions about them."""

from ranking.model.call import Scale
from ranking.model.evidence import Evidence
from ranking.model.input_tables import ACCEPT, REJECT
from ranking.model.input_tables import EVIDENCE as INPUTS
from ranking.outputs.workbook import rules
from ranking.outputs.workbook.cells import Content, Fx
from ranking.outputs.workbook.context import Context, plural
from ranking.outputs.workbook.inputs import typed
from ranking.outputs.workbook.links import page_cell
from ranking.outputs.workbook.passage_cells import earned_cells, offer_decisions, word
from ranking.outputs.workbook.plan import Block, Plan
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.tables import EVIDENCE

_STYLES = tuple(column.style for column in EVIDENCE.columns)
_LOCKED = tuple("text" if style == "input" else style for style in _STYLES)
_WIDTHS = {column.key: column.width for column in EVIDENCE.columns}


def write(sheet: Sheet, context: Context) -> None:
    """Write one row a passage."""
    plan = context.plan
    sheet.start(EVIDENCE, _intro(plan), frozen="D")
    names = plan.names
    for block in plan.blocks:
        for row, evidence in enumerate(block.passages, start=block.first):
            _write_row(sheet, row, (block, evidence, names[block.candidate]), context)
    sheet.filter(EVIDENCE, plan.last_passage)
    sheet.print_up_to(EVIDENCE.at("points", plan.last_passage))
    sheet.worksheet.column_dimensions[EVIDENCE.letters["level_place"]].hidden = True
    runs = ((block, block.first, block.last) for block in plan.blocks if block.passages)
    offer_decisions(sheet, EVIDENCE, plan, (ACCEPT, REJECT), runs)


def _intro(plan: Plan) -> str:
    count = sum(len(block.passages) for block in plan.blocks)
    hidden = sum(block.hidden for block in plan.blocks)
    further = (
        f"{plural(hidden, 'weaker passage')} of the same are not shown and would earn nothing "
        "more; all are in tables/evidence.jsonl. "
    )
    return (
        f"{plural(count, 'passage')} that count, the strongest of each candidate and criterion. "
        f"{further if hidden else ''}Each is a quote on a page. Yellow is yours: reject a "
        "passage, or give it another level, and all totals follow."
    )


def _write_row(
    sheet: Sheet, row: int, passage: tuple[Block, Evidence, str], context: Context
) -> None:
    block, evidence, name = passage
    contents: tuple[Content, ...] = (
        evidence.id,
        evidence.candidate,
        name,
        block.criterion.title,
        evidence.found or evidence.level,
        evidence.quote,
        evidence.file,
        page_cell(evidence, context),
        *typed(context.plan.result.review, INPUTS, evidence.id),
        *_formulas(row, (block, evidence), context),
        evidence.concept,
        evidence.section,
        evidence.proof,
        evidence.rule,
    )
    earns = rules.decidable(context.plan.call, block.criterion, evidence)
    sheet.row(row, contents, _STYLES if earns else _LOCKED)
    texts = {"quote": evidence.quote, "file": evidence.file}
    sheet.height(row, ((text, _WIDTHS[key]) for key, text in texts.items()))


def _formulas(
    row: int, passage: tuple[Block, Evidence], context: Context
) -> tuple[Fx | str | None, ...]:
    """Return what a passage counts as, its points, and its place on the scale."""
    block, evidence = passage
    value = context.values.rows[evidence.id]
    if block.criterion.scale is Scale.GRADES:
        return value.counts_as, None, None
    level, decision = EVIDENCE.at("level", row), word(EVIDENCE.at("decision", row))
    names = f"{rules.ladder_name(block.criterion)}_names"
    counts_as = (
        f'IF({decision}="{REJECT}","{rules.REJECTED}",'
        f"IFERROR(INDEX({names},MATCH({decision},{names},0)),{level}))"
    )
    return Fx(counts_as, value.counts_as), *earned_cells(EVIDENCE, row, block, value)
