from collections.abc import Callable
from typing import Any

from ranking.evaluation.matching import Match, grouping, kinds, match_all
from ranking.evaluation.outcome import NOBODY, Found
from ranking.evaluation.truth import Applicant, TrueDocument
from ranking.model.document import Kind

Make = Callable[..., Applicant]
FiguresOf = Callable[..., dict[str, Any]]


def documents(*files: str) -> tuple[TrueDocument, ...]:
    return tuple(TrueDocument(file=file, kind=Kind.CV) for file in files)


def candidate(name: str, *files: str) -> Found:
    return Found(candidate=name, kinds=dict.fromkeys(files, "cv"))


def matched(applicant: Applicant, *found: Found) -> str:
    (match,) = match_all([applicant], {one.candidate: one for one in found})
    return match.found.candidate


def test_the_candidate_with_most_of_the_files(make_applicant: Make) -> None:
    applicant = make_applicant(documents=documents("a.pdf", "b.pdf", "c.pdf"))
    few, most = candidate("C001", "x/a.pdf"), candidate("C002", "y/b.pdf", "y/c.pdf")
    assert matched(applicant, few, most) == "C002"


def test_the_folder_decides_among_equal_file_names(make_applicant: Make) -> None:
    applicant = make_applicant(folder="Berg_Ada", documents=documents("CV.pdf"))
    dahl, berg = candidate("C001", "Dahl_Bo/CV.pdf"), candidate("C002", "Berg_Ada/CV.pdf")
    assert matched(applicant, dahl, berg) == "C002"


def test_names_in_another_form_of_their_letters(make_applicant: Make) -> None:
    applicant = make_applicant(documents=documents("CV Kov\u00e1cs.pdf"))
    assert matched(applicant, candidate("C001", "x/CV Kova\u0301cs.pdf")) == "C001"


def test_a_missing_applicant_is_nobody(make_applicant: Make) -> None:
    applicant = make_applicant(documents=documents("a.pdf"))
    assert matched(applicant, candidate("C001", "x/b.pdf")) == ""
    assert match_all([applicant], {})[0].found is NOBODY


def test_grouping(make_applicant: Make, figures_of: FiguresOf) -> None:
    applicants = [
        make_applicant(id="t01", documents=documents("a.pdf")),
        make_applicant(id="t02", documents=documents("b.pdf", "c.pdf")),
        make_applicant(id="t03", documents=documents("d.pdf")),
    ]
    found = {
        "C001": candidate("C001", "x/a.pdf"),
        "C002": candidate("C002", "y/b.pdf", "y/e.pdf"),
    }
    section = grouping(match_all(applicants, found), len(found))
    assert figures_of(section) == {"applicants": 3, "candidates_found": 2, "grouped_exactly": 1}
    assert section.remarks == (
        "t02: without ['c.pdf'], with others' ['e.pdf']",
        "t03: the run has none of their files",
    )


def test_kinds(make_applicant: Make, figures_of: FiguresOf) -> None:
    applicant = make_applicant(documents=documents("a.pdf", "b.pdf", "c.pdf"))
    found = Found(candidate="C001", kinds={"x/a.pdf": "cv", "x/b.pdf": "letter"})
    section = kinds([Match(applicant, found)])
    assert figures_of(section) == {"kind_accuracy": 0.3333}
    assert section.remarks == ("t01 b.pdf: letter, truth cv", "t01 c.pdf: no kind, truth cv")


def test_kinds_of_no_documents(figures_of: FiguresOf) -> None:
    assert figures_of(kinds([])) == {"kind_accuracy": 0}
