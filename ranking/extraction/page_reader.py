"""What becomes of one page: its text by PDFium, by pypdf or by OCR, else why there is none."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from ranking.extraction.line_styles import line_styles
from ranking.extraction.ocr import NotReadError, Ocr
from ranking.extraction.page_objects import Shown
from ranking.extraction.pdfium import DamagedError, PdfiumFile
from ranking.extraction.picture import Picture
from ranking.extraction.quality import QualityJudge, needs_ocr
from ranking.extraction.render import render
from ranking.extraction.second_opinion import SecondOpinion
from ranking.extraction.text import normalise
from ranking.extraction.visibility import Seen, look
from ranking.model.document import Page, Quality, Reader
from ranking.model.page_rules import PageRules

FEW_CHARACTERS = 25
"""A page with fewer visible characters is looked at: a scan can carry a stamp or a page number."""

_MOST_STYLED_PAGES = 10
"""Longer documents are no CVs, whose headings are told by their look."""

_SCAN_SHARE = 0.5
_OUTLINE_PATHS = 400


class Outcome(StrEnum):
    """What was found; a scanned page was read if OCR read it."""

    READ = "read"
    SCANNED = "scanned"
    UNREADABLE = "unreadable"
    GARBAGE = "garbage"


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page, and how reading it went; ``reason`` says why OCR did not read it, if it should."""

    page: Page
    outcome: Outcome = Outcome.READ
    reason: str = ""


def read_pages(
    pdf: PdfiumFile, second: SecondOpinion, numbers: Iterable[int], rules: PageRules, ocr: Ocr
) -> Iterator[PageReading]:
    """Read the words of pages that can be seen.

    PDFium reads; pypdf is asked where PDFium has no text but there should be some, and OCR where
    the words are in a picture only.
    """
    judge = QualityJudge(rules)
    short = pdf.page_count <= rules.visibility.short_document
    for number in numbers:
        thorough = short or number <= rules.visibility.first_pages
        try:
            seen = look(pdf, number, second.text, thorough=thorough)
            reading = _reading(pdf, second, number, seen, judge)
            if pdf.page_count <= _MOST_STYLED_PAGES:
                reading = _styled(pdf, reading)
        except (DamagedError, MemoryError, OSError):
            reading = read_second(second, number)
        if needs_ocr(reading.page.quality):
            reading = read_picture(reading, partial(render, pdf, number), ocr)
        yield reading


def read_second(second: SecondOpinion, number: int) -> PageReading:
    """Read a page with pypdf alone."""
    text = normalise(second.text(number))
    if text.strip():
        return PageReading(Page(number=number, text=text))
    return _unread(number, Outcome.UNREADABLE)


def read_picture(unread: PageReading, draw: Callable[[], Picture], ocr: Ocr) -> PageReading:
    """Read a page by OCR; what else is known of it stays."""
    try:
        text, words = ocr.read(draw)
    except NotReadError as error:
        return replace(unread, reason=str(error))
    return replace(unread, page=replace(unread.page, text=text, words=words, reader=Reader.OCR))


def scanned(number: int, quality: Quality = Quality.SCAN) -> PageReading:
    """Return a page that is a picture, not read yet."""
    return _unread(number, Outcome.SCANNED, quality)


def without_content(numbers: Iterable[int]) -> Iterator[PageReading]:
    """Pages whose text is known not to be the document's content."""
    for number in numbers:
        yield PageReading(Page(number=number, text="", reader=Reader.NONE))


def _reading(
    pdf: PdfiumFile, second: SecondOpinion, number: int, seen: Seen, judge: QualityJudge
) -> PageReading:
    text = normalise(seen.text)
    if judge.is_garbage(seen.text, lambda: pdf.unmapped_share(number)):
        reading = _unread(number, Outcome.GARBAGE, Quality.GARBAGE)
    elif _visible(text) >= FEW_CHARACTERS:
        quality = Quality.OCR_LAYER if seen.is_layer else Quality.TEXT
        reading = PageReading(Page(number=number, text=text, quality=quality))
    else:
        # What pypdf reads on a page with hidden words is those words again.
        reading = _judge(number, text, pdf.shown(number), None if seen.hidden else second)
    if seen.checked and not seen.hidden:
        return reading
    return replace(reading, page=replace(reading.page, hidden=seen.hidden, checked=seen.checked))


def _styled(pdf: PdfiumFile, reading: PageReading) -> PageReading:
    """Add how the lines of a page are set."""
    page = reading.page
    if not page.text:
        return reading
    with pdf.text_page(page.number) as text_page:
        styles = line_styles(text_page, page.text)
    return replace(reading, page=replace(page, styles=styles))


def _judge(number: int, text: str, shown: Shown, second: SecondOpinion | None) -> PageReading:
    """Decide on a page with hardly any text: read, a picture of text, or text that is lost."""
    blank = not text.strip()
    if shown.picture_share >= _SCAN_SHARE:
        return scanned(number)
    if not blank:
        return PageReading(Page(number=number, text=text))
    if second and (shown.text_objects or shown.annotations):
        reading = read_second(second, number)
        if reading.outcome is Outcome.READ:
            return reading
    if shown.paths > _OUTLINE_PATHS:
        return scanned(number, Quality.OUTLINED)
    if shown.picture_share > 0 or shown.annotations:
        return scanned(number)
    return PageReading(Page(number=number, text=""))


def _unread(number: int, outcome: Outcome, quality: Quality = Quality.TEXT) -> PageReading:
    page = Page(number=number, text="", reader=Reader.NONE, quality=quality)
    return PageReading(page, outcome)


def _visible(text: str) -> int:
    return len(text) - text.count(" ") - text.count("\n")
