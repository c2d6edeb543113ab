"""What every sheet is written from."""

from dataclasses import dataclass

from ranking.outputs.workbook.plan import Plan
from ranking.outputs.workbook.twin import Values
from ranking.outputs.workbook.weights_layout import WeightsLayout


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What all sheets share.

    Attributes:
        plan: What stands where.
        values: The values of all formulas.
        layout: The layout of Weights.
        linked: Whether cells link to the report.
    """

    plan: Plan
    values: Values
    layout: WeightsLayout
    linked: bool = False


def plural(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def shown(number: float | None) -> float | str:
    """Return what a formula shows: an empty text for an unknown number."""
    return "" if number is None else number
