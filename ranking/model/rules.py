"""Rules as data: what a passage claims, how much, what it tells, what it is interested in."""

from dataclasses import dataclass
from enum import StrEnum

from ranking.model.evidence import Assertion, Level


class Scope(StrEnum):
    """Where a cue reaches: concepts after it, before it, or anywhere in the sentence."""

    FORWARD = "forward"
    BACKWARD = "backward"
    SENTENCE = "sentence"


@dataclass(frozen=True, kw_only=True)
class AssertionRule:
    """Cues that change what a passage claims. In examples the concept stands between < and >.

    ``reach`` is the most words between cue and concept; 0 for any number. A rule that is not
    ``in_works`` is for letters and the like, not for theses and articles.
    """

    id: str
    assertion: Assertion
    scope: Scope
    cues: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()
    reach: int = 0
    in_works: bool = True


@dataclass(frozen=True, kw_only=True)
class AssertionRules:
    """The rules in order of precedence, and words that change none.

    ``terminators`` end a clause; a cue that is part of one of ``pseudo`` ("not only") is none.
    """

    terminators: tuple[str, ...]
    rule: tuple[AssertionRule, ...]
    pseudo: tuple[str, ...] = ()

    def cues(self, assertion: Assertion) -> frozenset[str]:
        """Return the cues of all rules that give an assertion."""
        return frozenset(c for r in self.rule if r.assertion is assertion for c in r.cues)


@dataclass(frozen=True, kw_only=True)
class LevelRule:
    """Cues (or a pattern) by which words claim a level, beside ``near`` and without ``unless``.

    With ``within``, one of ``near`` stands before the cue, with at most so many words between.
    """

    id: str
    level: Level
    cues: tuple[str, ...]
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    within: int = 0
    pattern: str = ""


@dataclass(frozen=True, kw_only=True)
class LevelRules:
    """The rules in order of precedence."""

    rule: tuple[LevelRule, ...]


@dataclass(frozen=True, kw_only=True)
class StoryRules:
    """Cues of a hard problem that is told: trouble, then a finding, then an outcome.

    Attributes:
        announcement: Cues of a sentence that announces a story; it stands for an outcome.
        trouble: Cues of what went wrong.
        trouble_pattern: A regular expression for the same.
        finding: Cues of what the applicant found or did.
        finding_pattern: A regular expression for the same.
        outcome: Cues of what came of it.
        outcome_pattern: A regular expression for the same.
        examples: Paragraphs that tell a story.
        counter_examples: Paragraphs that do not.
    """

    announcement: tuple[str, ...]
    trouble: tuple[str, ...]
    trouble_pattern: str
    finding: tuple[str, ...]
    finding_pattern: str
    outcome: tuple[str, ...]
    outcome_pattern: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class InterestRules:
    """Cues of the statement of an own interest. In examples the topics stand between < and >.

    Attributes:
        wishes: Cues of wishes and leanings, besides those of hypothetical passages.
        idle: Wishes for something else than a topic of research.
        headings: Cues of a short sentence that heads what somebody wishes for.
        takes_back: Cues of a sentence that takes back the topics named.
        redeems: Cues of the wish to know what was said not to be known.
        others: Cues after which the topics of others are named.
        learning: Words of learning that a paragraph of wishes need not repeat in every sentence.
        learning_context: Words by which a paragraph says that it is about learning.
        examples: Texts that state an interest in the topics.
        counter_examples: Texts that do not.
    """

    wishes: tuple[str, ...]
    idle: tuple[str, ...]
    headings: tuple[str, ...]
    takes_back: tuple[str, ...]
    redeems: tuple[str, ...]
    others: tuple[str, ...]
    learning: tuple[str, ...]
    learning_context: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class GradeScale:
    """A grade scale and how it maps to 0..1.

    Attributes:
        id: Such as ``se-a-f``.
        title: Shown to reviewers.
        clues: Pieces of a transcript's text that tell the scale (lower case).
        grades: Grades with their value on 0..1; a value below 0 means failed.
        best: The best number of a numeric scale, None for scales of letters.
        worst_pass: The worst number that passes.
        worst: The worst number there is, None where it is 0.
        step: Numbers of the scale are multiples of it, None where they need not be.
        marks: Numbers and their values between which values lie on straight lines; without any,
            0.4 for ``worst_pass`` and 1 for ``best``.
        without_value: Grades that pass without a value, such as ``bestanden``.
        languages: Languages of transcripts that need not tell this scale, being the usual one.
        own: Grades that no other scale has.
        generic: Whether it stands for many scales, and gives way to one that fits as well.
    """

    id: str
    title: str
    clues: tuple[str, ...]
    grades: dict[str, float]
    best: float | None = None
    worst_pass: float | None = None
    worst: float | None = None
    step: float | None = None
    marks: tuple[tuple[float, float], ...] = ()
    without_value: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    generic: bool = False


@dataclass(frozen=True, kw_only=True)
class GradeScales:
    """All scales, and the words of transcripts.

    Attributes:
        failed: Words in a row that say that a course was not passed.
        pending: Words that say that it goes on.
        passed: Words that say that it was passed, or need not be taken.
        summary: Words of lines that sum up.
        legend: Words by which a legend explains grades.
        heads: Names of the columns of tables of courses, by what they hold.
        scale: The scales.
    """

    failed: tuple[str, ...]
    pending: tuple[str, ...]
    passed: tuple[str, ...]
    summary: tuple[str, ...]
    legend: tuple[str, ...]
    heads: dict[str, tuple[str, ...]]
    scale: tuple[GradeScale, ...]


@dataclass(frozen=True, kw_only=True)
class Rules:
    """All rules of tagging. Equal when their fingerprint (sha256 of the files) is equal."""

    fingerprint: str
    assertion: AssertionRules
    level: LevelRules
    story: StoryRules
    interest: InterestRules
    grades: GradeScales

    def __eq__(self, other: object) -> bool:
        """Compare fingerprints."""
        return isinstance(other, Rules) and other.fingerprint == self.fingerprint

    def __hash__(self) -> int:
        """Hash the fingerprint."""
        return hash(self.fingerprint)
