"""Scanned pages from file to verified evidence; the recogniser finds what it is told."""

from collections.abc import Callable

import pytest

from ranking.extraction.locate import locate_words
from ranking.extraction.pdfium import PdfiumFile
from ranking.extraction.verify import verify
from ranking.model.application import Application, Person
from ranking.model.assessment import Dossier
from ranking.model.document import Reader, Word
from ranking.model.evidence import Evidence
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


@pytest.fixture
def dossier(applications: Applications, pdf: Make, recogniser: Recognise) -> Dossier:
    recogniser(line("MA204 Lie groups", 100, 100), line("7,5 A", 900, 100), line("End", 100, 200))
    content = pdf().text(LINE).picture().bytes()
    document, _ = applications.read("transcript.pdf", content, ocr=True)
    person = Person(family_name="Lie", given_name="Sophus", email="")
    return Dossier(
        application=Application(candidate="C001", person=person, documents=(document,)),
    )


def evidence(quote: str, page: int) -> Evidence:
    return Evidence(
        id=quote,
        candidate="C001",
        criterion="group_theory",
        concept="lie_groups",
        level="coursework",
        quote=quote,
        file="transcript.pdf",
        page=page,
    )


def test_quotes_of_scans_are_looked_up_among_the_words(
    applications: Applications, dossier: Dossier
) -> None:
    rows = (evidence(ROW, 2), evidence("Lie algebras", 2), evidence(LINE, 1))
    tagged = Dossier(application=dossier.application, evidence=rows)
    checked = verify(tagged, applications.root, ())
    assert [row.counted for row in checked.evidence] == [True, False, True]
    (box,) = checked.evidence[0].boxes
    assert 0 <= box[0] < box[2] <= 612
    assert [problem.code for problem in checked.problems] == ["quote-not-found"]


def test_page_is_not_read_again_to_verify(
    applications: Applications, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PdfiumFile, "open", None)
    tagged = Dossier(application=dossier.application, evidence=(evidence(ROW, 2),))
    assert verify(tagged, applications.root, ()).evidence[0].counted


def test_boxes_of_words() -> None:
    words = [
        Word(text=text, box=(x, y, x + 9.0, y + 4.0), confidence=1, line=index)
        for text, x, y, index in (("Lie", 0, 50, 0), ("equi-", 10, 50, 0), ("variant", 0, 40, 1))
    ]
    assert locate_words(words, ["lie equivariant", "equi variant", "groups", "--"]) == {
        "lie equivariant": ((0, 50, 19, 54), (0, 40, 9, 44)),
        "equi variant": ((10, 50, 19, 54), (0, 40, 9, 44)),
    }
