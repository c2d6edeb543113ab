"""Words as they are compared: what line breaks, hyphenation and ligatures change is left out."""

import re
import unicodedata

_QUOTES = str.maketrans("\u2019\u2018\u02bc\u201c\u201d", "'''\"\"")
_LOST = re.compile(r"[\s\-\u00ad\ufffe\u2010-\u2015]+")
_WORD = re.compile(r"[^\W_]{3,}")


def squashed(text: str) -> str:
    """Return a text in one form of its letters, without blanks, hyphens and dashes."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_QUOTES)
    return _LOST.sub("", folded)


def words(text: str) -> set[str]:
    """Return the words of three letters or more."""
    return set(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def composed(path: str) -> str:
    """Return a path in the one form of its letters in which paths are compared."""
    return unicodedata.normalize("NFC", path)


def file_name(path: str) -> str:
    """Return the last part of a path, in the one form of its letters."""
    return re.split(r"[/\\]", composed(path))[-1]
