"""The formal status: the worst verdict of the gates, as the committee rules them."""

from ranking.model.assessment import Verdict
from ranking.outputs.workbook.cells import Fx
from ranking.outputs.workbook.lists import gate_rows
from ranking.outputs.workbook.plan import Entry, Plan
from ranking.outputs.workbook.tables import LISTS

VERDICTS: tuple[str, ...] = tuple(verdict.replace("_", " ") for verdict in Verdict)
"""From best to worst, in words; their places from 1 are how grave they are."""

_NONE = Verdict.UNCLEAR.value


def shown_verdict(verdict: str) -> str:
    """Return a verdict in words."""
    return verdict.replace("_", " ")


def severity(verdict: str) -> int:
    """Return how grave a verdict is, from 1."""
    return VERDICTS.index(shown_verdict(verdict)) + 1


def formal_cells(plan: Plan) -> dict[str, Fx]:
    """Return the formal status of every candidate; without gates it is unclear."""
    rows = gate_rows(plan)
    return {entry.candidate: _formal(entry, rows[entry.candidate]) for entry in plan.entries}


def _formal(entry: Entry, rows: tuple[int, int]) -> Fx:
    first, after = rows
    worst = f"MAX({LISTS.span('gate_severity', first, after - 1)})" if after > first else "0"
    words = ",".join(f'"{word}"' for word in (_NONE, *VERDICTS))
    return Fx(f"CHOOSE(1+{worst},{words})", shown_verdict(entry.place.formal))
