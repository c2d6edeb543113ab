"""The call: what a position asks for, and how a committee weighs it. Read from one TOML file."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Scale(StrEnum):
    """How a criterion is scored."""

    AREA = "area"
    INTERESTS = "interests"
    ACHIEVEMENTS = "achievements"
    GRADES = "grades"


class TopicRank(StrEnum):
    """How near a topic is to the project."""

    CORE = "core"
    FURTHER = "further"
    APPLICATION = "application"


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """What earns points. ``lexicon`` is the lexicon's id, "" for criteria without one."""

    id: str
    title: str
    scale: Scale
    weight: float
    reason: str
    lexicon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A research topic of the project. Topics of one ``group`` earn points once."""

    id: str
    title: str
    rank: TopicRank
    lexicon: str
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementUse:
    """A requirement that the call makes; a gate is part of the formal status."""

    id: str
    title: str
    gate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRules:
    """What the call says about the files of an application.

    ``max_ocr_pages`` are the pictures of pages that OCR reads in a file; the rest is reported.
    """

    max_megabytes: float
    max_pages: int
    max_ocr_pages: int = 30
    letter_pages_min: int
    letter_pages_max: int
    references: int
    language: str
    cv_name: str
    letter_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoring:
    """Points and rules; every number of the scores comes from here.

    Attributes:
        cap: The most that a criterion can earn.
        areas_counted: How many of the best weighted areas count.
        levels: Points of the levels of evidence for areas.
        achievements: Points of the levels of problem solving.
        stated_points: Points of a stated topic by its rank.
        stated_cap: The most that stated topics can earn.
        shown_share: Share of a level's points that own work on a core topic earns.
        proof_bonus: Bonus for each further independent proof of an area.
        proof_bonus_max: The most further proofs that earn a bonus.
        achievement_bonus: Bonus for each further distinct achievement.
        achievement_bonus_max: The most further achievements that earn a bonus.
        unread_holds: The most that an unread document of a kind can hold, as a level.
        shortlist: How many candidates the committee means to look at closely.
        passages_shown: Passages of a candidate and criterion that the workbook shows, the
            strongest first; more where each is another proof, achievement, topic or level.
    """

    cap: float
    areas_counted: int
    levels: dict[str, float]
    achievements: dict[str, float]
    stated_points: dict[TopicRank, float]
    stated_cap: float
    shown_share: float
    proof_bonus: float
    proof_bonus_max: int
    achievement_bonus: float
    achievement_bonus_max: int
    unread_holds: dict[str, str]
    shortlist: int
    passages_shown: int = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call for applications.

    ``title``, ``project`` and ``advert`` (a line a paragraph) are the call's words: a passage that
    repeats them is quoted.
    """

    id: str
    title: str
    employer: str
    department: str
    project: str
    advert: str = ""
    reference_number: str
    published: dt.date
    deadline: dt.date
    start: dt.date
    files: FileRules
    criteria: tuple[Criterion, ...]
    topics: tuple[Topic, ...]
    requirements: tuple[RequirementUse, ...]
    scoring: Scoring

    @property
    def areas(self) -> tuple[Criterion, ...]:
        """The criteria that are subject areas."""
        return tuple(c for c in self.criteria if c.scale is Scale.AREA)

    def criterion(self, criterion_id: str) -> Criterion:
        """Return a criterion by id.

        Raises:
            KeyError: If the call has no such criterion.
        """
        for criterion in self.criteria:
            if criterion.id == criterion_id:
                return criterion
        raise KeyError(criterion_id)

    def topic(self, topic_id: str) -> Topic:
        """Return a topic by id.

        Raises:
            KeyError: If the call has no such topic.
        """
        for topic in self.topics:
            if topic.id == topic_id:
                return topic
        raise KeyError(topic_id)
