"""Levels of evidence: does the run claim what careful readers would?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ranking.evaluation.figures import Figure, Section
from ranking.evaluation.matching import Match
from ranking.evaluation.measures import Tally, share, weighted_kappa
from ranking.evaluation.truth import Step


@dataclass(frozen=True, slots=True)
class _Case:
    """One area of one applicant; ``want`` is the readers' level nearest to what was found."""

    applicant: str
    area: str
    want: Step
    got: Step

    @property
    def distance(self) -> int:
        """Steps between the two."""
        return abs(self.want.height - self.got.height)


def levels(matches: Sequence[Match]) -> Section:
    """Compare the level of every area of every applicant."""
    cases = list(_cases(matches))
    return Section(
        "Levels of evidence",
        (*_agreement(cases), *_substance(cases)),
        tuple(
            f"{case.applicant} {case.area}: {case.got}, truth {case.want}"
            for case in cases
            if case.distance > 1
        ),
    )


def _cases(matches: Sequence[Match]) -> Iterable[_Case]:
    for match in matches:
        for area, cell in match.applicant.areas.items():
            got = match.found.best(area)
            yield _Case(match.applicant.id, area, cell.nearest(got), got)


def _agreement(cases: Sequence[_Case]) -> Iterable[Figure]:
    """Yield how near the levels are, as steps of the ladder."""
    count, distances = len(cases), [case.distance for case in cases]
    kappa = weighted_kappa([(case.want.height, case.got.height) for case in cases])
    exact = share(sum(one == 0 for one in distances), count)
    within = share(sum(one <= 1 for one in distances), count)
    yield Figure("cells", "areas of applicants", count)
    yield Figure("level_kappa", "quadratically weighted kappa", kappa)
    yield Figure("level_exact", "exact", exact)
    yield Figure("level_within_one", "within one step", within)
    yield Figure("level_mean_abs_error", "mean distance in steps", share(sum(distances), count))


def _substance(cases: Sequence[_Case]) -> Iterable[Figure]:
    """Yield how well coursework or more is told from less."""
    tally = _tally(cases)
    nothing = "nothing_recognized_as_nothing"
    yield Figure("substantive_precision", "coursework or more: precision", tally.precision)
    yield Figure("substantive_recall", "coursework or more: recall", tally.recall)
    yield Figure("substantive_f1", "coursework or more: F1", tally.f1)
    yield Figure(nothing, "less than coursework recognised as such", tally.specificity)
    for area in dict.fromkeys(case.area for case in cases):
        tally = _tally([case for case in cases if case.area == area])
        yield Figure(f"f1_{area}", f"F1 of {area.replace('_', ' ')}", tally.f1)


def _tally(cases: Sequence[_Case]) -> Tally:
    return Tally.of([(case.want.substantial, case.got.substantial) for case in cases])
