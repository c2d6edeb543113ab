"""Why a candidate has a total, as values: what the terminal, notebooks and reports show."""

from dataclasses import dataclass

from ranking.model.application import Person
from ranking.model.assessment import Score
from ranking.model.call import Criterion, Scale
from ranking.model.evidence import Course, Evidence, Interest
from ranking.model.figures import number
from ranking.model.result import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One summand of a score.

    Attributes:
        what: What earned the points, in words.
        points: The points; less than 0 where a limit takes them away again.
        passage: The passage that earned them, None for limits and for grades.
    """

    what: str
    points: float
    passage: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one criterion adds to a total.

    Attributes:
        criterion: Id of the criterion.
        weight: Its weight.
        counts: Whether it is part of the total; areas that are not among the best are none.
        contribution: What it adds to the total of 0..100, not rounded.
        at_most: What the highest score would add, 0 where it does not count.
    """

    criterion: str
    weight: float
    counts: bool
    contribution: float
    at_most: float


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

    @property
    def status(self) -> str:
        """What becomes of the score in the total, "" if it simply counts."""
        if self.score.value is None and self.criterion.scale is not Scale.AREA:
            return "unknown, taken as good as the rest"
        if self.score.value is None:
            return "unknown"
        return "" if self.share.counts else "not among the best areas"

    @property
    def adds(self) -> str:
        """What it adds to the total, ``-`` where it does not count."""
        return number(self.share.contribution) if self.share.counts else "-"

    @property
    def told(self) -> str:
        """What the score is and what becomes of it, in a line."""
        known = (
            f"{number(self.score.value)} of {self.cap:g}" if self.score.value is not None else ""
        )
        parts = [known, self.status]
        if self.share.counts:
            parts.append(f"adds {self.adds} of at most {number(self.share.at_most)}")
        if self.score.could_be != self.score.value:
            parts.append(f"could be {number(self.score.could_be)} of {self.cap:g}")
        return ", ".join(part for part in parts if part)


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
