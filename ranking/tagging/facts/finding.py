"""A fact before it is known whose it is, and the lines and entries that facts are read from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ranking.model.document import Document, Reader

_MONTH = (
    r"(?:\b(?i:jan|feb|fév|mar|mär|apr|avr|abr|ma[iyj]|mag|jun|jui|giu|jul|lug|aug|aoû|ago|sep|set"
    r"|o[ckt]t|nov|d[eéi][czk]|gen|gru|spring|summer|autumn|fall|winter|v[åa]r|höst|ws|ss|ht|vt)"
    r"[^\W\d_]*\.?\s+)?"
)
_WHEN = rf"{_MONTH}(?:\d{{1,2}}[./])?(?:19|20)\d\d(?:-\d\d)?"
_END = (
    rf"(?:{_WHEN}|\d\d(?!\d)"
    r"|(?i:present|now|today|current|ongoing|heute|nu|oggi|aujourd['\u2019]hui)\b)?"
)
_DATE = re.compile(rf"(?<![\d.,]){_WHEN}(?:\s*(?:[-\u2013—/]|\bto\b|\bbis\b)\s*{_END})?(?![\d])")
_BULLET = re.compile(r"[\s•·▪●○*\u2013—-]*(?:\[?[A-Z]?\d{1,2}[\].)]?\s+)?")
_ITEM = re.compile(r"[•·▪●○◦◆*\u2013—-]\s")
_HEADING = re.compile(r"[^\W\d_a-zà-ÿ][^\W\d_]+(?:\s(?:[^\W\d_]+|&)){0,3}")
_LONGEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A fact: ``value`` is verbatim with white space collapsed, ``date`` as written, "" if none."""

    fact: str
    value: str
    page: int
    date: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page that holds words, or several; ``last`` is its place among all lines."""

    text: str
    page: int
    section: str
    last: int = 0


def lines(document: Document) -> tuple[Line, ...]:
    """Return the lines of all pages that were read."""
    return tuple(each_line(document))


def each_line(document: Document) -> Iterator[Line]:
    """Yield the lines of all pages that were read."""
    found = (
        (text, page.number, page.sections[place] if place < len(page.sections) else "")
        for page in document.pages
        if page.reader is not Reader.NONE
        for place, raw in enumerate(page.text.split("\n"))
        if (text := " ".join(raw.split()))
    )
    yield from (Line(*line, last=number) for number, line in enumerate(found))


def date_in(text: str) -> str:
    """Return the first date or span of dates of a text, as written, "" if none."""
    match = _DATE.search(text)
    return match[0].strip(" -\u2013—") if match else ""


def entries(section: list[Line]) -> Iterator[Line]:
    """Join the lines of a section to entries.

    Each starts with a date where entries do; else each line that holds a date starts one; else
    every line is one.
    """
    leading = [_starts_with_date(line.text) for line in section]
    dated = [bool(date_in(line.text)) and not _ITEM.match(line.text) for line in section]
    starts = leading if any(leading) else dated
    if not any(starts):
        starts = [True] * len(section)
    current: Line | None = None
    for line, start in zip(section, starts, strict=True):
        if current and _continues(current, line, start=start):
            current = replace(current, text=f"{current.text} {line.text}", last=line.last)
            continue
        if current:
            yield current
        current = line
    if current:
        yield current


def _continues(entry: Line, line: Line, *, start: bool) -> bool:
    """Whether a line belongs to the entry above it: next to it, neither a start nor a heading."""
    if line.page != entry.page or line.last != entry.last + 1:
        return False
    if _only_date(entry.text):
        return True
    return not start and not (entry.text.endswith(".") and _HEADING.fullmatch(line.text))


def _only_date(text: str) -> bool:
    rest = _DATE.sub("", text).split()
    return bool(date_in(text)) and len(rest) <= 1


def shortened(text: str) -> str:
    """Cut a long entry at a word; what is left is still verbatim."""
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0]


def _starts_with_date(text: str) -> bool:
    """Whether a text starts with a date that is not the end of a sentence from the line above."""
    bullet = _BULLET.match(text)
    match = _DATE.match(text) or (_DATE.match(text, bullet.end()) if bullet else None)
    return match is not None and not re.fullmatch(r"[.,);]+", text[match.end() :].strip())
