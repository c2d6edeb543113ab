"""The text of a page in one plain form, so that no later stage meets the quirks of PDF text.

Why here: quotes are looked up on the page again, ignoring white space and hyphens. So this module
drops and unifies characters but never changes their order.
"""

import re
import unicodedata

from ranking.extraction.characters import DROPPED_CLASS, LINE_END_HYPHEN

_UNUSUAL = re.compile(
    "[^\n -~\u00a1-\u00ac\u00ae-\u024f\u0370-\u03ff\u0400-\u04ff\u2010-\u2026\u2200-\u22ff]"
)
"""A character that may have to change: all but ASCII, letters, punctuation and mathematics."""

_DROPPED = re.compile(f"[{DROPPED_CLASS}\ufffe\uffff]+")
_BLANK = re.compile(r"[^\S\n ]")
_LINE_BREAK = re.compile("[\v\f\x85\u2028\u2029]")
_TRAILING = re.compile(r" +(?=\n|\Z)")
_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_REST_OF_WORD = re.compile(r"\n?(\S*)[^\S\n]*\n?")
_KEEPS_HYPHEN = re.compile(r"(?:\b(?:self|well|quasi)|\b[A-Za-z]|[A-Z][A-Z]|[\d*])\Z")
_LONGEST_PREFIX = 8


def normalise(raw: str) -> str:
    """Return the text of a page with one line of the page a line.

    Ligatures become letters, every blank a space; a word divided at a line's end is joined on the
    upper line; soft hyphens, controls, zero-width and bidirectional marks are dropped; accents are
    composed (NFC). White space at the end of lines and of the page goes.
    """
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    if _UNUSUAL.search(text):
        text = _plain_characters(text)
    if " \n" in text or text.endswith((" ", "\n")):
        text = _TRAILING.sub("", text).rstrip("\n")
    return text


def _plain_characters(text: str) -> str:
    text = _BLANK.sub(" ", _LINE_BREAK.sub("\n", text)).replace("\xad\n", LINE_END_HYPHEN)
    if LINE_END_HYPHEN in text:
        text = _join_divided_words(text)
    text = _LIGATURE.sub(lambda match: _LIGATURES[match[0]], _DROPPED.sub("", text))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _join_divided_words(text: str) -> str:
    """Join words divided at a line's end; keep the hyphen where it is part of the word.

    PDF text does not tell the hyphen of "Yang-Mills" from that of "equi-variant" at a line's end.
    """
    upper, *lower_parts = text.split(LINE_END_HYPHEN)
    joined = [upper]
    for lower in lower_parts:
        rest = _REST_OF_WORD.match(lower)
        word, end = (rest[1], rest.end()) if rest else ("", 0)
        named = word[:1].isupper() or word[:1].isdigit()
        keep = word and (named or _KEEPS_HYPHEN.search(upper[-_LONGEST_PREFIX:]))
        joined += ["-" if keep else "", word, "\n" if end < len(lower) else "", lower[end:]]
        upper = lower
    return "".join(joined)


def normalise_line(raw: str) -> str:
    """Return a string of the metadata as one plain line."""
    return " ".join(normalise(raw).split())
