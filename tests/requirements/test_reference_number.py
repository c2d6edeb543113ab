from collections.abc import Callable

import pytest

from ranking.model.assessment import Dossier, Verdict
from ranking.model.call import Call
from ranking.model.document import Document, Kind
from ranking.requirements.reference_number import check

Build = Callable[..., Document]
Collect = Callable[..., Dossier]


CASES = [
    ("CV, Berg, 20230018.pdf", "words", Verdict.MET),
    ("cv.pdf", "Application, ref. 20230018", Verdict.MET),
    ("CV, Berg, 20230081.pdf", "words", Verdict.NOT_MET),
    ("CV, Berg, 20230108.pdf", "words", Verdict.NOT_MET),
    ("cv.pdf", "Reference number 20230108", Verdict.NOT_MET),
    ("CV, Berg, 20230018.pdf", "Reference number 20230108", Verdict.UNCLEAR),
    ("cv.pdf", "words", Verdict.NOT_MET),
    ("cv_20230210.pdf", "Phone 07055501 62, born 19980611", Verdict.NOT_MET),
]


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> tuple[str, str, Verdict]:
    found: tuple[str, str, Verdict] = request.param
    return found


def test_the_number_and_its_rivals(
    document: Build, dossier: Collect, call: Call, case: tuple[str, str, Verdict]
) -> None:
    file, text, verdict = case
    assert check(dossier(document(Kind.CV, text, file=file)), call).verdict is verdict


def test_a_date_is_no_rival(document: Build, dossier: Collect, call: Call) -> None:
    found = check(dossier(document(Kind.CV, "words", file="cv_20230210.pdf")), call)
    assert found.quote == ""


def test_an_unread_letter_could_hold_it(document: Build, dossier: Collect, call: Call) -> None:
    assert check(dossier(document(Kind.LETTER, None)), call).verdict is Verdict.UNCLEAR
