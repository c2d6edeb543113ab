"""Which kinds of document may begin on a page amid a file, by what stands at its head."""

import functools
from collections.abc import Iterable

from ranking.classification.folding import key_word, pattern
from ranking.classification.kinds import (
    Clue,
    headings_in,
    in_headings,
    in_measures,
    in_passages,
)
from ranking.classification.measures import measure
from ranking.classification.view import Passage, View
from ranking.model.document import Kind
from ranking.model.kinds import KindClues, Kinds, Measure, Opener, Where

_HEAD = frozenset({Where.OPENING, Where.FIRST_PAGE, Where.FRONT})


def openers(page: View, so_far: Kind, kinds: Kinds) -> dict[Kind, Opener]:
    """Return the kinds for which enough stands at the head of a page, with what they ask.

    A table of courses speaks for itself, but not after another page of a transcript.
    """
    head = page.part(Where.OPENING)
    headings = headings_in(head, kinds)
    if headings or _may_speak(head, kinds):
        weights = {clues.kind: _weight(clues, head, headings) for clues in kinds.kinds}
    else:
        weights = {clues.kind: 0.0 for clues in kinds.kinds}
    rows = {Measure.COURSE_ROWS: measure(page, Measure.COURSE_ROWS)}
    for clues in kinds.kinds:
        if clues.kind is not so_far:
            of_rows = (clue for clue in clues.measure if clue.measure in rows)
            weights[clues.kind] += _sum(in_measures(clue, rows) for clue in of_rows)
    return {
        clues.kind: clues.opener
        for clues in kinds.kinds
        if clues.opener
        and weights[clues.kind] >= clues.opener.head
        and page.sample[0].flat.count(" ") - 1 <= clues.opener.words
    }


def _may_speak(head: tuple[Passage, ...], kinds: Kinds) -> bool:
    """Whether the head of a page may hold a phrase for a kind; most pages of a work hold none."""
    sure, loose = _head_words(kinds)
    return any(
        not sure.isdisjoint(passage.words) or any(words in passage.flat for words in loose)
        for passage in head
    )


@functools.lru_cache(maxsize=8)
def _head_words(kinds: Kinds) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return words of which every phrase of a head has one, and the phrases that have none."""
    phrases = [
        phrase
        for clues in kinds.kinds
        for clue in clues.phrase
        if clue.weight > 0 and clue.where in _HEAD
        for phrase in clue.phrases
    ]
    sure = frozenset(filter(None, map(key_word, phrases)))
    return sure, tuple(pattern(phrase) for phrase in phrases if not key_word(phrase))


def _weight(clues: KindClues, head: tuple[Passage, ...], headings: dict[str, str]) -> float:
    """Return the weight of the clues for a kind that stand at the head of a page."""
    phrases = (clue for clue in clues.phrase if clue.weight > 0 and clue.where in _HEAD)
    sections = (clue for clue in clues.heading if clue.weight > 0)
    found = [in_passages(phrase, head) for phrase in phrases]
    return _sum([*found, *(in_headings(section, headings) for section in sections)])


def _sum(found: Iterable[Iterable[Clue]]) -> float:
    return sum(clue.weight for clues in found for clue in clues)
