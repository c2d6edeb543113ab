"""Reviews: scores and comments of the committee's members; their mean is shown on Ranking."""

from ranking.model.input_tables import REVIEWS as INPUTS
from ranking.outputs.workbook.cells import Content, Fx
from ranking.outputs.workbook.committee import MOST, REVIEWS, review_rows
from ranking.outputs.workbook.context import Context
from ranking.outputs.workbook.inputs import typed
from ranking.outputs.workbook.plan import FIRST, Plan
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.sheets import candidates
from ranking.outputs.workbook.validation import ask_number, offer_cells

NOBODY = "no such candidate"


def write(sheet: Sheet, context: Context) -> None:
    """Write the reviews so far, and blank rows for new ones."""
    plan = context.plan
    intro = (
        "One row a member and candidate; write into the yellow rows. Copies of this workbook that "
        "members filled in by themselves are merged by the next build: rank build --edits COPY."
    )
    sheet.start(REVIEWS, intro, frozen="D")
    ids = review_rows(plan)
    rows = [_row(row, review, plan) for row, review in enumerate(ids, start=FIRST)]
    last = sheet.fill(REVIEWS, rows)
    sheet.filter(REVIEWS, last)
    offer_cells(
        sheet,
        REVIEWS.cells("candidate", FIRST, last),
        candidates.table(plan).span("candidate", FIRST, plan.last_candidate),
        "Candidate",
        "The id of a candidate, such as C001; the name appears beside it.",
    )
    scores = REVIEWS.cells("score", FIRST, last)
    ask_number(sheet, scores, (0, MOST), "Score", f"0 (worst) to {MOST} (best).")


def _row(row: int, review: str, plan: Plan) -> tuple[Content, ...]:
    candidate, *others = typed(plan.result.review, INPUTS, review)
    return (review, candidate, _name(row, candidate, plan), *others)


def _name(row: int, candidate: Content, plan: Plan) -> Fx:
    """Return the name beside an id."""
    table = candidates.table(plan)
    ids, names = (table.span(key, FIRST, plan.last_candidate) for key in ("candidate", "name"))
    own = REVIEWS.at("candidate", row)
    formula = f'IF({own}="","",IFERROR(INDEX({names},MATCH({own},{ids},0)),"{NOBODY}"))'
    known = {entry.candidate.casefold(): entry.name for entry in plan.entries}
    value = known.get(str(candidate).casefold(), NOBODY) if candidate else ""
    return Fx(formula, value)
