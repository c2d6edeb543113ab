"""The kind of a document: the kind whose clues weigh most, with the clues as the reason.

Why clues and not a trained model: a committee must be able to read why a file counts as a thesis,
and to add a clue of its own in ``data/kinds``.
"""

import dataclasses
import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ranking.classification.folding import key_word, pattern
from ranking.classification.headings import heading_finder
from ranking.classification.language import language_of
from ranking.classification.measures import measure
from ranking.classification.view import Passage, View
from ranking.model.document import Document, Kind
from ranking.model.kinds import (
    Group,
    HeadingClue,
    KindClues,
    Kinds,
    Measure,
    MeasureClue,
    NameClue,
    PhraseClue,
)

_REASONS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Clue:
    """A clue that was found, in plain words."""

    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the clues are held against."""

    view: View
    measures: dict[Measure, float]
    headings: dict[str, str]


def classify(document: Document, kinds: Kinds) -> Document:
    """Return the document with its kind, the reason for it and its language.

    A document without text is judged by its name alone, for which any clue is enough; without a
    clue a document is ``other``.
    """
    view = View(document)
    found = find_clues(view, kinds)
    thresholds = {clues.kind: clues.threshold for clues in kinds.kinds if view.has_text}
    sums = {kind: sum(clue.weight for clue in clues) for kind, clues in found.items()}
    reached = [
        kind for kind, total in sums.items() if total > 0 and total >= thresholds.get(kind, 0)
    ]
    kind = max(reached, key=sums.__getitem__, default=Kind.OTHER)
    return dataclasses.replace(
        document,
        kind=kind,
        kind_reason=reason(found.get(kind, ()), view),
        language=language_of(view.language_sample()),
    )


def find_clues(view: View, kinds: Kinds) -> dict[Kind, tuple[Clue, ...]]:
    """Return the clues of each kind that a document shows, for and against."""
    facts = _facts(view, kinds)
    return {clues.kind: tuple(_clues(clues, facts)) for clues in kinds.kinds}


def _facts(view: View, kinds: Kinds) -> _Facts:
    measures = {what: measure(view, what) for what in Measure} if view.has_text else {}
    return _Facts(view, measures, headings_in(view.sample, kinds))


def headings_in(passages: Iterable[Passage], kinds: Kinds) -> dict[str, str]:
    """Return the sections that headings in passages name, each with its first heading."""
    lines = [line for passage in passages for line in passage.lines]
    headings: dict[str, str] = {}
    for finder in (heading_finder(kinds, group) for group in Group):
        for line in lines:
            heading = finder.find(line)
            if heading:
                headings.setdefault(heading.section, line.strip())
    return headings


def _clues(clues: KindClues, facts: _Facts) -> Iterator[Clue]:
    for name in clues.name:
        yield from _in_name(name, facts.view)
    if facts.view.has_text:
        for phrase in clues.phrase:
            yield from in_passages(phrase, facts.view.part(phrase.where))
        for heading in clues.heading:
            yield from in_headings(heading, facts.headings)
        for measured in clues.measure:
            yield from in_measures(measured, facts.measures)


def _in_name(clue: NameClue, view: View) -> Iterator[Clue]:
    for words in clue.words:
        if pattern(words) in view.name:
            yield Clue(clue.weight, f"file name says '{words.strip('*')}'")
            return


def in_passages(clue: PhraseClue, passages: tuple[Passage, ...]) -> Iterator[Clue]:
    """Yield the phrases of a clue that stand in passages, each once and not more than its most."""
    keys = _key_words(clue.phrases)
    if "" not in keys and all(keys.isdisjoint(passage.words) for passage in passages):
        return  # quick, and nearly always so
    left = clue.most
    for phrase in clue.phrases:
        word = key_word(phrase)
        for passage in passages:
            if word and word not in passage.words:
                continue
            if passage.holds(pattern(phrase), clue.position):
                yield Clue(clue.weight, f"'{phrase.strip('*')}' on page {passage.page}")
                left -= 1
                break
        if not left:
            return


@functools.cache
def _key_words(phrases: tuple[str, ...]) -> frozenset[str]:
    """Return the key words of phrases; "" is among them if a phrase has none."""
    return frozenset(map(key_word, phrases))


def in_headings(clue: HeadingClue, headings: dict[str, str]) -> Iterator[Clue]:
    """Yield what a clue finds among the headings that sections have."""
    found = [headings[section] for section in clue.sections if section in headings]
    if len(found) >= clue.least:
        shown = ", ".join(f"'{words}'" for words in found[: clue.most])
        yield Clue(clue.weight * min(len(found), clue.most), f"headings {shown}")


def in_measures(clue: MeasureClue, measures: dict[Measure, float]) -> Iterator[Clue]:
    """Yield the clue if its measure lies within its bounds."""
    if clue.least <= measures[clue.measure] <= clue.most:
        yield Clue(clue.weight, clue.says)


def reason(clues: Iterable[Clue], view: View) -> str:
    """Name the heaviest clues; say where there was nothing to go by."""
    speaking = sorted((c for c in clues if c.weight > 0), key=lambda clue: -clue.weight)
    words = "; ".join(clue.words for clue in speaking[:_REASONS_SHOWN])
    if not view.has_text:
        return f"{words} (no text to judge by)" if words else "no text to judge by"
    return words or "no clue of a known kind"
