"""The lines of a transcript as words, with their places where OCR told them.

OCR also runs cells together ("4.00A-", "221Calculus"); such words are parted for reading the table,
on pages that OCR read and nowhere else. What is quoted stays as it was read.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ranking.model.document import Document, Page, Reader, Word
from ranking.tagging.courses.heads import Column, Head
from ranking.tagging.passages import Passage, passages

_RUN_TOGETHER = re.compile(r"(?<=\d[.,]\d\d)(?=[A-Z]{1,2}[+-]?$)|(?<=^\d\d\d)(?=[A-Z][a-z]{2,})")

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or lines joined.

    Attributes:
        passage: Its words on the page.
        words: Its words for reading the table.
        places: From where to where each word stands, left to right; empty where not known.
        is_ocr: Whether OCR read it.
    """

    passage: Passage
    words: tuple[str, ...]
    places: tuple[Interval, ...] = ()
    is_ocr: bool = False

    def part(self, start: int, end: int) -> "Line":
        """Return some of the words as a line of their own."""
        text = " ".join(self.passage.text.split()[start:end])
        return replace(self, passage=replace(self.passage, text=text))


def lines_of(document: Document) -> list[Line]:
    """Return the lines of a transcript in reading order."""
    pages = {page.number: page for page in document.pages}
    return [_line(passage, pages[passage.page]) for passage in passages(document)]


def joined(lines: Sequence[Line]) -> Line:
    """Join lines to one."""
    first = lines[0]
    known = all(line.places for line in lines)
    return Line(
        passage=replace(first.passage, text=" ".join(line.passage.text for line in lines)),
        words=tuple(word for line in lines for word in line.words),
        places=tuple(place for line in lines for place in line.places) if known else (),
        is_ocr=first.is_ocr,
    )


def columns_below(line: Line, head: Head, head_line: Line) -> tuple[int | None, ...]:
    """Return the column of a head that each word of a line stands below; () if not known."""
    if not line.places or not head_line.places or line.passage.page != head_line.passage.page:
        return ()
    spans = [_span(column, head_line) for column in head.columns]
    return tuple(_nearest(place, spans) for place in line.places)


def _line(passage: Passage, page: Page) -> Line:
    words = tuple(passage.text.split())
    if page.reader is not Reader.OCR:
        return Line(passage, words)
    found = [word for word in page.words if word.line == passage.line]
    parted = [part for word in words for part in _RUN_TOGETHER.split(word)]
    places = tuple(place for word in found for place in _places(word))
    return Line(passage, tuple(parted), places if len(places) == len(parted) else (), is_ocr=True)


def _places(word: Word) -> list[Interval]:
    left, _, right, _ = word.box
    return [(left, right)] * len(_RUN_TOGETHER.split(word.text))


def _span(column: Column, line: Line) -> Interval | None:
    if column.first < 0:
        return None
    return line.places[column.first][0], line.places[column.last][1]


def _nearest(place: Interval, spans: Sequence[Interval | None]) -> int | None:
    known = [(_distance(place, span), index) for index, span in enumerate(spans) if span]
    return min(known)[1] if known else None


def _distance(one: Interval, other: Interval) -> float:
    """Return the gap between two intervals, below 0 by how much they overlap."""
    return max(one[0], other[0]) - min(one[1], other[1])
