from collections.abc import Callable

import pytest

from ranking.model.assessment import Dossier, Verdict
from ranking.model.call import Call
from ranking.model.document import Document, Kind
from ranking.requirements.file_names import check

Build = Callable[..., Document]
Collect = Callable[..., Dossier]

GOOD = [
    ("Berg", "CV, Berg, 20230018.pdf"),
    ("Berg", "Berg_Ada/cv,berg,20230018.PDF"),
    ("Berg", "CV_Berg_20230018.pdf"),
    ("Berg", "CV, Berg, Ada, 20230018.pdf"),
    ("Haraldsdóttir", "CV, Haraldsdo\u0301ttir, 20230018.pdf"),
    ("Haraldsdottir", "CV, Haraldsdóttir, 20230018.pdf"),
    ("Łukasiewicz-Nowak", "CV, Lukasiewicz, 20230018.pdf"),
]
BAD = [
    ("Berg", "my cv new (2).pdf"),
    ("Berg", "CV, Berg, 20230081.pdf"),
    ("Berg", "CV, Berg.pdf"),
    ("Berg", "Resume, Berg, 20230018.pdf"),
    ("Berg", "CV, Lund, 20230018.pdf"),
]


@pytest.mark.parametrize(("family_name", "file"), GOOD)
def test_good_names(
    document: Build, dossier: Collect, call: Call, family_name: str, file: str
) -> None:
    cv = document(Kind.CV, "words", file=file)
    assert check(dossier(cv, family_name=family_name), call).verdict is Verdict.MET


@pytest.mark.parametrize(("family_name", "file"), BAD)
def test_bad_names(
    document: Build, dossier: Collect, call: Call, family_name: str, file: str
) -> None:
    found = check(dossier(document(Kind.CV, "words", file=file), family_name=family_name), call)
    assert found.verdict is Verdict.NOT_MET
    assert found.file == file


def test_other_documents_need_no_particular_name(
    document: Build, dossier: Collect, call: Call
) -> None:
    letter = document(Kind.LETTER, "words", file="Personal letter, Berg, 20230018.pdf")
    thesis = document(Kind.THESIS, "words", file="final FINAL.pdf")
    assert check(dossier(letter, thesis), call).verdict is Verdict.MET


def test_without_cv_and_letter(document: Build, dossier: Collect, call: Call) -> None:
    assert check(dossier(document(Kind.THESIS, "words")), call).verdict is Verdict.NOT_MET
    assert check(dossier(document(Kind.OTHER, None)), call).verdict is Verdict.UNCLEAR
