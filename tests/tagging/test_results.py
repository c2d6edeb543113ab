from collections.abc import Callable

import pytest

from ranking.model.assessment import Dossier
from ranking.model.document import Document, Kind
from ranking.model.evidence import Evidence

Make = Callable[..., Document]
Tag = Callable[..., Dossier]
Stated = Callable[..., tuple[Evidence, ...]]


@pytest.fixture
def stated(document: Make, dossier: Tag) -> Stated:
    """Return a function that gives the own results that a work of Ada Ek states."""

    def results(text: str, kind: Kind = Kind.THESIS) -> tuple[Evidence, ...]:
        found = dossier(document(text, kind=kind)).evidence
        return tuple(row for row in found if row.criterion == "problem_solving")

    return results


@pytest.mark.parametrize(
    "text",
    [
        "This answers a question on hedges that was left open in [2].",
        "We correct an error in the proof of Oak [3].",
        "We disprove a conjecture of Oak and Elm on hedges.",
        "As far as I know the bound in Chapter 3 is new.",
        "It settles a case that had been open for hedges of odd length.",
        "To our knowledge this is the first bound of its kind.",
        "Theorem 4 improves the best known bound for hedges.",
        "Chapter 2 has our own theorem on hedges.",
    ],
)
def test_what_is_stated_as_new(stated: Stated, text: str) -> None:
    (row,) = stated(text)
    assert (row.level, row.concept, row.counted) == ("own_result", "own_result", True)
    assert row.quote == text


@pytest.mark.parametrize(
    "text",
    [
        "Theorem 1. Every hedge has a gap. Proof. Walk along it.",
        "The bound in this chapter is not new.",
        "Oak [3] answers a question that was left open for hedges.",
        "We would like to answer a question that was left open for hedges.",
        "Our main result is that the pruned hedge grows faster than the wild one.",
        "## related_work\nThis answers a question that was left open by Elm.",
        "The garden was new to me.",
    ],
    ids=["theorem", "not", "others", "wish", "no theorem", "related work", "no result"],
)
def test_what_is_no_own_result(stated: Stated, text: str) -> None:
    assert not stated(text)


def test_the_main_result_is_quoted_with_its_statement(stated: Stated) -> None:
    text = "Our main result is the following.\nTheorem A. Every hedge has a gap."
    (row,) = stated(text)
    assert row.quote == text.replace("\n", " ")


def test_a_work_is_one_achievement(stated: Stated) -> None:
    text = "We disprove a conjecture of Oak. This answers a question that was left open by Elm."
    assert len(stated(text)) == 1


@pytest.mark.parametrize(
    ("authors", "text", "expected"),
    [
        ("Bo Oak and Ada Ek", "Lemma 2 is due to the second author.", True),
        ("Ada Ek and Bo Oak", "Lemma 2 is due to the second author.", False),
        ("Ada Ek and Bo Oak", "A. E. proved Theorem 1, and B. O. proved Theorem 2.", True),
        ("Bo Oak and Ada Ek", "B. O. proved Theorem 1.", False),
        ("Bo Oak", "This answers a question that was left open by Elm.", False),
        ("Ada Ek", "This answers a question that was left open by Elm.", True),
    ],
)
def test_an_article_counts_for_whose_it_is(
    stated: Stated,
    authors: str,
    text: str,
    expected: bool,  # noqa: FBT001
) -> None:
    article = f"On hedges\n{authors}\nAbstract. Hedges.\n\n{text}"
    assert bool(stated(article, Kind.ARTICLE)) is expected
