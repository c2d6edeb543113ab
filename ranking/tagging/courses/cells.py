"""What stands in the cells of a table of courses: credits, grades, states, dates."""

import functools
import re
from collections.abc import Callable

from ranking.tagging.courses.words import Words, plain

NO_GRADE = frozenset({"-", "\u2013", "\u2014", "--", "---", "*"})
_SEASON = (
    r"(?:ws|ss|wise|sose|hs|fs|ht|vt|autumn|spring|fall|summer|winter|sem|host|var|semester|guz"
    r"|bahar|zs|ls|s)"
)
_MONTH = (
    r"(?:jan|feb|mar|apr|may|mai|maj|jun|jul|aug|sep|oct|okt|nov|dec|dez|ene|abr|ago|dic|gen|mag"
    r"|giu|lug|set|ott|fev|avr|juin|juil|out)[a-z]{0,8}\.?"
)
_YEAR = r"(?:19|20)\d\d(?:[/.\u2013-]\d{1,4}(?:[/.-]\d)?)?"
DATE = re.compile(
    rf"\d{{4}}[-./]\d\d?(?:[-./]\d\d?)?|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|{_YEAR}"
    rf"|{_SEASON}\.?\s?\d{{1,4}}(?:[/-]\d{{2,4}})?|{_YEAR}\s{_SEASON}|s\d{{1,2}}\s{_YEAR}"
    rf"|(?:\d{{1,2}}\.?\s)?{_MONTH}\s(?:19|20)\d\d|(?:19|20)\d\d\s{_MONTH}"
)
_UNIT = r"(?:hp|ects|lp|cp|cr|credits?|points|pts|cfu|kp|ec|units?|fup|sp|stp)"
NUMBER = r"\d{1,3}(?:[.,]\d{1,3})?"
CREDITS = re.compile(rf"{NUMBER}\s?{_UNIT}\b")
_CREDIT_CELL = re.compile(rf"{NUMBER}(?:\s?{_UNIT})?|[-\u2013]")
_NUMBER_CELL = re.compile(rf"{NUMBER}%?|\d{{4}}|[-\u2013]")
_SHORT_DATE = re.compile(r"[1-9]|1[0-2]|[ivx]{1,4}")
_MARK = (
    rf"-?{NUMBER}(?:\s?/\s?\d{{1,3}})?"
    r"\s?(?:l|e lode|cum laude|%|p\.?|pkt\.?|valores|points|mh|m\.h\.)?(?:/30)?"
)
_LETTER = re.compile(
    r"[A-FS][+-]?|[GHIMNOPTUVW]|F[Xx]|VG|MVG|TG|W[FPD]|N[PCAD]|CR|BE|be|I[PN]|ABS?|AB[IJ]|MH|HD|DN"
    r"|H[123][AB]?|VR|EX|AU|AA|BA|BB|CB|CC|DC|DD|FD|FF|YT|INC|NZ|[-\u2013\u2014*]{1,3}"
)
_NOTE = r"(?:\s?\([^)]{1,40}\)(?:\s\w{1,8})?|\s[-\u2013]\s[^\d()]{3,30}?)?"
_LEAD = re.compile(
    r"[^\W\d_]{0,8}\d[\w./-]*|[A-Z]{2,5}\s\d{1,4}[A-Z]{0,3}|[A-Z]{2}|[IVX]{1,4}"
    r"|[^\W\d_]\w{0,7}[-.]?[^\W\d_]*\d[\w./-]*"
)
_ABBREVIATION = re.compile(r"(?!(?:[IVX]{2,4}|[WSHFZL]S|[HV]T)$)[A-ZÅÄÖ]{1,4}")
_MOST_WORDS = 6
_FEW_LETTERS = 2
_NUMERIC = frozenset({"credits", "grade", "number", "points"})
_SLIPS = str.maketrans("OoQlI|!", "0001111")


class Cells:
    """Tells whether words fit a column.

    Args:
        words: The words of all scales.
    """

    def __init__(self, words: Words) -> None:
        states = "|".join(p.pattern for p in (words.failed, words.pending, words.passed))
        word = rf"(?:{words.grades.pattern})(?!\w)"
        status = rf"(?:{states})\.?(?:,\s[^\d]{{1,30}})?"
        grade = rf"(?:(?:{_MARK}|{word})(?:\s\(?(?:{word}|{states})\)?)?{_NOTE}|{status})"
        self._status = re.compile(rf"{status}{_NOTE}")
        self._grade = re.compile(grade)
        self.fits_ocr = functools.lru_cache(maxsize=1 << 12)(self._fits_ocr)
        self.fits = functools.lru_cache(maxsize=1 << 14)(self._fits)
        self._tests: dict[str, Callable[[str], object]] = {
            "credits": _CREDIT_CELL.fullmatch,
            "points": _NUMBER_CELL.fullmatch,
            "number": _NUMBER_CELL.fullmatch,
            "grade": self._grade.fullmatch,
            "listed": self._grade.fullmatch,
            "status": self._status.fullmatch,
            "said": self._status.fullmatch,
            "unknown": lambda text: " " not in text or DATE.fullmatch(text),
            "date": lambda text: DATE.fullmatch(text) or _SHORT_DATE.fullmatch(text),
            "other": re.compile(r"\S{1,16}").fullmatch,
            "lead": DATE.fullmatch,
        }

    def _fits(self, kind: str, text: str) -> bool:
        """Whether a text fits a column of a kind."""
        if kind in {"grade", "status"} and _ABBREVIATION.fullmatch(text):
            return True
        if kind in {"grade", "listed"}:
            letter, *note = text.split(maxsplit=1)
            if _LETTER.fullmatch(letter) and all(map(self._is_note, note)):
                return True
        if kind == "lead" and _LEAD.fullmatch(text):
            return True
        return self._tests[kind](plain(text)) is not None

    def _is_note(self, text: str) -> bool:
        return re.fullmatch(_NOTE, f" {plain(text)}") is not None

    def _fits_ocr(self, kind: str, text: str) -> bool:
        """Whether a text fits that OCR read; a number may have slips."""
        return self.fits(kind, text) or (kind in _NUMERIC and self.fits(kind, repaired(text)))

    def longest(self, kind: str) -> int:
        """Return the most words that a cell of a kind has."""
        return {
            "grade": _MOST_WORDS,
            "status": _MOST_WORDS,
            "date": 3,
            "unknown": 2,
            "credits": 2,
            "lead": 2,
        }.get(kind, 1)


def is_word(text: str) -> bool:
    """Whether a text is a word rather than a number or an abbreviation."""
    return sum(map(str.islower, text)) > _FEW_LETTERS


def is_abbreviation(text: str) -> bool:
    """Whether a text is capitals that stand for something, and no Roman number."""
    return len(text) > 1 and _ABBREVIATION.fullmatch(text) is not None


def repaired(text: str) -> str:
    """Return a number without the slips of OCR (O for 0, l for 1); other texts as they are."""
    mended = text.translate(_SLIPS)
    has_digit = any(map(str.isdigit, text))
    return mended if has_digit and re.fullmatch(NUMBER, mended) else text


def slips(grade: str) -> tuple[str, ...]:
    """Return what OCR may have read as this grade: a number with letters in it, or O as 0."""
    return repaired(grade), grade.replace("0", "O") if grade == "0" else grade


def number(text: str) -> float | None:
    """Return the number at the beginning of a text, with a comma or a point, or None."""
    match = re.match(r"-?\d+(?:[.,]\d+)?", text.strip())
    return float(match.group().replace(",", ".")) if match else None
