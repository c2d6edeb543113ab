"""Characters that are on a page but not among its visible words, and the squashed form of text."""

import unicodedata

LINE_END_HYPHEN = "\ufffe"
"""What PDFium writes where a line ends with a hyphen; its character list has U+0002 there."""

DROPPED_CLASS = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb"
)
"""Members of a regular expression's character class: controls, soft hyphen, zero-width characters,
bidirectional marks. Variation selectors stay: a mathematical letter may carry one, and a quote is
verbatim."""

_IGNORED_CATEGORIES = frozenset({"Cc", "Cf", "Cn", "Cs", "Pd", "Zl", "Zp", "Zs"})


class _Squashed(dict[str, str]):
    """What is left of a character when text is compared; filled as characters are met."""

    def __missing__(self, char: str) -> str:
        decomposed = unicodedata.normalize("NFKD", char).casefold()
        kept = "".join(filter(_is_compared, unicodedata.normalize("NFKD", decomposed)))
        self[char] = kept
        return kept


def _is_compared(char: str) -> bool:
    if "\ufe00" <= char <= "\ufe0f" or char == "\u2212":
        return False
    return unicodedata.category(char) not in _IGNORED_CATEGORIES


SQUASHED: dict[str, str] = _Squashed()


def squash(text: str) -> str:
    """Return text without white space, hyphens, marks nobody sees, case and compatibility forms.

    Works character by character, so that a place in the squashed text leads back to one in the
    text. Accents stay, in decomposed form.
    """
    return "".join([SQUASHED[char] for char in text])
