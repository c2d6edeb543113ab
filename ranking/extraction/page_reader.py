"""What becomes of one page: its text by PDFium, else by pypdf, else why there is none."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ranking.extraction.pdfium import DamagedError, PdfiumFile, Shown
from ranking.extraction.second_opinion import SecondOpinion
from ranking.extraction.text import normalise
from ranking.model.document import Page, Reader

FEW_CHARACTERS = 25
"""A page with fewer visible characters is looked at: a scan can carry a stamp or a page number."""

_SCAN_SHARE = 0.5
_OUTLINE_PATHS = 400


class Outcome(StrEnum):
    """How reading a page went."""

    READ = "read"
    SCANNED = "scanned"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page, and how reading it went."""

    page: Page
    outcome: Outcome = Outcome.READ


def read_pages(
    pdf: PdfiumFile, second: SecondOpinion, numbers: Iterable[int]
) -> Iterator[PageReading]:
    """Read pages with PDFium; pypdf is asked where PDFium has no text but there should be some."""
    for number in numbers:
        try:
            text = normalise(pdf.text(number))
            if _visible(text) >= FEW_CHARACTERS:
                yield PageReading(Page(number=number, text=text))
            else:
                yield _judge(number, text, pdf.shown(number), second)
        except (DamagedError, MemoryError, OSError):
            yield read_second(second, number)


def read_second(second: SecondOpinion, number: int) -> PageReading:
    """Read a page with pypdf alone."""
    text = normalise(second.text(number))
    if text.strip():
        return PageReading(Page(number=number, text=text))
    return _unread(number, Outcome.UNREADABLE)


def without_content(numbers: Iterable[int]) -> Iterator[PageReading]:
    """Pages whose text is known not to be the document's content."""
    for number in numbers:
        yield PageReading(Page(number=number, text="", reader=Reader.NONE))


def _judge(number: int, text: str, shown: Shown, second: SecondOpinion) -> PageReading:
    """Decide on a page with hardly any text: read, a picture of text, or text that is lost."""
    blank = not text.strip()
    if shown.picture_share >= _SCAN_SHARE:
        return _unread(number, Outcome.SCANNED)
    if not blank:
        return PageReading(Page(number=number, text=text))
    if shown.text_objects or shown.annotations:
        reading = read_second(second, number)
        if reading.outcome is Outcome.READ:
            return reading
    if shown.picture_share > 0 or shown.annotations or shown.paths > _OUTLINE_PATHS:
        return _unread(number, Outcome.SCANNED)
    return PageReading(Page(number=number, text=""))


def _unread(number: int, outcome: Outcome) -> PageReading:
    return PageReading(Page(number=number, text="", reader=Reader.NONE), outcome)


def _visible(text: str) -> int:
    return len(text) - text.count(" ") - text.count("\n")
