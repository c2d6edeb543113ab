"""Evidence: a passage of an application that says something about a criterion."""

from dataclasses import dataclass
from enum import StrEnum

from ranking.model.document import Box, Kind, Reader


class Assertion(StrEnum):
    """What a passage claims, in the terms of the ConText algorithm (Harkema et al. 2009)."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    OTHER_PERSON = "other_person"
    FAILED = "failed"
    QUOTED = "quoted"


class Level(StrEnum):
    """The ladder of evidence for an area, from weakest to strongest."""

    INTEREST = "interest"
    MENTION = "mention"
    COURSEWORK = "coursework"
    PROJECT = "project"
    THESIS = "thesis"
    PUBLICATION = "publication"


LADDER: tuple[Level, ...] = tuple(Level)

PROOFS: dict[Kind, str] = {
    Kind.CV: "account",
    Kind.LETTER: "account",
    Kind.TRANSCRIPT: "transcript",
    Kind.THESIS: "thesis",
    Kind.ARTICLE: "article",
    Kind.CERTIFICATE: "certificate",
}
"""Independent proofs by kind of document; the candidate's own account is one, however told."""


_FEWEST_WORDS = 5
"""What has fewer words is a heading or a name, not a statement."""

OWN_RULE = "committee"
"""The rule of passages that the committee added itself."""


def is_substantial(level: str) -> bool:
    """Whether a level of the ladder is coursework or more."""
    return level in LADDER and LADDER.index(Level(level)) >= LADDER.index(Level.COURSEWORK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One passage about one criterion.

    Attributes:
        id: Ten hexadecimal digits of sha1 over candidate, criterion, content hash, page and quote.
        candidate: Id of the candidate.
        criterion: Id of the criterion.
        concept: Id of the lexicon's concept, of the deed for an achievement, or of the topic for
            research interests.
        level: A level of the ladder, or of the problem-solving scale.
        quote: Verbatim words, white space collapsed.
        file: Path below the applications folder.
        page: Page of the file, from 1.
        boxes: Where the quote stands on the page.
        section: Section of the document, "" where unknown.
        kind: Kind of the document (or part) that holds the quote.
        assertion: What the passage claims.
        counted: Whether it counts.
        reason: Why it does not count, or how it got its level.
        rule: Lexicon entry and rule that made it.
        reader: How the words were obtained.
        decision: The committee's word about the passage, "" for none.
        found: The level as found, where the committee gave it another; else "".
        switched: Whether the committee changed if it counts.
        shown: Whether the workbook shows it; what is not shown would earn nothing more.
    """

    id: str
    candidate: str
    criterion: str
    concept: str
    level: str
    quote: str
    file: str
    page: int
    boxes: tuple[Box, ...] = ()
    section: str = ""
    kind: Kind = Kind.OTHER
    assertion: Assertion = Assertion.AFFIRMED
    counted: bool = True
    reason: str = ""
    rule: str = ""
    reader: Reader = Reader.TEXT
    decision: str = ""
    found: str = ""
    switched: bool = False
    shown: bool = True

    @property
    def proof(self) -> str:
        """The independent proof that the passage belongs to, "" for words of other people."""
        return PROOFS.get(self.kind, "")

    @property
    def telling(self) -> tuple[bool, str]:
        """The order among passages that earn the same, the one to read first before others.

        Rows of a table of contents and bare headings come last: nobody can judge by them alone.
        """
        bare = self.section == "contents" or len(self.quote.split()) < _FEWEST_WORDS
        return bare, self.id

    @property
    def own(self) -> bool:
        """Whether the committee added the passage itself."""
        return self.rule == OWN_RULE


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """A topic of the call and the passage in which the candidate names (or seems to name) it."""

    candidate: str
    topic: str
    quote: str
    file: str
    page: int
    counted: bool
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A row of a transcript.

    ``grade_0_1`` is the grade on 0..1 of its own scale, None where the scale is unknown;
    ``area`` is a criterion, or a field such as ``mathematics``, or "" where not relevant.
    """

    candidate: str
    course: str
    area: str
    credits: float | None
    grade: str
    grade_0_1: float | None
    scale: str
    passed: bool | None
    file: str
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact about a candidate that the committee wants at a glance."""

    candidate: str
    fact: str
    value: str
    date: str
    file: str
    page: int
