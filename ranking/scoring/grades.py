"""The score of course grades: the credit-weighted mean of passed relevant courses."""

from ranking.model.assessment import Dossier, Score
from ranking.model.call import Call, Criterion
from ranking.model.document import Kind
from ranking.model.evidence import Course, Level
from ranking.model.points import rounded
from ranking.scoring.base import unread_documents


def score_grades(dossier: Dossier, criterion: Criterion, call: Call) -> Score:
    """Score the grades; no value where no scale is known or no transcript could be read."""
    cap = call.scoring.cap
    mean = mean_grade([course for course in dossier.courses if not left_out(course)])
    value = None if mean is None else rounded(cap * mean)
    unread = any(d.kind is Kind.TRANSCRIPT for d in unread_documents(dossier))
    return Score(
        criterion=criterion.id,
        value=value,
        could_be=cap if value is None or unread else value,
        best=value or 0.0,
        unread_level=Level.COURSEWORK if unread else "",
        mean=mean,
    )


def left_out(course: Course) -> str:
    """Say why a course is no part of the mean, "" if it is one."""
    if course.passed is None:
        return "whether it was passed is not told"
    if not course.passed:
        return "failed or not completed"
    if not course.area:
        return "no relevant field"
    return "" if course.grade_0_1 is not None else "no grade on a known scale"


def mean_grade(courses: list[Course]) -> float | None:
    """Return the mean of the grades on 0..1, weighted by credits; None without any grade.

    A course without credits weighs as much as the mean course of the others.
    """
    graded = [(c.grade_0_1, c.credits) for c in courses if c.grade_0_1 is not None]
    if not graded:
        return None
    known = [credits_ for _, credits_ in graded if credits_]
    usual = sum(known) / len(known) if known else 1.0
    weights = [credits_ or usual for _, credits_ in graded]
    weighted = sum(grade * weight for (grade, _), weight in zip(graded, weights, strict=True))
    return weighted / sum(weights)
