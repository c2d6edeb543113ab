"""Quotes of scanned pages; pages of text are verified in ``test_locate``."""

from collections.abc import Callable

import pytest

from ranking.extraction.pdfium import PdfiumFile
from ranking.extraction.verify import verify
from ranking.model.application import Application, Person
from ranking.model.assessment import Dossier
from ranking.model.evidence import Evidence
from tests.extraction.conftest import Applications, FakeRecogniser, PdfBuilder, line

Make = Callable[[], PdfBuilder]
Recognise = Callable[..., FakeRecogniser]
LINE = "words that fill a line of the page"
ROW = "MA204 Lie groups 7,5 A"


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
