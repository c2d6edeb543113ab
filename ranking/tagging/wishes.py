"""Which sentences state an interest of their writer's own, by cues that are data.

Asking about topics of research is not the same as asking for an interview, and naming what the
reader works on is not the same as wishing for it. Which words tell these apart is data
(``rules/interest.toml``).
"""

import re
from collections.abc import Iterable

from ranking.model.rules import InterestRules
from ranking.tagging.matcher import Phrases, blank_english

_HEADING_WORDS = 9
"""A sentence of more words is no heading."""

_CLAUSE_END = re.compile(r"[;.!?]|\bbut\b|\bhowever\b|\balthough\b|\bthough\b|\bwhile\b")
_WORD = re.compile(r"[^\W_]+")

Span = tuple[int, int]
"""Start and end of a stretch of a text."""


class Wishes:
    """Judges sentences by the rules of interests.

    Args:
        rules: The rules.
        hypothetical: Cues of hypothetical passages, which are wishes and plans too.
    """

    def __init__(self, rules: InterestRules, hypothetical: Iterable[str]) -> None:
        self._wishes = frozenset((*rules.wishes, *hypothetical))
        self._idle = frozenset(rules.idle)
        self._headings = frozenset(rules.headings)
        self._takes_back = frozenset(rules.takes_back)
        self._others = frozenset(rules.others)
        self._redeems = frozenset(rules.redeems)
        self._learning = frozenset(rules.learning)
        self._context = frozenset(rules.learning_context)
        cues = self._wishes | self._idle | self._headings | self._takes_back | self._others
        self._cues = Phrases(cues | self._redeems | self._context, blank_english())

    def wishes(self, text: str) -> bool:
        """Whether a text wishes for something that can be a topic of research."""
        return bool(self._wish_spans(text))

    def heads(self, text: str) -> bool:
        """Whether a text is the heading of what somebody wishes for."""
        short = len(_WORD.findall(text)) <= _HEADING_WORDS
        return short and bool(self._spans(text, self._headings))

    def takes_back(self, text: str) -> bool:
        """Whether a text says that the topics named are none of its writer's."""
        return bool(self._spans(text, self._takes_back))

    def redeems(self, text: str, end: int) -> bool:
        """Whether a text, after a place, wishes to know what it said not to be known."""
        return any(start >= end for start, _ in self._spans(text, self._redeems)) and self.wishes(
            text
        )

    def is_of_others(self, text: str, start: int) -> bool:
        """Whether what stands at a place of a text is named as the interest of somebody else."""
        wishes = self._wish_spans(text)
        return any(
            end <= start
            and not _CLAUSE_END.search(text, end, start)
            and not any(wish < begin for wish, _ in wishes)
            for begin, end in self._spans(text, self._others)
        )

    def words_of_learning(self, text: str) -> frozenset[str]:
        """Return the words of learning if a text is about learning, otherwise none."""
        return self._learning if self._spans(text, self._context) else frozenset()

    def _wish_spans(self, text: str) -> list[Span]:
        idle = self._spans(text, self._idle)
        return [span for span in self._spans(text, self._wishes) if not _within(span, idle)]

    def _spans(self, text: str, cues: frozenset[str]) -> list[Span]:
        return [(start, end) for start, end, cue in self._cues.find_all(text) if cue in cues]


def _within(span: Span, others: Iterable[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)
