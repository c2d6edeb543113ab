"""Totals and ranks: a weighted sum in which unknown criteria are not zero, ties share a rank."""

from collections.abc import Callable, Iterable, Sequence

from ranking.model.assessment import Assessment, RequirementCheck, Score, Verdict
from ranking.model.call import Call, Scale
from ranking.model.result import Place
from ranking.scoring.base import rounded

SEVERITY: tuple[Verdict, ...] = tuple(Verdict)


def rank(assessments: Sequence[Assessment], call: Call) -> tuple[Place, ...]:
    """Return the places of all candidates, best first, ties by candidate id.

    Total = 100 x (the best weighted areas + the other criteria that have a value) / (cap x their
    weights). ``low`` counts every unknown as nothing, ``could_be`` as the most it could be.
    """
    totals = {a.candidate: total(a.scores, call) for a in assessments}
    known = [value for value in totals.values() if value is not None]
    places = [_place(a, totals[a.candidate], known, call) for a in assessments]
    return tuple(sorted(places, key=lambda p: (p.rank or len(places) + 1, p.candidate)))


def _place(
    assessment: Assessment, value: float | None, totals: Sequence[float], call: Call
) -> Place:
    scores = assessment.scores
    return Place(
        candidate=assessment.candidate,
        total=value,
        low=None if value is None else low(scores, call),
        could_be=could_be(scores, call),
        rank=None if value is None else 1 + sum(other > value for other in totals),
        formal=formal_status(assessment.requirements, call),
    )


def total(scores: Sequence[Score], call: Call) -> float | None:
    """Return the total 0..100 of known criteria, None if nothing is known."""
    if all(score.value is None for score in scores):
        return None
    return _weighted(scores, call, value=lambda s: s.value, counts=lambda s: s.value is not None)


def low(scores: Sequence[Score], call: Call) -> float:
    """Return the total with every unknown criterion at its worst."""
    return _weighted(scores, call, value=lambda s: s.value, counts=lambda _: True)


def could_be(scores: Sequence[Score], call: Call) -> float:
    """Return the total with every unknown at its best."""
    return _weighted(scores, call, value=lambda s: s.could_be, counts=lambda _: True)


def formal_status(checks: Iterable[RequirementCheck], call: Call) -> Verdict:
    """Return the worst verdict of the call's gates."""
    gates = {use.id for use in call.requirements if use.gate}
    verdicts = [check.verdict for check in checks if check.requirement in gates]
    return max(verdicts, key=SEVERITY.index, default=Verdict.UNCLEAR)


def _weighted(
    scores: Sequence[Score],
    call: Call,
    *,
    value: Callable[[Score], float | None],
    counts: Callable[[Score], bool],
) -> float:
    best = call.scoring.areas_counted
    areas, others = [], []
    for score in scores:
        criterion = call.criterion(score.criterion)
        pair = (criterion.weight, criterion.weight * (value(score) or 0.0))
        if criterion.scale is Scale.AREA:
            areas.append(pair)
        elif counts(score):
            others.append(pair)
    weights = sorted((w for w, _ in areas), reverse=True)[:best] + [w for w, _ in others]
    points = sorted((p for _, p in areas), reverse=True)[:best] + [p for _, p in others]
    if not sum(weights):
        return 0.0
    return rounded(100 * sum(points) / (call.scoring.cap * sum(weights)))
