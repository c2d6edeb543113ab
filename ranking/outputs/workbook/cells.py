"""What may stand in a cell: clean text, a number, or a formula with its stored value."""

import re
from dataclasses import dataclass

MAX_UNITS = 32_000
"""UTF-16 units of a cell's text; Excel's own limit is 32,767."""

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)
_FORMULA_SIGNS = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Fx:
    """A formula (without the leading ``=``) and the value that it has now, "" for an empty text."""

    formula: str
    value: str | float


Content = str | float | Fx | None


def plain(text: str) -> str:
    """Return text without what a spreadsheet cannot hold or show as it is.

    Control characters, lone surrogates and marks that reorder text are dropped; what is longer
    than Excel can hold ends in an ellipsis.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _shortened(_FORBIDDEN.sub("", text).strip())


def clean(text: str) -> str:
    """Return plain text as the file writes it: ``_x0041_``, which Excel reads as ``A``, escaped.

    Stored values of formulas are plain only: LibreOffice shows them as they stand.
    """
    return _ESCAPE.sub(r"_x005F_x\1_", plain(text))


def looks_like_formula(text: str) -> bool:
    """Whether typing this text into a cell would make a formula of it."""
    return text.startswith(_FORMULA_SIGNS)


def _shortened(text: str) -> str:
    if 2 * len(text) <= MAX_UNITS:
        return text
    raw = text.encode("utf-16-le")
    if len(raw) <= 2 * MAX_UNITS:
        return text
    return raw[: 2 * MAX_UNITS - 2].decode("utf-16-le", errors="ignore") + "…"
