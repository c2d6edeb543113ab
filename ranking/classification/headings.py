"""Which line of a page is the heading of a section."""

import functools
import re
from dataclasses import dataclass

from ranking.classification.folding import fold
from ranking.model.kinds import Group, Kinds, Sections

_LONGEST = 60
_LONGEST_TITLE = 10
_MOST_WORDS_OF_TWO_PARTS = 5
_CHAPTER_WORDS = "chapter|section|part|kapitel|chapitre|capítulo|capitolo|hoofdstuk"
_NUMBERING = re.compile(
    rf"(?:(?:{_CHAPTER_WORDS})\s+)?"
    r"(?:(?P<digits>\d{1,2}(?:\.\d{1,2})*)|[IVX]{1,5}(?=[.\s])|[A-H](?=\.?\s))[.):]?\s+(?=\S)",
    re.IGNORECASE,
)
_CHAPTER = re.compile(rf"(?:{_CHAPTER_WORDS})\s+(?:\d+|[IVX]+)\W*\Z", re.IGNORECASE)
_PAGE_BEFORE_CHAPTER = re.compile(rf"\d{{1,3}}\s+(?=(?:{_CHAPTER_WORDS})\s+\d)", re.IGNORECASE)
_LABEL = re.compile(r"([^\W\d][\w '\u2019&/-]{2,40}?)\s*(?:[:.](?=\s)|[\u2014\u2013-]\s)\s*(?=\S)")
_REMEMBERED = 2048
_SECOND_PART = re.compile(r"\s(?:and|och|und|et|e|y|en)\s|\s*[&/,+]\s*")


UNFORESEEN = "other"
"""The section under a heading of a CV that no list foresees."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section.

    Attributes:
        section: Id of the section; ``body`` for a numbered heading with a title of its own.
        depth: 1 for a chapter or an unnumbered heading, 2 for one numbered 1.2, and so on.
        is_label: Whether text follows on the same line ("Languages: Swedish, English").
    """

    section: str
    depth: int = 1
    is_label: bool = False


class HeadingFinder:
    """Finds the headings of one group of documents."""

    def __init__(self, sections: Sections, group: Group) -> None:
        self._is_paper = group is Group.PAPER
        self._qualifiers = tuple(fold(words).lstrip() for words in sections.qualifiers)
        headings = {
            heading: section.id
            for section in sections.section
            if section.group is group
            for words in section.headings.values()
            for heading in words
        }
        self._ids = {_squeeze(heading): name for heading, name in headings.items()}
        firsts = [*headings, *sections.qualifiers, *_CHAPTER_WORDS.split("|")]
        self._first_words = frozenset(fold(words).split()[0] for words in firsts)
        self.find = functools.lru_cache(maxsize=_REMEMBERED)(self._find)

    def _find(self, line: str) -> Heading | None:
        """Return the heading that a line is, None if it is none.

        Known as ``find``, which remembers: a page is looked at for its kind, for what begins on
        it, and for its sections.
        """
        line = line.strip()
        if line[:1].isdigit():
            line = _PAGE_BEFORE_CHAPTER.sub("", line, count=1)
        if not line or line[0].islower() or not self._may_be_heading(line):
            return None
        if len(line) <= _LONGEST and line[-1] not in ".,;":
            heading = self._whole_line(line)
            if heading:
                return heading
        label = _LABEL.match(line)
        section = self._section(label[1]) if label else ""
        return Heading(section, is_label=True) if section else None

    def guess(self, line: str) -> Heading:
        """Return the heading that a line is of which the look tells that it is one.

        It need not be known as a whole: "Courses of relevance" begins with a known heading.
        """
        words = fold(line).split()
        for qualifier in self._qualifiers:
            words = words[len(qualifier.split()) :] if _starts(words, qualifier.split()) else words
        for count in range(len(words), 0, -1):
            section = self._ids.get("".join(words[:count]))
            if section:
                return Heading(section)
        return Heading(UNFORESEEN)

    def _may_be_heading(self, line: str) -> bool:
        """Sort out nearly all lines by their first word, which is cheap."""
        word = _first_word(line.split(maxsplit=1)[0])
        return bool(word) and (word in self._first_words or _may_number(word))

    def _whole_line(self, line: str) -> Heading | None:
        section = self._section(line)
        if section:
            return Heading(section)
        numbering = _NUMBERING.match(line)
        if numbering is None:
            return Heading("body") if self._is_paper and _CHAPTER.match(line) else None
        digits = numbering["digits"] or ""
        title = line[numbering.end() :]
        section = self._section(title)
        if not section and self._is_paper and digits and _is_title(title):
            section = "body"
        return Heading(section, digits.count(".") + 1) if section else None

    def _section(self, words: str) -> str:
        """Return the section that a heading names, "" if none."""
        folded = fold(words).lstrip()
        found = self._ids.get(folded.replace(" ", ""))
        if found:
            return found
        for qualifier in self._qualifiers:
            if folded.startswith(qualifier):
                return self._section(folded[len(qualifier) :])
        first, *rest = _SECOND_PART.split(words, maxsplit=1)
        if rest and len(words.split()) <= _MOST_WORDS_OF_TWO_PARTS:
            return self._ids.get(_squeeze(first), "")
        return ""


@functools.lru_cache(maxsize=8)
def heading_finder(kinds: Kinds, group: Group) -> HeadingFinder:
    """Return the finder of a group of documents; made once for equal ``kinds``."""
    return HeadingFinder(kinds.sections, group)


@functools.lru_cache(maxsize=16_384)
def _first_word(run: str) -> str:
    """Return the first folded word of a run of characters without blanks, "" if it has none."""
    return next(iter(fold(run).split()), "")


def _starts(words: list[str], first: list[str]) -> bool:
    return words[: len(first)] == first


def _squeeze(words: str) -> str:
    """Return folded words without blanks, so that letter-spacing does not matter."""
    return fold(words).replace(" ", "")


def _may_number(word: str) -> bool:
    """Whether a first word may be a number or a letter of a letter-spaced heading."""
    return len(word) == 1 or word.isdigit() or not word.strip("ivx")


def _is_title(words: str) -> bool:
    """Whether words after a number look like a title rather than like a row of a table."""
    letters = sum(char.isalpha() or char == " " for char in words)
    count = words.count(" ") + 1
    return words[0].isupper() and count <= _LONGEST_TITLE and letters > 0.8 * len(words)
