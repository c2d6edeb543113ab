"""Why a candidate has this total, and why one stands above another.

Pure, and on the nouns of the model, so that the terminal, notebooks and reports say the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ranking.model.application import Person
from ranking.model.assessment import Dossier, Score
from ranking.model.call import Call, Criterion, Scale
from ranking.model.evidence import Course, Evidence, Interest
from ranking.model.result import Place
from ranking.scoring.grades import left_out
from ranking.scoring.totals import Share, shares
from ranking.scoring.workings import Step, steps


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionExplanation:
    """How one score came about, and what it adds to the total.

    Attributes:
        criterion: The criterion.
        cap: The most that it can earn.
        score: Its score.
        share: What it adds to the total.
        steps: The summands of the score, the passages that earned them with them.
        repeats: Passages that count but earn nothing beside the better ones.
        not_counted: Passages that do not count, each with its reason.
        courses: The courses of the mean (course grades only).
        courses_left_out: The other courses, each with the reason.
    """

    criterion: Criterion
    cap: float
    score: Score
    share: Share
    steps: tuple[Step, ...] = ()
    repeats: tuple[Evidence, ...] = ()
    not_counted: tuple[Evidence | Interest, ...] = ()
    courses: tuple[Course, ...] = ()
    courses_left_out: tuple[tuple[Course, str], ...] = ()

    @property
    def best(self) -> Step | None:
        """The step that earned most, None if nothing made the score."""
        return max(self.steps, key=lambda step: step.points, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a candidate has this total.

    Attributes:
        person: Who it is.
        place: Total and rank.
        criteria: Every criterion, in the call's order.
        files: Their files.
        not_fully_read: Files of which some page was not read.
    """

    person: Person
    place: Place
    criteria: tuple[CriterionExplanation, ...]
    files: tuple[str, ...] = ()
    not_fully_read: tuple[str, ...] = ()

    @property
    def candidate(self) -> str:
        """Id of the candidate."""
        return self.place.candidate

    def criterion(self, criterion_id: str) -> CriterionExplanation:
        """Return what explains one criterion.

        Raises:
            KeyError: If the call has no such criterion.
        """
        for one in self.criteria:
            if one.criterion.id == criterion_id:
                return one
        raise KeyError(criterion_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One criterion of two candidates; ``contribution`` is what ours adds more to the total."""

    ours: CriterionExplanation
    theirs: CriterionExplanation
    contribution: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two candidates, and the differences between them, the largest first."""

    ours: Explanation
    theirs: Explanation
    differences: tuple[Difference, ...]

    @property
    def total(self) -> float | None:
        """How much our total is above theirs, None if one of them is unknown."""
        ours, theirs = self.ours.place.total, self.theirs.place.total
        return None if ours is None or theirs is None else ours - theirs


def explain(dossier: Dossier, scores: Sequence[Score], place: Place, call: Call) -> Explanation:
    """Explain the total of one candidate."""
    found = zip(scores, shares(scores, call), strict=True)
    return Explanation(
        person=dossier.application.person,
        place=place,
        criteria=tuple(_criterion(dossier, score, share, call) for score, share in found),
        files=tuple(document.file for document in dossier.application.documents),
        not_fully_read=dossier.application.not_fully_read,
    )


def compare(ours: Explanation, theirs: Explanation) -> Comparison:
    """Compare two candidates of one call by what each criterion adds to their totals."""
    differences = [
        Difference(
            ours=one, theirs=other, contribution=one.share.contribution - other.share.contribution
        )
        for one, other in zip(ours.criteria, theirs.criteria, strict=True)
    ]
    by_size = sorted(differences, key=lambda d: -round(abs(d.contribution), 9))
    return Comparison(ours=ours, theirs=theirs, differences=tuple(by_size))


def _criterion(dossier: Dossier, score: Score, share: Share, call: Call) -> CriterionExplanation:
    criterion = call.criterion(score.criterion)
    passages = sorted(
        (e for e in dossier.evidence if e.criterion == criterion.id),
        key=lambda e: (e.file, e.page, e.id),
    )
    grades = dossier.courses if criterion.scale is Scale.GRADES else ()
    repeats = [e for e in passages if e.counted and e.id not in score.evidence]
    not_counted: list[Evidence | Interest] = [e for e in passages if not e.counted]
    if criterion.scale is Scale.INTERESTS:
        not_counted += dossier.interests_left_out
    return CriterionExplanation(
        criterion=criterion,
        cap=call.scoring.cap,
        score=score,
        share=share,
        steps=steps(dossier, score, call),
        repeats=tuple(repeats),
        not_counted=tuple(not_counted),
        courses=tuple(course for course in grades if not left_out(course)),
        courses_left_out=tuple((c, why) for c in grades if (why := left_out(c))),
    )
