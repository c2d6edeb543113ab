"""Text of candidates stays text, whatever is in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ranking.model.plain import MAX_UNITS
from ranking.outputs.workbook.cells import clean, looks_like_formula


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("a\tb\r\nc\rd", "a b\nc\nd"),
        ("bell\x07 and nul\x00", "bell and nul"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("evil\u202efdp.exe", "evilfdp.exe"),
        ("\u2066isolated\u2069", "isolated"),
        ("_x0041_", "_x005F_x0041_"),
        ("العربية", "العربية"),
        ("👩\u200d🔬", "👩\u200d🔬"),
        ("=1+1", "=1+1"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize("letter", ["x", "🎓"])
def test_long_text_ends_in_an_ellipsis(letter: str) -> None:
    text = clean(letter * 40_000)
    assert text.endswith("…")
    assert len(text.encode("utf-16-le")) // 2 <= MAX_UNITS


def test_text_of_just_the_allowed_length_is_kept() -> None:
    assert clean("x" * MAX_UNITS) == "x" * MAX_UNITS


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x"])
def test_formula_signs(text: str) -> None:
    assert looks_like_formula(text)


@given(st.text(st.characters(), max_size=60))
def test_clean_text_can_be_written(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert not any(ord(c) < 32 and c != "\n" for c in cleaned)
