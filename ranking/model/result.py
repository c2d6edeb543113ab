"""The result of a run: places of all candidates, and where everything came from."""

from dataclasses import dataclass

from ranking.model.assessment import Assessment, Verdict
from ranking.model.call import Call
from ranking.model.document import Document
from ranking.model.problem import Problem


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
    """Everything that outputs may show. ``assessments`` are in the order of candidate ids."""

    call: Call
    assessments: tuple[Assessment, ...]
    places: tuple[Place, ...]
    unassigned: tuple[Document, ...]
    problems: tuple[Problem, ...]
    provenance: Provenance

    def place(self, candidate: str) -> Place:
        """Return the place of a candidate.

        Raises:
            KeyError: If there is no such candidate.
        """
        for place in self.places:
            if place.candidate == candidate:
                return place
        raise KeyError(candidate)
