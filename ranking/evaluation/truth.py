"""What is true about a cohort, as careful readers found it; the form is told in data/README.md."""

from dataclasses import dataclass, field
from enum import StrEnum

from ranking.evaluation.text import file_name
from ranking.model.document import Kind
from ranking.model.evidence import Level, is_substantial

NO_TOPIC = "none"


class Step(StrEnum):
    """The ladder of evidence with its foot: nothing."""

    NOTHING = "none"
    INTEREST = Level.INTEREST
    MENTION = Level.MENTION
    COURSEWORK = Level.COURSEWORK
    PROJECT = Level.PROJECT
    THESIS = Level.THESIS
    PUBLICATION = Level.PUBLICATION

    @property
    def height(self) -> int:
        """Steps above nothing."""
        return tuple(Step).index(self)

    @property
    def substantial(self) -> bool:
        """Whether it is coursework or more."""
        return is_substantial(self)


def step_of(level: str) -> Step:
    """Return the step of a level; what is not on the ladder of areas is nothing there."""
    return Step(level) if level in tuple(Step) else Step.NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueDocument:
    """A file of an application."""

    file: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page on which something stands; pages count from 1."""

    file: str
    page: int
    quote: str = ""

    @property
    def key(self) -> tuple[str, int]:
        """File name and page, as places are compared."""
        return file_name(self.file), self.page


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof(Place):
    """Words that show a level of an area."""

    level: Step = Step.MENTION


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One area of one applicant.

    Attributes:
        level: The strongest honest level.
        proof: Where it is shown.
        traps: Words that look like evidence and are not, each in quotes, then ``--`` and why.
        also_acceptable: Levels that other readers gave.
    """

    level: Step
    proof: tuple[Proof, ...] = ()
    traps: tuple[str, ...] = ()
    also_acceptable: tuple[Step, ...] = ()

    @property
    def fair(self) -> tuple[Step, ...]:
        """All levels that a reader gave."""
        return (self.level, *self.also_acceptable)

    @property
    def highest(self) -> int:
        """The height of the highest level that a reader gave."""
        return max(step.height for step in self.fair)

    def nearest(self, found: Step) -> Step:
        """Return the level of a reader that is nearest to the one found."""
        return min(self.fair, key=lambda step: abs(step.height - found.height))


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueInterests:
    """The topics of the call that the applicant names as an own interest."""

    topics: tuple[str, ...]

    @property
    def own(self) -> frozenset[str]:
        """The topics without the word for none."""
        return frozenset(self.topics) - {NO_TOPIC}


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """What is true about one application; what is None was not judged and is not compared.

    Attributes:
        id: The id among the applicants.
        documents: The files.
        areas: Levels by criterion; areas that are not there were not judged.
        folder: Where the files lie, needed only where file names repeat.
        research_interests: The topics that are an own interest.
        problem_solving: Where skill in problem solving shows.
        requirements: Verdicts on formal requirements.
        anomalies: What is odd about the files.
    """

    id: str
    documents: tuple[TrueDocument, ...]
    areas: dict[str, Cell]
    folder: str = ""
    research_interests: TrueInterests | None = None
    problem_solving: tuple[Place, ...] | None = None
    requirements: dict[str, bool | str | None] = field(default_factory=dict)
    anomalies: tuple[str, ...] | None = None

    @property
    def files(self) -> frozenset[str]:
        """The names of the files."""
        return frozenset(file_name(one.file) for one in self.documents)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expert:
    """How experts order the applicants.

    Attributes:
        consensus_order: The order of merit, best first.
        tiers: Groups of equal merit: A, then B, then C. Groups with names of more than a letter
            (``ineligible``) say nothing of merit and are not compared.
    """

    consensus_order: tuple[str, ...]
    tiers: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Truth:
    """All applicants of a cohort, and how experts order them where they did."""

    applicants: tuple[Applicant, ...]
    expert: Expert | None = None
