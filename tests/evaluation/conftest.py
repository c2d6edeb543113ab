"""Builders of tiny truths and of what a run found about them."""

from collections.abc import Callable

import pytest

from ranking.evaluation.figures import Section, as_dict
from ranking.evaluation.matching import Match
from ranking.evaluation.outcome import NOBODY, Found, Passage
from ranking.evaluation.truth import Applicant, Cell, Step, TrueDocument
from ranking.model.document import Kind, Reader

Figures = dict[str, int | float]


@pytest.fixture(scope="session")
def make_applicant() -> Callable[..., Applicant]:
    """Return what makes an applicant with a CV; every field can be given."""

    def make(**fields: object) -> Applicant:
        usual: dict[str, object] = {
            "id": "t01",
            "documents": (TrueDocument(file="CV, Berg.pdf", kind=Kind.CV),),
            "areas": {},
        }
        return Applicant(**usual | fields)  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def make_passage() -> Callable[..., Passage]:
    """Return what makes a passage that counts; every field can be given."""

    def make(**fields: object) -> Passage:
        usual: dict[str, object] = {
            "criterion": "group_theory",
            "step": Step.COURSEWORK,
            "quote": "Lie groups and their representations",
            "file": "Berg_Ada/CV, Berg.pdf",
            "page": 1,
            "reader": Reader.TEXT,
        }
        return Passage(**usual | fields)  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def make_match(make_applicant: Callable[..., Applicant]) -> Callable[..., Match]:
    """Return what joins an applicant's truth with what was found, by default nobody."""

    def make(found: Found = NOBODY, **truth: object) -> Match:
        return Match(make_applicant(**truth), found)

    return make


@pytest.fixture(scope="session")
def make_level_match(
    make_match: Callable[..., Match], make_passage: Callable[..., Passage]
) -> Callable[..., Match]:
    """Return what makes an applicant with one area: the truth's levels and the one found."""

    def make(want: str, got: str, *also: str, area: str = "group_theory") -> Match:
        cell = Cell(level=Step(want), also_acceptable=tuple(map(Step, also)))
        passage = make_passage(criterion=area, step=Step(got))
        return make_match(Found(candidate="C001", passages=(passage,)), areas={area: cell})

    return make


@pytest.fixture(scope="session")
def figures_of() -> Callable[[Section], Figures]:
    """Return what gives the figures of one section by id."""
    return lambda section: as_dict((section,))
