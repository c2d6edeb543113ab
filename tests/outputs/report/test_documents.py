"""Cards say what a document is and how it was read, with or without a picture of it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from ranking.model.document import Document, Kind, Part
from ranking.model.problem import problem
from ranking.outputs.report.documents import Card, cards
from ranking.outputs.report.pictures import Image

Make = Callable[..., Document]


def card(document: Document, *codes: str) -> Card:
    (found,) = cards([document], [problem(code, "x", file=document.file) for code in codes], {})
    return found


def test_a_document_is_told_in_words(make_document: Make) -> None:
    shown = card(replace(make_document(Kind.CV), language="sv"))
    assert (shown.kinds, shown.told, shown.warning) == (("CV",), "1 page, sv, text", "")


def test_a_document_has_its_own_picture(make_document: Make) -> None:
    image = Image("img/C001/page.png", 3, 2)
    one, other = make_document(Kind.CV), make_document(Kind.LETTER)
    shown = cards([one, other], (), {one.file: image})
    assert [found.thumbnail for found in shown] == [image, None]


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (("not-fully-read", "password-needed"), "locked"),
        (("unreadable",), "cannot be opened"),
        (("not-pdf",), "no PDF"),
        ((), "no picture"),
    ],
)
def test_words_stand_where_no_picture_can(
    make_document: Make, codes: tuple[str, ...], words: str
) -> None:
    assert card(make_document(), *codes).instead == words


def test_parts_of_a_merged_file_have_their_pages(make_document: Make) -> None:
    parts = (
        Part(kind=Kind.CV, first_page=1, last_page=2),
        Part(kind=Kind.LETTER, first_page=3, last_page=3),
    )
    shown = card(replace(make_document(), merged=parts))
    assert shown.kinds == ("CV (pages 1 to 2)", "letter (page 3)")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"page_count": 0, "pages": ()}, "not read"),
        ({"page_count": 3}, "not read: pages 2, 3"),
        ({"duplicate_of": "C001/a.pdf"}, "second copy, not counted"),
    ],
)
def test_what_was_not_read_is_told(
    make_document: Make, fields: dict[str, object], words: str
) -> None:
    assert card(replace(make_document(), **fields)).warning == words  # type: ignore[arg-type]
