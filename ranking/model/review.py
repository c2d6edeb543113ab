"""What the committee typed: how cells of the workbook changed, and what holds now.

The workbook is built anew each time, so what people type survives as changes of cells.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ranking.model.input_tables import INPUT_TABLES, WEIGHTS, Cell, Value


class Outcome(StrEnum):
    """What became of something typed.

    Attributes:
        APPLIED: It holds, or held until a later change.
        OVERRULED: A newer edit of another copy won.
        UNKNOWN: Its field does not know the value; it is kept as a note.
    """

    APPLIED = "applied"
    OVERRULED = "overruled"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that somebody typed.

    Attributes:
        time: When its workbook was last changed: ISO, UTC, seconds.
        build: Number of the build that read it.
        source: File name of the workbook.
        table: Table of the cell.
        row: Row of the cell.
        field: Field of the cell.
        value: What was typed; "" if the cell was emptied.
        was: What the cell held when its workbook was built.
        outcome: What became of it.
    """

    time: str
    build: int
    source: str
    table: str
    row: str
    field: str
    value: Value
    was: Value
    outcome: Outcome

    @property
    def cell(self) -> Cell:
        """The cell."""
        return self.table, self.row, self.field

    @property
    def age(self) -> tuple[str, str, str]:
        """Orders changes from old to new; equal times are ordered by source and value."""
        return self.time, self.source, repr(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A build: its number, time, the sha256 of its workbook, and the call's own weights in it.

    Why the weights: a weight that nobody touched must not look like an edit when the call changes.
    """

    build: int
    time: str
    workbook: str
    defaults: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What the committee's cells hold after a build; cells that are empty are left out."""

    cells: Mapping[Cell, Value] = field(default_factory=dict)
    build: int = 0

    def value(self, cell: Cell) -> Value:
        """Return what a cell holds, "" if nothing."""
        return self.cells.get(cell, "")

    def of(self, table: str, row: str) -> dict[str, Value]:
        """Return the filled fields of a row."""
        filled = {name: self.value((table, row, name)) for name in INPUT_TABLES[table].fields}
        return {name: value for name, value in filled.items() if value != ""}

    def rows(self, table: str) -> tuple[str, ...]:
        """Return the rows of a table with a filled field, in order."""
        return tuple(sorted({row for name, row, _ in self.cells if name == table}))

    def text(self, table: str, row: str, name: str) -> str:
        """Return what a cell holds as text."""
        value = self.value((table, row, name))
        return value if isinstance(value, str) else f"{value:g}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """A filled cell without effect, such as one whose row is no longer there, and why."""

    cell: Cell
    value: Value
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Everything ever read back and every build, oldest first."""

    changes: tuple[Change, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def build(self) -> int:
        """Number of the last build, 0 before the first."""
        numbers = (entry.build for entries in (self.changes, self.marks) for entry in entries)
        return max(numbers, default=0)

    @property
    def now(self) -> Review:
        """What holds now."""
        return self.at(self.build)

    def at(self, build: int) -> Review:
        """Return what held when a build wrote its workbook."""
        cells: dict[Cell, Value] = {}
        for change in self.changes:
            if change.build <= build and change.outcome is Outcome.APPLIED:
                cells[change.cell] = change.value
        return Review(cells={c: v for c, v in cells.items() if v != ""}, build=build)

    def defaults_at(self, build: int) -> dict[Cell, Value]:
        """Return the weights that the call itself had at a build, none where that is unknown."""
        marks = [mark for mark in self.marks if mark.build <= build and mark.defaults]
        return dict(default_cells(marks[-1].defaults)) if marks else {}

    def with_changes(self, changes: tuple[Change, ...]) -> "History":
        """Return the history with further changes."""
        return History(changes=(*self.changes, *changes), marks=self.marks)


def default_cells(
    defaults: Mapping[str, Mapping[str, Value]],
) -> Iterator[tuple[Cell, Value]]:
    """Yield the cells of the weights that a mark holds."""
    for row, fields in defaults.items():
        for name, value in fields.items():
            yield (WEIGHTS.name, row, name), value
