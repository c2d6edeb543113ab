from collections.abc import Callable

import pytest

from ranking.model.assessment import Dossier
from ranking.model.document import Document, Kind
from ranking.model.evidence import Evidence

Make = Callable[..., Document]
Tag = Callable[..., Dossier]
Confirmed = Callable[..., tuple[Evidence, ...]]


@pytest.fixture
def confirmed(document: Make, dossier: Tag) -> Confirmed:
    """Return a function that gives what a text about Ada Ek confirms."""

    def deeds(text: str, kind: Kind = Kind.REFERENCE) -> tuple[Evidence, ...]:
        found = dossier(document(text, kind=kind)).evidence
        return tuple(row for row in found if "confirmed-by-others" in row.rule)

    return deeds


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("In her second week she found an error in our weather model.", "told"),
        ("The mistake that she then discovered had slipped past two reviewers.", "told"),
        ("Ms Ek soon noticed that our pump was counted twice.", "told"),
        ("My estimate was wrong; he saw it at once and supplied the missing argument.", "told"),
        ("Ada solved a problem on which we had been stuck for a year.", "told"),
        ("A sign error in the tables was spotted by her within a day.", "told"),
        ("The reduction to the planar case is entirely hers.", "told"),
        ("Within a month she proved the lemma for all trees.", "own_result"),
        ("The proof of the converse is her own.", "own_result"),
        ("Her thesis ended with a theorem that nobody had expected.", "own_result"),
    ],
)
def test_what_a_referee_confirms(confirmed: Confirmed, text: str, level: str) -> None:
    (row,) = confirmed(text)
    assert (row.level, row.counted, row.quote) == (level, True, text)


@pytest.mark.parametrize(
    "text",
    [
        "I found an error in the weather model, and she was in the room.",
        "We proved the lemma together with a guest from Oslo.",
        "She found her way around the institute quickly.",
        "He corrected the exercises and wrote the errors on the board.",
        "She did not find the error in the model.",
        "She wrote a package for GAP and tests what she writes.",
        "The idea of the excursion was hers.",
        "My own thesis ended with a theorem.",
    ],
    ids=["referee", "we", "no fault", "school", "not", "GAP", "idea", "thesis of the referee"],
)
def test_what_confirms_nothing(confirmed: Confirmed, text: str) -> None:
    assert not confirmed(text)


def test_an_employer_confirms_too_but_a_letter_does_not(confirmed: Confirmed) -> None:
    text = "She found why our pump stopped in winter."
    assert confirmed(text, Kind.CERTIFICATE)
    assert not confirmed(text, Kind.LETTER)


def test_a_deed_told_twice_is_one_deed(document: Make, dossier: Tag) -> None:
    letter = document(
        "Our clock was wrong by an hour. I noticed that the mast bent. After this it was right."
    )
    reference = document("She found why our clock was wrong.", kind=Kind.REFERENCE, file="Ek/b.pdf")
    rows = dossier(letter, reference).evidence
    told = [row for row in rows if row.criterion == "problem_solving" and row.counted]
    assert {row.file for row in told} == {"Ek/a.pdf", "Ek/b.pdf"}
    assert {row.concept for row in told} == {"story"}
