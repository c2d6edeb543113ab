"""What pages of single candidates need to know of the whole run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ranking.model.call import Call
from ranking.model.problem import Problem, Severity
from ranking.model.result import Place, Result
from ranking.model.review import Review
from ranking.outputs.report.committee import notes_of

_GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A place among others; ``before`` and ``after`` are ids of candidates, "" at the ends."""

    place: Place
    of: int
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The call, and what is known of the run beside single candidates.

    Attributes:
        call: The call.
        standings: The place among others, by candidate.
        problems: The problems, by candidate, the gravest first.
        review: What the committee wrote.
        notes: What it wrote beside passages and requirements, by id.
    """

    call: Call
    standings: Mapping[str, Standing]
    problems: Mapping[str, Sequence[Problem]]
    review: Review
    notes: Mapping[str, str]


def context_of(result: Result) -> Context:
    """Return what is known of the whole run; every candidate has an entry."""
    problems: dict[str, list[Problem]] = {a.candidate: [] for a in result.assessments}
    for problem in sorted(result.problems, key=lambda p: _GRAVEST_FIRST.index(p.severity)):
        if problem.candidate is not None:
            problems.setdefault(problem.candidate, []).append(problem)
    return Context(
        call=result.call,
        standings=_standings(result.places),
        problems=problems,
        review=result.review,
        notes=notes_of(result.review),
    )


def _standings(places: Sequence[Place]) -> dict[str, Standing]:
    """Return where each candidate stands; ``places`` are in the order of the ranking."""
    ids = ["", *(place.candidate for place in places), ""]
    return {
        place.candidate: Standing(place=place, of=len(places), before=before, after=after)
        for before, place, after in zip(ids, places, ids[2:], strict=False)
    }
