from dataclasses import replace

import pytest

from ranking.model.application import Person
from ranking.model.document import Document, Page, SourceFile
from ranking.tagging.authors import (
    author_position,
    is_attributed,
    is_author,
    lists_other_authors,
)

EK = Person(family_name="Ek", given_name="Ada")
BEES = "The bees of the northern coast fly earlier each spring than the bees of the hills do."


def article(head: str, author: str = "") -> Document:
    page = Page(number=1, text=head)
    source = SourceFile(path="Ek/a.pdf", size=1, sha256="0")
    return Document(source=source, page_count=1, pages=(page,), author=author)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Combs\nA. Ek, B. Oak\nAbstract. Bees.", True),
        ("Combs\nB. Oak\nAbstract. We thank A. Ek.", False),
        (f"Combs\nB. Oak\n{BEES} So said Ek.", False),
        ("Combs\nB. Oak\nWe thank Ek for help\nBees", False),
        ("Combs\nB. Eklund\nBees", False),
    ],
)
def test_authors_stand_above_the_text(head: str, expected: bool) -> None:  # noqa: FBT001
    assert is_author(article(head), EK) is expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Combs\nAda Ek and Bo Oak\nAbstract. Bees.", 0),
        ("Combs\nBo Oak, Cid Elm and Ada Ek\nAbstract. Bees.", 2),
        ("Combs\nBo Oak,\nAda Ek\nAbstract. Bees.", 1),
        ("Annals of combs, Oak, Elm, Ek\nCombs\nBo Oak, Ada Ek, Cid Elm\nAbstract. Bees.", 1),
        ("Combs\nBo Oak and A. Ek\nAbstract. Bees.", 1),
        ("Combs\nBo Oak\nAbstract. Bees.", None),
    ],
)
def test_the_place_among_the_authors(head: str, expected: int | None) -> None:
    assert author_position(article(head), EK) == expected


def test_authors_may_stand_in_the_metadata() -> None:
    assert is_author(article("Combs", author="Ada Ek; Bo Oak"), EK)
    assert not is_author(replace(article("Combs"), pages=()), EK)
    assert not is_author(article("Combs"), Person(family_name=""))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("B. Oak, C. Elm: Combs of bees. 2020", True),
        ("[3] B. Oak and C. Elm, Combs of bees", True),
        ("2022 R. Öst, T. Bla\u017ei\u010d: Combs of bees", True),
        ("Oak, B., Elm, C. (2020). Combs of bees", True),
        ("A. Ek, B. Oak: Combs of bees", False),
        ("Combs of bees, with B. Oak", False),
        ("Summer school on combs", False),
        ("B. Oak", False),
    ],
)
def test_lists_of_other_authors(text: str, expected: bool) -> None:  # noqa: FBT001
    assert lists_other_authors(text, EK) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oak and Elm [3] study combs.", True),
        ("Combs were studied by Oak et al. [3].", True),
        ("Oak (1999) measured combs.", True),
        ("We measure combs as Oak [3] did.", False),
        ("Our combs are those of Oak (1999).", False),
        ("The combs are measured in [3].", False),
        ("The combs are measured.", False),
    ],
)
def test_what_a_name_with_a_citation_did(text: str, expected: bool) -> None:  # noqa: FBT001
    start = text.index("ombs")
    assert is_attributed(text, start, start + 4) is expected
