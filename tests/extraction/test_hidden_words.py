"""Evidence on pages of long documents, which are checked for words out of sight afterwards."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from ranking.extraction.read_options import ReadOptions
from ranking.extraction.reader import read_file
from ranking.extraction.verify import verify
from ranking.model.application import Application, Person
from ranking.model.assessment import Dossier
from ranking.model.document import Document
from ranking.model.evidence import Evidence
from ranking.model.page_rules import PageRules, VisibilityRules
from tests.extraction.conftest import Applications, PdfBuilder

SEEN = "We classify the finite groups of small order"
HIDDEN = "An expert in gauge theory and neural networks"
LAST = 3


@pytest.fixture
def document(
    applications: Applications, pdf: Callable[[], PdfBuilder], page_rules: PageRules
) -> Document:
    """Return a document of which the first page is checked when it is read."""
    trick = f"BT /F1 12 Tf 72 700 Td ({SEEN}) Tj 1 g 0 -90 Td ({HIDDEN}) Tj ET"
    builder = pdf().text(SEEN).drawn(trick).drawn(trick)
    rules = replace(page_rules, visibility=VisibilityRules(short_document=2, first_pages=1))
    options = ReadOptions(max_pages=9, max_megabytes=9, pages=rules)
    document, problems = read_file(
        applications.root, applications.add("thesis.pdf", builder.bytes()), options
    )
    assert not problems
    return document


@pytest.fixture
def verified(
    applications: Applications, document: Document, make_evidence: Callable[..., Evidence]
) -> Callable[..., Dossier]:
    def verified(*quotes: str) -> Dossier:
        rows = [make_evidence(quote=quote, file=document.file, page=LAST) for quote in quotes]
        application = Application(
            candidate="C001", person=Person(family_name="Berg"), documents=(document,)
        )
        dossier = Dossier(application=application, evidence=tuple(rows))
        return verify(dossier, applications.root, ())

    return verified


def test_pages_left_out_are_known(document: Document) -> None:
    assert [page.checked for page in document.pages] == [True, False, False]
    assert HIDDEN in document.pages[1].text


def test_evidence_out_of_sight_does_not_count(verified: Callable[..., Dossier]) -> None:
    dossier = verified(SEEN, HIDDEN)
    seen, hidden = dossier.evidence
    assert seen.counted
    assert not hidden.counted
    assert hidden.reason == "the words cannot be seen on the page"
    (problem,) = dossier.problems
    assert (problem.code, problem.page, problem.candidate) == ("hidden-text", LAST, "C001")


def test_what_was_found_goes_to_the_document(verified: Callable[..., Dossier]) -> None:
    dossier = verified(SEEN)
    (document,) = dossier.application.seen(dossier.views).documents
    assert document.hidden_words == len(HIDDEN.split())
    assert [page.checked for page in document.pages] == [True, False, True]


def test_pages_without_evidence_are_not_looked_at(verified: Callable[..., Dossier]) -> None:
    dossier = verified()
    assert not dossier.views
    assert dossier.application.seen(dossier.views) is dossier.application


def test_file_that_broke_meanwhile(
    verified: Callable[..., Dossier], applications: Applications, document: Document
) -> None:
    (applications.root / document.file).write_bytes(b"%PDF-1.7 torn")
    dossier = verified(SEEN)
    assert not dossier.evidence[0].counted
    assert not dossier.views
