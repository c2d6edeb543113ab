"""A lexicon against its own examples."""

from pathlib import Path

import pytest

from ranking.errors import UserError
from ranking.model.lexicon import Concept, Lexicon, Strength
from ranking.steps.trying import try_lexicon
from ranking.tagging.trials import trials


def lexicon(phrase: str) -> Lexicon:
    """Return a lexicon of two concepts, the first with a phrase."""
    holonomy = Concept(
        id="holonomy",
        title="Holonomy",
        strength=Strength.DIRECT,
        phrases={"en": (phrase,)},
        examples=("A Weyl connection with full holonomy.",),
        counter_examples=("Skip connections between layers.",),
    )
    knots = Concept(
        id="knots",
        title="Knots",
        strength=Strength.RELATED,
        phrases={"en": ("knot",)},
        examples=("A knot without a Weyl connection.",),
    )
    return Lexicon(id="geometry", title="Geometry", scope="", concept=(holonomy, knots))


@pytest.mark.parametrize(
    ("phrase", "found", "passed"),
    [
        ("Weyl connection", [True, False, True], [True, True, True]),
        ("connection", [True, True, True], [True, False, True]),
        ("parallel transport", [False, False, True], [False, True, True]),
    ],
)
def test_what_a_phrase_finds(phrase: str, found: list[bool], passed: list[bool]) -> None:
    tried = trials(lexicon(phrase))
    assert [(one.concept, one.wanted) for one in tried] == [
        ("holonomy", True),
        ("holonomy", False),
        ("knots", True),
    ]
    assert [one.found for one in tried] == found
    assert [one.passed for one in tried] == passed


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="mine"):
        try_lexicon(tmp_path / "mine.toml")
