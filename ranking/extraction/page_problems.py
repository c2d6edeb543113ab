"""What a person should know of a file's pages: one problem a code, over all pages concerned."""

from collections.abc import Iterable, Iterator, Sequence
from statistics import fmean

from ranking.extraction.page_list import page_list
from ranking.extraction.page_reader import Outcome, PageReading
from ranking.model.document import Page, Reader, SourceFile
from ranking.model.problem import Problem, problem

_HARD_TO_READ = 0.9
"""Mean confidence below which a page read by OCR is named; clean scans have 0.98 and more."""


def page_problems(source: SourceFile, readings: Sequence[PageReading]) -> Iterator[Problem]:
    """Yield the problems of the pages of a file."""
    if scanned := _with_outcome(readings, Outcome.SCANNED):
        message = f"{page_list(scanned)}: a picture instead of text"
        yield file_problem(source, "scanned", message, scanned[0])
    if garbage := _with_outcome(readings, Outcome.GARBAGE):
        message = f"{page_list(garbage)}: the text layer is broken and does not say what is shown"
        yield file_problem(source, "garbage-text", message, garbage[0])
    if by_ocr := [reading.page for reading in readings if reading.page.reader is Reader.OCR]:
        yield file_problem(source, "ocr-used", _how_read(by_ocr), by_ocr[0].number)
    unread = [reading for reading in readings if reading.reason]
    if unread:
        yield file_problem(source, "ocr-missing", _why_unread(unread), unread[0].page.number)
    if unreadable := _with_outcome(readings, Outcome.UNREADABLE):
        message = f"{page_list(unreadable)}: the text could not be obtained"
        yield file_problem(source, "unreadable", message, unreadable[0])


def file_problem(source: SourceFile, code: str, message: str, page: int | None = None) -> Problem:
    """Return a problem of a file; the message becomes a sentence."""
    text = f"{message[:1].upper()}{message[1:]}."
    return problem(code, text, file=source.path, page=page)


def _with_outcome(readings: Iterable[PageReading], outcome: Outcome) -> list[int]:
    return [reading.page.number for reading in readings if reading.outcome is outcome]


def _how_read(pages: Sequence[Page]) -> str:
    empty = [page.number for page in pages if not page.words]
    hard = [page.number for page in pages if page.words and _confidence(page) < _HARD_TO_READ]
    notes = [f"{page_list(page.number for page in pages)}: read by OCR"]
    notes += [f"no words were found on {page_list(empty)}"] if empty else []
    notes += [f"{page_list(hard)}: hard to read, words may be wrong"] if hard else []
    return "; ".join(notes)


def _confidence(page: Page) -> float:
    return fmean(word.confidence for word in page.words)


def _why_unread(unread: Iterable[PageReading]) -> str:
    by_reason: dict[str, list[int]] = {}
    for reading in unread:
        by_reason.setdefault(reading.reason, []).append(reading.page.number)
    return "; ".join(
        f"{page_list(numbers)}: only a picture could be read, and was not: {reason}"
        for reason, numbers in by_reason.items()
    )
