from collections.abc import Callable

import pytest

from ranking.model.assessment import Dossier, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.model.document import Kind
from ranking.model.evidence import Course, Evidence
from ranking.requirements.programming import check

Judge = Callable[..., RequirementCheck]


def evidence(level: str, quote: str = "Wrote a solver in Rust") -> Evidence:
    return Evidence(
        id=level,
        candidate="C001",
        criterion="programming",
        concept="language",
        level=level,
        quote=quote,
        file="cv.pdf",
        page=2,
    )


def test_the_strongest_counted_evidence_shows_it(
    dossier: Callable[..., Dossier], call: Call
) -> None:
    found = check(dossier(evidence=(evidence("coursework"), evidence("project", "A game"))), call)
    assert found.verdict is Verdict.MET
    assert (found.quote, found.page) == ("A game", 2)


def test_a_passed_course_shows_it(dossier: Callable[..., Dossier], call: Call) -> None:
    course = Course(
        candidate="C001",
        course="Programming in C",
        area="programming",
        credits=6.0,
        grade="B",
        grade_0_1=0.8,
        scale="A-F",
        passed=True,
        file="transcript.pdf",
        page=1,
    )
    assert check(dossier(courses=(course,)), call).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("2020 Backend developer, Acme: services in Python and SQL", Verdict.MET),
        ("I wrote my own scripts in R for the analysis.", Verdict.MET),
        ("Skills: Python, C++, Julia", Verdict.UNCLEAR),
        ("I hope to learn programming in Python.", Verdict.UNCLEAR),
        ("Curriculum vitae", Verdict.UNCLEAR),
        ("I have no programming experience at all.", Verdict.NOT_MET),
    ],
)
def test_the_candidates_own_words(judge: Judge, text: str, verdict: Verdict) -> None:
    assert judge("programming", Kind.CV, text).verdict is verdict


def test_a_mention_is_not_enough_and_never_a_rejection(
    dossier: Callable[..., Dossier], call: Call
) -> None:
    found = check(dossier(evidence=(evidence("mention"),)), call)
    assert found.verdict is Verdict.UNCLEAR
