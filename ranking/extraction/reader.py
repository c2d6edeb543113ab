"""What becomes of one file: a Document, and the problems a person should know.

``read_file`` is the seam: whatever a file holds, it returns. The engines (``pdfium``,
``second_opinion``) know nothing of Documents and problems; readers of other formats get a branch
in ``_read``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ranking.extraction.file_type import HEAD_BYTES, foreign_type, is_pdf
from ranking.extraction.page_reader import (
    Outcome,
    PageReading,
    read_pages,
    read_second,
    without_content,
)
from ranking.extraction.pdfium import DamagedError, PasswordNeededError, PdfiumFile
from ranking.extraction.second_opinion import SecondOpinion
from ranking.extraction.text import normalise_line
from ranking.model.document import Document, SourceFile
from ranking.model.problem import Problem, problem

_MEGABYTE = 1024 * 1024
_NAMED_ATTACHMENTS = 5

Reading = tuple[Document, tuple[Problem, ...]]
"""What was read of a file, and its problems."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How files are read.

    Attributes:
        passwords: Tried in order on files that need one.
        max_pages: Pages after this one are not read.
        max_megabytes: Larger files are read and reported (1 MB is 1024 x 1024 bytes here, so that
            nobody is reported for the difference).
    """

    passwords: tuple[str, ...] = ()
    max_pages: int
    max_megabytes: float


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
        return _not_read(source, "not-pdf", f"this is {foreign}, not a PDF; it was not read")
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
    numbers = range(1, min(pdf.page_count, options.max_pages) + 1)
    is_form = pdf.is_xfa_form
    readings = tuple(without_content(numbers) if is_form else read_pages(pdf, second, numbers))
    document = Document(
        source=source,
        page_count=pdf.page_count,
        pages=tuple(reading.page for reading in readings),
        title=normalise_line(pdf.metadata("Title")),
        author=normalise_line(pdf.metadata("Author")),
    )
    problems = [*_too_many_pages(document, options), *_page_problems(source, readings)]
    if is_form:
        message = "an interactive (XFA) form: its pages hold a placeholder, not the content"
        problems.append(_problem(source, "xfa-form", message))
    if pdf.is_encrypted:
        opened = "opened with a given password" if pdf.password else "opens without a password"
        problems.append(_problem(source, "encrypted", f"the file is encrypted and {opened}"))
    if names := pdf.attachments():
        message = f"files inside the PDF were not read: {_listed(names)}"
        problems.append(_problem(source, "attachment-inside", message))
    return document, tuple(problems)


def _from_second(
    second: SecondOpinion, failure: _Failure, source: SourceFile, options: ReadOptions
) -> Reading:
    numbers = range(1, min(second.page_count, options.max_pages) + 1)
    readings = tuple(read_second(second, number) for number in numbers)
    if not any(reading.outcome is Outcome.READ for reading in readings):
        return _not_read(source, failure.code, failure.reason)
    pages = tuple(reading.page for reading in readings)
    document = Document(source=source, page_count=second.page_count, pages=pages)
    problems = list(_too_many_pages(document, options))
    if second.is_encrypted:
        problems.append(_problem(source, "encrypted", "the file is encrypted; it was opened"))
    if failure.code != "password-needed":
        message = f"{failure.reason}; {_count(readings)} of {len(pages)} pages found were read"
        problems.append(_problem(source, "unreadable", message))
    return document, tuple(problems)


def _page_problems(source: SourceFile, readings: Iterable[PageReading]) -> Iterable[Problem]:
    """One problem a code, over all pages with the same outcome."""
    pages: dict[Outcome, list[int]] = {}
    for reading in readings:
        pages.setdefault(reading.outcome, []).append(reading.page.number)
    if scanned := pages.get(Outcome.SCANNED):
        shown = page_list(scanned)
        yield _problem(source, "scanned", f"{shown}: a picture instead of text", scanned[0])
        yield _problem(source, "ocr-missing", f"{shown}: a picture that was not read", scanned[0])
    if unreadable := pages.get(Outcome.UNREADABLE):
        message = f"{page_list(unreadable)}: the text could not be obtained"
        yield _problem(source, "unreadable", message, unreadable[0])


def _too_large(source: SourceFile, options: ReadOptions) -> Iterable[Problem]:
    size = source.size / _MEGABYTE
    if size > options.max_megabytes:
        message = f"the file has {size:.1f} MB, more than {options.max_megabytes:g} MB"
        yield _problem(source, "too-large", message)


def _too_many_pages(document: Document, options: ReadOptions) -> Iterable[Problem]:
    if document.page_count > options.max_pages:
        message = (
            f"the file has {document.page_count} pages; the first {options.max_pages} were read"
        )
        yield _problem(document.source, "too-many-pages", message, options.max_pages + 1)


def page_list(numbers: Iterable[int]) -> str:
    """Return page numbers (rising) in words: ``page 3`` or ``pages 1-3, 7``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = [f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs]
    return f"{'page' if shown == [str(runs[0][0])] else 'pages'} {', '.join(shown)}"


def _count(readings: Iterable[PageReading]) -> int:
    return sum(reading.outcome is Outcome.READ for reading in readings)


def _listed(names: tuple[str, ...]) -> str:
    more = len(names) - _NAMED_ATTACHMENTS
    return ", ".join(names[:_NAMED_ATTACHMENTS]) + (f" and {more} more" if more > 0 else "")


def _not_read(source: SourceFile, code: str, reason: str) -> Reading:
    return Document(source=source), (_problem(source, code, reason),)


def _problem(source: SourceFile, code: str, message: str, page: int | None = None) -> Problem:
    text = f"{message[:1].upper()}{message[1:]}."
    return problem(code, text, file=source.path, page=page)


def _reason(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return "reading it takes more memory than there is"
    if isinstance(error, OSError) and error.strerror:
        return f"the file cannot be opened: {error.strerror}"
    return f"reading it failed ({type(error).__name__}: {error})"
