import logging
from collections.abc import Callable, Sequence

import pytest
from pypdf.annotations import FreeText
from pypdf.generic import NameObject, NumberObject

from ranking.extraction.ocr import Ocr
from ranking.extraction.page_reader import Outcome, read_pages
from ranking.extraction.pdfium import PdfiumFile
from ranking.extraction.second_opinion import SecondOpinion
from ranking.model.document import Reader
from ranking.model.page_rules import PageRules
from ranking.model.problem import Problem
from tests.extraction.conftest import Applications, PdfBuilder

Make = Callable[[], PdfBuilder]
OFF = Ocr(wanted=False, most_pages=0)
LINE = "words that fill a line of the page"


def codes(problems: Sequence[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def test_pictures_of_text(applications: Applications, pdf: Make) -> None:
    content = pdf().text(LINE).picture().picture().text(LINE).picture().bytes()
    document, problems = applications.read("transcript.pdf", content)
    assert codes(problems) == ["scanned", "ocr-missing"]
    assert all("pages 2-3, 5" in problem.message.lower() for problem in problems)
    assert document.unread_pages == (2, 3, 5)


def test_picture_inside_a_form_is_a_picture(applications: Applications, pdf: Make) -> None:
    document, _ = applications.read("transcript.pdf", pdf().drawn("/Fm1 Do").bytes())
    assert document.unread_pages == (1,)


def test_words_in_a_note_on_an_empty_page_are_not_overlooked(
    applications: Applications, pdf: Make
) -> None:
    builder = pdf().drawn("")
    builder.writer.add_annotation(0, FreeText(text="My grades", rect=(50, 550, 200, 650)))
    document, problems = applications.read("transcript.pdf", builder.bytes())
    assert document.unread_pages == (1,)
    assert codes(problems) == ["scanned", "ocr-missing"]


def test_scan_with_a_stamp_is_a_picture(applications: Applications, pdf: Make) -> None:
    stamp = "q 600 0 0 780 0 0 cm /Im1 Do Q BT /F1 9 Tf 50 20 Td (Scanned) Tj ET"
    document, _ = applications.read("transcript.pdf", pdf().drawn(stamp).bytes())
    assert document.unread_pages == (1,)


def test_page_with_a_logo_and_few_words_is_text(applications: Applications, pdf: Make) -> None:
    page = "q 60 0 0 60 0 0 cm /Im1 Do Q BT /F1 9 Tf 50 20 Td (Appendix) Tj ET"
    document, problems = applications.read("thesis.pdf", pdf().drawn(page).bytes())
    assert document.pages[0].text == "Appendix"
    assert not problems


def test_letters_drawn_as_shapes_are_a_picture(applications: Applications, pdf: Make) -> None:
    strokes = "".join(f"{x} 100 m {x} 110 l S\n" for x in range(450))
    document, problems = applications.read("cv.pdf", pdf().drawn(strokes).bytes())
    assert codes(problems) == ["scanned", "ocr-missing"]
    assert document.unread_pages == (1,)


def test_blank_page_counts_as_read(applications: Applications, pdf: Make) -> None:
    document, problems = applications.read("thesis.pdf", pdf().text(LINE).drawn("").bytes())
    assert document.fully_read
    assert not problems


def test_page_that_pypdf_cannot_read(applications: Applications, pdf: Make) -> None:
    builder = pdf().text(LINE)
    builder.writer.pages[0][NameObject("/Contents")] = NumberObject(7)
    source = applications.add("cv.pdf", builder.bytes())
    assert SecondOpinion(applications.root / source.path, ()).text(1) == ""


class Reading(SecondOpinion):
    """A second opinion that reads every page."""

    def text(self, number: int) -> str:
        return f"page {number} as read by another reader"


def test_second_opinion_on_a_page_without_letters(
    applications: Applications, pdf: Make, page_rules: PageRules
) -> None:
    source = applications.add("cv.pdf", pdf().text("  ").text(LINE).bytes())
    path = applications.root / source.path
    with PdfiumFile.open(path, ()) as opened:
        readings = list(read_pages(opened, Reading(path, ()), [1, 2], page_rules, OFF))
    assert [reading.outcome for reading in readings] == [Outcome.READ, Outcome.READ]
    assert readings[0].page.text == "page 1 as read by another reader"
    assert readings[1].page.text == LINE


def test_page_that_cannot_be_loaded(
    applications: Applications, pdf: Make, page_rules: PageRules
) -> None:
    source = applications.add("cv.pdf", pdf().text(LINE).bytes())
    path = applications.root / source.path
    with PdfiumFile.open(path, ()) as opened:
        lost, saved = (
            next(read_pages(opened, second(path, ()), [2], page_rules, OFF))
            for second in (SecondOpinion, Reading)
        )
    assert lost.outcome is Outcome.UNREADABLE
    assert lost.page.reader is Reader.NONE
    assert saved.outcome is Outcome.READ


def test_second_opinion_is_silent_and_never_raises(
    applications: Applications, caplog: pytest.LogCaptureFixture
) -> None:
    source = applications.add("torn.pdf", b"%PDF-1.7\n1 0 obj << /Type /Catalog")
    with caplog.at_level(logging.DEBUG):
        second = SecondOpinion(applications.root / source.path, ("a",))
        assert second.page_count == 0
        assert second.text(1) == ""
        assert not second.is_encrypted
    assert not caplog.records
