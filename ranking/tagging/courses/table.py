"""Reads the rows of a transcript, line by line.

A line below a head is dealt to its columns; one that does not fit, or has no head, is split by the
look of its end. A row may run over lines: it does if a course code, or words of a title only, stand
before cells only, or if OCR put the rest of a title below its row. Headings such as "Not passed"
hold for the rows below. Legends and sums are no rows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ranking.tagging.courses.align import deal
from ranking.tagging.courses.cells import Cells
from ranking.tagging.courses.entry import Entry
from ranking.tagging.courses.heads import LEAD, Head, HeadReader
from ranking.tagging.courses.lines import Line, columns_below, joined
from ranking.tagging.courses.look import split_by_look
from ranking.tagging.courses.table_row import (
    TableRow,
    goes_on,
    is_full,
    is_fuller,
    rows_of,
    telling,
)
from ranking.tagging.courses.words import Words, plain

CODE = re.compile(
    r"^(?:[A-ZÅÄÖÆÞ]{1,8}[\w.-]*\d[\w.-]*|\d{3,}[A-Z]?|\d{3}-\d{4}-\d\d\w?"
    r"|[A-Z]{2,5} \d{2,4}[A-Z]{0,2}|[A-Z]{3,4} \d)\s+"
)
_WORD = re.compile(r"[^\W\d_]{2}")
_DIGIT = re.compile(r"\d")
_LEGEND = re.compile(
    r"(?:betygsskala|betyg:|notenskala|grad(?:e|ing) (?:scale|points|system)|scale|skala"
    r"|karakterskala|beurteilungsskala|explanation|legend|ects grading)"
)
_CAPITALS = re.compile(r"[A-ZÅÄÖÜÉÇŞĞİŁ]{4,8}")
_MOST_LINES = 3
_HEADING_LENGTH = 60


@dataclass(slots=True)
class _State:
    """Where the reading of a transcript stands."""

    has_head: bool
    head: Head | None = None
    head_line: Line | None = None
    in_legend: bool = False
    heading: str = ""
    loose: list[Line] = field(default_factory=list)


class TableReader:
    """Reads tables of courses.

    Args:
        heads: Reads heads.
        cells: Tells what fits a column.
        words: The words of all scales.
    """

    def __init__(self, heads: HeadReader, cells: Cells, words: Words) -> None:
        self._heads, self._cells, self._words = heads, cells, words

    def rows(self, lines: Sequence[Line]) -> Iterator[TableRow]:
        """Yield the rows of a transcript in reading order."""
        heads = [self._heads.read(line.passage.text) for line in lines]
        state = _State(has_head=any(heads))
        index = 0
        while index < len(lines):
            line, head = lines[index], heads[index]
            index += 1
            if head:
                state.heading = _last_heading(state.loose, state.heading)
                state.head, state.head_line, state.in_legend, state.loose = head, line, False, []
            elif self._heads.is_of_legend(line.passage.text):
                state.in_legend = True
            elif not state.in_legend and not self._is_legend(line.passage.text):
                rows, more = self._read(line, lines[index : index + _MOST_LINES - 1], state)
                index += more
                yield from rows

    def _is_legend(self, text: str) -> bool:
        return _LEGEND.match(plain(text)) is not None or (
            self._words.is_legend(text) and not CODE.match(text)
        )

    def _read(
        self, line: Line, following: Sequence[Line], state: _State
    ) -> tuple[list[TableRow], int]:
        """Return the rows that a line ends, and how many of the lines after it belong to them."""
        if state.has_head and not state.head:
            return [], 0
        for lines in self._readings(line, state):
            if found := self._courses(joined(lines), state):
                more = 0
                if len(found) == 1:
                    found[0], more = self._completed(found[0], list(lines), following, state)
                above = state.loose[: len(state.loose) + 1 - len(lines)]
                state.heading = _last_heading(above, state.heading)
                state.loose = []
                return [replace(row, heading=state.heading) for row in found], more
        state.loose.append(line)
        return [], 0

    def _completed(
        self, row: TableRow, lines: list[Line], following: Sequence[Line], state: _State
    ) -> tuple[TableRow, int]:
        """Return a row with the lines after it, if those are no rows but fill cells of this one."""
        if following and goes_on(row, following[0]):
            title = " ".join((row.entry.title, *following[0].words))
            whole = joined([row.line, following[0]])
            return replace(row, line=whole, entry=replace(row.entry, title=title)), 1
        best, more = row, 0
        for count, line in enumerate(following, start=1):
            if self._begins_row(line, state) or self._is_entry(line, state):
                break
            fuller = self._courses(joined([*lines, *following[:count]]), state)
            if len(fuller) == 1 and is_fuller(fuller[0].entry, best.entry):
                best, more = fuller[0], count
        return best, more

    def _readings(self, line: Line, state: _State) -> Iterator[list[Line]]:
        """Yield the lines that a row may consist of, the likeliest first."""
        if not self._begins_row(line, state):
            last = range(1, min(_MOST_LINES, len(state.loose)) + 1)
            begun = next((n for n in last if self._begins_row(state.loose[-n], state)), 0)
            if begun or (state.loose and self._has_no_title(line)):
                yield [*state.loose[-(begun or 1) :], line]
        yield [line]

    def _begins_row(self, line: Line, state: _State) -> bool:
        """Whether a line begins as rows do: with a code, or what the head puts before a title."""
        has_lead = state.head is not None and LEAD in state.head.kinds
        first = line.words[0] if line.words and has_lead else ""
        return CODE.match(line.passage.text) is not None or bool(
            (_CAPITALS.fullmatch(first) or (_DIGIT.search(first) and self._cells.fits(LEAD, first)))
            and not self._has_no_title(line)
        )

    def _has_no_title(self, line: Line) -> bool:
        """Whether a line holds cells only."""
        entry = split_by_look(("", *line.words), self._cells)
        if entry is None or _WORD.search(entry.title):
            return False
        return bool(entry.credits) + bool(entry.grades) + bool(entry.state) > 1

    def _is_entry(self, line: Line, state: _State) -> bool:
        """Whether a line has a title and cells, be it a course or a sum."""
        if self._has_no_title(line):
            return False
        rows = self._by_head(line, state) or self._by_look(line, state)
        return any(
            _WORD.search(row.entry.title) and not self._cells.fits("listed", row.entry.title)
            for row in rows
        )

    def _courses(self, line: Line, state: _State) -> list[TableRow]:
        rows = self._by_head(line, state) or self._by_look(line, state)
        return [row for row in rows if self._is_course(row.entry)]

    def _by_head(self, line: Line, state: _State) -> list[TableRow]:
        if not state.head or not state.head_line:
            return []
        below = columns_below(line, state.head, state.head_line)
        spans = deal(line, state.head, self._cells, below)
        rows = list(rows_of(line, state.head, spans)) if spans else []
        begins = self._begins_row(line, state)
        half = telling(state.head.kinds) / 2
        least = 0 if begins else half + (LEAD in state.head.kinds) / 2
        return rows if all(is_full(row, least) for row in rows) else []

    def _by_look(self, line: Line, state: _State) -> list[TableRow]:
        entry = split_by_look(line.words, self._cells)
        if not entry:
            return []
        has_values = bool(entry.credits or (entry.grades and not state.head))
        return [TableRow(line, entry)] if has_values or CODE.match(line.passage.text) else []

    def _is_course(self, entry: Entry) -> bool:
        title = CODE.sub("", entry.title)
        return bool(_WORD.search(title)) and not (
            self._words.sums_up(title)
            or self._words.explains(title)
            or self._cells.fits("listed", title)
        )


def _last_heading(lines: Sequence[Line], before: str) -> str:
    """Return the last heading among lines that are no rows, or the one that stood before."""
    texts = [line.passage.text for line in lines]
    headings = [t for t in texts if len(t) <= _HEADING_LENGTH and not t.endswith((",", ";"))]
    return headings[-1] if headings else before
