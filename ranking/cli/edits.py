"""What a build tells of the committee's edits, in a few plain lines."""

from collections.abc import Iterator, Sequence

from ranking.model.input_tables import Cell
from ranking.model.review import Change, Outcome, Unplaced
from ranking.steps.options import Built

SHOWN = 5
"""How many of a list are shown; all are in the workbook."""

ALL = "all are on the sheet Carried over"


def edit_lines(built: Built) -> Iterator[str]:
    """Yield the lines: what was read, what was disputed, what has no place, what was kept."""
    counts = built.edits.counts
    if any(counts.values()) or len(counts) > 1:
        yield f"Edits read: {', '.join(f'{n} from {name}' for name, n in counts.items())}."
    yield from built.edits.notes
    disputed = [change for change in built.edits.disputed if change.outcome is Outcome.OVERRULED]
    strange = [change for change in built.edits.disputed if change.outcome is Outcome.UNKNOWN]
    yield from _list("Overruled by a newer edit", [_changed(change) for change in disputed])
    yield from _list("Not understood, kept as a note", [_changed(change) for change in strange])
    yield from _list("Without effect", [_unplaced(cell) for cell in built.result.unplaced])
    for backup in built.written.backups:
        yield f"The earlier workbook is kept as {backup}."
    if built.written.beside:
        yield (
            f"The workbook could not be replaced; is it open? The new one is "
            f"{built.written.beside}. Close the old one and build again: edits of both are read."
        )


def _list(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"{title}: {len(items)} ({ALL})."
        yield from (f"  {item}" for item in items[:SHOWN])


def _changed(change: Change) -> str:
    typed = "(emptied)" if change.value == "" else repr(change.value)
    return f"{_place(change.cell)}: {typed}, {change.source}"


def _unplaced(unplaced: Unplaced) -> str:
    return f"{_place(unplaced.cell)}: {unplaced.value!r}. {unplaced.reason}"


def _place(cell: Cell) -> str:
    table, row, field = cell
    return f"{table} {row} {field}"
