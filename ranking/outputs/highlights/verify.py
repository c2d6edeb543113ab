"""Opens a highlighted copy again, with another engine than wrote it, before anybody gets it."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pypdfium2

from ranking.outputs.highlights.marks import Mark

Pdf = Any
"""A document that PDFium opened, which has no types."""

_OPEN: Any = pypdfium2.PdfDocument
_RAW: Any = pypdfium2.raw


def is_faithful(original: Pdf, copy: bytes, marks: Sequence[Mark]) -> bool:
    """Whether a copy has the pages and words of the original, and all highlights.

    Args:
        original: The original, opened by PDFium.
        copy: The content of the copy, which opens without a password.
        marks: The highlights that were added.
    """
    try:
        document = _OPEN(copy)
    except pypdfium2.PdfiumError:
        return False
    try:
        return len(document) == len(original) and all(
            _same_page(original, document, page - 1, added)
            for page, added in Counter(mark.page for mark in marks).items()
        )
    except pypdfium2.PdfiumError:
        return False
    finally:
        document.close()


def open_pdf(content: bytes, passwords: Sequence[str]) -> Pdf | None:
    """Open a PDF without a password, or with the first that fits; return None if none does."""
    for password in (None, *passwords):
        try:
            return _OPEN(content, password=password)
        except pypdfium2.PdfiumError:
            continue
    return None


def _same_page(original: Pdf, copy: Pdf, index: int, added: int) -> bool:
    (text, annotations), (new_text, new_annotations) = _look(original, index), _look(copy, index)
    return new_text == text and new_annotations == annotations + added


def _look(document: Pdf, index: int) -> tuple[str, int]:
    """Return the text of a page and the number of its annotations."""
    page = document[index]
    try:
        text = page.get_textpage().get_text_range()
        return str(text), int(_RAW.FPDFPage_GetAnnotCount(page))
    finally:
        page.close()
