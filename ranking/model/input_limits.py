"""The numbers that the inputs of the workbook may hold, for its reader and its writer."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ranking.model.input_tables import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The numbers that a cell may hold."""

    least: float = 0.0
    most: float = 1000.0
    whole: bool = False

    def hold(self, number: float) -> bool:
        """Whether a number keeps to the limits."""
        return self.least <= number <= self.most and not (self.whole and number % 1)


RULE_LIMITS: Mapping[str, Limits] = MappingProxyType(
    {
        "cap": Limits(least=0.01),
        "areas_counted": Limits(least=1, whole=True),
        "proof_bonus": Limits(),
        "proof_bonus_max": Limits(whole=True),
        "achievement_bonus": Limits(),
        "achievement_bonus_max": Limits(whole=True),
        "stated_cap": Limits(),
        "shown_share": Limits(),
        "shortlist": Limits(least=1, whole=True),
    }
)
"""The single numbers of the scoring that may be changed, by their field there."""

CORE_POINTS_ROW = "stated/core"


def limits_of(cell: Cell) -> Limits:
    """Return the limits of a number; what is divided by may not be 0."""
    table, row, name = cell
    if (table, name) == ("own", "page"):
        return Limits(least=1, most=1e6, whole=True)
    section, _, key = row.partition("/")
    if table != "weights":
        return Limits()
    if section == "rule":
        return RULE_LIMITS.get(key, Limits())
    if section == "criterion":
        return Limits(most=100)
    return Limits(least=0.01) if row == CORE_POINTS_ROW else Limits()
