"""Splits a row without a head, or one that does not fit its head, by what its end looks like."""

from collections.abc import Sequence

from ranking.tagging.courses.cells import CREDITS, DATE, Cells, number
from ranking.tagging.courses.entry import Entry
from ranking.tagging.courses.words import plain

_MOST_VALUES = 2
_MOST_DATES = 2
_LONGEST = 5
_KINDS = ("date", "credits", "note", "said", "listed")


def split_by_look(words: Sequence[str], cells: Cells) -> Entry | None:
    """Split a row; None if nothing at its end looks like a column."""
    columns, start = _trailing(words, cells)
    if not columns:
        return None
    values = [(kind, text) for kind, text in columns if kind not in {"date", "note"}]
    credit = next((text for kind, text in values if kind == "credits"), "")
    rest = [(kind, text) for kind, text in values if text != credit]
    if not credit and len(rest) > 1 and number(rest[0][1]) is not None:
        credit = rest.pop(0)[1]
    states = " ".join(text for kind, text in columns if kind in {"said", "note"})
    grades = tuple(text for kind, text in rest if kind == "listed")
    return Entry(" ".join(words[:start]), credit, grades[:1], states)


def _trailing(words: Sequence[str], cells: Cells) -> tuple[list[tuple[str, str]], int]:
    """Return the columns at the end, as kind and text, and where they begin."""
    columns: list[tuple[str, str]] = []
    end, values, dates = len(words), 0, 0
    while end > 0:
        kind, start = _last_column(words[:end], cells)
        dates += kind == "date"
        values += kind in {"credits", "listed"}
        if not kind or dates > _MOST_DATES:
            break
        if values > _MOST_VALUES and not _earned([(kind, " ".join(words[start:end])), *columns]):
            break
        columns.insert(0, (kind, " ".join(words[start:end])))
        end = start
    while columns and columns[0][0] == "note":
        end += len(columns.pop(0)[1].split())
    return columns, end


def _earned(columns: Sequence[tuple[str, str]]) -> bool:
    """Whether columns are credits, a letter, and the points that they earned: "4.00 A- 14.80"."""
    values = [text for kind, text in columns if kind in {"credits", "listed"}]
    return [number(text) is None for text in values] == [False, True, False]


def _last_column(words: Sequence[str], cells: Cells) -> tuple[str, int]:
    for kind in _KINDS:
        for start in range(max(1, len(words) - _LONGEST), len(words)):
            if _is(kind, " ".join(words[start:]), cells):
                return kind, start
    return "", 0


def _is(kind: str, text: str, cells: Cells) -> bool:
    if kind == "note":
        return text == "%" or (text.startswith("(") and text.endswith(")"))
    if kind == "date":
        return DATE.fullmatch(plain(text)) is not None
    if kind == "credits":
        return CREDITS.fullmatch(plain(text)) is not None
    return cells.fits(kind, text)
