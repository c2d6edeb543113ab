"""Words that a passage takes from the call itself: its title, project and advert."""

import re
from collections.abc import Iterable

from ranking.model.call import Call

_WORD = re.compile(r"[^\W_]+")
SHARED_WORDS = 5
"""So many words in a row, the same as in the call, are the call's words and not the candidate's."""

_OWN_WORDS = 3
"""So many of them must be more than names of concepts, which everybody writes alike."""

Span = tuple[int, int]
"""Start and end of a stretch of a text."""


class CallWords:
    """The runs of words of a call."""

    def __init__(self, call: Call) -> None:
        texts = (call.title, call.project, *call.advert.split("\n"))
        self._runs = {run for text in texts for run, _ in _runs(text)}

    def quotes(self, text: str, span: Span, names: Iterable[Span]) -> bool:
        """Whether a stretch of a text lies in words taken from the call.

        Args:
            text: The text.
            span: The stretch.
            names: Where names of concepts stand.
        """
        start, end = span
        return any(left <= start and end <= right for left, right in self.copied(text, names))

    def copied(self, text: str, names: Iterable[Span]) -> tuple[Span, ...]:
        """Return the stretches of a text that are the call's words, joined where they overlap."""
        stretches: list[Span] = []
        for run, (start, end) in _runs(text):
            if run not in self._runs:
                continue
            if stretches and start <= stretches[-1][1]:
                stretches[-1] = (stretches[-1][0], end)
            else:
                stretches.append((start, end))
        named = tuple(names)
        return tuple(s for s in stretches if _words_beside(text, s, named) >= _OWN_WORDS)


def count_words(text: str) -> int:
    """Return the number of words of a text."""
    return sum(1 for _ in _WORD.finditer(text))


def _words_beside(text: str, stretch: Span, names: tuple[Span, ...]) -> int:
    """Count the words of a stretch that are no part of a name."""
    words = (match.span() for match in _WORD.finditer(text, *stretch))
    return sum(not any(a <= left and right <= b for a, b in names) for left, right in words)


def _runs(text: str) -> list[tuple[tuple[str, ...], Span]]:
    words = list(_WORD.finditer(text))
    return [
        (
            tuple(word.group().casefold() for word in words[i : i + SHARED_WORDS]),
            (words[i].start(), words[i + SHARED_WORDS - 1].end()),
        )
        for i in range(len(words) - SHARED_WORDS + 1)
    ]
