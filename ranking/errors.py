"""The errors shown to users.

Why: whoever runs the toolkit must mend something, so each message says what is wrong, where, and
what to do next. ``cli/`` turns them into one clear message and exit code 2; everything else that
is raised is a bug (exit code 1).
"""

from collections.abc import Sequence
from dataclasses import dataclass


class UserError(Exception):
    """Something that the user of the toolkit must mend.

    Args:
        message: What is wrong, and where.
        advice: What to do next.
    """

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def _render_traceback_(self) -> list[str]:
        """Return what a notebook shows instead of a stack trace; IPython asks for it."""
        return [self.message, self.advice]


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of an input file: ``place`` is the key's path, such as ``criteria[2].weight``."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class InputFileError(UserError):
    """All faults of one input file, shown in one pass."""

    def __init__(self, file: str, faults: Sequence[Fault], advice: str = "") -> None:
        lines = "\n".join(f"  {fault}" for fault in faults)
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        super().__init__(f"{file}: {count}\n{lines}", advice or f"Mend {file} and run again.")
        self.file = file
        self.faults = tuple(faults)
