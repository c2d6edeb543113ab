"""To which section each line of a document belongs."""

import re
from dataclasses import dataclass

from ranking.classification.headings import Heading, HeadingFinder, heading_finder
from ranking.model.document import Document, Kind
from ranking.model.kinds import Group, Kinds

_PAGE_NUMBER = re.compile(r"[\s.\divxlc]*\Z")
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
    reading = _Reading()
    return {
        page.number: _page_sections(page.text.split("\n"), finder, reading, group)
        for page in document.pages
    }


def group_of(kind: Kind) -> Group:
    """Return the group of sections that documents of a kind have."""
    return Group.PAPER if kind in {Kind.THESIS, Kind.ARTICLE} else Group.CV


def _page_sections(
    lines: list[str], finder: HeadingFinder, reading: _Reading, group: Group
) -> tuple[str, ...]:
    sections = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        heading = finder.find(line)
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
