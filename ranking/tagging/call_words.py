"""Words that a passage takes from the call itself: its title, its description of the project."""

import re

from ranking.model.call import Call

_WORD = re.compile(r"[^\W_]+")
SHARED_WORDS = 5
"""So many words in a row, the same as in the call, are the call's words and not the candidate's."""


class CallWords:
    """The runs of words of a call."""

    def __init__(self, call: Call) -> None:
        self._runs = {run for text in (call.title, call.project) for run, _ in _runs(text)}

    def quotes(self, text: str, start: int, end: int) -> bool:
        """Whether text[start:end] lies in words taken from the call."""
        return any(left <= start and end <= right for left, right in self._copied(text))

    def _copied(self, text: str) -> list[tuple[int, int]]:
        """Return the stretches of a text that are the call's words, joined where they overlap."""
        stretches: list[tuple[int, int]] = []
        for run, (start, end) in _runs(text):
            if run not in self._runs:
                continue
            if stretches and start <= stretches[-1][1]:
                stretches[-1] = (stretches[-1][0], end)
            else:
                stretches.append((start, end))
        return stretches


def _runs(text: str) -> list[tuple[tuple[str, ...], tuple[int, int]]]:
    words = list(_WORD.finditer(text))
    return [
        (
            tuple(word.group().casefold() for word in words[i : i + SHARED_WORDS]),
            (words[i].start(), words[i + SHARED_WORDS - 1].end()),
        )
        for i in range(len(words) - SHARED_WORDS + 1)
    ]
