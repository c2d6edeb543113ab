"""A table on a sheet: its columns, and where they stand."""

from dataclasses import dataclass
from functools import cached_property

from openpyxl.utils import get_column_letter

from ranking.outputs.workbook.plan import FIRST


@dataclass(frozen=True, slots=True)
class Column:
    """A column: key in the code, header, width in characters, style, and what it means.

    A hidden column serves formulas only.
    """

    key: str
    title: str
    width: float
    style: str = "text"
    help: str = ""
    hidden: bool = False


@dataclass(frozen=True)
class Table:
    """The columns of a sheet and the row of the first data; the header stands above it."""

    sheet: str
    columns: tuple[Column, ...]
    first: int = FIRST

    @property
    def header(self) -> int:
        """The row of the header."""
        return self.first - 1

    @cached_property
    def letters(self) -> dict[str, str]:
        """Letters of the columns by key."""
        return {c.key: get_column_letter(i) for i, c in enumerate(self.columns, start=1)}

    def at(self, key: str, row: int) -> str:
        """Return a cell for formulas on the same sheet, such as ``P5``."""
        return f"{self.letters[key]}{row}"

    def of(self, key: str, row: int) -> str:
        """Return a cell for formulas on other sheets, such as ``Evidence!P5``."""
        return f"{self._prefix}{self.letters[key]}{row}"

    def cells(self, key: str, first: int, last: int) -> str:
        """Return rows of a column of the same sheet, such as ``P5:P9``."""
        return f"{self.at(key, first)}:{self.at(key, last)}"

    def span(self, key: str, first: int, last: int) -> str:
        """Return rows of a column for other sheets, such as ``Evidence!$P$5:$P$9``."""
        letter = self.letters[key]
        return f"{self._prefix}${letter}${first}:${letter}${last}"

    def block(self, keys: tuple[str, str], first: int, last: int) -> str:
        """Return rows of several columns, from one key to another, for other sheets."""
        start, end = (f"${self.letters[key]}" for key in keys)
        return f"{self._prefix}{start}${first}:{end}${last}"

    @property
    def _prefix(self) -> str:
        return f"'{self.sheet}'!" if " " in self.sheet else f"{self.sheet}!"
