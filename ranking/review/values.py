"""What a typed value means: words whatever their case, numbers whatever their decimal sign."""

import datetime as dt
import re

from ranking.model.input_limits import limits_of
from ranking.model.input_tables import Cell, Content, Value, content_of
from ranking.model.plain import plain
from ranking.review.terms import Terms

Typed = str | float | bool | dt.date | dt.time | dt.timedelta
"""What a reader of spreadsheets returns for a cell."""

_BLANKS = re.compile(r"[\s_]+")
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)")


def value_of(typed: Typed) -> Value:
    """Return text, stripped of what no cell can hold, or a number; dates and the like as text."""
    if isinstance(typed, bool):
        return str(typed).upper()
    if isinstance(typed, int | float):
        return int(typed) if float(typed).is_integer() else typed
    if isinstance(typed, dt.datetime):
        return typed.isoformat(sep=" ")
    return plain(str(typed))


def text_of(value: Value) -> str:
    """Return a value as a person would write it."""
    return value if isinstance(value, str) else repr(value)


def understood(cell: Cell, value: Value, terms: Terms) -> Value | None:
    """Return a value as its field means it; None if the field does not know it."""
    if value == "":
        return ""
    content = content_of(cell)
    if content is Content.TEXT:
        return text_of(value)
    if content is Content.NUMBER:
        return _number(cell, value)
    word = _BLANKS.sub("_", text_of(value).strip().lower())
    return word if word in terms.words.get((cell[0], cell[2]), ()) else None


def _number(cell: Cell, value: Value) -> float | None:
    if isinstance(value, str):
        digits = "".join(value.split())
        if not _NUMBER.fullmatch(digits):
            return None
        value = float(digits.replace(",", "."))
    if not limits_of(cell).hold(value):
        return None
    return int(value) if float(value).is_integer() else value
