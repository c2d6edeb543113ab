"""Evidence: every passage that counts, and the committee's decision about it."""

from itertools import groupby

from openpyxl.worksheet.datavalidation import DataValidation

from ranking.model.call import Scale
from ranking.model.evidence import Evidence, Level
from ranking.outputs.workbook import rules
from ranking.outputs.workbook.cells import Content, Fx
from ranking.outputs.workbook.context import Context, plural
from ranking.outputs.workbook.plan import Block, Plan
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.tables import EVIDENCE

AREAS_A_RULE = 100
"""Runs of rows that share one list of choices; some readers refuse very long lists of them."""

_STYLES = tuple(column.style for column in EVIDENCE.columns)
_LOCKED = tuple("text" if style == "input" else style for style in _STYLES)
_WIDTHS = {column.key: column.width for column in EVIDENCE.columns}


def write(sheet: Sheet, context: Context) -> None:
    """Write one row a passage."""
    plan = context.plan
    count = sum(len(block.passages) for block in plan.blocks)
    intro = (
        f"{plural(count, 'passage')} that count. Each is a quote on a page. "
        "Yellow is yours: reject a passage, or give it another level, and all totals follow."
    )
    sheet.start(EVIDENCE, intro, frozen="D")
    names = plan.names
    for block in plan.blocks:
        for row, evidence in enumerate(block.passages, start=block.first):
            _write_row(sheet, row, (block, evidence, names[block.candidate]), context)
    sheet.filter(EVIDENCE, plan.last_passage)
    _validate(sheet, context)


def _write_row(
    sheet: Sheet, row: int, passage: tuple[Block, Evidence, str], context: Context
) -> None:
    block, evidence, name = passage
    contents: tuple[Content, ...] = (
        evidence.id,
        evidence.candidate,
        name,
        block.criterion.title,
        evidence.concept,
        evidence.level,
        evidence.quote,
        evidence.file,
        evidence.page,
        evidence.section,
        evidence.proof,
        evidence.rule,
        None,
        None,
        *_formulas(row, block, context),
    )
    earns = block.criterion.scale is not Scale.GRADES
    sheet.row(row, contents, _STYLES if earns else _LOCKED)
    texts = {"quote": evidence.quote, "file": evidence.file, "concept": evidence.concept}
    sheet.height(row, ((text, _WIDTHS[key]) for key, text in texts.items()))


def _formulas(row: int, block: Block, context: Context) -> tuple[Fx | str | None, Fx | None]:
    """Return what a passage counts as, and its points (both follow the decision beside them)."""
    scale = block.criterion.scale
    value = context.values.rows[row]
    if scale is Scale.GRADES:
        return value.counts_as, None
    level, decision = EVIDENCE.at("level", row), f"TRIM({EVIDENCE.at('decision', row)})"
    ladder = "achievement" if scale is Scale.ACHIEVEMENTS else "level"
    counts_as = (
        f'IF({decision}="{rules.REJECT}","{rules.REJECTED}",'
        f"IFERROR(INDEX({ladder}_names,MATCH({decision},{ladder}_names,0)),{level}))"
    )
    used = EVIDENCE.at("counts_as", row)
    points = f"INDEX({ladder}_points,MATCH({used},{ladder}_names,0))"
    if scale is Scale.INTERESTS:
        topic = f"INDEX(topic_points,MATCH({EVIDENCE.at('concept', row)},topic_names,0))"
        shown = f"{points}*shown_share/core_points"
        points = f'{topic}*IF({used}="{Level.INTEREST}",1,{shown})'
    return Fx(counts_as, value.counts_as), Fx(f"IFERROR({points},0)", value.points)


def _validate(sheet: Sheet, context: Context) -> None:
    """Offer the decisions that a passage's scale knows, as a list to choose from."""
    for levels, areas in _decision_cells(context.plan).items():
        choice = ",".join((rules.ACCEPT, rules.REJECT, *levels))
        for start in range(0, len(areas), AREAS_A_RULE):
            validation = DataValidation(
                type="list",
                formula1=f'"{choice}"',
                allow_blank=True,
                showErrorMessage=True,
                errorTitle="Decision",
                error=f"One of: {choice}",
                sqref=" ".join(areas[start : start + AREAS_A_RULE]),
            )
            sheet.worksheet.add_data_validation(validation)


def _decision_cells(plan: Plan) -> dict[tuple[str, ...], list[str]]:
    """Return the cells of decisions by the levels that may stand there."""
    cells: dict[tuple[str, ...], list[str]] = {}
    letter = EVIDENCE.letters["decision"]
    filled = [block for block in plan.blocks if block.passages]
    for levels, run in groupby(filled, lambda b: rules.scale_levels(plan.call, b.criterion)):
        blocks = list(run)
        if levels:
            area = f"{letter}{blocks[0].first}:{letter}{blocks[-1].last}"
            cells.setdefault(levels, []).append(area)
    return cells
