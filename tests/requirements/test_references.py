from collections.abc import Callable

import pytest

from ranking.model.assessment import Dossier, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.model.document import Document, Kind
from ranking.requirements.references import check

Build = Callable[..., Document]
Collect = Callable[..., Dossier]

ONE = "References\nProf. Eva Lind, KTH, eva.lind@kth.example, +46 8 555 22 10"
TWO = f"{ONE}\nDr. Olu Ade, University of Ibadan, olu@ui.example"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (TWO, Verdict.MET),
        ("REFEREES\nProf. Eva Lind\nKTH\neva@kth.example\nOlu Ade\nolu@ui.example", Verdict.MET),
        (
            "Referenzen\nProf. Eva Lind, +49 6221 555 019\nDr. Max Roth, +49 228 555 0163",
            Verdict.MET,
        ),
        ("References: Eva Lind (eva@kth.example), Olu Ade (olu@ui.example)", Verdict.MET),
        (ONE, Verdict.NOT_MET),
        ("References\nProf. Eva Lind, KTH\nDr. Olu Ade, Ibadan", Verdict.UNCLEAR),
        ("References available upon request", Verdict.NOT_MET),
        ("Reference\nApplication reference 20230018", Verdict.NOT_MET),
        ("Contact: ada@berg.example, ada.berg@lund.example", Verdict.NOT_MET),
    ],
)
def test_people_with_a_way_to_contact_them(
    judge: Callable[..., RequirementCheck], text: str, verdict: Verdict
) -> None:
    assert judge("references", Kind.CV, text).verdict is verdict


def test_a_letter_of_a_further_person_counts(document: Build, dossier: Collect, call: Call) -> None:
    cv = document(Kind.CV, ONE)
    own = document(Kind.REFERENCE, "I recommend Ada.\nEva Lind", file="lind.pdf")
    other = document(Kind.REFERENCE, "I recommend Ada.\nOlu Ade", file="ade.pdf")
    assert check(dossier(cv, own), call).verdict is Verdict.NOT_MET
    assert check(dossier(cv, other), call).verdict is Verdict.MET
    assert check(dossier(own, other), call).verdict is Verdict.MET


def test_an_unread_cv_could_name_them(document: Build, dossier: Collect, call: Call) -> None:
    assert check(dossier(document(Kind.CV, None)), call).verdict is Verdict.UNCLEAR
