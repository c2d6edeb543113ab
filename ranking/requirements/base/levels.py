"""Which degree, and how it stands."""

from enum import IntEnum, StrEnum


class Level(IntEnum):
    """Levels of a degree, as far as the call asks for them."""

    THREE_YEAR_BACHELOR = 1
    BACHELOR = 2
    FOUR_YEAR_BACHELOR = 3
    MASTER = 4

    @property
    def suffices(self) -> bool:
        """Whether the call accepts the level."""
        return self >= Level.FOUR_YEAR_BACHELOR


class Standing(StrEnum):
    """How a degree stands."""

    HELD = "held"
    EXPECTED = "expected"
    ONGOING = "ongoing"
    UNKNOWN = "unknown"
    DENIED = "denied"
