"""Passages that the committee adds."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from ranking.model.application import Application, Person
from ranking.model.call import Call
from ranking.model.document import Document, Kind, Page, Part
from ranking.model.evidence import Evidence
from ranking.model.input_tables import Cell, Value
from ranking.model.review import Review
from ranking.review.own import own_passage
from ranking.review.passages import NoFitError

ROW = "0123456789"
Add = Callable[..., Evidence]


@pytest.fixture
def add(call: Call, make_document: Callable[..., Document]) -> Add:
    """Return what adds a passage to an application with a thesis and a merged file."""
    merged = replace(
        make_document(Kind.OTHER, file="C001/All papers.pdf"),
        page_count=3,
        pages=tuple(Page(number=number, text="words") for number in (1, 2, 3)),
        merged=(
            Part(kind=Kind.LETTER, first_page=1, last_page=1),
            Part(kind=Kind.TRANSCRIPT, first_page=2, last_page=3),
        ),
    )
    application = Application(
        candidate="C001",
        person=Person(family_name="Berg"),
        documents=(make_document(Kind.THESIS, file="C001/sub/Thesis, Berg.pdf"), merged),
    )

    def make(applications: Sequence[Application] = (application,), **fields: Value) -> Evidence:
        typed: dict[str, Value] = {
            "candidate": "C001",
            "criterion": "group_theory",
            "level": "project",
            "quote": "I classified\n  groups.",
            **fields,
        }
        cells: dict[Cell, Value] = {("own", ROW, k): v for k, v in typed.items() if v != ""}
        return own_passage(ROW, Review(cells=cells), call, applications)

    return make


def test_a_passage(add: Add) -> None:
    row = add(page=7)
    assert (row.id, row.candidate, row.criterion, row.level) == (
        ROW,
        "C001",
        "group_theory",
        "project",
    )
    assert (row.quote, row.rule, row.reader, row.section) == (
        "I classified groups.",
        "committee",
        "text",
        "",
    )
    assert (row.file, row.page, row.proof, row.counted) == ("", 7, "account", True)


@pytest.mark.parametrize(
    ("file", "page", "path", "proof"),
    [
        ("C001/sub/Thesis, Berg.pdf", 1, "C001/sub/Thesis, Berg.pdf", "thesis"),
        ("thesis, berg.PDF", 2, "C001/sub/Thesis, Berg.pdf", "thesis"),
        ("thesis, berg", 99, "C001/sub/Thesis, Berg.pdf", "thesis"),
        ("All papers.pdf", 1, "C001/All papers.pdf", "account"),
        ("All papers.pdf", 3, "C001/All papers.pdf", "transcript"),
        ("All papers.pdf", 9, "C001/All papers.pdf", ""),
        ("from an e-mail", 1, "from an e-mail", "account"),
    ],
)
def test_the_document_that_is_meant(add: Add, file: str, page: int, path: str, proof: str) -> None:
    row = add(file=file, page=page)
    assert (row.file, row.page, row.proof) == (path, page, proof)


@pytest.mark.parametrize(
    ("typed", "level", "criterion", "concept"),
    [
        ("Group theory", "thesis", "group_theory", ""),
        ("  GROUP   theory", "thesis", "group_theory", ""),
        ("Computer vision", "thesis", "research_interests", "computer_vision"),
        ("neural_tangent_kernels", "interest", "research_interests", "neural_tangent_kernels"),
        ("problem_solving", "prize", "problem_solving", ROW),
    ],
)
def test_the_criterion_that_is_meant(
    add: Add, typed: str, level: str, criterion: str, concept: str
) -> None:
    row = add(criterion=typed, level=level)
    assert (row.criterion, row.concept) == (criterion, concept)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"candidate": "C002"}, "no candidate C002"),
        ({"candidate": ""}, "no candidate in the row"),
        ({"criterion": "Astrology"}, "no criterion Astrology"),
        ({"criterion": ""}, "no criterion in the row"),
        ({"criterion": "Research interests"}, "Name the topic"),
        ({"criterion": "Course grades"}, "no level of Course grades"),
        ({"level": ""}, "No level is no level"),
        ({"level": "prize"}, "prize is no level of Group theory"),
        ({"quote": ""}, "no quote"),
    ],
)
def test_what_lacks(add: Add, fields: dict[str, Value], why: str) -> None:
    with pytest.raises(NoFitError, match=why):
        add(**fields)
