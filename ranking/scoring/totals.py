"""Totals and ranks: a weighted sum in which unknown criteria are not zero, ties share a rank."""

from collections.abc import Callable, Iterable, Sequence

from ranking.model.assessment import Assessment, RequirementCheck, Score, Verdict
from ranking.model.call import Call, Scale
from ranking.model.explanation import Share
from ranking.model.points import rounded
from ranking.model.result import Place

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


def shares(scores: Sequence[Score], call: Call) -> tuple[Share, ...]:
    """Return what each score adds to the total, in the order of the scores.

    To leave out what is unknown is to take it as good as the rest. Said so, a criterion can add
    the same to every total, the shares of two candidates compare, and they sum up to the totals.
    """
    points, most = _counting(scores, call, value=lambda s: s.value, counts=lambda _: True)
    percent = 100 / most if most else 0.0
    rest = (total(scores, call) or 0.0) / 100
    return tuple(
        _share(score, call, percent=percent if score.criterion in points else 0.0, rest=rest)
        for score in scores
    )


def _share(score: Score, call: Call, *, percent: float, rest: float) -> Share:
    criterion = call.criterion(score.criterion)
    at_most = percent * call.scoring.cap * criterion.weight
    as_the_rest = score.value is None and criterion.scale is not Scale.AREA
    earned = rest if as_the_rest else (score.value or 0.0) / call.scoring.cap
    return Share(
        criterion=criterion.id,
        weight=criterion.weight,
        counts=percent > 0,
        contribution=at_most * earned,
        at_most=at_most,
    )


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
    points, most = _counting(scores, call, value=value, counts=counts)
    return rounded(100 * sum(points.values()) / most) if most else 0.0


def _counting(
    scores: Sequence[Score],
    call: Call,
    *,
    value: Callable[[Score], float | None],
    counts: Callable[[Score], bool],
) -> tuple[dict[str, float], float]:
    """Return the weighted scores that count, and the most that they could sum up to.

    Of equal areas the earlier one counts, as in the workbook.
    """
    best = call.scoring.areas_counted
    areas: dict[str, float] = {}
    others: dict[str, float] = {}
    weight = {criterion.id: criterion.weight for criterion in call.criteria}
    for score in scores:
        points = weight[score.criterion] * (value(score) or 0.0)
        if call.criterion(score.criterion).scale is Scale.AREA:
            areas[score.criterion] = points
        elif counts(score):
            others[score.criterion] = points
    best_areas = sorted(areas, key=areas.__getitem__, reverse=True)[:best]
    weights = sorted((weight[area] for area in areas), reverse=True)[:best]
    most = call.scoring.cap * sum(weights + [weight[other] for other in others])
    return {area: areas[area] for area in best_areas} | others, most
