"""Theses and articles of invented pages; each page is about bees unless a test says otherwise."""

from collections.abc import Callable
from typing import Any

import pytest

from ranking.model.application import Person
from ranking.model.document import Document, Kind
from ranking.model.evidence import Assertion, Level
from ranking.tagging.long_documents import find_in_work
from ranking.tagging.tools import Tools

Make = Callable[..., Document]
Show = Callable[..., Any]

GROUPS = "group_theory"
BEES = (
    "The bees of the northern coast fly earlier each spring than the bees of the hills, and "
    "nobody has yet told why the flowers that they visit do not follow them."
)
ABOUT = "We classify the irreducible representations of the Lie group that acts on the comb."
REMARK = "Symmetry is treated in books on group theory."


def pages(count: int, *, about: int = 0, remarks: int = 0) -> list[str]:
    """Return pages of a work: some about groups, some with a remark, the rest about bees."""
    told = [f"{BEES}\n{ABOUT}"] * about + [f"{BEES}\n{REMARK}"] * remarks
    return told + [BEES] * (count - len(told))


def work(*body: str, title: str = "On bees", abstract: str = BEES) -> list[str]:
    """Return the pages of a work with title page, abstract, body and bibliography."""
    first, *rest = body
    return [
        f"{title}\nAda Ek\nUniversity of the Coast",
        f"## abstract\n{abstract}",
        f"## body\n{first}",
        *rest,
        "## bibliography\n[1] B. Oak. Bees. 1999.",
    ]


@pytest.mark.parametrize(
    ("kind", "full"), [(Kind.THESIS, Level.THESIS), (Kind.ARTICLE, Level.PUBLICATION)]
)
@pytest.mark.parametrize(
    "made",
    [
        work(*pages(10), title="Lie groups of the comb"),
        work(*pages(10, about=2), abstract=ABOUT),
        work(*pages(10, about=2, remarks=1), abstract="2 Lie groups\nBees."),
        work(*pages(10, about=6)),
    ],
    ids=["title", "abstract and use", "heading and use", "sustained use"],
)
def test_work_counts_in_full_for_what_it_is_about(
    shown: Show, kind: Kind, full: Level, made: list[str]
) -> None:
    found = shown(GROUPS, *made, kind=kind)
    assert {(row.level, row.counted) for row in found.counted} == {(full, True)}


def test_area_used_on_many_pages_is_a_project(shown: Show) -> None:
    found = shown(GROUPS, *work(*pages(20, about=4)), kind=Kind.THESIS)
    assert found.first == (Level.PROJECT, Assertion.AFFIRMED, True)
    assert found.rows[0].rule.endswith("used-in-own-work")


def test_passing_remark_in_thirty_pages_is_a_mention(shown: Show) -> None:
    found = shown(GROUPS, *work(*pages(30, remarks=1)), kind=Kind.THESIS)
    assert [(row.level, row.quote, row.page) for row in found.counted] == [
        (Level.MENTION, REMARK, 3)
    ]


@pytest.mark.parametrize("section", ["bibliography", "related_work"])
def test_words_of_bibliography_and_related_work_are_not_counted(shown: Show, section: str) -> None:
    quoted = [f"## {section}\n{ABOUT}\n[{number}] C. Elm. Lie groups." for number in range(9)]
    found = shown(GROUPS, *work(*pages(5)), *quoted, kind=Kind.THESIS)
    assert found.rows
    assert not found.counted
    assert {row.assertion for row in found.rows} == {Assertion.QUOTED}
    assert all(section.replace("_", " ") in row.reason for row in found.rows)


def test_pages_of_the_bibliography_do_not_thin_out_the_work(shown: Show) -> None:
    made = work(*pages(10, about=5))
    found = shown(GROUPS, *made, *[f"[{n}] D. Fir. Wasps." for n in range(40)], kind=Kind.THESIS)
    assert found.first[0] == Level.THESIS


def test_acknowledgements_say_nothing(shown: Show) -> None:
    thanks = "## acknowledgements\nI thank the reading club on group theory."
    assert shown(GROUPS, *work(*pages(5)), thanks, kind=Kind.THESIS).rows == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "My supervisor works on group theory and on honey.",
        "Previous work has used group theory on wax.",
        "I have no knowledge of group theory.",
    ],
)
def test_work_of_others_and_denials_are_kept_and_not_counted(shown: Show, sentence: str) -> None:
    found = shown(GROUPS, *work(f"{BEES}\n{sentence}", *pages(9)), kind=Kind.THESIS)
    assert [row.quote for row in found.rows] == [sentence]
    assert not found.counted
    assert found.rows[0].reason


def test_what_a_work_denies_is_negated(shown: Show) -> None:
    denied = "I have no knowledge of group theory."
    found = shown(GROUPS, *work(f"{BEES}\n{denied}", *pages(9)), kind=Kind.THESIS)
    assert found.first == (Level.MENTION, Assertion.NEGATED, False)


@pytest.mark.parametrize(
    ("authors", "name", "counted"),
    [
        ("Ada Ek and Bo Oak", "Ek", True),
        ("A. EK", "Ek", True),
        ("Bo Oak", "Ek", False),
        ("Bo Ekström", "Ek", False),
        ("Chloé Brûlé", "Brule", True),
        ("I. Ruiz-Soler", "Ruiz Soler", True),
        ("I. Ruiz", "Ruiz Soler", False),
    ],
)
def test_article_counts_for_its_authors_only(
    shown: Show,
    authors: str,
    name: str,
    counted: bool,  # noqa: FBT001
) -> None:
    article = [f"Lie groups of the comb\n{authors}\n{ABOUT}", *pages(4, about=4)]
    found = shown(GROUPS, *article, kind=Kind.ARTICLE, name=name)
    assert found.rows
    assert {row.counted for row in found.rows} == {counted}
    if not counted:
        assert {row.assertion for row in found.rows} == {Assertion.OTHER_PERSON}
        assert all("among the authors" in row.reason for row in found.rows)


def test_author_may_stand_in_the_metadata(document: Make, tools: Tools) -> None:
    made = document(f"Lie groups\n{ABOUT}", kind=Kind.ARTICLE)
    person = Person(family_name="Ek", given_name="Ada")
    assert not any(one.counted for one in find_in_work(made, person, tools))
    source = Document(
        source=made.source, page_count=1, pages=made.pages, kind=Kind.ARTICLE, author="A. Ek"
    )
    assert any(one.counted for one in find_in_work(source, person, tools))


def test_article_of_others_shows_no_interests(shown: Show) -> None:
    article = ["Neural tangent kernels\nBo Oak", *["Neural tangent kernels again."] * 3]
    topics = shown("research_interests", *article, kind=Kind.ARTICLE)
    assert topics.rows
    assert not topics.counted


def test_own_work_on_a_topic_of_the_project_is_shown(shown: Show) -> None:
    about = "Our neural tangent kernel is computed for bees."
    found = shown(
        "research_interests",
        *work(*[f"{BEES}\n{about}"] * 5, title="Neural tangent kernels of bees"),
        kind=Kind.THESIS,
    )
    assert ("neural_tangent_kernels", Level.THESIS) in {(r.concept, r.level) for r in found.counted}


def test_topic_named_in_passing_is_not_shown(shown: Show) -> None:
    remark = f"{BEES}\nNeural tangent kernels exist."
    made = work(remark, *pages(29))
    assert shown("research_interests", *made, kind=Kind.THESIS).rows == ()


def test_long_work_gives_few_quotes_on_different_pages(shown: Show) -> None:
    found = shown(GROUPS, *work(*pages(60, about=50)), kind=Kind.THESIS).counted
    assert 3 <= len(found) <= 10
    assert len({row.page for row in found}) == len(found)


@pytest.mark.parametrize(
    "sentence",
    [
        "The stabilisers were computed with the orbits of the Lie group.",
        "I implemented the action of the Lie group on the comb.",
    ],
)
def test_what_was_done_for_the_work_is_a_project(shown: Show, sentence: str) -> None:
    body = pages(30)
    body[12] = f"{BEES}\n{sentence}"
    found = shown(GROUPS, *work(*body), kind=Kind.THESIS)
    assert [(row.level, row.quote) for row in found.counted] == [(Level.PROJECT, sentence)]
    assert found.rows[0].rule.endswith("told-as-own-work")


@pytest.mark.parametrize(
    "sentence",
    [
        "The stabilisers were computed in [4] with the orbits of the Lie group.",
        "The action of the Lie group was computed by hand (Oak, 1999).",
    ],
)
def test_what_was_done_in_a_cited_work_is_not(shown: Show, sentence: str) -> None:
    body = pages(30)
    body[12] = f"{BEES}\n{sentence}"
    found = shown(GROUPS, *work(*body), kind=Kind.THESIS)
    assert [row.level for row in found.counted] == [Level.MENTION]


def test_a_wish_at_the_end_of_a_work_is_an_interest(shown: Show) -> None:
    body = pages(30)
    body[-1] = f"{BEES}\nIn the future I would like to bring in the theory of Lie groups."
    found = shown(GROUPS, *work(*body), kind=Kind.THESIS)
    assert [row.level for row in found.counted] == [Level.INTEREST]


def test_a_remark_makes_no_short_work_about_an_area(shown: Show) -> None:
    body = [BEES, f"{BEES} {REMARK}", BEES]
    found = shown(GROUPS, *work(*body), kind=Kind.ARTICLE)
    assert {row.level for row in found.counted} == {Level.MENTION}


def test_what_others_did_is_not_used_in_own_work(shown: Show) -> None:
    body = pages(8)
    for place in (2, 4, 6):
        body[place] = f"{BEES}\nOak and Elm [4] classify the Lie groups of the comb."
    found = shown(GROUPS, *work(*body), kind=Kind.THESIS)
    assert found.counted == ()
    assert found.first[1] is Assertion.OTHER_PERSON
