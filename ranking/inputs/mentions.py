"""How strongly the pages of a document say whose it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ranking.inputs import names
from ranking.inputs.headlines import last_lines
from ranking.inputs.words import NAME_LABELS, OTHERS_ROLES
from ranking.model.document import Document, Kind, Page

_BREAKS = frozenset(",;:|/()&•·\n")
_MIDDLE_NAMES = 2
_GIVEN_WORDS = 3
_HEAD_LINES = 15
_SIGNATURE_LINES = 12
_ROLE_REACH = 4

SURE = 9
"""A page that says so much for a person names that person as the document's owner."""
ADDRESS = SURE
AUTHOR = 8
_LABELLED, _OWN_LINE, _HEAD = SURE + 1, SURE, 7
_BODY = {Kind.CV: 2, Kind.THESIS: 2, Kind.ARTICLE: 2, Kind.LETTER: 3, Kind.REFERENCE: 8}
_BODY_OF_OTHERS = 5
_BY_THE_OWNER = frozenset({Kind.CV, Kind.THESIS, Kind.ARTICLE, Kind.LETTER})

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Zone:
    """The tokens of a part of a document: words, punctuation and line ends, in one spelling."""

    tokens: tuple[str, ...]
    head: bool


def heads(document: Document) -> Iterator[Zone]:
    """Yield where owners name themselves: the top of page 1, a letter's end, a title page 2."""
    if document.pages:
        yield from _zones(_lines(document.pages[0])[:_HEAD_LINES], head=True)
    if document.kind is Kind.LETTER:
        yield from _zones(last_lines(document, _SIGNATURE_LINES), head=True)
    if document.kind is Kind.THESIS and len(document.pages) > 1:
        yield from _zones(_lines(document.pages[1])[:_HEAD_LINES], head=True)


def bodies(document: Document) -> Iterator[Zone]:
    """Yield the rest of page 1 and, of papers that others write about a person, page 2."""
    if document.pages:
        yield from _zones(_lines(document.pages[0])[_HEAD_LINES:], head=False)
    if document.kind not in _BY_THE_OWNER and len(document.pages) > 1:
        yield from _zones(_lines(document.pages[1]), head=False)


def _zones(lines: Sequence[str], *, head: bool) -> Iterator[Zone]:
    for spelling in names.bare_spellings("\n".join(lines)):
        yield Zone(tokens=tuple(names.page_words(spelling)), head=head)


def _lines(page: Page) -> list[str]:
    return [line for line in page.text.splitlines() if line.strip()]


def full_name(tokens: Sequence[str], family: Span, given: frozenset[str]) -> Span | None:
    """Return the run of tokens that is the full name around a family name, or None.

    Given names stand before the family name (up to two middle names between) or after it; after
    it, perhaps behind a comma or label, only where a name can start: ``Name Zhang, Yutong``.
    """
    return _given_before(tokens, family, given) or _given_behind(tokens, family, given)


def _given_before(tokens: Sequence[str], family: Span, given: frozenset[str]) -> Span | None:
    start, end = family
    for gap in range(_MIDDLE_NAMES + 1):
        if _BREAKS.intersection(tokens[max(0, start - gap) : start]) - {"\n"}:
            return None
        for first in range(max(0, start - gap - _GIVEN_WORDS), start - gap):
            if "".join(tokens[first : start - gap]) in given:
                return first, end
    return None


def _given_behind(tokens: Sequence[str], family: Span, given: frozenset[str]) -> Span | None:
    start, after = family
    before = tokens[start - 1] if start else "\n"
    if before not in _BREAKS and before not in NAME_LABELS:
        return None
    while after < len(tokens) and (tokens[after] in ",:\n" or tokens[after] in NAME_LABELS):
        after += 1
    for last in range(after + 1, min(len(tokens), after + _GIVEN_WORDS) + 1):
        if "".join(tokens[after:last]) in given:
            return start, last
    return None


def weight(zone: Zone, name: Span, kind: Kind) -> int:
    """Return how strongly a full name at this place speaks for its owner; 0 for other roles.

    A name behind ``Supervisor`` or a title is another person's, except in a reference letter,
    which is about the person in its body and by the person in its head.
    """
    if kind is Kind.REFERENCE:
        return _BODY[kind]
    tokens, (start, end) = zone.tokens, name
    line_start = next((i + 1 for i in range(start - 1, -1, -1) if tokens[i] == "\n"), 0)
    line_end = next((i for i in range(end, len(tokens)) if tokens[i] == "\n"), len(tokens))
    before = tokens[line_start:start]
    above = () if before else tokens[max(0, line_start - 3) : line_start]
    if OTHERS_ROLES.intersection(before[-_ROLE_REACH:]) or OTHERS_ROLES.intersection(above):
        return 0
    if NAME_LABELS.intersection(before[-2:]):
        return _LABELLED
    if not zone.head:
        return _BODY.get(kind, _BODY_OF_OTHERS)
    return _OWN_LINE if line_end - line_start <= end - start + _GIVEN_WORDS else _HEAD
