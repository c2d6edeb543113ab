"""Splits a row of a table of courses into title, credits, grade and status.

The table's head names its columns and their order; a row that fits the head is split by it. A row
that does not, or a table without a head, is split from its end: what looks like a date, credits or
a grade is one.
"""

import re
from dataclasses import dataclass

_DATE = (
    r"(?:\d{4}-\d\d(?:-\d\d)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:19|20)\d\d(?:[/\u2013-]\d{2,4})?"
    r"|S\d{1,2}|(?:WS|SS|WiSe|SoSe|HT|VT|Autumn|Spring|Fall|Summer|Winter|Sem\.?)\s?\d{1,4}(?:/\d{2,4})?"
    r"|[A-Z][a-z]{2,8}\s(?:19|20)\d\d)"
)
_UNIT = r"(?:hp|ECTS|LP|CP|cr|credits|points|pts|CFU|SWS)"
_CREDITS = rf"(?:\d{{1,3}}(?:[.,]\d{{1,2}})?\s?{_UNIT}\b)"
_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?L?"
_LETTER = r"(?:[A-FS][+-]?|FX|VG|G|U|TG|W|P|CR|BE|MVG|[Ee]xcellent|[Gg]ood|[Vv]ery good|-|\u2013)"
_STATUS = (
    r"(?i:(?:nicht |not |ej )?(?:bestanden|pass(?:ed)?|godkänd|idoneo|angerechnet"
    r"|completed|fail(?:ed)?|withdrawn|registered|angemeldet|anerkannt|avbrott"
    r"|admise?|ajournée?|(?:non )?validée?|aprobad[oa]|suspenso))"
)
_NOTE = r"(?:\s?\([^)]{1,40}\)|\s[-\u2013]\s[^\d()]{3,30}?)?"

_PATTERNS = {
    "date": rf"(?:{_DATE}|\d{{1,2}})",
    "credits": rf"(?:{_CREDITS}|{_NUMBER})",
    "grade": rf"(?:{_NUMBER}(?:\s?/\s?\d{{1,3}})?|{_LETTER}|{_STATUS}){_NOTE}",
    "status": rf"{_STATUS}{_NOTE}",
    "other": r"\S+",
}
_HEADS = {
    "credits": "omfattning|leistungspunkte|högskolepoäng|credits?|crédits|créditos|ects|poäng"
    "|points|cfu|lp|cp|hp|cr",
    "grade": "grades?|marks?|betyg|noten?|voto|nota|ocena|cijfer|karakter|arvosana",
    "status": "status|result(?:at)?|ergebnis|résultat|resultado|esito",
    "date": "date|datum|data|year|jahr|år|anno|année|año|semester|sem|term|termin|session|period",
    "other": "attempt|versuch|försök|language|sprache|level|niveau|nivå",
}
_LONG_HEADS = {"credits": "omfattning", "grade": "betyg|%"}
_COURSE_HEAD = re.compile(
    r"\b(?:course|courses|kurs|benämning|modul|module|modulname|title|titel|bezeichnung"
    r"|veranstaltung|subject|unit|paper|discipline|corso|esame|insegnamento|matière|asignatura"
    r"|vak|przedmiot|emne|kurssi|lehrveranstaltung|intitulé|libellé|ue|unité|předmět|disciplina)\b"
)
_HEAD_WORD = re.compile(
    "|".join(
        [rf"(?P<{name}>\b(?:{words})(?=\W|$|betyg))" for name, words in _HEADS.items()]
        + [rf"(?P<{name}_>{words})" for name, words in _LONG_HEADS.items()]
    )
)
_LAST_COLUMN = re.compile(
    rf"(?:^|\s)({_DATE}|{_CREDITS}|{_NUMBER}|{_LETTER}|{_STATUS}|\([^)]{{1,30}}\)|%)$"
)
_MOST_VALUES = 2
_MOST_DATES = 2


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a row; "" where there is none. ``grade`` may carry a note."""

    title: str
    credits: str = ""
    grade: str = ""


def table_head(line: str) -> tuple[str, ...]:
    """Return the columns that a line names after the course's title, () if it is no head."""
    low = line.casefold()
    course = _COURSE_HEAD.search(low)
    if not course:
        return ()
    names = [match.lastgroup or "" for match in _HEAD_WORD.finditer(low, course.end())]
    columns = tuple(dict.fromkeys(name.rstrip("_") for name in names))
    return columns if {"credits", "grade"} & set(columns) else ()


def split_row(line: str, head: tuple[str, ...]) -> Cells | None:
    """Split a row; None if nothing at its end looks like a column."""
    if not head:
        return _by_look(line)
    cells = _by_head(line, head) or _by_look(line)
    return cells if cells and _is_row(cells) else None


def number(text: str) -> float | None:
    """Return the number at the beginning of a text, with a comma or a point, or None."""
    match = re.match(r"\d+(?:[.,]\d+)?", text)
    return float(match.group().replace(",", ".")) if match else None


def _is_row(cells: Cells) -> bool:
    """Whether cells are more than a number at the end of a line below the table."""
    return bool(cells.credits) or bool(cells.grade and number(cells.grade) is None)


def _by_head(line: str, head: tuple[str, ...]) -> Cells | None:
    groups = r"\s+".join(rf"(?P<{name}>{_PATTERNS[name]})" for name in head)
    match = re.fullmatch(rf"(?P<title>.*?\S)\s+{groups}", line.strip())
    if match is None:
        return None
    found = match.groupdict(default="")
    return Cells(
        title=found["title"],
        credits=found.get("credits", ""),
        grade=found.get("grade") or found.get("status", ""),
    )


def _by_look(line: str) -> Cells | None:
    title, columns = _trailing_columns(line)
    values = [c for c in columns if not re.fullmatch(_DATE, c) and not c.startswith("(")]
    if not columns:
        return None
    credit = next((c for c in values if re.fullmatch(_CREDITS, c)), "")
    rest = [c for c in values if c != credit]
    if not credit and len(rest) > 1 and number(rest[0]) is not None:
        credit = rest.pop(0)
    graded = [c for c in rest if not re.fullmatch(_STATUS, c)] or rest
    return Cells(title=title, credits=credit, grade=graded[0] if graded else "")


def _trailing_columns(line: str) -> tuple[str, list[str]]:
    columns: list[str] = []
    rest = line.strip()
    values = dates = 0
    while match := _LAST_COLUMN.search(rest):
        column = match.group(1)
        if re.fullmatch(_DATE, column):
            dates += 1
        elif not column.startswith("(") and not re.fullmatch(_STATUS, column):
            values += 1
        if values > _MOST_VALUES or dates > _MOST_DATES:
            break
        columns.insert(0, column)
        rest = rest[: match.start()].rstrip()
    while columns and columns[0].startswith("("):
        rest = f"{rest} {columns.pop(0)}"
    return rest, columns
