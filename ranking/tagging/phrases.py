"""What counts as the same word: folding of words, and phrases as spaCy patterns.

Blanks, hyphens, dashes and slashes between words are one thing, and so are the apostrophes of
French and Italian articles (l'informatique, dell'algebra); case does not matter except for phrases
all in capitals (QFT, SU(3), R); English plurals fold.
"""

import functools
import re

_JOINERS = re.compile(r"(?<=\w)[-\u2010-\u2015/](?=\w)")
_ELISION = re.compile(
    "['\u2019](?=\\w\\w)(?:"
    + "|".join(
        rf"(?<=\b{article}.)" for article in ("[ldLD]", "[DdNn]ell", "[Aa]ll", "[Dd]all", "[Ss]ull")
    )
    + ")"
)
"""The apostrophe of an article. It comes first, as few texts have any: looking back costs time."""
_NO_PLURAL = ("ss", "us", "is")
_SHORTEST_PLURAL = 4


def spaced(text: str) -> str:
    """Replace what joins words by blanks; the length stays the same."""
    return _ELISION.sub(" ", _JOINERS.sub(" ", text))


@functools.cache
def folded(word: str) -> str:
    """Return a word in lower case and singular."""
    word = word.lower().replace("\u2019", "'")
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s") or word.endswith(_NO_PLURAL):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]


def is_exact(phrase: str) -> bool:
    """Whether a phrase is an acronym or symbol, to be matched in its own case."""
    return phrase.isupper()
