"""What can be counted of a document to tell its kind."""

import re
from collections.abc import Callable

from ranking.classification.view import View
from ranking.model.kinds import Measure

_LONG_LINE = 9
_FIRST_PERSON = (
    "i my me mine myself jag min mitt mina mig ich mein meine meiner meinem meinen mir mich je mon "
    "ma mes moi yo mi mis io mio mia ik mijn"
)
_THIRD_PERSON = (
    "he she his her him hers himself herself han hon hans hennes honom henne er sie sein seine "
    "seiner ihr ihre ihrer il elle lui hij zij haar lei"
)
_GRADE = (
    r"(?:[A-F][+-]?|VG|MVG|G|U|TG|P|S|\d{1,3}(?:[.,]\d{1,2})?(?:\s?/\s?\d{1,3})?|30\s?L|\d\.\d|"
    r"(?i:pass(?:ed)?|bestanden|godk\w+|distinction|merit|excellent|good|sehr gut|gut|exempt))"
)
_CREDITS = r"\d{1,2}(?:[.,]\d{1,2})?(?:\s?(?i:hp|ects|cfu|lp|cp|credits?|sp|ec|stp))?"
_CREDITS_AND_GRADE = re.compile(rf"\s(?:{_CREDITS}\s+{_GRADE}|{_GRADE}\s+{_CREDITS})(?=\s|\Z)")
_DIGIT = re.compile(r"\d")
_ENDING_GRADE = re.compile(rf"\s{_GRADE}(?:\s[A-Z]{{2}})?\Z")
_COURSE_NAME = re.compile(r"[^\W\d_]{3}")
_YEAR = r"(?:[A-Za-zÀ-ÿ.]{3,10}\s+|\d{1,2}[./])?(?:19|20)\d\d(?:-\d\d){0,2}"
_DATE_RANGE = re.compile(
    rf"{_YEAR}\s?(?:[-\u2013\u2014]|to|till|bis)\s?(?:{_YEAR}|\d\d\b|(?i:present|now|today|current|ongoing|nu|"
    r"pågående|heute|jetzt|aujourd|present|oggi|heden))|\b(?i:since|sedan|seit|depuis|from)\s+(?:19|20)\d\d"
)
_CITATION = re.compile(
    r"\[\d{1,3}(?:\s?[,\u2013-]\s?\d{1,3})*\]|\((?:[A-Z][\w'-]+[^()]{0,40},?\s)(?:19|20)\d\d[a-z]?\)"
)
_CONTENTS_ROW = re.compile(
    r"(?:\.\s?){4,}\s*\d{1,3}\s*\Z|\A\d{1,2}(?:\.\d{1,2})*\.?\s+[^\W\d_][^\d]+\s\d{1,3}\Z"
)


def measure(view: View, what: Measure) -> float:
    """Return a measure of the first and last pages of a document."""
    return _MEASURES[what](view)


def _pages(view: View) -> float:
    return float(view.page_count)


def _words(view: View) -> float:
    return sum(passage.flat.count(" ") - 1 for passage in view.sample) / max(1, len(view.sample))


def _prose(view: View) -> float:
    lines = [line for passage in view.sample for line in passage.lines]
    return sum(line.count(" ") + 1 >= _LONG_LINE for line in lines) / max(1, len(lines))


def _share_of(words: str, view: View) -> float:
    wanted = frozenset(words.split())
    said = [word for passage in view.sample for word in passage.flat.split()]
    return 100 * sum(word in wanted for word in said) / max(1, len(said))


def _first_person(view: View) -> float:
    return _share_of(_FIRST_PERSON, view)


def _third_person(view: View) -> float:
    return _share_of(_THIRD_PERSON, view)


def _course_rows(view: View) -> float:
    lines = [line for passage in view.sample for line in passage.lines]
    return sum(map(_is_course_row, lines)) / max(1, len(lines))


def _is_course_row(line: str) -> bool:
    if _DIGIT.search(line) is None:  # most lines, and soon told
        return False
    found = _CREDITS_AND_GRADE.search(line)
    return found is not None and _COURSE_NAME.search(line, 0, found.start()) is not None


def _graded_rows(view: View) -> float:
    lines = [line.strip() for passage in view.sample for line in passage.lines]
    return sum(map(_is_graded_row, lines)) / max(1, len(lines))


def _is_graded_row(line: str) -> bool:
    name = _COURSE_NAME.search(line)
    return name is not None and _ENDING_GRADE.search(line, name.end()) is not None


def _found(pattern: re.Pattern[str], view: View) -> float:
    return float(sum(len(pattern.findall(line)) for p in view.sample for line in p.lines))


def _date_ranges(view: View) -> float:
    return _found(_DATE_RANGE, view)


def _citations(view: View) -> float:
    return _found(_CITATION, view) / max(1, len(view.sample))


def _contents_rows(view: View) -> float:
    return _found(_CONTENTS_ROW, view)


_MEASURES: dict[Measure, Callable[[View], float]] = {
    Measure.PAGES: _pages,
    Measure.WORDS: _words,
    Measure.PROSE: _prose,
    Measure.FIRST_PERSON: _first_person,
    Measure.THIRD_PERSON: _third_person,
    Measure.COURSE_ROWS: _course_rows,
    Measure.GRADED_ROWS: _graded_rows,
    Measure.DATE_RANGES: _date_ranges,
    Measure.CITATIONS: _citations,
    Measure.CONTENTS_ROWS: _contents_rows,
}
