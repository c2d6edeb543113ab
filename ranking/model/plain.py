"""Text as a cell of a spreadsheet can hold it, so that what is written reads back the same."""

import re

MAX_UNITS = 32_000
"""UTF-16 units of a cell's text; Excel's own limit is 32,767."""

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)


def plain(text: str) -> str:
    """Return text without what a spreadsheet cannot hold or show as it is.

    Control characters, lone surrogates and marks that reorder text are dropped; what is longer
    than Excel can hold ends in an ellipsis.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _shortened(_FORBIDDEN.sub("", text).strip())


def _shortened(text: str) -> str:
    if 2 * len(text) <= MAX_UNITS:
        return text
    raw = text.encode("utf-16-le")
    if len(raw) <= 2 * MAX_UNITS:
        return text
    return raw[: 2 * MAX_UNITS - 2].decode("utf-16-le", errors="ignore") + "…"
