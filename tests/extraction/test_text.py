import pytest
from hypothesis import given
from hypothesis import strategies as st

from ranking.extraction.characters import squash
from ranking.extraction.text import normalise, normalise_line


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("two\r\nlines\rthree", "two\nlines\nthree"),
        ("equi\ufffevariant nets\r\nnext", "equivariant\nnets\nnext"),
        ("equi\ufffe\r\nvariant nets", "equivariant\nnets"),
        ("equi\u00ad\nvariant", "equivariant"),
        ("soft\u00adhyphen", "softhyphen"),
        ("Yang\ufffeMills theory", "Yang-Mills\ntheory"),
        ("self\ufffesupervised", "self-supervised"),
        ("2018\ufffe2022", "2018-2022"),
        ("a\u00a0b\u2009c\td", "a b c d"),
        ("o\ufb03ce \ufb01t", "office fit"),
        ("zero\u200bwidth \u202eturned\u202c", "zerowidth turned"),
        ("be\x02ll\x07", "bell"),
        ("trailing  \nblanks \n\n", "trailing\nblanks"),
        ("u\u0308ber", "\u00fcber"),
        ("\U0001d4a2\ufe00 and \u211d", "\U0001d4a2\ufe00 and \u211d"),
        ("form\x0cfeed", "form\nfeed"),
        (
            "don\u2019t \u2013 touch \u2212 \u03b1 \u042f",
            "don\u2019t \u2013 touch \u2212 \u03b1 \u042f",
        ),
    ],
)
def test_normalised_text(raw: str, plain: str) -> None:
    assert normalise(raw) == plain


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_only_characters_that_are_no_words_change(raw: str) -> None:
    assert squash(normalise(raw)) == squash(raw)


@given(st.text())
def test_normalising_twice_changes_nothing(raw: str) -> None:
    once = normalise(raw)
    assert normalise(once) == once


def test_metadata_becomes_one_line() -> None:
    assert normalise_line(" On\r\ngroups\u00a0 ") == "On groups"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Neural  networks\n", "neuralnetworks"),
        ("equi-\nvariant", "equi\ufffevariant"),
        ("\u00fcber", "u\u0308ber"),
        ("\ufb01nite", "FINITE"),
        ("\U0001d4a2", "g"),
        ("Stra\u00dfe", "STRASSE"),
    ],
)
def test_squashed_alike(left: str, right: str) -> None:
    assert squash(left) == squash(right)


def test_accents_and_signs_are_compared() -> None:
    assert squash("G\u00f6del") != squash("Godel")
    assert squash("C++") != squash("C")
