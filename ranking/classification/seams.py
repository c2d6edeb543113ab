"""What speaks for or against a new document between two pages, whatever its kind."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from ranking.classification.folding import fold
from ranking.classification.headings import HeadingFinder
from ranking.model.document import Page

_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|sida|sid|p|s|pg)\b\.?\s*)?(\d{1,3})"
    r"\s*(?:(?:/|of|von|av|\()\s*\d{1,3})?\W*\Z",
    re.IGNORECASE,
)
_EDGE_NUMBER = re.compile(r"\A(\d{1,3})(?=\s|\Z)|(?<=\s)(\d{1,3})\Z")
_EDGE_LINES = 2
_HEAD_LINES = 6
_LAST_PAGES = 8
_DIGITS = re.compile(r"\d+")
_CONTENTS_ROW = re.compile(r"(?:\.\s?){2,}|\d\s*\Z")


def runs_on(before: Page, page: Page) -> bool:
    """Whether the number printed on a page follows that of the page before."""
    return any(number - 1 in _printed_numbers(before) for number in _printed_numbers(page))


def heading_runs_on(before: Page, page: Page) -> bool:
    """Whether a number in the running head or foot follows that of the page before.

    Books print "12 Chapter 2" and "2.1 Kernels 13"; in other documents such numbers mean nothing.
    """
    return any(number - 1 in _edge_numbers(before) for number in _edge_numbers(page))


def new_head(first: Page, page: Page) -> bool:
    """Whether a page begins with other lines than the first page of the document so far."""
    known = {_DIGITS.sub("", fold(line)) for line in _first_lines(first, _HEAD_LINES)}
    return all(_DIGITS.sub("", fold(line)) not in known for line in _first_lines(page, _EDGE_LINES))


def ends_before(pages: Sequence[Page], finder: HeadingFinder) -> bool:
    """Whether a bibliography begins on the last pages of a work."""
    return any(
        (heading := finder.find(line)) is not None
        and heading.section == "bibliography"
        and not _CONTENTS_ROW.search(line)
        for page in pages[-_LAST_PAGES:]
        for line in filter(None, map(str.strip, page.text.split("\n")))
    )


def _printed_numbers(page: Page) -> set[int]:
    lines = (*_first_lines(page, _EDGE_LINES), *_last_lines(page, _EDGE_LINES))
    return {int(match[1]) for match in map(_PAGE_NUMBER.match, lines) if match}


def _edge_numbers(page: Page) -> set[int]:
    lines = (*_first_lines(page, 1), *_last_lines(page, 1))
    found = (_EDGE_NUMBER.finditer(line) for line in lines)
    return {int(match[1] or match[2]) for matches in found for match in matches}


def _first_lines(page: Page, count: int) -> list[str]:
    """Return the first lines that are not blank."""
    return _not_blank(page.text.split("\n"), count)


def _last_lines(page: Page, count: int) -> list[str]:
    """Return the last lines that are not blank, the last one first."""
    return _not_blank(reversed(page.text.split("\n")), count)


def _not_blank(lines: Iterable[str], count: int) -> list[str]:
    return list(islice(filter(None, map(str.strip, lines)), count))
