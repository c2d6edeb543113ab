"""Tells which phrases a text may hold, without the cost of tokenising it.

A phrase can only stand in a text if its words do, in a row. Words are compared here as runs of
letters or of digits, which is coarser than spaCy's tokens, so no phrase is lost. In a text with
words that spaCy rewrites ("can't", "cannot") a phrase may stand if its longest word does.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from ranking.tagging.phrases import folded, is_exact

_WORD = re.compile(r"\d+|[^\W\d_]+")
_CONTRACTION = re.compile(r"['\u2019](?:ll|re|ve|d|m|t)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What a tokenizer makes of some words.

    Attributes:
        words: The words, as written.
        results: All words that come of them, folded.
        apply: Returns a text as the tokenizer rewrites it.
    """

    words: frozenset[str]
    results: frozenset[str]
    apply: Callable[[str], str]


class Prefilter:
    """Knows by their words which phrases a text may hold.

    Args:
        phrases: The phrases; those all in capitals are compared in their own case.
        rewriting: What the tokenizer takes apart or takes for others.
    """

    def __init__(self, phrases: Collection[str], rewriting: Rewriting) -> None:
        self._phrases = phrases
        self._rewriting = rewriting
        exact: dict[str, list[str]] = defaultdict(list)
        loose: dict[str, list[str]] = defaultdict(list)
        for phrase in phrases:
            for form in (phrase, f"{phrase}s") if is_exact(phrase) else ():
                words = _WORD.findall(form)
                exact[_row(words)].append(phrase)
                loose[_row(map(folded, words))] += ()
            if not is_exact(phrase):
                words = _WORD.findall(phrase)
                if self._is_rewritten(phrase, words):
                    words = _WORD.findall(rewriting.apply(phrase))
                loose[_row(map(folded, words))].append(phrase)
        self._exact, self._loose = _Rows(exact), _Rows(loose)

    def may_match(self, text: str) -> bool:
        """Whether a text may hold a phrase; never wrongly False."""
        words = _WORD.findall(text)
        return bool(self._in_row(words)) or self._is_rewritten(text, words)

    def candidates(self, text: str) -> frozenset[str]:
        """Return the phrases that a text may hold; none that it holds is left out."""
        words = _WORD.findall(text)
        if self._is_rewritten(text, words):
            known = {*map(folded, words), *self._rewriting.results}
            return frozenset[str]().union(*(self._by_longest_word.get(w, ()) for w in known))
        return self._in_row(words)

    def _in_row(self, words: list[str]) -> frozenset[str]:
        """Return the phrases whose words stand in a row; most texts need one look for that."""
        found = self._loose.find(_row(map(folded, words)))
        if not found:
            return frozenset()
        return frozenset[str]().union(*found, *self._exact.find(_row(words)))

    def _is_rewritten(self, text: str, words: list[str]) -> bool:
        return not self._rewriting.words.isdisjoint(words) or _CONTRACTION.search(text) is not None

    @functools.cached_property
    def _by_longest_word(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for phrase in self._phrases:
            found[max(map(folded, _WORD.findall(phrase)), key=len, default="")].append(phrase)
        return found


class _Rows:
    """Rows of words, found together, with the phrases that have them."""

    def __init__(self, phrases: dict[str, list[str]]) -> None:
        self._rows = tuple(map(frozenset, phrases.values()))
        self._automaton = AhoCorasick(list(phrases))

    def find(self, row: str) -> list[frozenset[str]]:
        """Return the phrases of each row that is part of another one."""
        found = self._automaton.find_matches_as_indexes(row, overlapping=True)
        return [self._rows[index] for index, _, _ in found]


def _row(words: Iterable[str]) -> str:
    """Return words with a blank on both sides of each; a phrase without words matches any text."""
    return " ".join(["", *words, ""])
