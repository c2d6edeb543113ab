"""Mends slips of OCR for matching: "statisties" is matched as "statistics".

Only for pages that OCR read, and for matching only: what is quoted stays as it was read. A word is
mended if no phrase has it, and one word of the phrases, and one only, looks like it: the same but
for one letter, which is of the same shape. The length stays the same, so places in the text do.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Collection, Iterable

from ranking.tagging.phrases import folded

_ALIKE = ("ce", "co0", "ao", "nu", "hb", "il1", "vy", "gq", "s5", "b8")
"""Letters that scans blur into each other."""

_SHORTEST = 6
_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")


class Mender:
    """Mends words of OCR.

    Args:
        phrases: The phrases that are looked for.
    """

    def __init__(self, phrases: Collection[str]) -> None:
        self._phrases = phrases

    def mend(self, text: str) -> str:
        """Return a text of the same length in which slips are mended."""
        return _WORD.sub(lambda match: self._mended(match.group()), text)

    def _mended(self, word: str) -> str:
        low = word.lower()
        known, by_shape = self._words
        if len(word) < _SHORTEST or folded(low) in known:
            return word
        meant = {other for shape in _shapes(low) for other in by_shape.get(shape, ())}
        if len(set(map(folded, meant))) != 1:
            return word
        mended = min(meant)
        return mended.upper() if word.isupper() else word[0] + mended[1:]

    @functools.cached_property
    def _words(self) -> tuple[frozenset[str], dict[str, set[str]]]:
        """The words of the phrases, folded, and by shape; made when OCR is met first."""
        found = {word.lower() for phrase in self._phrases for word in _LETTERS.findall(phrase)}
        by_shape: dict[str, set[str]] = defaultdict(set)
        for word in sorted(word for word in found if len(word) >= _SHORTEST):
            for shape in _shapes(word):
                by_shape[shape].add(word)
        return frozenset(map(folded, found)), by_shape


def _shapes(word: str) -> Iterable[str]:
    """Yield a word with each letter in turn left open to all letters of its shape."""
    for place, letter in enumerate(word):
        for number, alike in enumerate(_ALIKE):
            if letter in alike and place:
                yield f"{word[:place]}\0{number}{word[place + 1 :]}"
