import pytest

from ranking.tagging.courses.cells import (
    DATE,
    Cells,
    is_abbreviation,
    is_word,
    number,
    repaired,
    slips,
)
from ranking.tagging.courses.words import plain


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("grade", "1,3"),
        ("grade", "30 e lode"),
        ("grade", "30 L"),
        ("grade", "14,5 / 20"),
        ("grade", "8,5 Notable"),
        ("grade", "5 (excellent)"),
        ("grade", "17 (dezassete) valores"),
        ("grade", "F - not cleared"),
        ("grade", "mit Erfolg teilgenommen"),
        ("grade", "angemeldet, nicht angetreten"),
        ("grade", "A-"),
        ("grade", "-3"),
        ("credits", "7,5 hp"),
        ("credits", "6"),
        ("lead", "402-0843-00L"),
        ("lead", "MATH 221"),
        ("lead", "VII"),
        ("status", "nicht bestanden"),
        ("date", "WiSe 2018/19"),
    ],
)
def test_text_fits_its_column(cells: Cells, kind: str, text: str) -> None:
    assert cells.fits(kind, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("grade", "e"),
        ("grade", "II"),
        ("grade", "topology"),
        ("grade", "pass mark is"),
        ("credits", "A"),
        ("credits", "2019"),
        ("lead", "Real"),
        ("lead", "ALGEBRA"),
        ("date", "theory"),
    ],
)
def test_other_text_does_not_fit(cells: Cells, kind: str, text: str) -> None:
    assert not cells.fits(kind, text)


def test_only_text_of_ocr_may_have_slips(cells: Cells) -> None:
    assert cells.fits_ocr("credits", "l5")
    assert not cells.fits("credits", "l5")
    assert not cells.fits_ocr("credits", "l")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("7,O", "7,0"), ("l,3", "1,3"), ("I0", "10"), ("O", "O"), ("Il", "Il"), ("B2O", "B2O")],
)
def test_slips_are_mended_in_numbers_only(text: str, expected: str) -> None:
    assert repaired(text) == expected


def test_nought_alone_may_be_a_letter() -> None:
    assert "O" in slips("0")
    assert "OO" not in slips("00")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("7,5 hp", 7.5), ("30L", 30.0), ("1.3", 1.3), ("-3", -3.0), ("A", None), ("", None)],
)
def test_number_begins_a_text(text: str, expected: float | None) -> None:
    assert number(text) == expected


@pytest.mark.parametrize(
    "text",
    ["2019-01-14", "12.02.2020", "2019/20", "2016-2017-1", "HS2020", "2019 VÅR", "Junio 2019"],
)
def test_dates(text: str) -> None:
    assert DATE.fullmatch(plain(text))


def test_words_are_told_from_abbreviations() -> None:
    assert is_word("Theory")
    assert not is_word("OB")
    assert is_abbreviation("OB")
    assert not is_abbreviation("II")
    assert not is_abbreviation("I")
