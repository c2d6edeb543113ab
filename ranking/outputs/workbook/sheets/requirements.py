"""Requirements: what the call demands formally, and what was found; never points."""

from ranking.model.assessment import RequirementCheck
from ranking.model.call import RequirementUse
from ranking.outputs.workbook.cells import Content
from ranking.outputs.workbook.context import Context
from ranking.outputs.workbook.plan import Entry
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.styles import status_rules
from ranking.outputs.workbook.tables import REQUIREMENTS

_STYLES = tuple(column.style for column in REQUIREMENTS.columns)
_WIDTHS = {column.key: column.width for column in REQUIREMENTS.columns}


def write(sheet: Sheet, context: Context) -> None:
    """Write one row a candidate and requirement."""
    intro = (
        "Formal requirements earn no points and exclude nobody here. The worst verdict of the "
        "gates is the formal status on Ranking."
    )
    sheet.start(REQUIREMENTS, intro)
    uses = {use.id: use for use in context.plan.call.requirements}
    row = REQUIREMENTS.first
    for entry in context.plan.entries:
        for check in entry.assessment.requirements:
            _write_row(sheet, row, (entry, check), uses.get(check.requirement))
            row += 1
    last = max(REQUIREMENTS.first, row - 1)
    sheet.filter(REQUIREMENTS, last)
    first = REQUIREMENTS.at("verdict", REQUIREMENTS.first)
    verdicts = f"{first}:{REQUIREMENTS.at('verdict', last)}"
    for rule in status_rules():
        sheet.worksheet.conditional_formatting.add(verdicts, rule)


def _write_row(
    sheet: Sheet, row: int, found: tuple[Entry, RequirementCheck], use: RequirementUse | None
) -> None:
    entry, check = found
    title = use.title if use else check.requirement
    contents: tuple[Content, ...] = (
        entry.candidate,
        entry.name,
        title,
        "gate" if use and use.gate else "",
        check.verdict.replace("_", " "),
        check.quote,
        check.file,
        check.page,
        check.note,
    )
    sheet.row(row, contents, _STYLES)
    texts = {"requirement": title, "quote": check.quote, "file": check.file, "note": check.note}
    sheet.height(row, ((text, _WIDTHS[key]) for key, text in texts.items()))
