"""How kinds of documents and their sections are told apart: clues and headings, as data."""

from dataclasses import dataclass, field
from enum import StrEnum

from ranking.model.document import Kind


class Where(StrEnum):
    """The part of a document in which a phrase is looked for.

    ``opening`` is the upper part of page 1; ``front`` are the first pages; ``end`` is the last
    page; ``sample`` is front and end.
    """

    OPENING = "opening"
    FIRST_PAGE = "first_page"
    FRONT = "front"
    END = "end"
    SAMPLE = "sample"


class Position(StrEnum):
    """How a phrase must stand on its line."""

    ANYWHERE = "anywhere"
    LINE_START = "line_start"
    WHOLE_LINE = "whole_line"


class Measure(StrEnum):
    """What can be counted of a document.

    Attributes:
        PAGES: Pages of the file.
        WORDS: Words a page.
        PROSE: Share of lines with nine words or more.
        FIRST_PERSON: "I", "my" and the like, per 100 words.
        THIRD_PERSON: "she", "his" and the like, per 100 words.
        COURSE_ROWS: Share of lines that hold words, credits and a grade.
        GRADED_ROWS: Share of lines that hold words and end in a grade.
        DATE_RANGES: Periods such as "2019-2021" or "since 2020".
        CITATIONS: Marks such as [12] or (Euler, 1748), a page.
        CONTENTS_ROWS: Lines of a table of contents, which end in dots and a page number.
    """

    PAGES = "pages"
    WORDS = "words"
    PROSE = "prose"
    FIRST_PERSON = "first_person"
    THIRD_PERSON = "third_person"
    COURSE_ROWS = "course_rows"
    GRADED_ROWS = "graded_rows"
    DATE_RANGES = "date_ranges"
    CITATIONS = "citations"
    CONTENTS_ROWS = "contents_rows"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameClue:
    """Words in the name of a file. ``*`` at an end of a word stands for more letters."""

    weight: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseClue:
    """Phrases in the text; each of up to ``most`` different ones adds the weight."""

    weight: float
    where: Where
    phrases: tuple[str, ...]
    position: Position = Position.ANYWHERE
    most: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingClue:
    """Headings of sections; each of up to ``most`` different sections adds the weight.

    Nothing is added where there are fewer than ``least``.
    """

    weight: float
    sections: tuple[str, ...]
    least: int = 1
    most: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureClue:
    """A measure between two bounds (both included). ``says`` names the clue in plain words."""

    weight: float
    measure: Measure
    says: str
    least: float = float("-inf")
    most: float = float("inf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opener:
    """What a page amid a file must show to begin a document of a kind there.

    Attributes:
        head: Least weight of the phrases that stand in the upper part of the page.
        margin: By how much the clues of the pages from there on must exceed the threshold.
        words: Most words on the page, such as on a title page.
        repeats: Whether two documents of the kind in a row are told apart by their first lines.
    """

    head: float
    margin: float
    words: float = float("inf")
    repeats: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KindClues:
    """The clues of one kind; a document is of this kind only if their sum reaches ``threshold``.

    A kind without an ``opener`` is never found amid a file.
    """

    kind: Kind
    threshold: float
    name: tuple[NameClue, ...] = ()
    phrase: tuple[PhraseClue, ...] = ()
    heading: tuple[HeadingClue, ...] = ()
    measure: tuple[MeasureClue, ...] = ()
    opener: Opener | None = None


class Group(StrEnum):
    """The documents that have a section: CVs and the like, or theses and articles."""

    CV = "cv"
    PAPER = "paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionHeadings:
    """The headings of one section, by language code."""

    id: str
    group: Group
    headings: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sections:
    """All sections. A heading may follow one of the ``qualifiers``, such as "selected"."""

    qualifiers: tuple[str, ...]
    section: tuple[SectionHeadings, ...]


@dataclass(frozen=True, kw_only=True)
class Kinds:
    """All kinds and sections of a run. Equal when their fingerprint is equal."""

    fingerprint: str
    kinds: tuple[KindClues, ...] = field(compare=False, repr=False)
    sections: Sections = field(compare=False, repr=False)
