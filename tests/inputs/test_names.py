import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ranking.inputs import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jörg", {"jorg", "joerg"}),
        ("Łukasz", {"lukasz"}),
        ("Ødegård", {"odegard", "oedegaard"}),
        ("Groß", {"gross"}),
        ("Иванов", {"ivanov"}),
        ("Παπαδόπουλος", {"papadopoylos"}),
        ("van der Berg", {"vanderberg"}),
        ("O\u2019Neill", {"oneill"}),
        ("García-Márquez", {"garciamarquez"}),
        ("रोहन", {"रहन"}),
        ("12", set()),
    ],
)
def test_glued_gives_the_spellings(text: str, expected: set[str]) -> None:
    assert names.glued(text) == expected
    assert names.glued(unicodedata.normalize("NFD", text)) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("CV, Lindqvist, 20230018.pdf", ("Lindqvist",)),
        ("a/b/cv-given-family.pdf", ("given", "family")),
        ("Personal letter Family (2).pdf", ("Family",)),
        ("my cv new (2).pdf", ()),
        ("IMC 2018.pdf", ()),
        ("LindqvistElsaCV.pdf", ("Lindqvist", "Elsa")),
        ("CV van der Berg.pdf", ("van", "der", "Berg")),
        ("张雨桐简历.pdf", ("张", "雨", "桐")),
        ("Transcript von.pdf", ()),
    ],
)
def test_residual_is_what_may_be_a_name(path: str, expected: tuple[str, ...]) -> None:
    assert names.residual(names.stem(path)) == expected


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Zhang Yutong", "Yutong Zhang", True),
        ("Elsa Lindqvist", "LINDQVIST, Elsa Maria", True),
        ("Yu-Tong Zhang", "Yutong Zhang", True),
        ("Jörg Groß", "Joerg Gross", True),
        ("Elsa Lindqvist", "Viktor Lindqvist", False),
        ("Lindqvist", "Elsa Lindqvist", False),
        ("Suharto", "SUHARTO", True),
        ("Lan Xu", "Lan Xue", False),
    ],
)
def test_same_person(left: str, right: str, *, same: bool) -> None:
    assert names.same_person(left, right) is same
    assert names.same_person(right, left) is same


@pytest.mark.parametrize(
    ("left", "right", "near"),
    [
        ("lindqvist", "lindquist", True),
        ("lindqvist", "lindkvits", True),
        ("berg", "borg", False),
        ("svensson", "jonsson", False),
    ],
)
def test_nearly_allows_slips_in_long_names_only(left: str, right: str, *, near: bool) -> None:
    assert names.nearly(left, right) is near


@pytest.mark.parametrize(
    ("word", "expected"),
    [("ZHANG", "Zhang"), ("DUPONT-LEROY", "Dupont-Leroy"), ("dirac", "Dirac"), ("van", "van")],
)
def test_well_written(word: str, expected: str) -> None:
    assert names.well_written(word) == expected


def test_key_keeps_letters_and_digits() -> None:
    assert names.key_of("123_Lindqvist,  Élsa") == "123-lindqvist-élsa"
    assert names.key_of(unicodedata.normalize("NFD", "Élsa")) == "élsa"


@given(st.text())
def test_folding_is_stable_and_blind_to_normal_forms(text: str) -> None:
    assert names.key_of(names.key_of(text)) == names.key_of(text)
    for form in ("NFC", "NFD"):
        assert names.glued(unicodedata.normalize(form, text)) == names.glued(text)
