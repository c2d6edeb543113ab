"""The arithmetic of a score, in words: worked examples of every scale."""

from collections.abc import Callable

import pytest

from ranking.model.assessment import Dossier
from ranking.model.call import Call
from ranking.model.document import Kind
from ranking.model.evidence import Course, Evidence
from ranking.scoring import score
from ranking.scoring.workings import steps

Told = list[tuple[str, float]]
Tell = Callable[..., Told]
MakeEvidence = Callable[..., Evidence]


@pytest.fixture(scope="session")
def tell(call: Call, make_dossier: Callable[..., Dossier]) -> Tell:
    """Return what tells the summands of a criterion's score."""

    def told(criterion: str, *evidence: Evidence, **fields: object) -> Told:
        dossier = make_dossier(*evidence, **fields)
        (one,) = (s for s in score(dossier, call) if s.criterion == criterion)
        return [(step.what, step.points) for step in steps(dossier, one, call)]

    return told


def test_an_area(tell: Tell, make_evidence: MakeEvidence) -> None:
    told = tell(
        "group_theory",
        make_evidence(level="thesis", kind=Kind.THESIS),
        make_evidence(kind=Kind.TRANSCRIPT),
        make_evidence(level="project", kind=Kind.CV),
        make_evidence(kind=Kind.CERTIFICATE),
        make_evidence(level="mention", kind=Kind.LETTER),
    )
    assert told[:3] == [
        ("best level: thesis", 5.0),
        ("further proof: own account (CV, letter)", 0.25),
        (told[2][0], 0.25),
    ]
    # Transcript and certificate are of one level: their ids decide which one earns the bonus.
    assert {told[2][0].split(",")[0], told[3][0].split(",")[0]} == {
        "further proof: transcript",
        "further proof: certificate",
    }
    assert told[3][0].endswith(", beyond those that earn a bonus")
    assert told[3][1] == 0.0
    assert len(told) == 4


def test_the_cap_takes_away(tell: Tell, make_evidence: MakeEvidence) -> None:
    told = tell(
        "group_theory",
        make_evidence(level="publication", kind=Kind.ARTICLE),
        make_evidence(kind=Kind.TRANSCRIPT),
    )
    assert told == [
        ("best level: publication", 6.0),
        ("further proof: transcript", 0.25),
        ("at most 6", -0.25),
    ]


def test_words_of_a_referee_are_no_proof(tell: Tell, make_evidence: MakeEvidence) -> None:
    told = tell(
        "group_theory",
        make_evidence(level="thesis", kind=Kind.REFERENCE),
        make_evidence(level="project", kind=Kind.CV),
        make_evidence(kind=Kind.TRANSCRIPT),
    )
    assert told == [
        ("best level: thesis", 5.0),
        ("first proof of their own", 0.0),
        ("further proof: transcript", 0.25),
    ]


def test_mentions_elsewhere_add_nothing(tell: Tell, make_evidence: MakeEvidence) -> None:
    told = tell(
        "group_theory",
        make_evidence(level="mention", kind=Kind.CV),
        make_evidence(level="mention", kind=Kind.THESIS),
    )
    assert told == [("best level: mention", 0.5), ("the same level elsewhere", 0.0)]


def test_achievements(tell: Tell, make_evidence: MakeEvidence) -> None:
    levels = ["own_result", *["told"] * 6]
    passages = [
        make_evidence(criterion="problem_solving", level=level, concept=str(number))
        for number, level in enumerate(levels)
    ]
    assert tell("problem_solving", *passages) == [
        ("best achievement: own result", 5.0),
        *[("further achievement: told", 0.25)] * 4,
        *[("further achievement: told, beyond those that earn a bonus", 0.0)] * 2,
    ]


def test_research_interests(tell: Tell, make_evidence: MakeEvidence) -> None:
    topics = {
        "neural_tangent_kernels": "interest",
        "equivariant_networks": "interest",
        "computer_vision": "interest",
        "information_geometry": "thesis",
    }
    passages = [
        make_evidence(criterion="research_interests", concept=topic, level=level)
        for topic, level in topics.items()
    ]
    told = tell("research_interests", *passages)
    assert sorted(told[:3]) == [
        ("stated application topic: Computer vision", 0.5),
        ("stated core topic: Equivariant networks", 1.5),
        ("stated core topic: Neural tangent kernels", 1.5),
    ]
    assert told[3] == ("at most 3 for what is stated", -0.5)
    # Half of a thesis' 5 points, two thirds of it for a further topic.
    ((what, points),) = told[4:]
    assert what == "own work (thesis), further topic: Information geometry"
    assert points == pytest.approx(5 / 2 * 2 / 3)


def test_course_grades(tell: Tell, make_course: Callable[..., Course]) -> None:
    courses = (make_course(), make_course(grade_0_1=0.5), make_course(passed=False))
    what = "mean grade 0.750 of 2 courses, weighted by credits, times 6"
    assert tell("course_grades", courses=courses) == [(what, 4.5)]
    assert tell("course_grades", courses=courses[:1]) == [
        ("mean grade 1.000 of 1 course, weighted by credits, times 6", 6.0)
    ]


@pytest.mark.parametrize("criterion", ["group_theory", "problem_solving", "course_grades"])
def test_nothing_found(tell: Tell, criterion: str) -> None:
    assert tell(criterion) == []
