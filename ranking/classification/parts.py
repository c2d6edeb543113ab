"""Several documents merged into one file, told apart by page.

A page begins a new document where its head and what follows speak for another kind than the
document so far, and clearly so. Why clearly: a thesis cut in two is worse than a certificate that
stays with its transcript, so every doubt leaves the file whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ranking.classification.headings import heading_finder
from ranking.classification.kinds import (
    find_clues,
    reason,
)
from ranking.classification.language import language_of
from ranking.classification.openers import openers
from ranking.classification.seams import ends_before, heading_runs_on, new_head, runs_on
from ranking.classification.view import View
from ranking.model.document import Document, Kind, Part, Reader
from ranking.model.kinds import Group, Kinds, Opener

_WINDOWS: tuple[int | None, ...] = (1, 3, None)
"""So many pages from an opening page are looked at; None for all."""

_WORKS = frozenset({Kind.THESIS, Kind.ARTICLE})
"""Kinds that are told by what follows their first page; all others by that page alone."""

_LEAD = 3.0
"""By so much a new document's clues must exceed those of the document so far."""

_RUNNING_ON = 3.0
"""So much more is asked of a page whose printed number follows that of the page before."""

_SHORTEST_THESIS = 6
"""Pages at the front of a thesis may look like anything: declarations, certificates, a letter."""

_LIKE_A_TITLE_PAGE = frozenset({Kind.CERTIFICATE, Kind.OTHER})
"""After these, a page that looks like one of them may still be the title page of a work."""


@dataclass(frozen=True, slots=True)
class _Opening:
    """The first page of a part (index among the pages), its kind and why."""

    index: int
    kind: Kind
    reason: str


_Judged = dict[Kind, tuple[float, str]]
"""Kinds with the sum of their clues above the threshold and the reason, best first."""


def split(document: Document, kinds: Kinds) -> Document:
    """Return the classified document with its parts, unchanged if it is one document."""
    openings = _openings(document, kinds)
    if len(openings) < 2:  # noqa: PLR2004 - one part is the whole file
        return document
    openings = [*_with_unread(document, openings)]
    firsts = [document.first_page, *(document.pages[o.index].number for o in openings[1:])]
    lasts = [*(first - 1 for first in firsts[1:]), document.page_count]
    parts = tuple(
        Part(kind=opening.kind, first_page=first, last_page=last, reason=opening.reason)
        for opening, first, last in zip(openings, firsts, lasts, strict=True)
    )
    merged = replace(document, merged=parts)
    spoken = (language_of(View(part).language_sample()) for part in merged.part_documents)
    parts = tuple(replace(p, language=language) for p, language in zip(parts, spoken, strict=True))
    return replace(document, merged=parts, kind=_of_all(document, parts))


def _of_all(document: Document, parts: tuple[Part, ...]) -> Kind:
    """Return the kind of a merged file: what it holds of the candidate's own account comes first.

    A thesis inside a whole application is most of its pages, yet nobody would call the file so.
    """
    held = [part.kind for part in parts]
    wanted = (Kind.CV, Kind.LETTER, document.kind, held[0])
    return next(kind for kind in wanted if kind in held)


def _openings(document: Document, kinds: Kinds) -> list[_Opening]:
    """Return the openings; pages before the first one of a known kind belong to it."""
    openings: list[_Opening] = []
    for index, page in enumerate(document.pages):
        if page.reader is Reader.NONE or not page.text.strip():
            continue
        if not openings:
            openings.append(_first(document, index, kinds))
            continue
        found = _opened(document, index, openings[-1], kinds)
        if found and openings[-1].kind is Kind.OTHER:
            openings.pop()
        if found:
            openings.append(found)
    return openings


def _with_unread(document: Document, openings: list[_Opening]) -> Iterator[_Opening]:
    """Yield the openings, and one where pictures that were not read end a part of a merged file."""
    ends = [*(opening.index for opening in openings[1:]), len(document.pages)]
    for opening, end in zip(openings, ends, strict=True):
        yield opening
        last = max(i for i in range(opening.index, end) if document.pages[i].text.strip())
        unread = (i for i in range(last + 1, end) if document.pages[i].reader is Reader.NONE)
        for index in list(unread)[:1]:
            yield _Opening(index, Kind.OTHER, "no text to judge by")


def _first(document: Document, index: int, kinds: Kinds) -> _Opening:
    """Return the opening of the file: what its text says clearly, else what the whole file is."""
    margins = {clues.kind: clues.opener.margin for clues in kinds.kinds if clues.opener}
    for pages in _WINDOWS:
        judged = _judged(_window(document, index, pages), kinds)
        (kind, (lead, why)), (_, (second, _)), *_ = judged.items()
        unrivalled = kind not in _LIKE_A_TITLE_PAGE and lead >= max(0, second + _LEAD)
        if unrivalled or lead >= margins.get(kind, lead):
            return _Opening(index, kind, why)
    return _Opening(index, document.kind, document.kind_reason)


def _opened(document: Document, index: int, so_far: _Opening, kinds: Kinds) -> _Opening | None:
    """Return the opening that a page is, None if the document so far goes on."""
    if so_far.kind is Kind.THESIS and index - so_far.index < _SHORTEST_THESIS:
        return None
    before, page = document.pages[index - 1], document.pages[index]
    running_on = runs_on(before, page)
    if so_far.kind in _WORKS and (running_on or heading_runs_on(before, page)):
        return None
    alone, place = _window(document, index, 1), (so_far, index)
    possible = {
        kind: opener
        for kind, opener in openers(alone, so_far.kind, kinds).items()
        if _may_follow(document, place, kind, kinds)
    }
    if not possible:
        return None
    more = _RUNNING_ON if running_on else 0.0
    judged = _judged(alone, kinds)
    found = _clearly(judged, possible, so_far.kind, more)
    unlike = so_far.kind in _LIKE_A_TITLE_PAGE or judged[so_far.kind][0] <= 0
    works = {kind: opener for kind, opener in possible.items() if kind in _WORKS}
    if found is None and unlike and works:
        longer = (_judged(_window(document, index, pages), kinds) for pages in _WINDOWS[1:])
        found = next(filter(None, (_clearly(j, works, so_far.kind, more) for j in longer)), None)
    return None if found is None else _Opening(index, found, judged[found][1])


def _clearly(
    judged: _Judged, openers: dict[Kind, Opener], so_far: Kind, more: float
) -> Kind | None:
    """Return the kind that pages clearly are, None if none of those that may open here."""
    kind, (lead, _) = next(iter(judged.items()))
    if kind not in openers or lead < openers[kind].margin + more:
        return None
    rival = judged.get(so_far, (lead - _LEAD - more, ""))[0]
    return kind if kind is so_far or lead - rival >= _LEAD + more else None


def _may_follow(document: Document, place: tuple[_Opening, int], kind: Kind, kinds: Kinds) -> bool:
    """Whether a document of a kind may follow here.

    One of the same kind needs a head of its own; a work after a thesis or after one of its own
    kind comes after the bibliography, so that abstracts and title pages inside it open nothing.
    """
    so_far, index = place
    if kind in _WORKS and so_far.kind in {kind, Kind.THESIS}:
        pages = document.pages[so_far.index : index]
        if not ends_before(pages, heading_finder(kinds, Group.PAPER)):
            return False
    if kind is not so_far.kind:
        return True
    repeats = any(c.opener.repeats for c in kinds.kinds if c.opener and c.kind is kind)
    return repeats and new_head(document.pages[so_far.index], document.pages[index])


def _judged(view: View, kinds: Kinds) -> _Judged:
    found = find_clues(view, kinds)
    leads = {c.kind: sum(clue.weight for clue in found[c.kind]) - c.threshold for c in kinds.kinds}
    ordered = sorted(leads, key=lambda kind: -leads[kind])
    return {kind: (leads[kind], reason(found[kind], view)) for kind in ordered}


def _window(document: Document, index: int, pages: int | None) -> View:
    """Return the view of some pages as a file without a name."""
    chosen = document.pages[index:][:pages]
    source = replace(document.source, path="")
    return View(replace(document, source=source, pages=chosen, page_count=len(chosen)))
