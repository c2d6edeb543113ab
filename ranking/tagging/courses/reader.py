"""Reads a transcript: its courses, how they ended, and what their grades are worth.

The scale is told from all grades of the transcript, so the rows are read first and judged then.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ranking.model.document import Document
from ranking.model.rules import GradeScale, GradeScales
from ranking.tagging.courses.cells import NO_GRADE, Cells, number, repaired, slips
from ranking.tagging.courses.heads import HeadReader
from ranking.tagging.courses.legends import printed_scale
from ranking.tagging.courses.lines import Line, lines_of
from ranking.tagging.courses.scales import Graded, detect_scale, fits, grade_value
from ranking.tagging.courses.table import CODE, TableReader
from ranking.tagging.courses.table_row import TableRow
from ranking.tagging.courses.words import Words, plain, words_of
from ranking.tagging.passages import Passage

_NOTE = re.compile(r"\s*\(|\s[-\u2013]\s")
_PASSED_LATER = re.compile(r"\bpassed\s+(?:with\s+)?([A-Z][+-]?|\d+(?:[.,]\d+)?)(?!\w)")
_FAILING = frozenset({"W", "WF", "U", "F", "FX", "AB", "ABS", "NP", "NC", "NB", "NVD"})
_PENDING = frozenset({"IP", "I", "INC"})
_OF_MANY = frozenset({"p", "w", "i"})
"""Letters that tell no scale: passed, withdrawn, incomplete."""

_MOST_UNLIKE = 0.1


@dataclass(frozen=True, slots=True)
class Row:
    """A course: what stands on the page, and what it means.

    ``passed`` is None where neither grade nor words tell; ``value`` is the grade on 0..1.
    """

    passage: Passage
    title: str
    credits: float | None
    grade: str
    value: float | None
    passed: bool | None
    pending: bool
    scale: str = ""
    is_ocr: bool = False


class CourseReader:
    """Reads transcripts.

    Args:
        scales: The scales, and the words of transcripts.
    """

    def __init__(self, scales: GradeScales) -> None:
        self._scales = scales
        self._words: Words = words_of(scales)
        named = (grade for scale in scales.scale for grade in (*scale.grades, *scale.without_value))
        self._named = frozenset(map(plain, named)) - _OF_MANY
        self._table = TableReader(HeadReader(scales.heads), Cells(self._words), self._words)

    def read(self, document: Document) -> tuple[Row, ...]:
        """Return the courses of a transcript in reading order."""
        lines = lines_of(document)
        rows = list(self._table.rows(lines))
        scale = self._scale(document, lines, rows)
        return tuple(self._row(row, scale) for row in rows)

    def _scale(
        self, document: Document, lines: Sequence[Line], rows: Sequence[TableRow]
    ) -> GradeScale | None:
        graded = [one for one in map(self._graded, rows) if one.grades]
        of_rows = " ".join(row.line.passage.text for row in rows)
        others = (line.passage.text for line in lines if line.passage.text not in of_rows)
        printed = printed_scale(others, self._words)
        if printed and graded:
            unlike = sum(not any(fits(g, printed) for g in one.grades) for one in graded)
            if unlike <= _MOST_UNLIKE * len(graded):
                return printed
        most = Counter(row.entry.most for row in rows if row.entry.most)
        maximum = f"\nout of {most.most_common(1)[0][0]}" if most else ""
        return detect_scale(document.text + maximum, self._scales, graded, document.language)

    def _graded(self, row: TableRow) -> Graded:
        """Return the grades of a row that may tell the scale: no words such as "passed"."""
        grades = (one for g in row.entry.grades for one in _read_as(_final(g), row.line))
        telling = (g for g in grades if g not in NO_GRADE and not self._is_state(g))
        return Graded(
            tuple(g for g in telling if number(g) is not None or plain(g) in self._named),
            says_passed=self._words.state(row.entry.state) == "passed",
        )

    def _is_state(self, grade: str) -> bool:
        return number(grade) is None and len(grade) > len("VG") and bool(self._words.state(grade))

    def _row(self, row: TableRow, scale: GradeScale | None) -> Row:
        entry = row.entry
        credit = number(repaired(entry.credits) if row.line.is_ocr else entry.credits)
        grades = [_final(grade) for grade in entry.grades]
        values = [_value(grade, row.line, scale) for grade in grades]
        place = next((i for i, value in enumerate(values) if value is not None), 0)
        grade, value = (grades[place], values[place]) if grades else ("", None)
        if scale and credit is None and value is None and number(grade) is not None:
            credit, grade = number(grade), ""
        if value is None and number(grade) is not None and scale and not _has_numbers(scale):
            grade = ""  # the number of a note, say
        state = self._ended(row, grade, value)
        passed = {"failed": False, "passed": True}.get(state)
        return Row(
            passage=row.line.passage,
            title=CODE.sub("", entry.title).strip(" ,;:-\u2013"),
            credits=credit,
            grade=grade or _state_word(entry.state, passed),
            value=value if passed and value is not None and value >= 0 else None,
            passed=passed,
            pending=state == "pending",
            scale=scale.id if scale else "",
            is_ocr=row.line.is_ocr,
        )

    def _ended(self, row: TableRow, grade: str, value: float | None) -> str:
        """Return ``failed``, ``passed``, ``pending`` or nothing."""
        said = self._words.state(f"{row.entry.state} {' '.join(row.entry.grades)}")
        by_grade = _by_grade(grade, value)
        if "failed" in {said, by_grade} and not (
            by_grade == "passed" and _PASSED_LATER.search(" ".join(row.entry.grades))
        ):
            return "failed"
        if by_grade == "passed" and value is not None:
            return "passed"
        above = self._words.state(row.heading)
        return said or (above if above != "passed" else "") or by_grade


def _by_grade(grade: str, value: float | None) -> str:
    if grade in NO_GRADE or grade.upper() in _PENDING:
        return "pending"
    if grade.upper() in _FAILING or (value is not None and value < 0):
        return "failed"
    return "passed" if grade else ""


def _value(grade: str, line: Line, scale: GradeScale | None) -> float | None:
    values = (grade_value(one, scale) for one in _read_as(grade, line)) if scale else ()
    return next((value for value in values if value is not None), None)


def _read_as(grade: str, line: Line) -> tuple[str, ...]:
    """Return what a grade may be: as it was read, and if by OCR, without slips of OCR."""
    return tuple(dict.fromkeys((grade, *slips(grade)))) if line.is_ocr else (grade,)


def _has_numbers(scale: GradeScale) -> bool:
    return scale.best is not None or any(number(grade) is not None for grade in scale.grades)


def _final(cell: str) -> str:
    """Return the grade of a cell without its note; a note tells of a later, better attempt."""
    grade, *note = _NOTE.split(cell, maxsplit=1)
    later = _PASSED_LATER.search(note[0]) if note else None
    return later[1] if later else grade.strip()


def _state_word(state: str, passed: bool | None) -> str:  # noqa: FBT001
    return state if state and passed is not None else ""
