"""What is wrong with a copy is seen."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from pypdf import PdfWriter

from ranking.model.evidence import Evidence
from ranking.outputs.highlights.annotate import annotate
from ranking.outputs.highlights.marks import Mark, plan_copies
from ranking.outputs.highlights.verify import Pdf, is_faithful, open_pdf
from tests.outputs.highlights.conftest import MakeResult


@pytest.fixture(scope="module")
def marks(make_result: MakeResult, passages: tuple[Evidence, ...]) -> tuple[Mark, ...]:
    return plan_copies(make_result(*passages))[0].marks


@pytest.fixture
def original(letter: bytes) -> Iterator[Pdf]:
    document = open_pdf(letter, ())
    assert document is not None
    yield document
    document.close()


def written(writer: PdfWriter) -> bytes:
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_a_good_copy_passes(original: Pdf, letter: bytes, marks: tuple[Mark, ...]) -> None:
    writer = PdfWriter(BytesIO(letter))
    annotate(writer, marks)
    assert is_faithful(original, written(writer), marks)


def test_a_lost_highlight_is_seen(original: Pdf, letter: bytes, marks: tuple[Mark, ...]) -> None:
    writer = PdfWriter(BytesIO(letter))
    annotate(writer, marks[:1])
    assert not is_faithful(original, written(writer), marks)


def test_a_lost_page_is_seen(original: Pdf, letter: bytes, marks: tuple[Mark, ...]) -> None:
    writer = PdfWriter(BytesIO(letter))
    writer.remove_page(1)
    annotate(writer, marks[:1])
    assert not is_faithful(original, written(writer), marks[:1])


def test_other_words_are_seen(original: Pdf, letter: bytes, marks: tuple[Mark, ...]) -> None:
    writer = PdfWriter(BytesIO(letter))
    del writer.pages[0]["/Contents"]
    annotate(writer, marks)
    assert not is_faithful(original, written(writer), marks)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 and no more"])
def test_what_does_not_open_is_seen(original: Pdf, content: bytes, marks: tuple[Mark, ...]) -> None:
    assert not is_faithful(original, content, marks)
    assert open_pdf(content, ("secret",)) is None
