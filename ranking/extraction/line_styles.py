"""How each line of a page is set, so that headings can be told by their look.

The size that a file asks for says little, since text is scaled afterwards; what tells lines apart
is their font and the height of its lines on the page.
"""

import ctypes
from collections.abc import Iterator

from ranking.extraction.characters import squash
from ranking.extraction.raw import PDFIUM, Handle

_LONGEST_NAME = 256
_SUBSET_MARK = "+"
_LINE_ENDS = "\r\n"


def line_styles(text_page: Handle, text: str) -> tuple[str, ...]:
    """Return the style of each line of a page's text: the font and its height in points.

    Args:
        text_page: The text of the page.
        text: The same text as it was read.

    Returns:
        One style a line, that of its first character; "" for a line that is not found again.
    """
    known = dict(_styles(text_page))
    return tuple(known.get(squash(line), "") for line in text.split("\n"))


def _styles(text_page: Handle) -> Iterator[tuple[str, str]]:
    """Yield the lines of a page, squashed, with their styles."""
    line, first = "", -1
    for index in range(max(0, PDFIUM.FPDFText_CountChars(text_page)) + 1):
        char = chr(PDFIUM.FPDFText_GetUnicode(text_page, index))
        if char in _LINE_ENDS or char == "\0":
            if first >= 0:
                yield squash(line), _style(text_page, first)
            line, first = "", -1
        else:
            line += char
            if first < 0 and not char.isspace():
                first = index


def _style(text_page: Handle, index: int) -> str:
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    PDFIUM.FPDFText_GetFontInfo(text_page, index, name, _LONGEST_NAME, ctypes.c_int())
    font = name.value.decode("utf-8", "replace").rpartition(_SUBSET_MARK)[2]
    bounds = PDFIUM.FS_RECTF()
    PDFIUM.FPDFText_GetLooseCharBox(text_page, index, bounds)
    return f"{font} {bounds.top - bounds.bottom:.1f}"
