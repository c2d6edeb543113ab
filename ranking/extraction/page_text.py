"""The characters of a page: words of some objects with their places, and text without some words.

Why not the text that PDFium gives: its characters and those of the page's list do not always
correspond, so words are cut out of the list.
"""

import ctypes
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from ranking.extraction.characters import LINE_END_HYPHEN
from ranking.extraction.page_objects import Bounds, address
from ranking.extraction.raw import PDFIUM, Handle

_BLANKS = re.compile(" +")
_HYPHEN_IN_LIST = "\x02"
_LOCAL_SCRIPTS = "\u0530"


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without white space.

    Attributes:
        text: The characters.
        first: Place of the first in the page's list; the others follow.
        bounds: Where their ink lies.
        height: Of the line that the font asks for, in points.
    """

    text: str
    first: int
    bounds: Bounds
    height: float


def words_of(text_page: Handle, objects: Container[int]) -> Iterator[Word]:
    """Yield the words of some text objects, given by their addresses, that hold letters or digits.

    A word that only begins in one of the objects is cut where it leaves them.
    """
    run: list[int] = []
    letters = ""
    for index in range(max(0, PDFIUM.FPDFText_CountChars(text_page)) + 1):
        char = chr(PDFIUM.FPDFText_GetUnicode(text_page, index))
        if char > " " and _is_of(text_page, index, objects):
            run.append(index)
            letters += char
            continue
        if any(map(str.isalnum, letters)):
            yield _word(text_page, letters, run)
        run, letters = [], ""


def has_foreign_font(text_page: Handle, word: Word) -> bool:
    """Whether a word needs a font that is not in the file, so that it shows elsewhere only.

    Fonts for Latin, Greek and Cyrillic letters are everywhere; for others the machine decides.
    """
    if max(word.text) < _LOCAL_SCRIPTS:
        return False
    handle = PDFIUM.FPDFText_GetTextObject(text_page, word.first)
    return not PDFIUM.FPDFFont_GetIsEmbedded(PDFIUM.FPDFTextObj_GetFont(handle))


def text_without(text_page: Handle, hidden: Iterable[Word]) -> str:
    """Return the text of a page without some words; a line that held nothing else goes."""
    dropped = {word.first + step for word in hidden for step in range(len(word.text))}
    kept: list[str] = []
    line, cut = "", False
    count = max(0, PDFIUM.FPDFText_CountChars(text_page))
    for index in range(count):
        if index in dropped:
            cut = True
        else:
            char = chr(PDFIUM.FPDFText_GetUnicode(text_page, index))
            line += LINE_END_HYPHEN if char == _HYPHEN_IN_LIST else char
        if line.endswith("\n") or index == count - 1:
            kept.append(_tidy(line) if cut else line)
            line, cut = "", False
    text = "".join(kept).replace("\0", "")
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _tidy(line: str) -> str:
    return _BLANKS.sub(" ", line).lstrip(" ") if line.strip() else ""


def _is_of(text_page: Handle, index: int, objects: Container[int]) -> bool:
    handle = PDFIUM.FPDFText_GetTextObject(text_page, index)
    return bool(handle) and address(handle) in objects


def _word(text_page: Handle, letters: str, run: list[int]) -> Word:
    boxes = [_ink(text_page, index) for index in run]
    lines = [_line(text_page, index) for index in run]
    boxes = [box for box in boxes if box[2] > box[0] and box[3] > box[1]] or lines
    bounds = (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
    height = max(min(line[2] - line[0], line[3] - line[1]) for line in lines)
    return Word(letters, run[0], bounds, height)


def _ink(text_page: Handle, index: int) -> Bounds:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    PDFIUM.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


def _line(text_page: Handle, index: int) -> Bounds:
    rectangle = PDFIUM.FS_RECTF()
    PDFIUM.FPDFText_GetLooseCharBox(text_page, index, rectangle)
    return rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
