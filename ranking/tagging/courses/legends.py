"""A legend that gives the number or the range of each grade is a scale of its own."""

import re
from collections.abc import Iterable

from ranking.model.rules import GradeScale
from ranking.tagging.courses.words import Words, plain

_FEWEST = 3
_LEAST_PASS = 0.4
_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_ENTRY = re.compile(
    r"(?<![^\s(,;:/])(?P<grade>[A-Z][+-]?|[A-F]{2})\s?(?:[=:(\u2013-]\s?|\s)(?P<words>(?:[^\W\d]{2,}[\s,:=(-]{1,3}){0,3})"
    rf"(?P<low>{_NUMBER})(?:\s?(?:[\u2013-]|to|bis|till)\s?(?P<high>{_NUMBER}))?"
)
_FAILS = re.compile(r"F|FF|FX|U")


def printed_scale(lines: Iterable[str], words: Words) -> GradeScale | None:
    """Return the scale that the legend of a transcript prints, None if it prints none.

    The worst passing grade is worth 0.4, the best 1, those between in proportion to their numbers.
    """
    numbers: dict[str, float] = {}
    failing: set[str] = set()
    for line in lines:
        for found in _ENTRY.finditer(line):
            grade, low, high = found["grade"], found["low"], found["high"] or found["low"]
            if all(plain(word) in words.legend for word in re.findall(r"[^\W\d]+", found["words"])):
                numbers.setdefault(grade, (_float(low) + _float(high)) / 2)
                if _FAILS.fullmatch(grade) or words.state(found["words"]) == "failed":
                    failing.add(grade)
    passing = {grade: value for grade, value in numbers.items() if grade not in failing}
    if len(passing) < _FEWEST or not _falls(passing):
        return None
    best, worst = max(passing.values()), min(passing.values())
    values = {
        grade: _LEAST_PASS + (1 - _LEAST_PASS) * (value - worst) / (best - worst)
        for grade, value in passing.items()
    }
    return GradeScale(
        id="printed",
        title="Printed on the transcript",
        clues=(),
        grades={**values, **dict.fromkeys(sorted(failing), -1.0)},
    )


def _falls(numbers: dict[str, float]) -> bool:
    """Whether the numbers fall or rise from each grade to the next, as those of a scale do."""
    values = list(numbers.values())
    return values in (sorted(set(values)), sorted(set(values), reverse=True))


def _float(text: str) -> float:
    return float(text.replace(",", "."))
