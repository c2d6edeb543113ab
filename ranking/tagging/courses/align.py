"""Splits a row of a table by the head of the table.

Every cell may be empty, and a cell may have several words. Of all ways to deal the words of a row
to the columns in their order, the one is taken that leaves the fewest columns empty. Where OCR told
where words stand, a word that stands below another column than it is dealt to counts as a misfit.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from ranking.tagging.courses.cells import Cells, is_abbreviation, is_word
from ranking.tagging.courses.heads import LEAD, TITLE, UNKNOWN, Head
from ranking.tagging.courses.lines import Line

Span = tuple[int, int]

_EMPTY = {"credits": 1.2, "grade": 1.0, "status": 0.9, "date": 0.8, LEAD: 0.3}
"""What an empty cell costs; grades and dates are left out more often than credits."""

_EMPTY_OTHERWISE = 0.7
_EMPTY_SIDE = 0.5
_WORDY = 0.8
"""What a word costs in a column of which nothing is known: it may belong to the title."""

_UNNAMED = 0.6
"""What an abbreviation costs there; few titles end in one."""
_UNNAMED_NUMBER = 0.72
"""What a number costs there: a little more than an empty cell, as many titles end in one."""

_GRADE_IN_TITLE = 0.5
_MISPLACED = 1.5
_MOST_WORDS = 48


@dataclass(frozen=True, slots=True)
class Dealt:
    """The words of a row dealt to the columns: a span of words a column, None for an empty one."""

    cost: float
    spans: tuple[Span | None, ...]


_NOT_AT_ALL = Dealt(float("inf"), ())


def deal(
    line: Line, head: Head, cells: Cells, below: Sequence[int | None] = ()
) -> tuple[Span | None, ...]:
    """Return the words of each column, None for an empty one; () if the line does not fit.

    Args:
        line: The line.
        head: The head of the table.
        cells: Tells what fits a column.
        below: The column that each word stands below, where that is known.
    """
    if len(line.words) > _MOST_WORDS:
        return ()
    return _Dealing(line, head.kinds, cells, below).rest(0, 0).spans


class _Dealing:
    """One line and one head; ``rest`` deals what is left from a word and a column on."""

    def __init__(
        self, line: Line, kinds: Sequence[str], cells: Cells, below: Sequence[int | None]
    ) -> None:
        self._words = line.words
        self._kinds = kinds
        self._cells = cells
        self._fits = cells.fits_ocr if line.is_ocr else cells.fits
        self._below = below or (None,) * len(line.words)
        self.rest = functools.cache(self._rest)

    def _rest(self, word: int, column: int) -> Dealt:
        if column == len(self._kinds):
            return Dealt(0.0, ()) if word == len(self._words) else _NOT_AT_ALL
        if word == len(self._words) and column and self._begins_side(column):
            return Dealt(_EMPTY_SIDE, (None,) * (len(self._kinds) - column))
        best = _NOT_AT_ALL
        for end in self._ends(word, column):
            after = self.rest(end, column + 1)
            cost = after.cost + self._price(word, end, column)
            if cost < best.cost:
                best = Dealt(cost, ((word, end) if end > word else None, *after.spans))
        return best

    def _price_unnamed(self, word: str) -> float:
        if word[0].isdigit():
            return _UNNAMED_NUMBER
        return _UNNAMED if is_abbreviation(word) and not self._is_grade(word) else _WORDY

    def _is_grade(self, word: str) -> bool:
        return len(word) > 1 and word.isupper() and self._cells.fits("listed", word)

    def _begins_side(self, column: int) -> bool:
        """Whether a second table begins at a column."""
        sides = self._kinds.count(TITLE)
        return sides > 1 and column % (len(self._kinds) // sides) == 0

    def _ends(self, word: int, column: int) -> Sequence[int]:
        """Return where a cell may end that begins with a word."""
        kind = self._kinds[column]
        if kind == TITLE:
            return range(word + 1, len(self._words) + 1)
        last = min(len(self._words), word + self._cells.longest(kind))
        ends = range(word + 1, last + 1)
        return [word, *(end for end in ends if self._fits(kind, " ".join(self._words[word:end])))]

    def _price(self, word: int, end: int, column: int) -> float:
        kind = self._kinds[column]
        if word == end:
            return _EMPTY.get(kind, _EMPTY_OTHERWISE)
        if kind == TITLE:
            return _GRADE_IN_TITLE * self._is_grade(self._words[end - 1])
        if kind == LEAD:
            return 0.0
        if kind == UNKNOWN:
            return self._price_unnamed(self._words[word])
        if kind == "other" and is_word(self._words[word]):
            return _WORDY
        return _MISPLACED * any(self._below[n] not in {None, column} for n in range(word, end))
