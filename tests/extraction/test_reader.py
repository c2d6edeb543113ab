import pickle
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Self

import pytest
from pypdfium2 import PdfiumError, raw

from ranking.extraction.pdfium import PasswordNeededError, PdfiumFile
from ranking.extraction.read_options import ReadOptions
from ranking.extraction.reader import read_file
from ranking.model.document import Reader, SourceFile
from ranking.model.page_rules import PageRules
from ranking.model.problem import Problem
from tests.extraction.conftest import Applications, DamagedPdfium, PdfBuilder

Make = Callable[[], PdfBuilder]
RAW: Any = raw
LINE = "words that fill a line of the page"


def codes(problems: Sequence[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def test_pages_and_lines(applications: Applications, pdf: Make) -> None:
    content = pdf().text(LINE, "and another one").text("Second page with a line of text").bytes()
    document, problems = applications.read("A_B/cv.pdf", content)
    assert [page.text for page in document.pages] == [
        f"{LINE}\nand another one",
        "Second page with a line of text",
    ]
    assert document.fully_read
    assert document.reader is Reader.TEXT
    assert not problems


def test_metadata(applications: Applications, pdf: Make) -> None:
    builder = pdf().text(LINE)
    builder.writer.add_metadata({"/Title": "On groups", "/Author": "E. Galois"})
    document, _ = applications.read("thesis.pdf", builder.bytes())
    assert (document.title, document.author) == ("On groups", "E. Galois")


def test_empty_file(applications: Applications) -> None:
    document, problems = applications.read("cv.pdf", b"")
    assert codes(problems) == ["empty-file"]
    assert document.page_count == 0


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("cv.docx", b"PK\x03\x04rest", "Word"),
        ("transcript.jpg", b"\xff\xd8\xff\xe0rest", "JPEG"),
        ("all.zip", b"PK\x03\x04rest", "zip"),
        ("cv.pdf", b"PK\x03\x04rest", "zip"),
        ("cv.pdf", b"no header at all", "name of a PDF"),
    ],
)
def test_not_a_pdf(applications: Applications, name: str, content: bytes, words: str) -> None:
    document, problems = applications.read(name, content)
    assert codes(problems) == ["not-pdf"]
    assert words in problems[0].message
    assert problems[0].file == name
    assert document.page_count == 0


def test_pdf_under_another_name_is_read(applications: Applications, pdf: Make) -> None:
    document, problems = applications.read("cv.doc", pdf().text(LINE).bytes())
    assert document.fully_read
    assert not problems


def test_unknown_error_is_named(
    applications: Applications, pdf: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ranking.extraction.reader.read_pages", None)
    _, problems = applications.read("cv.pdf", pdf().text(LINE).bytes())
    assert codes(problems) == ["unreadable"]
    assert "TypeError" in problems[0].message


def test_large_file_is_read_and_reported(applications: Applications, pdf: Make) -> None:
    content = pdf().text(LINE).bytes() + b"\n" * 1_100_000
    document, problems = applications.read("cv.pdf", content)
    assert codes(problems) == ["too-large"]
    assert document.fully_read


def test_pages_after_the_limit_are_unread(applications: Applications, pdf: Make) -> None:
    builder = pdf()
    for _ in range(4):
        builder.text(LINE)
    document, problems = applications.read("thesis.pdf", builder.bytes(), max_pages=3)
    assert codes(problems) == ["too-many-pages"]
    assert problems[0].page == 4
    assert document.page_count == 4
    assert document.unread_pages == (4,)


@pytest.mark.parametrize("kept", [5, 100, 400])
def test_cut_off_file(applications: Applications, pdf: Make, kept: int) -> None:
    document, problems = applications.read("cv.pdf", pdf().text(LINE).bytes()[:kept])
    assert codes(problems) == ["unreadable"]
    assert document.reader is Reader.NONE


def test_missing_file(tmp_path: Path, page_rules: PageRules) -> None:
    source = SourceFile(path="gone.pdf", size=1, sha256="")
    _, problems = read_file(
        tmp_path, source, ReadOptions(max_pages=1, max_megabytes=1, pages=page_rules)
    )
    assert codes(problems) == ["unreadable"]
    assert "cannot be opened" in problems[0].message


def test_password_needed(applications: Applications, pdf: Make) -> None:
    builder = pdf().text(LINE)
    builder.writer.encrypt("sesame", "owner", algorithm="AES-256")
    content = builder.bytes()
    assert codes(applications.read("cv.pdf", content, "wrong")[1]) == ["password-needed"]
    document, problems = applications.read("cv.pdf", content, "wrong", "sesame")
    assert codes(problems) == ["encrypted"]
    assert document.pages[0].text == LINE


def test_owner_password_alone_locks_nobody_out(applications: Applications, pdf: Make) -> None:
    builder = pdf().text(LINE)
    builder.writer.encrypt("", "owner", algorithm="AES-128")
    document, problems = applications.read("cv.pdf", builder.bytes())
    assert codes(problems) == ["encrypted"]
    assert document.fully_read


def test_xfa_form(applications: Applications, pdf: Make) -> None:
    content = pdf().text("Please wait while the form is loaded").xfa().bytes()
    document, problems = applications.read("form.pdf", content)
    assert codes(problems) == ["xfa-form"]
    assert not document.text
    assert document.unread_pages == (1,)


def test_attachments_are_named(applications: Applications, pdf: Make) -> None:
    builder = pdf().text(LINE)
    for number in range(7):
        builder.writer.add_attachment(f"diploma{number}.pdf", b"content")
    document, problems = applications.read("cv.pdf", builder.bytes())
    assert codes(problems) == ["attachment-inside"]
    assert "diploma0.pdf" in problems[0].message
    assert "and 2 more" in problems[0].message
    assert document.fully_read


class LockedPdfium(PdfiumFile):
    """PDFium on a file whose encryption it does not know."""

    @classmethod
    def open(cls, path: Path, passwords: Sequence[str]) -> Self:
        raise PasswordNeededError(path, passwords)


class CrashingPdfium(PdfiumFile):
    """PDFium out of memory."""

    @classmethod
    def open(cls, path: Path, passwords: Sequence[str]) -> Self:
        raise MemoryError(path, passwords)


def test_second_opinion_on_a_file_that_pdfium_cannot_open(
    applications: Applications, pdf: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ranking.extraction.reader.PdfiumFile", DamagedPdfium)
    document, problems = applications.read("cv.pdf", pdf().text(LINE).drawn("").bytes())
    assert document.pages[0].text == LINE
    assert document.unread_pages == (2,)
    assert codes(problems) == ["unreadable"]
    assert "1 of 2 pages" in problems[0].message


def test_second_opinion_on_a_locked_file(
    applications: Applications, pdf: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ranking.extraction.reader.PdfiumFile", LockedPdfium)
    builder = pdf().text(LINE)
    builder.writer.encrypt("sesame", "owner", algorithm="AES-256")
    document, problems = applications.read("cv.pdf", builder.bytes(), "sesame")
    assert document.pages[0].text == LINE
    assert codes(problems) == ["encrypted"]


def test_nothing_leaves_the_seam(
    applications: Applications, pdf: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ranking.extraction.reader.PdfiumFile", CrashingPdfium)
    document, problems = applications.read("cv.pdf", pdf().text(LINE).bytes())
    assert codes(problems) == ["unreadable"]
    assert "memory" in problems[0].message
    assert document.reader is Reader.NONE


def test_options_travel_to_other_processes(page_rules: PageRules) -> None:
    options = ReadOptions(passwords=("a",), max_pages=3, max_megabytes=1.5, pages=page_rules)
    assert pickle.loads(pickle.dumps(options)) == options  # noqa: S301


def test_a_damaged_file_after_a_locked_one_is_not_called_locked(
    applications: Applications, pdf: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder = pdf().text(LINE)
    builder.writer.encrypt("sesame", "owner", algorithm="AES-256")
    assert codes(applications.read("locked.pdf", builder.bytes())[1]) == ["password-needed"]

    def fail(*_: object, **__: object) -> None:
        """Fail as PDFium does on some damaged files: without an error of its own."""
        raise PdfiumError("no success", err_code=RAW.FPDF_GetLastError())  # type: ignore[no-untyped-call]

    monkeypatch.setattr("ranking.extraction.pdfium._OPEN", fail)
    assert codes(applications.read("torn.pdf", b"%PDF-1.7 torn")[1]) == ["unreadable"]
