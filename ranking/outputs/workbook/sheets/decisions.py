"""Decisions: what the committee decides about every candidate, and why; shown on Ranking."""

from ranking.model.input_tables import CANDIDATE_DECISIONS
from ranking.model.input_tables import DECISIONS as INPUTS
from ranking.outputs.workbook.cells import Content, Fx
from ranking.outputs.workbook.committee import DECISIONS, decision_of, mean_score
from ranking.outputs.workbook.context import Context, shown
from ranking.outputs.workbook.inputs import typed
from ranking.outputs.workbook.plan import FIRST, Entry
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.sheets import candidates
from ranking.outputs.workbook.styles import status_rules
from ranking.outputs.workbook.validation import offer_words


def write(sheet: Sheet, context: Context) -> None:
    """Write one row a candidate."""
    plan = context.plan
    intro = (
        "One row a candidate. Yellow is yours: decide, say why and who, and tell of conflicts of "
        "interest. The next build reads it back and keeps it in decisions.jsonl."
    )
    sheet.start(DECISIONS, intro)
    cells = DECISIONS.cells("decision", FIRST, plan.last_candidate)
    sheet.put(3, 1, _summary(cells, context), "intro")
    sheet.filter(DECISIONS, sheet.fill(DECISIONS, [_row(e, context) for e in plan.entries]))
    offer_words(
        sheet,
        cells,
        CANDIDATE_DECISIONS,
        "Decision",
        "Choose from the list, or empty the cell to take a decision back.",
    )
    formal = DECISIONS.cells("formal", FIRST, plan.last_candidate)
    sheet.color(f"{formal} {cells}", status_rules())


def _row(entry: Entry, context: Context) -> tuple[Content, ...]:
    plan, value = context.plan, context.values.candidates[entry.candidate]
    table = candidates.table(plan)
    found = {
        "place": shown(value.rank),
        "total": shown(value.total),
        "formal": candidates.formal(entry),
        "mean": shown(mean_score(plan, entry.candidate)),
    }
    return (
        entry.candidate,
        entry.name,
        *(Fx(table.of(key, entry.row), value) for key, value in found.items()),
        *typed(plan.result.review, INPUTS, entry.candidate),
    )


def _summary(cells: str, context: Context) -> Fx:
    """Count the decisions of each kind."""
    words = [decision_of(context.plan, entry.candidate) for entry in context.plan.entries]
    parts = [f'"{word} "&COUNTIF({cells},"{word}")' for word in CANDIDATE_DECISIONS]
    told = [f"{word} {words.count(word)}" for word in CANDIDATE_DECISIONS]
    return Fx('&",   "&'.join(parts), ",   ".join(told))
