"""Not counted: passages that speak of a criterion but earn nothing, unless the committee says so.

Each stands there with its reason. The committee may switch a passage on; it stays on this sheet.
"""

from ranking.model.call import Scale
from ranking.model.evidence import Evidence, Interest
from ranking.model.input_tables import COUNT
from ranking.model.input_tables import NOT_COUNTED as INPUTS
from ranking.outputs.workbook import rules
from ranking.outputs.workbook.cells import Content, Fx
from ranking.outputs.workbook.context import Context, plural
from ranking.outputs.workbook.inputs import typed
from ranking.outputs.workbook.links import page_cell
from ranking.outputs.workbook.passage_cells import earned_cells, offer_decisions, word
from ranking.outputs.workbook.plan import FIRST, Block, Entry, Plan
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.tables import NOT_COUNTED

_STYLES = tuple(column.style for column in NOT_COUNTED.columns)
_LOCKED = tuple("text" if style == "input" else style for style in _STYLES)
_WRAPPED = {c.key: (i, c.width) for i, c in enumerate(NOT_COUNTED.columns) if c.style == "wrap"}


def write(sheet: Sheet, context: Context) -> None:
    """Write one row a passage, the interests that have no id below the others of a candidate."""
    plan = context.plan
    intro = (
        f"{plural(plan.end.left_out - FIRST, 'passage')} found and not counted: negated, planned, "
        "about somebody else, failed, or copied. Look here when a candidate seems to have too few "
        "points. Yellow is yours: type count, or a level, and the passage counts."
    )
    sheet.start(NOT_COUNTED, intro, frozen="E")
    for entry in plan.entries:
        row = entry.blocks[0].start.left_out if entry.blocks else FIRST
        for block in entry.blocks:
            for evidence in block.left_out:
                _write(sheet, row, _passage(row, (entry, block, evidence), context), evidence, plan)
                row += 1
        for interest in entry.interests:
            _write(sheet, row, _interest(entry, interest, plan), None, plan)
            row += 1
    sheet.filter(NOT_COUNTED, plan.last_left_out)
    sheet.print_up_to(NOT_COUNTED.at("points", plan.last_left_out))
    sheet.worksheet.column_dimensions[NOT_COUNTED.letters["level_place"]].hidden = True
    runs = ((b, b.start.left_out, b.end.left_out - 1) for b in plan.blocks if b.left_out)
    offer_decisions(sheet, NOT_COUNTED, plan, (COUNT,), runs)


def _write(
    sheet: Sheet, row: int, contents: tuple[Content, ...], evidence: Evidence | None, plan: Plan
) -> None:
    """Write a row; what no decision can make count is locked."""
    earns = evidence is not None and rules.decidable(
        plan.call, plan.call.criterion(evidence.criterion), evidence
    )
    sheet.row(row, contents, _STYLES if earns else _LOCKED)
    texts = ((contents[i], width) for i, width in _WRAPPED.values())
    sheet.height(row, ((text, width) for text, width in texts if isinstance(text, str)))


def _passage(
    row: int, passage: tuple[Entry, Block, Evidence], context: Context
) -> tuple[Content, ...]:
    entry, block, evidence = passage
    said = evidence.assertion.replace("_", " "), evidence.reason
    return (
        evidence.id,
        entry.candidate,
        entry.name,
        block.criterion.title,
        evidence.found or evidence.level,
        evidence.quote,
        evidence.file,
        page_cell(evidence, context),
        *said,
        *typed(context.plan.result.review, INPUTS, evidence.id),
        *_formulas(row, (block, evidence), context),
        evidence.concept,
        evidence.rule,
    )


def _formulas(row: int, passage: tuple[Block, Evidence], context: Context) -> tuple[Fx | None, ...]:
    """Return what a passage counts as if it was switched on, its points, its place on the scale."""
    block, evidence = passage
    if not rules.decidable(context.plan.call, block.criterion, evidence):
        return None, None, None
    value = context.values.rows[evidence.id]
    level, decision = NOT_COUNTED.at("level", row), word(NOT_COUNTED.at("decision", row))
    names = f"{rules.ladder_name(block.criterion)}_names"
    counts_as = (
        f'IF({decision}="{COUNT}",{level},IFERROR(INDEX({names},MATCH({decision},{names},0)),""))'
    )
    return Fx(counts_as, value.counts_as), *earned_cells(NOT_COUNTED, row, block, value)


def _interest(entry: Entry, interest: Interest, plan: Plan) -> tuple[Content, ...]:
    titles = (c.title for c in plan.criteria if c.scale is Scale.INTERESTS)
    place = (interest.quote, interest.file, interest.page)
    found = (next(titles, "Research interests"), None)
    said = (None, interest.reason)
    inputs = (None,) * 6
    end = (interest.topic, None)
    return (None, entry.candidate, entry.name, *found, *place, *said, *inputs, *end)
