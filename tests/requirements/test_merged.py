"""A file with several documents is judged as if they had come one by one."""

import dataclasses
from collections.abc import Callable

import pytest

from ranking.model.assessment import Dossier, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.model.document import Document, Kind, Part
from ranking.requirements import REQUIREMENTS
from ranking.requirements.problems import problems

Build = Callable[..., Document]
Collect = Callable[..., Dossier]

CV = """References
Prof. Eva Lind, KTH, eva.lind@kth.example
Dr. Olu Ade, Ibadan, olu.ade@ibadan.example"""


@pytest.fixture
def merged(document: Build) -> Document:
    """A CV, a letter with a blank page after it, and a transcript in one file."""
    return dataclasses.replace(
        document(Kind.CV, CV, "Dear all,", "", "Algebra 7.5 A", file="all.pdf"),
        merged=(
            Part(kind=Kind.CV, first_page=1, last_page=1),
            Part(kind=Kind.LETTER, first_page=2, last_page=3),
            Part(kind=Kind.TRANSCRIPT, first_page=4, last_page=4),
        ),
    )


@pytest.mark.parametrize(
    ("requirement", "page"),
    [
        ("cv", 1),
        ("references", 1),
        ("personal_letter", 2),
        ("letter_length", 2),
        ("transcripts", 4),
    ],
)
def test_each_part_counts_with_its_own_page(
    requirement: str, page: int, merged: Document, dossier: Collect, call: Call
) -> None:
    check: RequirementCheck = REQUIREMENTS[requirement](dossier(merged), call)
    assert (check.verdict, check.file, check.page) == (Verdict.MET, "all.pdf", page)


def test_a_blank_page_is_no_page_of_the_letter(
    merged: Document, dossier: Collect, call: Call
) -> None:
    assert REQUIREMENTS["letter_length"](dossier(merged), call).note == "Pages: 1."


def test_the_merged_file_is_one_problem(merged: Document, dossier: Collect, call: Call) -> None:
    (found,) = problems(dossier(merged), [], call)
    assert (found.code, found.file) == ("merged-document", "all.pdf")
    assert "cv (page 1), letter (pages 2-3), transcript (page 4)" in found.message


def test_two_transcripts_in_one_file_are_none(
    merged: Document, dossier: Collect, call: Call
) -> None:
    parts = tuple(dataclasses.replace(part, kind=Kind.TRANSCRIPT) for part in merged.merged)
    twice = dataclasses.replace(merged, merged=parts)
    assert problems(dossier(twice), [], call) == ()
