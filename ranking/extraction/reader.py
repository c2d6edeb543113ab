"""What becomes of one file: a Document, and the problems a person should know.

``read_file`` is the seam: whatever a file holds, it returns. The engines (``pdfium``,
``second_opinion``) know nothing of Documents and problems; readers of other formats get a branch
in ``_read``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ranking.extraction.allowance import PAGE_SECONDS, allow
from ranking.extraction.file_type import HEAD_BYTES, foreign_type, is_pdf
from ranking.extraction.hidden_words import hidden_text
from ranking.extraction.images import drawn, frame_count, is_picture
from ranking.extraction.ocr import Ocr
from ranking.extraction.page_problems import file_problem, page_problems
from ranking.extraction.page_reader import (
    Outcome,
    PageReading,
    read_pages,
    read_picture,
    read_second,
    scanned,
    without_content,
)
from ranking.extraction.pdfium import DamagedError, PasswordNeededError, PdfiumFile
from ranking.extraction.read_options import Reading, ReadOptions
from ranking.extraction.second_opinion import SecondOpinion
from ranking.extraction.text import normalise_line
from ranking.extraction.word import is_word_file, word_text
from ranking.model.document import Document, Page, SourceFile
from ranking.model.problem import Problem

_MEGABYTE = 1024 * 1024
_NAMED_ATTACHMENTS = 5


@dataclass(frozen=True, slots=True)
class _Failure:
    """Why PDFium cannot open a file: the problem's code and the reason in words."""

    code: str
    reason: str


def read_file(root: Path, source: SourceFile, options: ReadOptions) -> Reading:
    """Read one file; every failure is a problem, never an exception.

    Args:
        root: The applications folder.
        source: The file below it.
        options: How files are read.
    """
    try:
        document, problems = _read(root / source.path, source, options)
    except Exception as error:  # noqa: BLE001 - one bad file never stops a run
        document, problems = _not_read(source, "unreadable", _reason(error))
    return document, (*_too_large(source, options), *problems)


def _read(path: Path, source: SourceFile, options: ReadOptions) -> Reading:
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if not head.strip(b"\0 \r\n\t"):
        return _not_read(source, "empty-file", "the file is empty")
    foreign = "" if is_pdf(head) else foreign_type(head, source.path)
    if foreign:
        return _from_foreign(path, source, options, foreign)
    second = SecondOpinion(path, options.passwords)
    try:
        pdf = PdfiumFile.open(path, options.passwords)
    except PasswordNeededError:
        failure = _Failure("password-needed", "the file opens with a password only")
    except DamagedError as error:
        failure = _Failure("unreadable", str(error))
    else:
        with pdf:
            return _from_pdfium(pdf, second, source, options)
    if failure.code == "unreadable" and not is_pdf(head):
        failure = _Failure("not-pdf", "the file has the name of a PDF but is none")
    return _from_second(second, failure, source, options)


def _from_pdfium(
    pdf: PdfiumFile, second: SecondOpinion, source: SourceFile, options: ReadOptions
) -> Reading:
    numbers = options.numbers(pdf.page_count)
    allow(PAGE_SECONDS * len(numbers))
    ocr = Ocr(wanted=options.ocr, most_pages=options.max_ocr_pages)
    readings = tuple(
        without_content(numbers)
        if pdf.is_xfa_form
        else read_pages(pdf, second, numbers, options.pages, ocr)
    )
    document = Document(
        source=source,
        page_count=pdf.page_count,
        pages=tuple(reading.page for reading in readings),
        title=normalise_line(pdf.metadata("Title")),
        author=normalise_line(pdf.metadata("Author")),
        hidden_words=sum(len(reading.page.hidden) for reading in readings),
    )
    return document, (
        *_too_many_pages(document, options),
        *page_problems(source, readings),
        *hidden_text(document),
        *_beside_the_pages(pdf, source),
    )


def _beside_the_pages(pdf: PdfiumFile, source: SourceFile) -> Iterator[Problem]:
    """Yield what a person should know of a PDF besides its pages: a form, a lock, files inside."""
    if pdf.is_xfa_form:
        message = "an interactive (XFA) form: its pages hold a placeholder, not the content"
        yield file_problem(source, "xfa-form", message)
    if pdf.is_encrypted:
        opened = "opened with a given password" if pdf.password else "opens without a password"
        yield file_problem(source, "encrypted", f"the file is encrypted and {opened}")
    if names := pdf.attachments():
        message = f"files inside the PDF were not read: {_listed(names)}"
        yield file_problem(source, "attachment-inside", message)


def _from_foreign(path: Path, source: SourceFile, options: ReadOptions, kind: str) -> Reading:
    """Read a picture or a Word file; other files are reported."""
    outcome = "it was not read"
    try:
        if is_picture(path):
            return _from_images(path, source, options, kind)
        if is_word_file(path):
            return _from_word(path, source)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - libraries raise anything on damaged files
        outcome = "it cannot be opened"
    return _not_read(source, "not-pdf", f"this is {kind}, not a PDF; {outcome}")


def _from_images(path: Path, source: SourceFile, options: ReadOptions, kind: str) -> Reading:
    count = frame_count(path)
    ocr = Ocr(wanted=options.ocr, most_pages=options.max_ocr_pages)
    readings = [read_picture(scanned(n), drawn(path, n), ocr) for n in options.numbers(count)]
    pages = tuple(reading.page for reading in readings)
    document = Document(source=source, page_count=count, pages=pages)
    not_pdf = file_problem(source, "not-pdf", f"this is {kind}, not a PDF")
    return document, (
        not_pdf,
        *_too_many_pages(document, options),
        *page_problems(source, readings),
    )


def _from_word(path: Path, source: SourceFile) -> Reading:
    page = Page(number=1, text=word_text(path))
    message = "this is a Word file, not a PDF; its text was read, without pages and pictures"
    problem = file_problem(source, "not-pdf", message)
    return Document(source=source, page_count=1, pages=(page,)), (problem,)


def _from_second(
    second: SecondOpinion, failure: _Failure, source: SourceFile, options: ReadOptions
) -> Reading:
    numbers = options.numbers(second.page_count)
    allow(PAGE_SECONDS * len(numbers))
    readings = tuple(read_second(second, number) for number in numbers)
    if not any(reading.outcome is Outcome.READ for reading in readings):
        return _not_read(source, failure.code, failure.reason)
    pages = tuple(reading.page for reading in readings)
    document = Document(source=source, page_count=second.page_count, pages=pages)
    problems = list(_too_many_pages(document, options))
    if second.is_encrypted:
        problems.append(file_problem(source, "encrypted", "the file is encrypted; it was opened"))
    if failure.code != "password-needed":
        message = f"{failure.reason}; {_count(readings)} of {len(pages)} pages found were read"
        problems.append(file_problem(source, "unreadable", message))
    return document, tuple(problems)


def _too_large(source: SourceFile, options: ReadOptions) -> Iterable[Problem]:
    size = source.size / _MEGABYTE
    if size > options.max_megabytes:
        message = f"the file has {size:.1f} MB, more than {options.max_megabytes:g} MB"
        yield file_problem(source, "too-large", message)


def _too_many_pages(document: Document, options: ReadOptions) -> Iterable[Problem]:
    if document.page_count > options.max_pages:
        message = (
            f"the file has {document.page_count} pages; the first {options.max_pages} were read"
        )
        yield file_problem(document.source, "too-many-pages", message, options.max_pages + 1)


def _count(readings: Iterable[PageReading]) -> int:
    return sum(reading.outcome is Outcome.READ for reading in readings)


def _listed(names: tuple[str, ...]) -> str:
    more = len(names) - _NAMED_ATTACHMENTS
    return ", ".join(names[:_NAMED_ATTACHMENTS]) + (f" and {more} more" if more > 0 else "")


def _not_read(source: SourceFile, code: str, reason: str) -> Reading:
    return Document(source=source), (file_problem(source, code, reason),)


def _reason(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return "reading it takes more memory than there is"
    if isinstance(error, OSError) and error.strerror:
        return f"the file cannot be opened: {error.strerror}"
    return f"reading it failed ({type(error).__name__}: {error})"
