from collections.abc import Callable
from dataclasses import replace

import pytest

from ranking.model.assessment import Dossier
from ranking.model.document import Document, Kind, Reader
from ranking.tagging.ocr_words import Mender

PHRASES = [
    "statistics",
    "machine learning",
    "dihedral group",
    "modules",
    "modular",
    "QFT",
    "causal",
]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Statisties, machine learuing", "Statistics, machine learning"),
        ("the dibedral groups", "the dihedral groups"),
        ("STATISTIES", "STATISTICS"),
        ("statist1cs", "statistics"),
    ],
)
def test_slips_are_mended(read: str, meant: str) -> None:
    assert Mender(PHRASES).mend(read) == meant


@pytest.mark.parametrize(
    "text",
    ["statistics", "casual", "statistical", "gronp", "QFI", "modulus", "stutistias", "Module"],
)
def test_other_words_stay_as_they_are(text: str) -> None:
    assert Mender(PHRASES).mend(text) == text


def test_word_that_may_be_two_stays_as_it_is() -> None:
    assert Mender(["lecture", "leoture"]).mend("le0ture") == "le0ture"


def by_ocr(document: Document) -> Document:
    return replace(document, pages=tuple(replace(p, reader=Reader.OCR) for p in document.pages))


@pytest.mark.parametrize("kind", [Kind.LETTER, Kind.TRANSCRIPT])
def test_slips_are_matched_on_pages_of_ocr_only_and_quoted_as_read(
    document: Callable[..., Document], dossier: Callable[..., Dossier], kind: Kind
) -> None:
    row = (
        "I passed a course on dibedral groups." if kind is Kind.LETTER else "Dibedral groups 6 hp A"
    )
    text = document(row, kind=kind)
    assert dossier(text).evidence == ()
    (found,) = dossier(by_ocr(text)).evidence
    assert (found.criterion, found.quote) == ("group_theory", row)
