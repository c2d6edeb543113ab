from collections.abc import Callable

from ranking.model.assessment import Dossier
from ranking.model.call import Call
from ranking.model.document import Document, Kind
from ranking.requirements import check_all
from ranking.requirements.problems import problems

Build = Callable[..., Document]
Collect = Callable[..., Dossier]


def codes(dossier: Dossier, call: Call) -> list[tuple[str, str | None]]:
    found = problems(dossier, check_all(dossier, call), call)
    assert all(problem.candidate == "C001" for problem in found)
    return [(problem.code, problem.file) for problem in found]


def test_what_is_missing_is_one_problem_and_a_letter_another(
    document: Build, dossier: Collect, call: Call
) -> None:
    reference = document(Kind.REFERENCE, "words")
    assert codes(dossier(reference), call) == [("missing-letter", None), ("missing-document", None)]


def test_faults_of_files(document: Build, dossier: Collect, call: Call) -> None:
    cv = document(Kind.CV, "words", file="CV, Berg, 20230081.pdf")
    letter = document(Kind.LETTER, "1", "2", "3", "4", file="Personal letter, Berg, 20230081.pdf")
    thesis = document(Kind.THESIS, "words", None)
    transcript = document(Kind.TRANSCRIPT, "words")
    assert codes(dossier(cv, letter, thesis, transcript), call) == [
        ("letter-too-long", letter.file),
        ("bad-file-name", cv.file),
        ("wrong-reference-number", cv.file),
        ("not-fully-read", thesis.file),
    ]


def test_a_good_application_has_none(document: Build, dossier: Collect, call: Call) -> None:
    good = dossier(
        document(Kind.CV, "words", file="CV, Berg, 20230018.pdf"),
        document(Kind.LETTER, "words", file="Personal letter, Berg, 20230018.pdf"),
        document(Kind.ARTICLE, "words"),
        document(Kind.TRANSCRIPT, "words"),
    )
    assert codes(good, call) == []
