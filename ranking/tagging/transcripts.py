"""Rows of a transcript: course, credits, grade, date, status; and the evidence they are.

A row is a line that ends in columns (credits, grade, date); a row that begins with a course code
may run over several lines. Headings such as "Not passed" or "In progress" hold for the rows below.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ranking.model.document import Document
from ranking.model.evidence import Assertion, Course, Level
from ranking.model.rules import GradeScale, GradeScales
from ranking.tagging.assertion import AFFIRMED, Claim
from ranking.tagging.columns import Cells, number, split_row, table_head
from ranking.tagging.findings import Finding, why_not_counted
from ranking.tagging.matcher import Hit
from ranking.tagging.passages import Passage, passages
from ranking.tagging.tools import FIELDS, Tools

_CODE = re.compile(r"^(?:[A-ZÅÄÖÆÞ]{1,8}[\w.-]*\d[\w.-]*|\d{3,}[A-Z]?)\s+")
_NOTE = re.compile(r"\s*\(|\s[-\u2013]\s")
_PASSED_LATER = re.compile(r"\bpassed\s+(?:with\s+)?([A-Z][+-]?|\d+(?:[.,]\d+)?)(?!\w)")
_WORD = re.compile(r"[^\W\d_]{2}")
_LEGEND = re.compile(r"(?i:betygsskala|notenskala|grad(?:e|ing) (?:scale|points)|scale|skala)\b")
_NO_GRADE = frozenset({"-", "\u2013"})
_MOST_LINES = 3
_HEADING_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Row:
    """One row as read: title, credits, grade as printed, and its status if it has one.

    ``passed`` is None where neither grade nor status tells.
    """

    passage: Passage
    title: str
    credits: float | None
    grade: str
    value: float | None
    passed: bool | None
    pending: bool


def find_in_transcript(
    document: Document, candidate: str, tools: Tools
) -> tuple[tuple[Finding, ...], tuple[Course, ...]]:
    """Return the evidence and the course rows of a transcript."""
    scale = detect_scale(document.text, tools.grades)
    findings: list[Finding] = []
    courses: list[Course] = []
    for row in rows(document, scale, tools.grades):
        hits = tools.matcher.find(row.title)
        areas = tools.of_areas(hits)
        findings += [_finding(criterion, hit, row) for criterion, (hit, *_) in areas.items()]
        if row.grade or row.credits is not None or row.pending or row.passed is False:
            courses.append(_course(row, document, candidate, (_area(areas, hits), scale)))
    return tuple(findings), tuple(courses)


def rows(document: Document, scale: GradeScale | None, scales: GradeScales) -> Iterator[Row]:
    """Yield the rows of a transcript in reading order."""
    listed = list(passages(document))
    has_head = any(table_head(passage.text) for passage in listed)
    head: tuple[str, ...] = ()
    status = ""
    loose: list[Passage] = []
    for passage in listed:
        if _LEGEND.match(passage.text):
            continue
        if named := table_head(passage.text):
            head, loose = named, []
        elif has_head and not head:
            continue
        elif found := _cells(loose, passage, head, scales):
            yield _row(*found, status, (scale, scales))
            loose = []
        else:
            loose.append(passage)
            status = passage.text if _is_heading(passage.text) else status


def _cells(
    loose: list[Passage], passage: Passage, head: tuple[str, ...], scales: GradeScales
) -> tuple[Passage, Cells] | None:
    """Return a row and its cells; a row may have begun on the lines before.

    It has if a course code stands there, or if this line holds columns only.
    """
    cells = split_row(passage.text, head)
    begun = bool(loose) and _CODE.match(loose[0].text) and not _CODE.match(passage.text)
    bare = cells and cells.credits and cells.grade and not _WORD.search(cells.title)
    if loose and (begun or bare):
        passage = _joined([*loose[-_MOST_LINES:], passage])
        cells = split_row(passage.text, head)
    cells = cells or _unfinished(passage.text, scales)
    return (passage, cells) if cells and _WORD.search(cells.title) else None


def detect_scale(text: str, scales: GradeScales) -> GradeScale | None:
    """Return the scale whose clues the text has most of, None without any clue."""
    low = text.casefold()
    counts = [(sum(_stands_in(low, clue) for clue in s.clues), s) for s in scales.scale]
    count, scale = max(counts, key=lambda item: item[0])
    return scale if count else None


def grade_value(grade: str, scale: GradeScale) -> float | None:
    """Return the value of a grade on 0..1, below 0 if it fails, None if it has none."""
    word = grade.strip()
    by_letter = {name.lower(): value for name, value in scale.grades.items()}
    if word.lower() in by_letter:
        return by_letter[word.lower()]
    mark = number(word)
    if mark is None or scale.best is None or scale.worst_pass is None:
        return None
    low, high = sorted((scale.best, scale.worst_pass))
    share = (mark - scale.worst_pass) / (scale.best - scale.worst_pass)
    if share < 0:
        return -1.0
    return 0.4 + 0.6 * share if low <= mark <= high else None


def _row(
    passage: Passage,
    cells: Cells,
    heading: str,
    scale: tuple[GradeScale | None, GradeScales],
) -> Row:
    known, scales = scale
    credit, grade = number(cells.credits), _final_grade(cells.grade)
    if known and not cells.credits and grade_value(grade, known) is None and number(grade):
        credit, grade = number(grade), ""
    value = grade_value(grade, known) if known and grade else None
    fails = grade in {"W", "U", "F", "FX"} or (value is not None and value < 0)
    state = "failed" if fails else _state(passage.text, scales) or _state(heading, scales)
    if state == "pending" and value is not None:
        state = ""  # the word belongs to the title: "Current trends in ..."
    if grade in _NO_GRADE:
        state = state or "pending"
    passed = {"failed": False, "pending": None}.get(state, True if grade else None)
    title = _CODE.sub("", cells.title)
    return Row(passage, title, credit, grade, value if passed else None, passed, state == "pending")


def _final_grade(cell: str) -> str:
    """Return the grade of a cell without its note; a note tells of a later, better attempt."""
    grade, *note = _NOTE.split(cell, maxsplit=1)
    later = _PASSED_LATER.search(note[0]) if note else None
    return later[1] if later else grade.strip()


def _state(text: str, scales: GradeScales) -> str:
    """Return ``failed`` or ``pending`` if a row or heading says so, else the empty string."""
    low = text.casefold()
    if _has_any(low, scales.failed):
        return "failed"
    return "pending" if _has_any(low, scales.pending) else ""


def _has_any(text: str, words: Iterable[str]) -> bool:
    """Whether a word stands in a text: "underkända" is "underkänd", "failure" is not "fail"."""
    return any(
        word in text and re.search(rf"(?<!\w){re.escape(word)}\w{{0,2}}(?!\w)", text)
        for word in words
    )


def _unfinished(text: str, scales: GradeScales) -> Cells | None:
    """Return the cells of a row that has no grade but says that it was failed or goes on."""
    says = _state(text, scales) and _CODE.match(text)
    return Cells(title=text, grade="-") if says else None


def _stands_in(text: str, clue: str) -> bool:
    """Whether a clue stands in a text, not merely as the beginning of a longer number."""
    return re.search(rf"(?<!\w){re.escape(clue)}(?!\d)", text) is not None


def _is_heading(text: str) -> bool:
    return len(text) <= _HEADING_LENGTH and not _CODE.match(text) and not text.endswith((",", ";"))


def _joined(parts: list[Passage]) -> Passage:
    return replace(parts[0], text=" ".join(part.text for part in parts))


def _finding(criterion: str, hit: Hit, row: Row) -> Finding:
    claim, level, counted = AFFIRMED, Level.COURSEWORK, True
    rule = "passed-course" if row.passed else "listed-course"
    if row.passed is False:
        claim, counted = Claim(Assertion.FAILED, "failed-course"), False
    elif row.pending:
        claim, level = Claim(Assertion.HYPOTHETICAL, "registered-course"), Level.INTEREST
    start = row.passage.text.find(row.title)
    return Finding(
        criterion=criterion,
        concept=hit.concept.id,
        level=level,
        passage=row.passage,
        hit=Hit(hit.lexicon, hit.concept, hit.phrase, start + hit.start, start + hit.end),
        rule=claim.rule or rule,
        claim=claim,
        counted=counted,
        reason=why_not_counted(claim),
    )


def _area(areas: dict[str, tuple[Hit, ...]], hits: tuple[Hit, ...]) -> str:
    direct = [criterion for criterion, (hit, *_) in areas.items() if hit.is_direct]
    fields = [hit.concept.id for hit in hits if hit.lexicon == FIELDS]
    return next(iter([*direct, *areas, *fields]), "")


def _course(
    row: Row, document: Document, candidate: str, place: tuple[str, GradeScale | None]
) -> Course:
    area, scale = place
    return Course(
        candidate=candidate,
        course=row.title,
        area=area,
        credits=row.credits,
        grade=row.grade,
        grade_0_1=None if row.value is None else round(row.value, 6),
        scale=scale.id if scale else "",
        passed=row.passed,
        file=document.file,
        page=row.passage.page,
    )
