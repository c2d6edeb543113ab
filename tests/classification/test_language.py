import tomllib
from pathlib import Path

import pytest

from ranking.classification.language import language_of

TEXTS: dict[str, str] = tomllib.loads(
    Path(__file__).with_name("languages.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("language", TEXTS)
def test_language_of_a_sentence(language: str) -> None:
    assert language_of(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "Jane Doe", "1 2 3 4 5 6 7 8 9 10", "xq yq zq " * 30])
def test_too_little_to_tell(text: str) -> None:
    assert language_of(text) == ""


def test_formulas_in_greek_letters_do_not_make_a_text_greek() -> None:
    text = "The \u03b2 of the map \u03c6 is in the kernel of the map \u03c8 for all \u03c9."
    assert language_of(text) == "en"
