"""Lists of terms in a CV with nothing behind them.

A list claims little (``mention`` at most), so stuffing changes no score; but the committee should
know that somebody names many things of the call, and shows none of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ranking.model.document import Document, Kind
from ranking.model.evidence import Evidence, is_substantial
from ranking.model.problem import Problem, problem
from ranking.tagging.matcher import Hit
from ranking.tagging.passages import Passage, passages
from ranking.tagging.tools import Tools

_FEWEST_NAMES = 2
_FEWEST_TERMS = 3
"""So many areas or topics, and so many terms of them, are named with nothing behind them."""

_SHARE = 0.4
"""And with so many of all the terms that the lists name."""

_SEPARATOR = re.compile(r"[,;|/\u2022\u00b7\u25a0-\u26ff]|\s[-\u2013]\s")
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_SEPARATORS = 3
_ITEM_WORDS = 4.5
_TERMS_SHOWN = 8


def stuffed_lists(
    documents: Iterable[Document], rows: Iterable[Evidence], candidate: str, tools: Tools
) -> Iterator[Problem]:
    """Yield a problem if the lists of a CV name much of the call that nothing else shows.

    Args:
        documents: The documents of an applicant.
        rows: Their evidence.
        candidate: Their id.
        tools: The tools of the call.
    """
    listed = [
        (cv.file, passage.page, tools.areas.get(hit.lexicon) or tools.topics[hit.lexicon], hit)
        for cv in documents
        if cv.kind is Kind.CV
        for passage in passages(cv, tools.matcher.may_match)
        if _is_list(passage)
        for hit in tools.matcher.find(passage.text)
        if hit.lexicon in tools.areas or hit.lexicon in tools.topics
    ]
    backed = _backed(rows, tools)
    bare = [one for one in listed if one[2] not in backed]
    terms = _terms(hit for *_, hit in bare)
    names = {name for _, _, name, _ in bare}
    enough = max(_FEWEST_TERMS, _SHARE * len(_terms(hit for *_, hit in listed)))
    if len(names) >= _FEWEST_NAMES and len(terms) >= enough:
        file, page, *_ = bare[0]
        shown = ", ".join(terms[:_TERMS_SHOWN]) + (" ..." if len(terms) > _TERMS_SHOWN else "")
        message = f"Listed, with no course, project or text behind it: {shown}."
        yield problem("keyword-stuffing", message, file=file, page=page, candidate=candidate)


def _backed(rows: Iterable[Evidence], tools: Tools) -> frozenset[str]:
    """Return the areas and topics that something substantial shows."""
    shown: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.counted and is_substantial(row.level):
            shown[row.criterion].add(row.concept)
    return frozenset(shown) | frozenset(shown.get(tools.interests, ()))


def _terms(hits: Iterable[Hit]) -> list[str]:
    return list(dict.fromkeys(hit.phrase for hit in hits))


def _is_list(passage: Passage) -> bool:
    """Whether a passage lists things: short items between separators, or a CV's skills."""
    items = len(_SEPARATOR.findall(passage.text)) + 1
    words = len(_WORD.findall(passage.text))
    return passage.section == "skills" or (
        items > _FEWEST_SEPARATORS and words <= _ITEM_WORDS * items
    )
