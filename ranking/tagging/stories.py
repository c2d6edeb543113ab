"""A hard problem of the applicant's own work, told in a paragraph: what was wrong, what was found.

Half of all evidence of problem solving stands in letters as a story of a few sentences, none of
which says much alone. A story has trouble, a finding and an outcome, in this order and near each
other; the finding is the applicant's. Which words tell them apart is data (``rules/story.toml``).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ranking.model.document import Document, Kind
from ranking.model.lexicon import Concept, Strength
from ranking.model.rules import StoryRules
from ranking.tagging.findings import Finding
from ranking.tagging.matcher import Hit, Phrases, blank_english
from ranking.tagging.passages import Passage, passages

STORY = Concept(
    id="story",
    title="A hard problem told with cause and result",
    strength=Strength.DIRECT,
    phrases={},
    level="told",
)
_REACH = 4
"""So many sentences may stand between trouble and finding, or finding and outcome."""

_FEWEST_SENTENCES = 2
_FIRST_PERSON = re.compile(r"\b(?:I|my|we|our|me)\b")
_ELEMENTS = ("announcement", "trouble", "finding", "outcome")


@dataclass(frozen=True, slots=True)
class Story:
    """A story: its sentences from the trouble to the finding, and the cue of the finding."""

    passage: Passage
    start: int
    end: int


class StoryTeller:
    """Finds stories by the cues of their elements."""

    def __init__(self, rules: StoryRules) -> None:
        self._cues = {element: frozenset(getattr(rules, element)) for element in _ELEMENTS}
        self._patterns = {
            "trouble": re.compile(rules.trouble_pattern),
            "finding": re.compile(rules.finding_pattern),
            "outcome": re.compile(rules.outcome_pattern),
        }
        self._phrases = Phrases(frozenset().union(*self._cues.values()), blank_english())

    def story(self, sentences: Sequence[Passage]) -> Story | None:
        """Return the first story of a paragraph, None if it tells none."""
        if len(sentences) < _FEWEST_SENTENCES:
            return None
        marks = [self._elements(sentence.text) for sentence in sentences]
        announced = any("announcement" in mark for mark in marks)
        for first, last in _spans(marks, announced=announced):
            if any(_FIRST_PERSON.search(s.text) for s in sentences[first : last + 1]):
                return self._story(sentences[first : last + 1])
        return None

    def _elements(self, text: str) -> frozenset[str]:
        found = self._phrases.find(text).keys()
        marks = {element for element, cues in self._cues.items() if not cues.isdisjoint(found)}
        marks |= {element for element, cues in self._patterns.items() if cues.search(text)}
        return frozenset(marks)

    def _findings(self, text: str) -> Iterator[tuple[int, int]]:
        told = self._phrases.find(text)
        yield from (told[cue] for cue in told.keys() & self._cues["finding"])
        yield from (match.span() for match in self._patterns["finding"].finditer(text))

    def _story(self, sentences: Sequence[Passage]) -> Story:
        text = " ".join(sentence.text for sentence in sentences)
        start, end = min(self._findings(sentences[-1].text))
        before = len(text) - len(sentences[-1].text)
        return Story(replace(sentences[0], text=text), before + start, before + end)


def find_stories(
    document: Document, teller: StoryTeller, home: tuple[str, str]
) -> Iterator[Finding]:
    """Yield the stories of a letter, one a paragraph at most.

    Args:
        document: The document; only letters tell stories.
        teller: Finds them.
        home: Criterion and lexicon of problem solving.
    """
    if document.kind is not Kind.LETTER:
        return
    criterion, lexicon = home
    for _, sentences in groupby(passages(document), key=lambda passage: passage.block):
        story = teller.story(list(sentences))
        if story:
            cue = story.passage.text[story.start : story.end]
            hit = Hit(lexicon, STORY, cue, story.start, story.end)
            yield Finding(
                criterion=criterion,
                concept=STORY.id,
                level=STORY.level,
                passage=story.passage,
                hit=hit,
                rule="trouble-finding-outcome",
                item=STORY.id,
            )


def _spans(marks: Sequence[frozenset[str]], *, announced: bool) -> Iterator[tuple[int, int]]:
    """Yield first and last sentence of what may be a story: from the trouble to the finding."""
    for first, mark in enumerate(marks):
        if "trouble" not in mark:
            continue
        for last in range(first, min(len(marks), first + _REACH + 1)):
            if "finding" not in marks[last]:
                continue
            rest = marks[last : last + _REACH + 1]
            told = announced or any("outcome" in other for other in rest)
            if told and (last > first or len(rest) > 1):
                yield first, last
