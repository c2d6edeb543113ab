"""What the text of a page is worth: words, or the debris of a broken font.

Why words decide: a font without a proper map to Unicode gives signs of damage in some files
(private or control characters), and none in others, where every letter is another letter. A third
of any prose are function words; where they are missing, the shape of the words tells broken text
from a table or a list of names.
"""

import re
from collections.abc import Callable, Container, Iterable, Sequence

from ranking.model.document import Quality
from ranking.model.page_rules import PageRules

_BLANK = re.compile(r"\s+")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffd]")
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_SCRIPT = re.compile("[\u0530-\u1cff\u2e80-\ufdff\ufe70-\ufefc]")
_LONG_WORD = 4
_SHORTEST_BACKWARDS = 3
_ACRONYM = 5
_DIFFERENT_STOP_WORDS = 4


class QualityJudge:
    """Tells broken text by the rules."""

    def __init__(self, rules: PageRules) -> None:
        self._rules = rules.garbage
        self._languages = tuple(frozenset(words.split()) for words in rules.stop_words.values())
        self._stop_words = frozenset[str]().union(*self._languages)
        backwards = {w[::-1] for w in self._stop_words if len(w) >= _SHORTEST_BACKWARDS}
        self._backwards = backwards - self._stop_words
        self._vowels = frozenset(self._rules.vowels)

    def is_garbage(self, text: str, unmapped: Callable[[], float]) -> bool:
        """Whether the text of a page is broken.

        Args:
            text: As the engine gives it, with control characters.
            unmapped: Gives the share of characters without a Unicode value; asked in doubt only.
        """
        rules = self._rules
        if _share(text.lower().split(), self._stop_words) >= rules.plenty_of_stop_words:
            return False
        visible = _BLANK.sub("", text)
        if len(visible) < rules.fewest_characters:
            return False
        words = _WORD.findall(text)
        if len(words) >= rules.enough_words and self._is_prose([w.lower() for w in words]):
            return False
        controls = len(_CONTROL.findall(visible)) / len(visible)
        private = len(_PRIVATE.findall(visible)) / len(visible)
        if controls > rules.most_controls or private > rules.most_private:
            return True
        letters = sum(map(len, words))
        if len(_OTHER_SCRIPT.findall(visible)) > letters / 2:
            return letters >= rules.enough_words and unmapped() > rules.most_unmapped
        return len(words) >= rules.enough_words and (
            _share([w.lower() for w in words], self._backwards) >= rules.least_stop_words
            or self._lacks_vowels(words)
            or (controls > rules.most_controls_unmapped and unmapped() > rules.most_unmapped)
        )

    def _is_prose(self, words: Sequence[str]) -> bool:
        """Whether some language's function words are among the words: several, and often."""
        for language in self._languages:
            met = [word for word in words if word in language]
            enough = len(met) >= self._rules.least_stop_words * len(words)
            if enough and len(set(met)) >= _DIFFERENT_STOP_WORDS:
                return True
        return False

    def _lacks_vowels(self, words: Iterable[str]) -> bool:
        long = [word for word in words if _can_tell(word)]
        if len(long) < self._rules.fewest_long_words:
            return False
        without = sum(self._vowels.isdisjoint(word.lower()) for word in long)
        return without > self._rules.most_vowelless * len(long)


def needs_ocr(quality: Quality) -> bool:
    """Whether the words of a page are to be had from its picture only."""
    return quality in {Quality.SCAN, Quality.OUTLINED, Quality.GARBAGE}


def _can_tell(word: str) -> bool:
    """Whether a word should have a vowel: long, no acronym, of an alphabet that writes vowels."""
    acronym = word.isupper() and len(word) <= _ACRONYM
    return len(word) >= _LONG_WORD and not acronym and not _OTHER_SCRIPT.search(word)


def _share(words: Sequence[str], known: Container[str]) -> float:
    return sum(map(known.__contains__, words)) / len(words) if words else 0.0
