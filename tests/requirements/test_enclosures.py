"""CV, personal letter, transcripts and own work: is the document there?"""

from collections.abc import Callable

import pytest

from ranking.model.assessment import Dossier, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.model.document import Document, Kind
from ranking.requirements import REQUIREMENTS

Build = Callable[..., Document]
Collect = Callable[..., Dossier]

KINDS = [
    ("cv", Kind.CV),
    ("personal_letter", Kind.LETTER),
    ("transcripts", Kind.TRANSCRIPT),
    ("thesis_copy", Kind.THESIS),
    ("thesis_copy", Kind.ARTICLE),
]


@pytest.mark.parametrize(("requirement", "kind"), KINDS)
def test_a_document_of_the_kind(
    judge: Callable[..., RequirementCheck], requirement: str, kind: Kind
) -> None:
    found = judge(requirement, kind, "words")
    assert (found.verdict, found.file) == (Verdict.MET, f"{kind.value}.pdf")


@pytest.mark.parametrize(("requirement", "kind"), KINDS)
def test_nothing_of_the_kind(
    judge: Callable[..., RequirementCheck], requirement: str, kind: Kind
) -> None:
    assert kind is not Kind.REFERENCE
    assert judge(requirement, Kind.REFERENCE, "words").verdict is Verdict.NOT_MET


@pytest.mark.parametrize(("requirement", "kind"), KINDS)
def test_a_file_without_words_could_be_it(
    dossier: Collect, document: Build, call: Call, requirement: str, kind: Kind
) -> None:
    assert kind is not Kind.OTHER
    found = REQUIREMENTS[requirement](dossier(document(Kind.OTHER, None, file="scan.pdf")), call)
    assert found.verdict is Verdict.UNCLEAR
    assert "scan.pdf" in found.note


@pytest.mark.parametrize(("requirement", "kind"), KINDS)
def test_a_file_that_did_not_open_is_enclosed_and_says_so(
    dossier: Collect, document: Build, call: Call, requirement: str, kind: Kind
) -> None:
    found = REQUIREMENTS[requirement](dossier(document(kind)), call)
    assert found.verdict is Verdict.MET
    assert "look at it" in found.note


def test_a_thesis_that_is_being_written_is_expected(
    dossier: Collect, document: Build, call: Call
) -> None:
    cv = document(Kind.CV, "Master's thesis (ongoing): Spectra of graphs")
    assert REQUIREMENTS["thesis_copy"](dossier(cv), call).verdict is Verdict.EXPECTED


def test_a_finished_thesis_that_is_not_enclosed_is_missing(
    dossier: Collect, document: Build, call: Call
) -> None:
    cv = document(Kind.CV, "Master's thesis (ongoing): Spectra\nBachelor's thesis: Trees, 2020")
    assert REQUIREMENTS["thesis_copy"](dossier(cv), call).verdict is Verdict.NOT_MET
