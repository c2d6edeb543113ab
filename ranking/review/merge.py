"""Merges what several copies of the workbook say, three ways: against what each was built from.

Every edit of every copy becomes a change. Where two disagree about a cell, the copy that was
changed last wins, and the other is kept as overruled. An edit that is in the history already is
not made again, so a copy may be read as often as one likes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isclose

from ranking.model.input_tables import INPUT_TABLES, Cell, Value
from ranking.model.review import Change, History, Outcome
from ranking.review.copies import Copy
from ranking.review.terms import Terms
from ranking.review.values import text_of, understood


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edit:
    """A change that a copy asks for, and the build that the copy was made by."""

    change: Change
    base: int


def merge(history: History, copies: Sequence[Copy], terms: Terms) -> tuple[Change, ...]:
    """Return the changes that the copies bring, in a fixed order; add them to the history.

    Args:
        history: Everything that was read back before.
        copies: The workbooks as they were read, in any order.
        terms: What the call lets the committee say.
    """
    build = next_build(history, copies)
    known = _by_cell(history.changes)
    edits: dict[Cell, list[_Edit]] = defaultdict(list)
    for copy in copies:
        for edit in _edits(copy, history, terms):
            fresh = replace(edit, change=replace(edit.change, build=build))
            if not _is_known(fresh, known[edit.change.cell]):
                edits[edit.change.cell].append(fresh)
    changes = (c for cell in sorted(edits) for c in _settled(edits[cell], known[cell]))
    return tuple(dict.fromkeys(changes))


def next_build(history: History, copies: Iterable[Copy]) -> int:
    """Return the number of the next build; it is new even where the log was lost."""
    return 1 + max((history.build, *(copy.build for copy in copies)))


def _by_cell(changes: Iterable[Change]) -> defaultdict[Cell, list[Change]]:
    known: defaultdict[Cell, list[Change]] = defaultdict(list)
    for change in changes:
        known[change.cell].append(change)
    return known


def _edits(copy: Copy, history: History, terms: Terms) -> Iterator[_Edit]:
    """Yield the cells of a copy that differ from what it was built with."""
    shown = history.defaults_at(copy.build)
    base = {**terms.defaults, **shown, **history.at(copy.build).cells}
    held = _held(copy, history)
    changed: dict[Cell, list[Change]] = {}
    for cell, values in copy.cells.items():
        was = base.get(cell, "")
        if any(value != was for value in values):
            changed[cell] = _changes(cell, values, was, terms)
        elif not _same(held.get(cell, was), was):
            changed[cell] = [_change(cell, was, held[cell], Outcome.APPLIED)]
    for cell in [cell for cell, changes in changed.items() if _strange(changes)]:
        _keep_as_note(cell, changed, copy, base)
    for change in (change for changes in changed.values() for change in changes):
        stamped = replace(change, time=copy.time, source=copy.source)
        yield _Edit(change=stamped, base=copy.build)


def _held(copy: Copy, history: History) -> dict[Cell, Value]:
    """Return what was read from a copy since it was built, before it was saved again, and holds.

    Why: a copy may be read again before a new workbook takes its place, and what was typed and then
    taken back in it is an edit too. Notes that say what was not understood were never in the copy.
    """
    since = [change for change in history.changes if change.build > copy.build]
    strange = {(c.build, c.source, c.table, c.row) for c in _strange(since)}
    later = [m.build for m in history.marks if m.workbook and m.build > copy.build]
    replaced = min(later, default=history.build)
    last = {change.cell: change for change in since if change.outcome is Outcome.APPLIED}
    return {
        cell: change.value
        for cell, change in last.items()
        if change.source == copy.source
        and change.time < copy.time
        and change.build <= replaced
        and (change.build, change.source, change.table, change.row) not in strange
    }


def _changes(cell: Cell, values: tuple[Value, ...], was: Value, terms: Terms) -> list[Change]:
    """Return what was typed into a cell; the last value counts where a row stands twice."""
    found: dict[Value, Outcome] = {}
    for value in values:
        meant = understood(cell, value, terms)
        if meant is None:
            found[value] = Outcome.UNKNOWN
        elif not _same(meant, was):
            found.pop(meant, None)
            found[meant] = Outcome.APPLIED
    applied = [value for value, outcome in found.items() if outcome is Outcome.APPLIED]
    for value in applied[:-1]:
        found[value] = Outcome.OVERRULED
    return [_change(cell, value, was, outcome) for value, outcome in found.items()]


def _change(cell: Cell, value: Value, was: Value, outcome: Outcome) -> Change:
    table, row, name = cell
    return Change(
        time="",
        build=0,
        source="",
        table=table,
        row=row,
        field=name,
        value=value,
        was=was,
        outcome=outcome,
    )


def _same(one: Value, other: Value) -> bool:
    """Whether two values are equal; numbers may lose their last digits in a spreadsheet."""
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    return isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)


def _strange(changes: Iterable[Change]) -> list[Change]:
    return [change for change in changes if change.outcome is Outcome.UNKNOWN]


def _keep_as_note(
    cell: Cell, changed: dict[Cell, list[Change]], copy: Copy, base: Mapping[Cell, Value]
) -> None:
    """Add to the note of a row what one of its fields does not understand."""
    table, row, name = cell
    note = (table, row, INPUT_TABLES[table].note)
    was = base.get(note, "")
    typed = changed.get(note) or []
    shown = typed[-1].value if typed else copy.cells.get(note, (was,))[-1]
    text = text_of(shown)
    for strange in _strange(changed[cell]):
        remark = f"[{name}: {text_of(strange.value)}]"
        text = text if remark in text else f"{text} {remark}".strip()
    if text != shown:
        changed[note] = [*typed[:-1], _change(note, text, was, Outcome.APPLIED)]


def _is_known(edit: _Edit, known: Sequence[Change]) -> bool:
    """Whether the edit was read when its copy was last read, since the copy was built."""
    own = [c for c in known if c.build > edit.base and c.source == edit.change.source]
    last = max((change.build for change in own), default=0)
    return any(c.build == last and _same(c.value, edit.change.value) for c in own)


def _settled(edits: Sequence[_Edit], known: Sequence[Change]) -> list[Change]:
    """Return the changes of one cell: the newest is applied, others are overruled."""
    rivals = [c for edit in edits if (c := _rival(edit, known))]
    asked = [edit.change for edit in edits]
    contenders = [c for c in (*asked, *rivals) if c.outcome is Outcome.APPLIED]
    newest = max(contenders, key=lambda c: c.age, default=None)
    settled = [
        replace(c, outcome=Outcome.OVERRULED)
        if c in contenders and newest and not _same(c.value, newest.value)
        else c
        for c in asked
    ]
    build = asked[0].build
    lost = [
        replace(rival, build=build, outcome=Outcome.OVERRULED)
        for rival in rivals
        if newest and not _same(rival.value, newest.value)
    ]
    return sorted((*settled, *lost), key=lambda c: (*c.age, repr(c.was), c.outcome))


def _rival(edit: _Edit, known: Sequence[Change]) -> Change | None:
    """Return what another copy did to the cell since the workbook that the edit was made in."""
    applied = [c for c in known if c.outcome is Outcome.APPLIED and c.build > edit.base]
    return applied[-1] if applied and applied[-1].source != edit.change.source else None
