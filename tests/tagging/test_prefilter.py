from collections.abc import Callable

import pytest

from ranking.tagging.matcher import blank_english, rewriting
from ranking.tagging.prefilter import Prefilter

Make = Callable[..., Prefilter]


@pytest.fixture
def make() -> Make:
    return lambda *phrases: Prefilter(phrases, rewriting(blank_english()))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("Lie group", "the Lie\ngroups SU(2) and SU(3)"),
        ("neural network", "Deep Neural-Networks, in short"),
        ("QFT", "two QFTs in one"),
        ("R", "R, Python and C++"),
        ("10 km", "a run of 10km"),
        ("could not solve", "I couldn't solve it"),
        ("don't know", "they do not know"),
        ("cannot say", "one cannot say"),
        ("●●●○", "Statistics ●●●○"),
    ],
)
def test_what_a_text_may_hold(make: Make, phrase: str, text: str) -> None:
    prefilter = make(phrase, "something else entirely")
    assert prefilter.may_match(text)
    assert phrase in prefilter.candidates(text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("Lie group", "groups of people who lie"),
        ("QFT", "a qft in small letters"),
        ("R", "r is the radius"),
        ("group", "the regrouping"),
    ],
)
def test_what_a_text_cannot_hold(make: Make, phrase: str, text: str) -> None:
    prefilter = make(phrase)
    assert not prefilter.may_match(text)
    assert not prefilter.candidates(text)


def test_a_text_that_is_rewritten_holds_only_phrases_with_its_words(make: Make) -> None:
    prefilter = make("Lie group", "gauge theory", "can not stand")
    assert prefilter.candidates("I can't stand the Lie algebra of a group") == {"can not stand"}
    assert prefilter.candidates("Can't a Lie group cannot?") == {"Lie group"}
