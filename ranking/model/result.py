"""The result of a run: places of all candidates, and where everything came from."""

from dataclasses import dataclass, field

from ranking.model.assessment import Assessment, Verdict
from ranking.model.call import Call
from ranking.model.document import Document
from ranking.model.problem import Problem
from ranking.model.review import Change, Review, Unplaced


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The place of one candidate; totals are 0..100, None where nothing was read."""

    candidate: str
    total: float | None
    low: float | None
    could_be: float | None
    rank: int | None
    formal: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What went into a run: versions, hashes, options, and the seconds that its steps took.

    ``seconds`` goes to run.json only, so that everything else of two equal runs compares equal.
    """

    versions: tuple[tuple[str, str], ...] = ()
    call_sha256: str = ""
    lexicons_sha256: str = ""
    kinds_sha256: str = ""
    rules_sha256: str = ""
    options: tuple[tuple[str, str], ...] = ()
    seconds: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Everything that outputs may show. ``assessments`` are in the order of candidate ids.

    Attributes:
        call: The call with the committee's weights.
        assessments: What was found, with what the committee decided about it.
        places: The places of all candidates.
        unassigned: Files that nobody sent.
        problems: What a person should know.
        provenance: What went into the run.
        review: What the committee's cells hold.
        unplaced: Cells of it that had no effect, and why.
        conflicts: Everything typed in any build that another edit overruled, or that its field
            does not know.
        build: Number of the build in its OUT, from 1.
        run: What all builds in one OUT share, so that workbooks of others are told apart.
    """

    call: Call
    assessments: tuple[Assessment, ...]
    places: tuple[Place, ...]
    unassigned: tuple[Document, ...]
    problems: tuple[Problem, ...]
    provenance: Provenance
    review: Review = field(default_factory=Review)
    unplaced: tuple[Unplaced, ...] = ()
    conflicts: tuple[Change, ...] = ()
    build: int = 0
    run: str = ""

    def place(self, candidate: str) -> Place:
        """Return the place of a candidate.

        Raises:
            KeyError: If there is no such candidate.
        """
        for place in self.places:
            if place.candidate == candidate:
                return place
        raise KeyError(candidate)
