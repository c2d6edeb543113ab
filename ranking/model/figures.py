"""Numbers as people see them, the same in report, workbook and terminal.

Why not Python's own formatting: it rounds 5.25 to 5.2, a spreadsheet to 5.3, and a reader who sees
both trusts neither.
"""

from decimal import ROUND_HALF_UP, Decimal

_DIGITS = 12
"""Significant digits that are looked at, so that 0.1 + 0.2 is 0.3 here too."""


def number(value: float | None, places: int = 2) -> str:
    """Return a score or total as it is shown, halves rounded up; ``?`` for what is unknown."""
    return "?" if value is None else f"{_rounded(value, places):f}"


def signed(value: float, places: int = 2) -> str:
    """Return a summand as it is shown, with its sign; nothing at all is +0.00."""
    return f"{_rounded(value, places):+f}"


def _rounded(value: float, places: int) -> Decimal:
    exact = Decimal(f"{value:.{_DIGITS}g}")
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) + 0  # no minus before a zero
