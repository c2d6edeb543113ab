"""Requirements: what the call demands formally, what was found, and how the committee rules."""

from ranking.model.assessment import RequirementCheck
from ranking.model.call import RequirementUse
from ranking.model.input_tables import REQUIREMENTS as INPUTS
from ranking.model.input_tables import requirement_row
from ranking.outputs.workbook.cells import Content, Fx
from ranking.outputs.workbook.context import Context
from ranking.outputs.workbook.gates import VERDICTS, severity, shown_verdict
from ranking.outputs.workbook.plan import Entry
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.styles import status_rules
from ranking.outputs.workbook.tables import REQUIREMENTS
from ranking.outputs.workbook.validation import offer_words


def write(sheet: Sheet, context: Context) -> None:
    """Write one row a candidate and requirement."""
    intro = (
        "Formal requirements earn no points and exclude nobody here. The worst verdict of the "
        "gates is the formal status on Ranking. Yellow is yours: rule where you know better."
    )
    sheet.start(REQUIREMENTS, intro)
    plan = context.plan
    uses = {use.id: use for use in plan.call.requirements}
    checks = [(entry, check) for entry in plan.entries for check in entry.assessment.requirements]
    rows = (
        _row(row, found, uses.get(found[1].requirement), context)
        for row, found in enumerate(checks, start=REQUIREMENTS.first)
    )
    last = sheet.fill(REQUIREMENTS, rows)
    sheet.filter(REQUIREMENTS, last)
    hidden = REQUIREMENTS.letters["severity"]
    sheet.worksheet.column_dimensions[hidden].hidden = True
    rulings = REQUIREMENTS.cells("ruling", REQUIREMENTS.first, last)
    help_text = "Choose from the list, or empty the cell to take a ruling back."
    offer_words(sheet, rulings, VERDICTS, "Ruling", help_text)
    for key in ("verdict", "ruling", "stands"):
        sheet.color(REQUIREMENTS.cells(key, REQUIREMENTS.first, last), status_rules())


def _row(
    row: int, found: tuple[Entry, RequirementCheck], use: RequirementUse | None, context: Context
) -> tuple[Content, ...]:
    entry, check = found
    row_id = requirement_row(entry.candidate, check.requirement)
    review = context.plan.result.review
    gate = bool(use and use.gate)
    return (
        entry.candidate,
        entry.name,
        use.title if use else check.requirement,
        "gate" if gate else None,
        shown_verdict(check.found or check.verdict),
        shown_verdict(review.text(INPUTS.name, row_id, "ruling")) or None,
        _stands(row, check),
        check.quote,
        check.file,
        check.page,
        check.note,
        review.text(INPUTS.name, row_id, "note") or None,
        review.text(INPUTS.name, row_id, "who") or None,
        row_id,
        _severity(row, check, gate=gate),
    )


def _stands(row: int, check: RequirementCheck) -> Fx:
    """Return the ruling, or the verdict as found where there is none that is a verdict."""
    words = _words()
    typed = f'SUBSTITUTE(TRIM({REQUIREMENTS.at("ruling", row)}),"_"," ")'
    verdict = REQUIREMENTS.at("verdict", row)
    formula = f"IFERROR(INDEX({words},MATCH({typed},{words},0)),{verdict})"
    return Fx(formula, shown_verdict(check.verdict))


def _severity(row: int, check: RequirementCheck, *, gate: bool) -> Fx | int:
    if not gate:
        return 0
    return Fx(f"MATCH({REQUIREMENTS.at('stands', row)},{_words()},0)", severity(check.verdict))


def _words() -> str:
    return "{" + ",".join(f'"{word}"' for word in VERDICTS) + "}"
