"""What is said of scanned pages; the recogniser finds what it is told."""

from collections.abc import Callable

from ranking.model.document import Reader
from tests.extraction.conftest import Applications, FakeRecogniser, PdfBuilder, line

Make = Callable[[], PdfBuilder]
Recognise = Callable[..., FakeRecogniser]
LINE = "words that fill a line of the page"
ROW = "MA204 Lie groups 7,5 A"


def test_pictures_are_read(applications: Applications, pdf: Make, recogniser: Recognise) -> None:
    recogniser(line("MA204 Lie groups", 100, 100), line("7,5 A", 900, 100))
    content = pdf().text(LINE).picture().picture().bytes()
    document, problems = applications.read("transcript.pdf", content, ocr=True)
    assert [page.text for page in document.pages] == [LINE, ROW, ROW]
    assert [page.reader for page in document.pages] == [Reader.TEXT, Reader.OCR, Reader.OCR]
    assert document.reader is Reader.MIXED
    assert document.fully_read
    assert [problem.code for problem in problems] == ["scanned", "ocr-used"]
    assert "Pages 2-3" in problems[1].message


def test_what_is_hard_to_read_or_empty_is_named(
    applications: Applications, pdf: Make, recogniser: Recognise
) -> None:
    recogniser(line("Lie gruops", 100, 100, confidence=0.88))
    _, problems = applications.read("transcript.pdf", pdf().picture().bytes(), ocr=True)
    assert "hard to read" in problems[1].message
    recogniser()
    document, problems = applications.read("transcript.pdf", pdf().picture().bytes(), ocr=True)
    assert "no words were found on page 1" in problems[1].message
    assert document.fully_read


def test_pages_after_the_limit(
    applications: Applications, pdf: Make, recogniser: Recognise
) -> None:
    recogniser(line(ROW, 100, 100))
    content = pdf().picture().picture().picture().bytes()
    document, problems = applications.read("scan.pdf", content, ocr=True, max_ocr_pages=1)
    assert document.unread_pages == (2, 3)
    assert [problem.code for problem in problems] == ["scanned", "ocr-used", "ocr-missing"]
    assert "Pages 2-3" in problems[2].message
    assert "at most 1" in problems[2].message
