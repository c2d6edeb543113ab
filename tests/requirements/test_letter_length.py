from collections.abc import Callable

import pytest

from ranking.model.assessment import Dossier, Verdict
from ranking.model.call import Call
from ranking.model.document import Document, Kind
from ranking.requirements.letter_length import check

Build = Callable[..., Document]
Collect = Callable[..., Dossier]


@pytest.mark.parametrize(
    ("pages", "verdict"),
    [
        (("one",), Verdict.MET),
        (("one", "two", "three"), Verdict.MET),
        (("one", "two", "three", "four"), Verdict.NOT_MET),
        (("one", "two", "three", "  "), Verdict.MET),
        ((None, None, None, None), Verdict.NOT_MET),
        ((), Verdict.UNCLEAR),
    ],
)
def test_pages_with_words_are_counted(
    document: Build, dossier: Collect, call: Call, pages: tuple[str | None, ...], verdict: Verdict
) -> None:
    assert check(dossier(document(Kind.LETTER, *pages)), call).verdict is verdict


def test_without_a_letter(document: Build, dossier: Collect, call: Call) -> None:
    assert check(dossier(document(Kind.CV, "words")), call).verdict is Verdict.NOT_MET
    assert check(dossier(document(Kind.OTHER, None)), call).verdict is Verdict.UNCLEAR
