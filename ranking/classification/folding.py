"""Text in a form in which words are compared: no case, no accents, no punctuation."""

import functools
import re
import unicodedata

_NO_WORD = re.compile(r"[\W_]+")
_MARKS = re.compile("[\u0300-\u036f]+")


def fold(text: str) -> str:
    """Return the words of a text, each with a blank on both sides; " " if there are none."""
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return f" {_NO_WORD.sub(' ', text.casefold()).strip()} "


@functools.cache
def pattern(phrase: str) -> str:
    """Return what to look for in folded text; ``*`` at an end stands for more letters."""
    words = fold(phrase).strip()
    return f"{'' if phrase.startswith('*') else ' '}{words}{'' if phrase.endswith('*') else ' '}"


@functools.cache
def key_word(phrase: str) -> str:
    """Return a word that a text with the phrase must have, "" if ``*`` leaves none for sure."""
    words = fold(phrase).split()
    sure = words[phrase.startswith("*") : len(words) - phrase.endswith("*")]
    return max(sure, key=len, default="")
