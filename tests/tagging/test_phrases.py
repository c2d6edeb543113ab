import pytest
from hypothesis import given
from hypothesis import strategies as st

from ranking.tagging.matcher import Phrases, blank_english
from ranking.tagging.phrases import folded, is_exact, spaced


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("group-theoretic", "group theoretic"),
        ("Yang\u2013Mills", "Yang Mills"),
        ("spin/statistics", "spin statistics"),
        ("a - b", "a - b"),
        ("-edge", "-edge"),
        ("l'informatique", "l informatique"),
        ("Introduction \u00e0 l\u2019Algorithmique", "Introduction \u00e0 l Algorithmique"),
        ("fondamenti dell'algebra", "fondamenti dell algebra"),
        ("I'd call all's well", "I'd call all's well"),
        ("Noether's theorem", "Noether's theorem"),
    ],
)
def test_joiners_between_letters_are_blanks(text: str, expected: str) -> None:
    assert spaced(text) == expected


@given(st.text())
def test_places_stay_when_joiners_become_blanks(text: str) -> None:
    assert len(spaced(text)) == len(text)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Networks", "network"),
        ("theories", "theory"),
        ("class", "class"),
        ("torus", "torus"),
        ("analysis", "analysis"),
        ("gas", "gas"),
        ("Noether\u2019s", "noether'"),
    ],
)
def test_case_and_plural_fold(word: str, expected: str) -> None:
    assert folded(word) == expected


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll"]), max_size=12))
def test_folding_does_not_depend_on_capital_initials(word: str) -> None:
    assert folded(word.lower()) == folded(word)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [("QFT", True), ("SU(3)", True), ("R", True), ("Lie", False), ("C++", True), ("2020", False)],
)
def test_all_capitals_are_exact(phrase: str, expected: bool) -> None:  # noqa: FBT001
    assert is_exact(phrase) is expected


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("group theory", "Group theories", True),
        ("group theory", "GROUP-THEORY", True),
        ("group theory", "group of theory", False),
        ("neural network", "neural\u2010networks", True),
        ("QFT", "a course on QFT", True),
        ("QFT", "two QFTs", True),
        ("QFT", "qft", False),
        ("SU(3)", "the SU(3) colour group", True),
        ("SU(3)", "su(3)", False),
        ("théorie des groupes", "Théorie des groupes", True),
        ("informatique", "Introduction \u00e0 l\u2019informatique", True),
        ("th\u00e9orie de l'information", "Th\u00e9orie de l\u2019information", True),
        ("Python", "in python", True),
        ("Python", "31 pythons", False),
        ("Lie group", "two Lie groups", True),
    ],
)
def test_same_words_are_found(phrase: str, text: str, expected: bool) -> None:  # noqa: FBT001
    assert bool(Phrases([phrase], blank_english()).find(text)) is expected
