"""What may stand in a cell: clean text, a number, or a formula with its stored value."""

import re
from dataclasses import dataclass

from ranking.model.plain import plain

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FORMULA_SIGNS = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Fx:
    """A formula (without the leading ``=``) and the value that it has now, "" for an empty text.

    A link looks like one.
    """

    formula: str
    value: str | float
    is_link: bool = False


Content = str | float | Fx | None


def clean(text: str) -> str:
    """Return plain text as the file writes it: ``_x0041_``, which Excel reads as ``A``, escaped.

    Stored values of formulas are plain only: LibreOffice shows them as they stand.
    """
    return _ESCAPE.sub(r"_x005F_x\1_", plain(text))


def looks_like_formula(text: str) -> bool:
    """Whether typing this text into a cell would make a formula of it."""
    return text.startswith(_FORMULA_SIGNS)
