"""How highlights get into a file: with the least change that stands the check."""

from io import BytesIO
from typing import NoReturn

import pytest
from pypdf import PdfReader, PdfWriter

from ranking.model.evidence import Evidence
from ranking.outputs.highlights.marks import Mark, plan_copies
from ranking.outputs.highlights.write import highlighted
from tests.outputs.highlights.conftest import MakeResult


@pytest.fixture(scope="module")
def marks(make_result: MakeResult, passages: tuple[Evidence, ...]) -> tuple[Mark, ...]:
    return plan_copies(make_result(*passages))[0].marks


def count(content: bytes) -> list[int]:
    return [len(page.annotations or ()) for page in PdfReader(BytesIO(content)).pages]


def locked(letter: bytes, *, user: str) -> bytes:
    writer = PdfWriter(BytesIO(letter))
    writer.encrypt(user, "owner", algorithm="AES-256")
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_every_byte_of_the_original_stays(letter: bytes, marks: tuple[Mark, ...]) -> None:
    copy = highlighted(letter, marks, ())
    assert copy is not None
    assert copy.startswith(letter)
    assert count(copy) == [1, 1]


def test_equal_input_gives_equal_bytes(letter: bytes, marks: tuple[Mark, ...]) -> None:
    assert highlighted(letter, marks, ()) == highlighted(letter, marks, ())


@pytest.mark.parametrize("user", ["", "secret"])
def test_an_encrypted_file_is_written_anew_without_a_password(
    letter: bytes, marks: tuple[Mark, ...], user: str
) -> None:
    content = locked(letter, user=user)
    copy = highlighted(content, marks, ("wrong", "secret"))
    assert copy is not None
    assert not PdfReader(BytesIO(copy)).is_encrypted
    assert count(copy) == [1, 1]
    assert copy == highlighted(content, marks, ("wrong", "secret"))


def test_without_the_password_there_is_no_copy(letter: bytes, marks: tuple[Mark, ...]) -> None:
    assert highlighted(locked(letter, user="secret"), marks, ("wrong",)) is None


def test_where_an_update_fails_the_file_is_written_anew(
    letter: bytes, marks: tuple[Mark, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> NoReturn:
        raise NotImplementedError

    monkeypatch.setattr(PdfWriter, "_write_increment", fail)
    copy = highlighted(letter, marks, ())
    assert copy is not None
    assert not copy.startswith(letter)
    assert count(copy) == [1, 1]


def test_an_update_that_loses_highlights_is_not_taken(
    letter: bytes, marks: tuple[Mark, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PdfWriter, "_write_increment", lambda *_: None)
    copy = highlighted(letter, marks, ())
    assert copy is not None
    assert count(copy) == [1, 1]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"%PDF-1.7 1 0 obj << /Type /Catalog"])
def test_a_damaged_file_raises_nothing(content: bytes, marks: tuple[Mark, ...]) -> None:
    assert highlighted(content, marks, ()) is None


def test_a_page_that_is_not_there_raises_nothing(letter: bytes) -> None:
    mark = Mark(page=9, boxes=((1, 1, 2, 2),), colours=("77AADD",), note="")
    assert highlighted(letter, (mark,), ()) is None
