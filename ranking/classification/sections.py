"""To which section each line of a document belongs.

Headings are known by their words. The look of those that are known tells the others of a CV: a
line that is set like them and like little else is a heading too, of a section that nobody foresaw;
a line that is set like the bulk of the text is none, whatever it says.
"""

import re
from collections import Counter
from dataclasses import dataclass

from ranking.classification.headings import Heading, HeadingFinder, heading_finder
from ranking.model.document import Document, Kind, Page
from ranking.model.kinds import Group, Kinds

_PAGE_NUMBER = re.compile(r"[\s.\divxlc]*\Z")
_FEWEST_KNOWN = 2
"""So many headings of one look tell how headings look."""

_LONGEST_HEADING = 60
_ENDS_IN_PAGE_NUMBER = re.compile(r"(?:\.\s?){2,}\s*\S*\Z|\s\d{1,3}\Z")


@dataclass(slots=True)
class _Reading:
    """Where a reader stands: the section, the chapter it is part of, the chapter's number."""

    section: str = ""
    chapter: str = ""

    def meet(self, heading: Heading) -> None:
        """Go on after a heading."""
        if self.section == "bibliography" and heading.section == "body":
            return
        nested = heading.depth > 1
        self.section = self.chapter if nested and heading.section == "body" else heading.section
        if not nested:
            self.chapter = heading.section


@dataclass(frozen=True, slots=True)
class _Looks:
    """How headings are set in a document, and how the bulk of its text is."""

    headings: frozenset[str] = frozenset()
    bulk: str = ""

    def heading(self, line: str, style: str, finder: HeadingFinder) -> Heading | None:
        """Return the heading that a line is by words and look."""
        heading = finder.find(line)
        if heading is None:
            return finder.guess(line) if style in self.headings and _is_short(line) else None
        looks_plain = self.headings and style and style == self.bulk
        has_mark = heading.is_label or line.rstrip().endswith(":")
        return None if looks_plain and not has_mark else heading


def section_map(document: Document, kinds: Kinds) -> dict[int, tuple[str, ...]]:
    """Return, for each page number, the section of every line of the page's text.

    A section runs on across pages until the next heading; "" stands before the first one of each
    part. In theses and articles a chapter with a title of its own is ``body``.
    """
    return {
        number: sections
        for part in document.part_documents
        for number, sections in _sections_of(part, kinds).items()
    }


def _sections_of(document: Document, kinds: Kinds) -> dict[int, tuple[str, ...]]:
    group = group_of(document.kind)
    finder = heading_finder(kinds, group)
    looks = _looks(document, finder) if group is Group.CV else _Looks()
    reading = _Reading()
    return {
        page.number: _page_sections(_lines(page, finder, looks), reading, group)
        for page in document.pages
    }


def _looks(document: Document, finder: HeadingFinder) -> _Looks:
    """Learn from the headings that are known by their words how headings are set."""
    lines: Counter[str] = Counter()
    known: Counter[str] = Counter()
    for page in document.pages:
        for line, style in zip(page.text.split("\n"), page.styles, strict=False):
            heading = finder.find(line)
            lines[style] += bool(line.strip())
            known[style] += heading is not None and not heading.is_label
    headings = frozenset(
        style
        for style, count in known.items()
        if style and count >= max(_FEWEST_KNOWN, lines[style] / 2)
    )
    others = [style for style, _ in lines.most_common() if style not in headings]
    return _Looks(headings, next(iter(others), ""))


def _lines(page: Page, finder: HeadingFinder, looks: _Looks) -> list[tuple[str, Heading | None]]:
    """Return the lines of a page with the headings that they are."""
    lines = page.text.split("\n")
    styles = page.styles or ("",) * len(lines)
    return [
        (line, looks.heading(line, style, finder))
        for line, style in zip(lines, styles, strict=True)
    ]


def _is_short(line: str) -> bool:
    words = line.strip()
    return (
        len(words) <= _LONGEST_HEADING and any(map(str.isalpha, words)) and words[-1] not in ".,;"
    )


def group_of(kind: Kind) -> Group:
    """Return the group of sections that documents of a kind have."""
    return Group.PAPER if kind in {Kind.THESIS, Kind.ARTICLE} else Group.CV


def _page_sections(
    lines: list[tuple[str, Heading | None]], reading: _Reading, group: Group
) -> tuple[str, ...]:
    sections = []
    for (line, heading), (following, _) in zip(lines, [*lines[1:], ("", None)], strict=True):
        if heading is None or _is_contents_row(line, following, heading, reading):
            sections.append(reading.section)
        elif heading.is_label and group is Group.CV:
            sections.append(heading.section)
        else:
            reading.meet(heading)
            sections.append(reading.section)
    return tuple(sections)


def _is_contents_row(line: str, following: str, heading: Heading, reading: _Reading) -> bool:
    """Whether what looks like a heading is a row of the table of contents."""
    if reading.section != "contents" or heading.section == "contents":
        return False
    page_number_follows = bool(following.strip()) and _PAGE_NUMBER.match(following) is not None
    return page_number_follows or _ENDS_IN_PAGE_NUMBER.search(line) is not None
