"""Words of transcripts, compared without case and accents, which OCR often drops."""

import functools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from ranking.model.rules import GradeScales

_LETTERS = str.maketrans({"\u0131": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae"})
_WORD = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"[ivx]{1,4}")
_SHORTEST_WORD = 3
_FEWEST_EXPLAINING = 3
_LEGEND_SHARE = 0.6
_CODE_LIKE = re.compile(r"[a-z]+\d{2,}")


@functools.lru_cache(maxsize=1 << 14)
def plain(text: str) -> str:
    """Return a text in lower case and without accents."""
    parts = unicodedata.normalize("NFD", text.casefold().translate(_LETTERS))
    return "".join(char for char in parts if not unicodedata.combining(char))


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern of plain phrases, the longest first; blanks may be any white space."""
    ordered = sorted({plain(phrase) for phrase in phrases}, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of all scales, as patterns over plain text.

    Attributes:
        failed: Words that say that a course was not passed.
        pending: Words that say that it goes on.
        passed: Words that say that it was passed, or need not be taken.
        grades: Grades that are words, of any scale.
        summary: Words of lines that sum up.
        legend: Words by which legends explain grades.
    """

    failed: re.Pattern[str]
    pending: re.Pattern[str]
    passed: re.Pattern[str]
    grades: re.Pattern[str]
    summary: frozenset[str]
    legend: frozenset[str]

    def state(self, text: str) -> str:
        """Return ``failed``, ``pending`` or ``passed`` if a text says so, else nothing.

        What failed is looked for first: "not passed" holds "passed".
        """
        low = plain(text)
        for name in ("failed", "pending", "passed"):
            if getattr(self, name).search(low):
                return name
        return ""

    def sums_up(self, title: str) -> bool:
        """Whether a title is that of a line such as "Total credits" or "Semester 2"."""
        low = plain(title)
        words = [word for word in _WORD.findall(low) if not _ROMAN.fullmatch(word)]
        return not _CODE_LIKE.search(low) and all(word in self.summary for word in words)

    def is_legend(self, line: str) -> bool:
        """Whether a line explains grades, as "1.0 very good, 2.0 good, 3.0 satisfactory"."""
        words = [word for word in _WORD.findall(plain(line)) if len(word) >= _SHORTEST_WORD]
        explaining = sum(word in self.legend for word in words)
        return explaining >= _FEWEST_EXPLAINING and explaining >= _LEGEND_SHARE * len(words)

    def explains(self, title: str) -> bool:
        """Whether a title is the words of a legend, such as "Very good" or "A+ Excellent"."""
        words = [word for word in _WORD.findall(plain(title)) if len(word) >= _SHORTEST_WORD]
        return bool(words) and all(word in self.legend for word in words)


def words_of(scales: GradeScales) -> Words:
    """Return the words of scales as patterns."""
    named = [grade for s in scales.scale for grade in (*s.grades, *s.without_value)]
    long = [grade for grade in named if len(grade) >= _SHORTEST_WORD and grade.isalpha()]
    phrases = [grade for grade in named if " " in grade]
    return Words(
        failed=_pattern(scales.failed),
        pending=_pattern(scales.pending),
        passed=_pattern(scales.passed),
        grades=re.compile(any_of([*long, *phrases])),
        summary=frozenset(map(plain, scales.summary)),
        legend=frozenset(map(plain, scales.legend)),
    )


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of whole words, which may end in letters of their inflection."""
    return re.compile(rf"(?<!\w)(?:{any_of(phrases)})\w{{0,2}}(?!\w)")
