from collections.abc import Callable

import pytest

from ranking.model.assessment import Dossier, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.model.document import Document, Kind
from ranking.requirements.english import check

Judge = Callable[..., RequirementCheck]

SHOWN = [
    (Kind.CERTIFICATE, "TOEFL iBT\nTotal score: 104"),
    (Kind.CERTIFICATE, "Cambridge English\nC1 Advanced"),
    (Kind.CERTIFICATE, "Language board\nAdvanced English, level C1"),
    (Kind.CV, "English (C1, IELTS 7.5)"),
    (Kind.CV, "English: native, French: fluent"),
    (Kind.CV, "Mother tongue: English"),
    (Kind.CV, "Swedish (native), English (upper secondary English 6, grade B)"),
    (Kind.CV, "MSc in Physics, University of Tartu, programme taught in English"),
    (Kind.CV, "2016-2019 BSc Physics, University of Manchester"),
    (Kind.CV, "Prairie State University, Ames, IA, 2016-2020, BS in Physics"),
    (Kind.CERTIFICATE, "YDS 2021\nPuan: 87,5"),
    (Kind.CV, "2014 A-levels in Mathematics and Physics"),
    (Kind.TRANSCRIPT, "Unterrichtssprache: Englisch"),
    (Kind.TRANSCRIPT, "Medium of instruction: English"),
]

NOT_SHOWN = [
    (Kind.CV, "Languages\nSwedish (native), English (fluent)"),
    (Kind.CV, "Romanian (native), English"),
    (Kind.CV, "English (C1), German (native)"),
    (Kind.CV, "English certificate: TOEFL planned for March 2023"),
    (Kind.CV, "Thesis in Polish, with a summary in English"),
    (Kind.LETTER, "Dear committee, I write to apply for the position."),
    (Kind.CV, "Reduced the work to a level of two hours"),
    (Kind.CERTIFICATE, "Goethe-Zertifikat C1\nDeutsch"),
]


@pytest.mark.parametrize(("kind", "text"), SHOWN)
def test_what_shows_english(judge: Judge, kind: Kind, text: str) -> None:
    found = judge("english", kind, text)
    assert found.verdict is Verdict.MET
    assert found.quote


@pytest.mark.parametrize(("kind", "text"), NOT_SHOWN)
def test_what_is_no_proof_is_a_question(judge: Judge, kind: Kind, text: str) -> None:
    assert judge("english", kind, text).verdict is Verdict.UNCLEAR


def test_an_unread_certificate_is_named(
    document: Callable[..., Document], dossier: Callable[..., Dossier], call: Call
) -> None:
    found = check(dossier(document(Kind.CERTIFICATE, None)), call)
    assert found.verdict is Verdict.UNCLEAR
    assert "certificate.pdf" in found.note
