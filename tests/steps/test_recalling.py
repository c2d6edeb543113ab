"""A build's tables hold what its scores rest on."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ranking.model.application import Application, Person
from ranking.model.assessment import Assessment, Dossier
from ranking.model.call import Call
from ranking.model.document import Document, Kind, Part
from ranking.model.evidence import Course, Evidence, Interest
from ranking.model.result import Provenance, Result
from ranking.outputs.tables import render_tables
from ranking.scoring import score
from ranking.steps.options import Built
from ranking.steps.recalling import recall

MakeDocument = Callable[..., Document]


def written(assessment: Assessment, call: Call) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of one candidate as they stand in the tables."""
    result = Result(
        call=call,
        assessments=(assessment,),
        places=(),
        unassigned=(),
        problems=(),
        provenance=Provenance(),
    )
    tables = render_tables(result)
    return {
        name.removesuffix(".jsonl"): [json.loads(line) for line in text.split("\n") if line]
        for name, text in tables.items()
    }


def test_the_scores_of_the_demo(demo_build: tuple[Built, Path]) -> None:
    result = demo_build[0].result
    assert len(result.assessments) == 12
    for assessment in result.assessments:
        hidden = {passage.id for passage in assessment.dossier.evidence if not passage.shown}
        found = recall(written(assessment, result.call), hidden)
        assert score(found, result.call) == assessment.scores
        assert found.application.person == assessment.dossier.application.person
        kept = {passage.id: passage for passage in assessment.dossier.evidence}
        assert {passage.id: passage for passage in found.evidence} == kept


def test_what_is_recalled(
    call: Call,
    make_dossier: Callable[..., Dossier],
    make_evidence: Callable[..., Evidence],
    make_course: Callable[..., Course],
    make_document: MakeDocument,
) -> None:
    passage = make_evidence(quote="[bold]\u2028x", boxes=((0.0, 1.0, 2.0, 3.0),))
    interest = Interest(
        candidate="C001", topic="computer_vision", quote="q", file="f", page=1, counted=False
    )
    dossier = make_dossier(
        passage,
        documents=(make_document(), make_document(Kind.THESIS, reader="none")),
        person=Person(family_name="Κουρέας", email="k@post.example"),
        interests=(interest,),
        courses=(make_course(credits=None, grade_0_1=None, passed=None),),
    )
    found = recall(written(Assessment(dossier=dossier, requirements=(), scores=()), call))
    assert replace(found, application=dossier.application) == dossier
    assert found.application.person == dossier.application.person
    assert found.application.not_fully_read == ("C001/thesis.pdf",)


@pytest.fixture
def merged(make_document: MakeDocument) -> Document:
    """Return a file of a letter and a transcript, the second of which was not read."""
    file = make_document(Kind.OTHER, file="all.pdf")
    pages = (file.pages[0], replace(make_document(reader="none").pages[0], number=2))
    parts = (
        Part(kind=Kind.LETTER, first_page=1, last_page=1),
        Part(kind=Kind.TRANSCRIPT, first_page=2, last_page=2),
    )
    return replace(file, page_count=2, pages=pages, merged=parts)


def test_parts_of_a_merged_file(
    call: Call,
    merged: Document,
    make_dossier: Callable[..., Dossier],
    make_evidence: Callable[..., Evidence],
) -> None:
    passages = (
        make_evidence(file="all.pdf", page=1, kind=Kind.LETTER),
        make_evidence(file="all.pdf", page=2, kind=Kind.TRANSCRIPT),
    )
    dossier = make_dossier(*passages, documents=(merged,))
    found = recall(written(Assessment(dossier=dossier, requirements=(), scores=()), call))
    assert {passage.page: passage.kind for passage in found.evidence} == {
        1: Kind.LETTER,
        2: Kind.TRANSCRIPT,
    }
    assert score(found, call) == score(dossier, call)
    assert [d.kind for d in found.application.counted_parts if not d.fully_read] == ["transcript"]


def test_an_unread_second_copy_says_nothing(
    call: Call, make_document: MakeDocument, make_dossier: Callable[..., Dossier]
) -> None:
    first = make_document(Kind.THESIS, file="thesis.pdf", reader="none")
    copy = replace(make_document(Kind.ARTICLE, file="copy.pdf", reader="none"), duplicate_of="x")
    dossier = make_dossier(documents=(first, copy))
    found = recall(written(Assessment(dossier=dossier, requirements=(), scores=()), call))
    assert [d.file for d in found.application.documents] == ["thesis.pdf"]
    assert isinstance(found.application, Application)
    assert score(found, call) == score(dossier, call)
