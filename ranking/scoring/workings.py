"""The arithmetic of one score as summands, each with the passage that earned it.

Why beside the scorers: they say what a score is, this says it in words. Tests hold the two
together: the summands give the score, for whatever was found.
"""

from collections.abc import Callable, Iterator, Sequence

from ranking.model.assessment import Dossier, Score
from ranking.model.call import Call, Scale
from ranking.model.evidence import Evidence, Level, is_substantial
from ranking.model.explanation import Step
from ranking.model.points import passage_points
from ranking.scoring.grades import left_out, mean_grade

Steps = Iterator[Step]
_Made = Sequence[Evidence]

_PROOF_WORDS = {"account": "own account (CV, letter)"}


def steps(dossier: Dossier, score: Score, call: Call) -> tuple[Step, ...]:
    """Return the summands of a score; none where it is unknown or nothing was found."""
    criterion = call.criterion(score.criterion)
    if criterion.scale is Scale.GRADES:
        return tuple(_grades(dossier, score, call))
    by_id = {passage.id: passage for passage in dossier.evidence}
    made = [by_id[key] for key in score.evidence]
    return tuple(_STEPS[criterion.scale](made, score, call)) if made else ()


def _area(made: _Made, score: Score, call: Call) -> Steps:
    best = made[0]
    found = [Step(what=f"best level: {best.level}", points=score.best, passage=best)]
    free = not _is_proof(best)
    left = score.further
    for passage in made[1:]:
        if not _is_proof(passage):
            found.append(Step(what="the same level elsewhere", points=0.0, passage=passage))
            continue
        earns = not free and left > 0
        what = "first proof of their own" if free else _further(passage, earns=earns)
        points = call.scoring.proof_bonus if earns else 0.0
        found.append(Step(what=what, points=points, passage=passage))
        left -= earns
        free = False
    yield from _limited(found, call.scoring.cap)


def _further(passage: Evidence, *, earns: bool) -> str:
    what = f"further proof: {_PROOF_WORDS.get(passage.proof, passage.proof)}"
    return what if earns else f"{what}, beyond those that earn a bonus"


def _is_proof(passage: Evidence) -> bool:
    return bool(passage.proof) and is_substantial(passage.level)


def _achievements(made: _Made, score: Score, call: Call) -> Steps:
    best, *others = made
    level = best.level.replace("_", " ")
    found = [Step(what=f"best achievement: {level}", points=score.best, passage=best)]
    for number, passage in enumerate(others):
        earns = number < score.further
        what = f"further achievement: {passage.level.replace('_', ' ')}"
        points = call.scoring.achievement_bonus if earns else 0.0
        what = what if earns else f"{what}, beyond those that earn a bonus"
        found.append(Step(what=what, points=points, passage=passage))
    yield from _limited(found, call.scoring.cap)


def _interests(made: _Made, _score: Score, call: Call) -> Steps:
    stated, shown = [], []
    for passage in made:
        topic = call.topic(passage.concept)
        if passage.level == Level.INTEREST:
            what = f"stated {topic.rank} topic: {topic.title}"
            points = call.scoring.stated_points[topic.rank]
            stated.append(Step(what=what, points=points, passage=passage))
        else:
            what = f"own work ({passage.level}), {topic.rank} topic: {topic.title}"
            criterion = call.criterion(passage.criterion)
            points = passage_points(call, criterion, topic.id, passage.level)
            shown.append(Step(what=what, points=points, passage=passage))
    yield from _limited(stated, call.scoring.stated_cap, "for what is stated")
    yield from _limited(shown, call.scoring.cap - call.scoring.stated_cap, "for own work")


def _limited(found: Sequence[Step], most: float, what_for: str = "") -> Steps:
    """Yield the steps, and what a limit takes away from them."""
    yield from found
    surplus = sum(step.points for step in found) - most
    if surplus > 0:
        yield Step(what=f"at most {most:g} {what_for}".strip(), points=-surplus)


def _grades(dossier: Dossier, score: Score, call: Call) -> Steps:
    courses = [course for course in dossier.courses if not left_out(course)]
    mean = mean_grade(courses)
    if mean is not None and score.value is not None:
        count = "1 course" if len(courses) == 1 else f"{len(courses)} courses"
        what = f"mean grade {mean:.3f} of {count}, weighted by credits, times {call.scoring.cap:g}"
        yield Step(what=what, points=call.scoring.cap * mean)


_STEPS: dict[Scale, Callable[[_Made, Score, Call], Steps]] = {
    Scale.AREA: _area,
    Scale.ACHIEVEMENTS: _achievements,
    Scale.INTERESTS: _interests,
}
