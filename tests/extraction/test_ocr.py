from collections.abc import Callable

import pytest

from ranking.extraction.ocr import NotReadError, Ocr
from ranking.extraction.picture import Picture
from tests.extraction.conftest import FakeRecogniser, line

PICTURE = Picture(1000, 500, bytes(500_000), (0.5, 0.0, 0.0, 0.0, -0.5, 250.0))
Recognise = Callable[..., FakeRecogniser]


def draw() -> Picture:
    return PICTURE


def draw_nothing() -> Picture:
    raise MemoryError


def test_text_and_words(recogniser: Recognise) -> None:
    recogniser(line("7,5", 800, 100), line("Quantum field", 100, 100), line("theory", 100, 300))
    text, words = Ocr(wanted=True, most_pages=1).read(draw)
    assert text == "Quantum field 7,5\ntheory"
    assert [(word.text, word.line) for word in words] == [
        ("Quantum", 0),
        ("field", 0),
        ("7,5", 0),
        ("theory", 1),
    ]
    assert words[0].box == (50.0, 187.25, 85.0, 197.75)
    assert words[0].confidence == 0.99


def test_word_divided_at_the_end_of_a_line(recogniser: Recognise) -> None:
    recogniser(line("on equi-", 100, 100), line("variant maps", 100, 140), line("1 -", 100, 200))
    text, words = Ocr(wanted=True, most_pages=1).read(draw)
    assert text == "on equivariant\nmaps\n1 -"
    assert len(words) == 6


def test_look_alikes_stay_as_they_were_read(recogniser: Recognise) -> None:
    recogniser(line("TOP0L0GY 7.5 \N{CYRILLIC CAPITAL LETTER A}", 100, 100))
    text, _ = Ocr(wanted=True, most_pages=1).read(draw)
    assert text == "TOP0L0GY 7.5 \N{CYRILLIC CAPITAL LETTER A}"


def test_turn_of_the_page_before_is_remembered(recogniser: Recognise) -> None:
    fake = recogniser(line("Linear algebra", 10, 20), upright=1)
    ocr = Ocr(wanted=True, most_pages=2)
    assert ocr.read(draw)[0] == ocr.read(draw)[0] == "Linear algebra"
    assert fake.turns == [0, 1, 1]


def test_switched_off() -> None:
    with pytest.raises(NotReadError, match="--no-ocr"):
        Ocr(wanted=False, most_pages=1).read(draw_nothing)


def test_limit_of_pages(recogniser: Recognise) -> None:
    recogniser()
    ocr = Ocr(wanted=True, most_pages=1)
    assert ocr.read(draw) == ("", ())
    with pytest.raises(NotReadError, match="at most 1 pages"):
        ocr.read(draw_nothing)


def test_missing_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ranking.extraction.ocr.recogniser", lambda: None)
    with pytest.raises(NotReadError, match="pip install rapidocr onnxruntime"):
        Ocr(wanted=True, most_pages=1).read(draw_nothing)


def test_failure_is_named(recogniser: Recognise) -> None:
    recogniser()
    with pytest.raises(NotReadError, match="MemoryError"):
        Ocr(wanted=True, most_pages=1).read(draw_nothing)
