"""The real recogniser on pictures drawn on the spot, without a network."""

import io
import socket
import sys
from typing import Never

import pytest
import typst
from PIL import Image

from ranking.extraction.ocr import Ocr
from ranking.extraction.picture import Picture
from ranking.extraction.recogniser import Recogniser, _line, is_tall, recogniser
from tests.extraction.conftest import corners

SHEET = """
#set page(width: 400pt, height: 120pt, margin: 30pt)
#set text(size: 18pt)
#grid(columns: (250pt, 50pt, 40pt), row-gutter: 16pt)[Kvantfältteori][7,5][A][Topologie]
"""


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Never:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(scope="module")
def sheet() -> Image.Image:
    return Image.open(io.BytesIO(typst.compile(SHEET.encode(), format="png", ppi=150))).convert("L")


@pytest.mark.parametrize("turn", range(4))
def test_turned_page_is_read_and_its_words_are_found(sheet: Image.Image, turn: int) -> None:
    turned = sheet.rotate(90 * turn, expand=True)
    to_points = (1.0, 0.0, 0.0, 0.0, -1.0, float(turned.height))
    picture = Picture(*turned.size, turned.tobytes(), to_points)
    text, words = Ocr(wanted=True, most_pages=1).read(lambda: picture)
    assert text == "Kvantfältteori 7,5 A\nTopologie"
    box = words[0].box
    width, height = box[2] - box[0], box[3] - box[1]
    assert (width > 3 * height) is (turn % 2 == 0)
    assert all(word.confidence > 0.9 for word in words)


def test_flat_picture() -> None:
    assert not Recogniser().read(Picture(4000, 1, bytes([255] * 4000), (1, 0, 0, 0, 1, 0)))


def test_words_without_boxes_share_the_line_by_their_length() -> None:
    wide = _line(corners(0, 0, 100, 20), "ab cdef gh", 0.9, ())
    assert [token.text for token in wide.tokens] == ["ab", "cdef", "gh"]
    assert wide.tokens[1].corners == corners(30, 0, 70, 20)
    tall = _line(corners(0, 0, 20, 100), "ab cdef gh", 0.9, ())
    assert is_tall(tall.corners)
    assert tall.tokens[1].corners == corners(0, 30, 20, 70)


def test_recogniser_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    assert recogniser.__wrapped__() is None
