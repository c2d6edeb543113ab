"""Worked examples of course grades: the mean of passed relevant courses, weighted by credits."""

from collections.abc import Callable

import pytest

from ranking.model.assessment import Dossier, Score
from ranking.model.call import Call
from ranking.model.document import Document, Kind
from ranking.model.evidence import Course
from ranking.scoring.grades import mean_grade, score_grades

Make = Callable[..., Course]
Judge = Callable[..., Score]


@pytest.fixture(scope="session")
def judge(call: Call, make_dossier: Callable[..., Dossier]) -> Judge:
    """Return what scores courses."""

    def score(*courses: Course, documents: tuple[Document, ...] = ()) -> Score:
        dossier = make_dossier(courses=courses, documents=documents)
        return score_grades(dossier, call.criterion("course_grades"), call)

    return score


def test_weighted_by_credits(judge: Judge, make_course: Make) -> None:
    # (7.5 x 1 + 15 x 0.5) / 22.5 = 2/3 of 6
    score = judge(make_course(credits=7.5), make_course(credits=15.0, grade_0_1=0.5))
    assert (score.value, score.could_be) == (4.0, 4.0)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"passed": False}, id="failed"),
        pytest.param({"passed": None}, id="not told whether passed"),
        pytest.param({"area": ""}, id="irrelevant"),
        pytest.param({"grade_0_1": None}, id="scale unknown"),
    ],
)
def test_what_does_not_count(judge: Judge, make_course: Make, other: dict[str, object]) -> None:
    left_out = make_course(**{"grade_0_1": 0.0, **other})
    assert judge(make_course(grade_0_1=0.8), left_out).value == 4.8
    assert judge(left_out).value is None


@pytest.mark.parametrize("missing", [None, 0.0])
def test_a_course_without_credits_weighs_as_the_usual_one(
    make_course: Make, missing: float | None
) -> None:
    courses = [
        make_course(credits=5.0, grade_0_1=1.0),
        make_course(credits=15.0, grade_0_1=0.6),
        make_course(credits=missing, grade_0_1=0.1),
    ]
    assert mean_grade(courses) == pytest.approx((5 + 9 + 1) / 30)


def test_no_credits_at_all(make_course: Make) -> None:
    courses = [make_course(credits=None, grade_0_1=grade) for grade in (0.2, 0.6)]
    assert mean_grade(courses) == pytest.approx(0.4)


def test_unknown(judge: Judge) -> None:
    score = judge()
    assert (score.value, score.could_be, score.unread_level) == (None, 6.0, "")


def test_an_unread_transcript_could_hold_the_best_grades(
    judge: Judge, make_course: Make, make_document: Callable[..., Document]
) -> None:
    transcript = make_document(Kind.TRANSCRIPT, reader="none")
    score = judge(make_course(grade_0_1=0.5), documents=(transcript,))
    assert (score.value, score.could_be, score.unread_level) == (3.0, 6.0, "coursework")


def test_another_unread_document_holds_no_grades(
    judge: Judge, make_course: Make, make_document: Callable[..., Document]
) -> None:
    score = judge(make_course(grade_0_1=0.5), documents=(make_document(reader="none"),))
    assert (score.value, score.could_be, score.unread_level) == (3.0, 3.0, "")
