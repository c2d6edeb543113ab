"""What was found out about one candidate: verdicts on requirements, scores on criteria."""

from dataclasses import dataclass
from enum import StrEnum

from ranking.model.application import Application
from ranking.model.document import PageView
from ranking.model.evidence import Course, Evidence, Fact, Interest
from ranking.model.problem import Problem


class Verdict(StrEnum):
    """How a formal requirement stands; from best to worst."""

    MET = "met"
    EXPECTED = "expected"
    UNCLEAR = "unclear"
    NOT_MET = "not_met"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementCheck:
    """The verdict on one requirement with the passage that shows it, or the question to ask.

    ``found`` is the verdict as found, where the committee ruled itself; else "".
    """

    requirement: str
    verdict: Verdict
    quote: str = ""
    file: str = ""
    page: int | None = None
    note: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The score of one criterion with its workings.

    Attributes:
        criterion: Id of the criterion.
        value: 0..cap rounded to six places, None where unknown.
        could_be: The score if every unread document held the most that its kind can hold.
        best: Points of the best level (or stated interests), before the bonus.
        further: Number of further independent proofs or achievements that earned a bonus.
        unread_level: The highest level that an unread document could show, "" if none.
        unread_proofs: Independent proofs that unread documents could hold, found or not.
        unread_interests: Whether an unread document could state interests.
        mean: Mean grade on 0..1, None where unknown (course grades only).
        evidence: Ids of the passages that made the score.
    """

    criterion: str
    value: float | None
    could_be: float
    best: float = 0.0
    further: int = 0
    unread_level: str = ""
    unread_proofs: tuple[str, ...] = ()
    unread_interests: bool = False
    mean: float | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What requirements and scoring may look at: one application and what was tagged in it.

    ``views`` are the pages with evidence that were checked for words out of sight afterwards.
    """

    application: Application
    evidence: tuple[Evidence, ...] = ()
    interests: tuple[Interest, ...] = ()
    courses: tuple[Course, ...] = ()
    facts: tuple[Fact, ...] = ()
    problems: tuple[Problem, ...] = ()
    views: tuple[PageView, ...] = ()

    @property
    def candidate(self) -> str:
        """Id of the candidate."""
        return self.application.candidate

    @property
    def interests_left_out(self) -> tuple[Interest, ...]:
        """The interests that do not count, without those that stand among the evidence too."""
        told = {(e.concept, e.quote, e.file, e.page) for e in self.evidence if not e.counted}
        return tuple(
            interest
            for interest in self.interests
            if not interest.counted
            and (interest.topic, interest.quote, interest.file, interest.page) not in told
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Everything about one candidate, computed without looking at another."""

    dossier: Dossier
    requirements: tuple[RequirementCheck, ...]
    scores: tuple[Score, ...]

    @property
    def candidate(self) -> str:
        """Id of the candidate."""
        return self.dossier.candidate

    def score(self, criterion: str) -> Score:
        """Return the score of a criterion.

        Raises:
            KeyError: If the call has no such criterion.
        """
        for score in self.scores:
            if score.criterion == criterion:
                return score
        raise KeyError(criterion)
