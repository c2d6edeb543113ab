"""A row of a table of courses: made of cells dealt to columns, and told apart from chance."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ranking.tagging.courses.align import Span
from ranking.tagging.courses.cells import DATE
from ranking.tagging.courses.entry import Entry
from ranking.tagging.courses.heads import LEAD, TITLE, UNKNOWN, Head
from ranking.tagging.courses.lines import Line
from ranking.tagging.courses.words import plain

_FREE = frozenset({TITLE, LEAD, UNKNOWN, "other"})
"""Columns that show nothing of whether a line is a row."""

_UNENDED = (",", ":", ";", "=")
_SLACK = 5.0
"""Points by which the lines of one cell may stand apart."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row as it stands on the page, with the heading it stands below."""

    line: Line
    entry: Entry
    heading: str = ""


def telling(kinds: Iterable[str]) -> int:
    """Return how many of these columns show whether a line is a row."""
    return sum(kind not in _FREE for kind in kinds)


def rows_of(line: Line, head: Head, dealt: Sequence[Span | None]) -> Iterator[TableRow]:
    """Yield the rows that a line holds: one, or one of each table side by side."""
    starts = [place for place, kind in enumerate(head.kinds) if kind == TITLE]
    size = len(head.kinds) // len(starts)
    for side in range(len(starts)):
        columns = head.columns[side * size : (side + 1) * size]
        spans = dealt[side * size : (side + 1) * size]
        cells = [(c.kind, c.name, span) for c, span in zip(columns, spans, strict=True) if span]
        if any(kind == TITLE for kind, _, _ in cells):
            part = line if len(starts) == 1 else line.part(cells[0][2][0], cells[-1][2][1])
            yield TableRow(part, _entry(line, cells))


def _entry(line: Line, cells: Sequence[tuple[str, str, Span]]) -> Entry:
    texts: dict[str, list[str]] = {}
    for kind, name, (start, end) in cells:
        texts.setdefault(kind, []).append(" ".join(line.words[start:end]))
        if name.startswith("max"):
            texts["most"] = texts[kind][-1:]
    dates = [text for text in texts.get(LEAD, ()) if DATE.fullmatch(plain(text))]
    return Entry(
        title=texts[TITLE][0],
        credits=texts.get("credits", [""])[0],
        grades=tuple(texts.get("grade", ())),
        state=" ".join(texts.get("status", ())),
        date=next(iter([*texts.get("date", ()), *dates]), ""),
        most=texts.get("most", [""])[0],
        filled=telling(kind for kind, _, _ in cells),
    )


def is_full(row: TableRow, least: float) -> bool:
    """Whether a row is more than words with a number or a state by chance at their end."""
    entry = row.entry
    has_values = bool(entry.credits or entry.grades or entry.state)
    return has_values and entry.filled >= least and not entry.title.endswith(_UNENDED)


def goes_on(row: TableRow, line: Line) -> bool:
    """Whether a line, as OCR read it, stands below the title of a row and goes on with it.

    OCR puts the second line of a title below the whole row; text has it before the other cells.
    """
    same_page = row.line.passage.page == line.passage.page
    if not (same_page and row.line.places and line.places):
        return False
    title = tuple(row.entry.title.split())
    starts = range(len(row.line.words) - len(title) + 1)
    start = next((n for n in starts if row.line.words[n : n + len(title)] == title), 0)
    left, right = row.line.places[start][0], row.line.places[start + len(title) - 1][1]
    begins_low = line.words[0][:1].islower() or line.words[0].startswith("(")
    return (
        begins_low and left - _SLACK <= line.places[0][0] and line.places[-1][1] <= right + _SLACK
    )


def is_fuller(one: Entry, other: Entry) -> bool:
    """Whether an entry has more cells than another, or the same with more words in them."""
    if one.filled != other.filled:
        return one.filled > other.filled
    return one.title == other.title and one != other
