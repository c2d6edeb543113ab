"""Rows of a transcript: course, credits, grade, date, status; and the evidence they are.

A row is a line that ends in columns (credits, grade, date), in whatever order; a course title may
run over the line before. Headings such as "Not passed" or "In progress" hold for the rows below.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ranking.model.document import Document
from ranking.model.evidence import Assertion, Course, Level
from ranking.model.rules import GradeScale, GradeScales
from ranking.tagging.assertion import AFFIRMED, Claim
from ranking.tagging.findings import Finding, why_not_counted
from ranking.tagging.matcher import Hit
from ranking.tagging.passages import Passage, passages
from ranking.tagging.tools import FIELDS, Tools

_DATE = (
    r"(?:\d{4}-\d\d(?:-\d\d)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:19|20)\d\d(?:/\d{2,4})?"
    r"|(?:WS|SS|WiSe|SoSe|HT|VT|Autumn|Spring|Fall|Summer|Winter|Sem\.?)\s?\d{1,4}(?:/\d{2,4})?)"
)
_CREDITS = r"(?:\d{1,3}(?:[.,]\d)?\s?(?:hp|ECTS|LP|CP|cr|credits|points|pts|CFU)\b)"
_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?L?"
_LETTER = r"(?:[A-F][+-]?|FX|VG|G|U|TG|W|P|S|CR|BE|[Ee]xcellent|[Pp]ass(?:ed)?|bestanden|idoneo|-)"
_LAST_COLUMN = re.compile(rf"(?:^|\s)({_DATE}|{_CREDITS}|{_NUMBER}|{_LETTER}|\([^)]{{1,30}}\)|%)$")
_MOST_VALUES = 2
_MOST_DATES = 2
_CODE = re.compile(r"^(?:[A-ZÅÄÖÆÞ]{1,8}[\w.-]*\d[\w.-]*|\d{4,}[A-Z]?)\s+")
_WORD = re.compile(r"[^\W\d_]{2}")
_HEADING_LENGTH = 60
_NAMES_COURSE = frozenset(
    {"course", "courses", "kurs", "benämning", "modul", "module", "modulname", "title", "titel",
     "bezeichnung", "veranstaltung", "subject", "unit", "paper", "corso", "esame", "insegnamento",
     "matière", "asignatura", "vak", "przedmiot", "emne", "kurssi"}
)  # fmt: skip
_NAMES_RESULT = frozenset(
    {"grade", "grades", "mark", "marks", "note", "betyg", "voto", "credits", "credit", "ects",
     "lp", "cp", "hp", "omfattning", "poäng", "leistungspunkte", "result", "cijfer", "nota",
     "ocena", "crédits", "cfu", "omfattningbetyg", "karakter", "arvosana"}
)  # fmt: skip


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
    first = next((n for n, passage in enumerate(listed) if _is_table_head(passage.text)), -1)
    status = ""
    waiting: Passage | None = None
    for passage in listed[first + 1 :]:
        title, columns = split_columns(passage.text)
        if not columns and _CODE.match(title) and _says(passage.text, scales):
            columns = ("-",)
        if columns:
            joined = waiting and _continues(waiting, passage)
            whole = _joined(waiting, passage) if waiting and joined else passage
            title = f"{waiting.text} {title}".strip() if waiting and joined else title
            if _WORD.search(title):
                yield _row(whole, (_CODE.sub("", title), columns), status, (scale, scales))
            waiting = None
        elif waiting and _continues(waiting, passage):
            waiting = _joined(waiting, passage)
        elif _is_heading(passage.text):
            status, waiting = passage.text, None
        else:
            waiting = passage


def split_columns(line: str) -> tuple[str, tuple[str, ...]]:
    """Split a line into its title and the columns at its end.

    A line without any number or grade at its end has no columns.
    """
    columns: list[str] = []
    rest = line.strip()
    values = dates = 0
    while match := _LAST_COLUMN.search(rest):
        column = match.group(1)
        if re.fullmatch(_DATE, column):
            dates += 1
        elif not column.startswith("("):
            values += 1
        if values > _MOST_VALUES or dates > _MOST_DATES:
            break
        columns.insert(0, column)
        rest = rest[: match.start()].rstrip()
    while columns and columns[0].startswith("("):
        rest = f"{rest} {columns.pop(0)}"
    return rest, tuple(columns)


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
    number = _number(word)
    if number is None or scale.best is None or scale.worst_pass is None:
        return None
    low, high = sorted((scale.best, scale.worst_pass))
    share = (number - scale.worst_pass) / (scale.best - scale.worst_pass)
    if share < 0:
        return -1.0
    return 0.4 + 0.6 * share if low <= number <= high else None


def _row(
    passage: Passage,
    parts: tuple[str, tuple[str, ...]],
    heading: str,
    scale: tuple[GradeScale | None, GradeScales],
) -> Row:
    title, columns = parts
    known, scales = scale
    words = f"{passage.text} {heading}".casefold()
    credit, grade = _credits_and_grade(columns, known)
    value = grade_value(grade, known) if known and grade else None
    pending = any(word in words for word in scales.pending)
    failed = any(word in words for word in scales.failed) or grade in {"W", "U", "F", "FX"}
    passed = None if not grade else True
    if failed or (value is not None and value < 0):
        passed = False
    if pending or grade == "-":
        passed, pending = None, True
    return Row(passage, title, credit, grade, value if passed else None, passed, pending)


def _credits_and_grade(
    columns: tuple[str, ...], scale: GradeScale | None
) -> tuple[float | None, str]:
    plain = [c for c in columns if not re.fullmatch(_DATE, c) and not c.startswith("(")]
    credit: float | None = None
    grades: list[str] = []
    for column in plain:
        if re.fullmatch(_CREDITS, column):
            credit = _number(column)
        else:
            grades.append(column)
    if credit is None and len(grades) > 1 and _number(grades[0]) is not None:
        credit = _number(grades.pop(0))
    elif credit is None and len(grades) == 1 and _number(grades[0]) is not None:
        value = grade_value(grades[0], scale) if scale else None
        if value is None:
            return _number(grades[0]), ""
    return credit, grades[0] if grades else ""


def _number(text: str) -> float | None:
    match = re.match(r"\d+(?:[.,]\d+)?", text)
    return float(match.group().replace(",", ".")) if match else None


def _says(text: str, scales: GradeScales) -> bool:
    """Whether a line says that a course was failed or is not finished."""
    return any(word in text.lower() for word in (*scales.failed, *scales.pending))


def _stands_in(text: str, clue: str) -> bool:
    """Whether a clue stands in a text, not merely as the beginning of a longer number."""
    return re.search(rf"{re.escape(clue)}(?!\d)", text) is not None


def _is_table_head(text: str) -> bool:
    """Whether a line names the columns of a table of courses."""
    words = set(re.findall(r"[^\W\d_]+", text.casefold()))
    return bool(words & _NAMES_COURSE) and bool(words & _NAMES_RESULT)


def _is_heading(text: str) -> bool:
    return len(text) <= _HEADING_LENGTH and not _CODE.match(text) and not text.endswith((",", ";"))


def _continues(previous: Passage, passage: Passage) -> bool:
    """Whether a line goes on with a row that has begun with a course code."""
    started = _CODE.match(previous.text) and not _CODE.match(passage.text)
    return bool(started) and passage.page == previous.page


def _joined(first: Passage, second: Passage) -> Passage:
    return replace(first, text=f"{first.text} {second.text}")


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
