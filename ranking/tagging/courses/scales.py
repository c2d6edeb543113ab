"""Which grade scale a transcript uses, and what a grade is worth on it.

A scale needs a reason in the transcript: words that tell it, a grade that only it has, or a
language whose transcripts usually do not tell it. And the grades of the transcript must fit it.
Where two scales have equal reason, none is taken: no value is better than a wrong one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ranking.model.rules import GradeScale, GradeScales
from ranking.tagging.courses.cells import number
from ranking.tagging.courses.words import plain

_LEAST_PASS = 0.4
_MOST_MISFITS = 0.2
_MOST_FAILED = 0.5
_FEWEST_GRADES = 2
_OWN_WEIGHT = 2
_CLOSE = 1e-6
_NOTE = re.compile(r"(?<=\S)\s*\([^)]*\).*")


@dataclass(frozen=True, slots=True)
class Graded:
    """The grades of a row, and whether the row itself says that it was passed."""

    grades: tuple[str, ...]
    says_passed: bool = False


def grade_value(grade: str, scale: GradeScale) -> float | None:
    """Return the value of a grade on 0..1, below 0 if it fails, None if it has none."""
    word = _NOTE.sub("", " ".join(plain(grade).split()))
    by_name = {plain(name): value for name, value in scale.grades.items()}
    bare = word.replace(" ", "")
    named = by_name.get(word, by_name.get(bare))
    if named is not None:
        return named
    if re.match(r"30\s?(?:l|e lode|cum laude|con lode)", word):
        return by_name.get("30l")
    mark = _mark(word, scale)
    return None if mark is None else _by_number(mark, scale)


def fits(grade: str, scale: GradeScale) -> bool:
    """Whether a grade is one of a scale."""
    passes = {plain(name) for name in scale.without_value}
    return grade_value(grade, scale) is not None or plain(grade) in passes


def detect_scale(
    text: str, scales: GradeScales, rows: Sequence[Graded] = (), language: str = ""
) -> GradeScale | None:
    """Return the scale that a transcript has most reason for, None without any or with a tie.

    Args:
        text: The text of the transcript.
        scales: The known scales.
        rows: The grades of its rows.
        language: The language of the transcript.
    """
    low = " ".join(plain(text).split())
    fitting = [scale for scale in scales.scale if _may_be(scale, rows)]
    reasons = [(_reason(scale, low, rows, language), not scale.generic, scale) for scale in fitting]
    best = max(((reason, known) for reason, known, _ in reasons), default=(0, False))
    found = [scale for reason, known, scale in reasons if (reason, known) == best]
    return found[0] if best[0] and len(found) == 1 else None


def _reason(scale: GradeScale, low: str, rows: Sequence[Graded], language: str) -> int:
    clues = sum(_stands_in(low, plain(clue)) for clue in scale.clues)
    printed = {plain(grade) for row in rows for grade in row.grades}
    owned = sum(plain(own) in printed for own in scale.own)
    usual = language in scale.languages and _tells(scale, printed)
    return clues + _OWN_WEIGHT * bool(owned) + usual


def _tells(scale: GradeScale, printed: set[str]) -> bool:
    """Whether grades enough have a value on a scale for its language to tell it."""
    return sum(grade_value(grade, scale) is not None for grade in printed) >= _FEWEST_GRADES


def _may_be(scale: GradeScale, rows: Sequence[Graded]) -> bool:
    """Whether the grades fit a scale: almost all are on it, and most of them pass."""
    if not rows:
        return True
    values = [[grade_value(g, scale) for g in row.grades if fits(g, scale)] for row in rows]
    wrong = sum(
        not found or (row.says_passed and all(v is not None and v < 0 for v in found))
        for row, found in zip(rows, values, strict=True)
    )
    failed = sum(any(v is not None and v < 0 for v in found) for found in values)
    return wrong <= _MOST_MISFITS * len(rows) and failed <= _MOST_FAILED * len(rows)


def _mark(word: str, scale: GradeScale) -> float | None:
    """Return the number that a grade is, if it is one of the numbers of a scale."""
    mark = number(word)
    if mark is None or scale.best is None:
        return None
    if scale.step and abs(mark / scale.step - round(mark / scale.step)) > _CLOSE:
        return None
    of = re.search(r"/\s?(\d+)", word)
    return None if of and float(of[1]) != scale.best else mark


def _by_number(mark: float, scale: GradeScale) -> float | None:
    if scale.best is None or scale.worst_pass is None:
        return None
    low, high = sorted((scale.best, scale.worst if scale.worst is not None else 0.0))
    if not low <= mark <= high:
        return None
    share = (mark - scale.worst_pass) / (scale.best - scale.worst_pass)
    if share < 0:
        return -1.0
    for (left, lower), (right, upper) in pairwise(scale.marks):
        if left <= mark <= right:
            return lower + (upper - lower) * (mark - left) / (right - left)
    return _LEAST_PASS + (1 - _LEAST_PASS) * share


def _stands_in(text: str, clue: str) -> bool:
    """Whether a clue stands in a text, not merely as a part of a longer word or number."""
    end = r"(?!\d)" if clue[-1:].isdigit() else r"(?!\w{3})"
    return clue in text and re.search(rf"(?<!\w){re.escape(clue)}{end}", text) is not None
