"""Tells which phrases a text may hold, without the cost of tokenising it.

A phrase can only stand in a text if its words do, in a row. Words are compared here as runs of
letters or of digits, which is coarser than spaCy's tokens, so no phrase is lost. A text with
words that spaCy rewrites ("can't", "cannot") is compared as spaCy rewrites it.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation

from ranking.tagging.phrases import folded, is_exact

_WORD = re.compile(r"\d+|[^\W\d_]+")
_CONTRACTION = re.compile(r"['\u2019](?:ll|re|ve|d|m|t)\b", re.IGNORECASE)
_REWRITTEN = "\0"
_REMEMBERED = 1 << 16


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What a tokenizer makes of some words.

    Attributes:
        words: The words, as written.
        apply: Returns a text as the tokenizer rewrites it.
    """

    words: frozenset[str]
    apply: Callable[[str], str]


class Prefilter:
    """Knows by their words which phrases a text may hold.

    Args:
        phrases: The phrases; those all in capitals are compared in their own case.
        rewriting: What the tokenizer takes apart or takes for others.
        conditions: Further phrases that are candidates beside them, and alone no match.
    """

    def __init__(
        self, phrases: Collection[str], rewriting: Rewriting, conditions: Collection[str] = ()
    ) -> None:
        asked = frozenset(phrases)
        self._rewriting = rewriting
        self._folded_run = _folded_run(rewriting)
        exact: dict[str, list[str]] = defaultdict(list)
        loose: dict[str, list[str]] = defaultdict(list)
        small: set[str] = set()
        for phrase in asked.union(conditions):
            if is_exact(phrase):
                for form in (phrase, f"{phrase}s"):
                    exact[_row(form)].append(phrase)
                    small.add(self._folded(form)[0])
            else:
                row, is_rewritten = self._folded(phrase)
                row = self._folded(rewriting.apply(phrase))[0] if is_rewritten else row
                loose[row].append(phrase)
        self._exact = _Rows(exact, asked)
        self._loose = _Rows(loose | {row: loose.get(row, []) for row in small}, asked)
        self._small = self._loose.places(small)

    def may_match(self, text: str) -> bool:
        """Whether a text may hold a phrase; never wrongly False."""
        row, is_rewritten = self._folded(text)
        if is_rewritten:
            return True
        found = self._loose.find(row)
        if not found.isdisjoint(self._loose.asked):
            return True
        may_be_exact = not found.isdisjoint(self._small)
        return may_be_exact and not self._exact.find(_row(text)).isdisjoint(self._exact.asked)

    def candidates(self, text: str) -> frozenset[str]:
        """Return the phrases that a text may hold; none that it holds is left out."""
        row, is_rewritten = self._folded(text)
        if is_rewritten:
            row = self._folded(self._rewriting.apply(text))[0]
        found = self._loose.find(row)
        exact = set[int]() if found.isdisjoint(self._small) else self._exact.find(_row(text))
        return self._loose.phrases(found) | self._exact.phrases(exact)

    def _folded(self, text: str) -> tuple[str, bool]:
        """Return the row of a text's folded words, and whether the tokenizer rewrites any."""
        row = " " + "".join(map(self._folded_run, text.split()))
        return row.replace(_REWRITTEN, ""), _REWRITTEN in row


class _Rows:
    """Rows of words, found together, with the phrases that have them.

    Attributes:
        asked: The places of the rows that an asked phrase has.
    """

    def __init__(self, phrases: dict[str, list[str]], asked: frozenset[str]) -> None:
        self._phrases = tuple(phrases.values())
        self._places = {row: place for place, row in enumerate(phrases)}
        having = (row for row, of_row in phrases.items() if not asked.isdisjoint(of_row))
        self.asked = self.places(having)
        # The default is a table for few phrases, which is no faster and takes longer to make.
        self._automaton = AhoCorasick(list(phrases), implementation=Implementation.ContiguousNFA)

    def places(self, rows: Iterable[str]) -> frozenset[int]:
        """Return the places of rows."""
        return frozenset(map(self._places.__getitem__, rows))

    def find(self, row: str) -> set[int]:
        """Return the places of the rows that are part of another one."""
        found = self._automaton.find_matches_as_indexes(row, overlapping=True)
        return {place for place, _, _ in found}

    def phrases(self, places: Iterable[int]) -> frozenset[str]:
        """Return the phrases of the rows at places."""
        return frozenset(phrase for place in places for phrase in self._phrases[place])


def _row(text: str) -> str:
    """Return words with a blank on both sides of each; a phrase without words matches any text."""
    return " " + "".join(map(_words_of_run, text.split()))


@functools.lru_cache(maxsize=_REMEMBERED)
def _words_of_run(run: str) -> str:
    """Return the words of a run of characters without blanks, with a blank after each."""
    return "".join(f"{word} " for word in _WORD.findall(run))


@functools.cache
def _folded_run(rewriting: Rewriting) -> Callable[[str], str]:
    """Return a function that folds a run of characters without blanks.

    It gives the words with a blank after each, and a mark if the tokenizer rewrites any. What it
    gave it remembers: a text has few different runs.
    """

    @functools.lru_cache(maxsize=_REMEMBERED)
    def fold(run: str) -> str:
        words = _WORD.findall(run)
        rewritten = not rewriting.words.isdisjoint(words) or _CONTRACTION.search(run) is not None
        return "".join(f"{folded(word)} " for word in words) + _REWRITTEN * rewritten

    return fold
