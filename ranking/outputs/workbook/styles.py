"""The look of the workbook: a few styles, made once and shared by all cells.

Why: assigning a style to a cell looks it up among all styles; at half a million cells sharing the
finished style saves a quarter of the time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.formatting.rule import ColorScale, FormatObject, Rule
from openpyxl.styles import Alignment, Border, Color, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

NAVY = "1F3A5F"
BLUE = "1F5FA8"
YELLOW = "FFF7DB"
LINE = "D9DEE5"
GREY = "5F6B7A"
HEAT = ("FFFFFF", "CFE3F1", "73B2D8")
STATUS_FILLS = {
    "met": "EAF5EE",
    "expected": "E6EEF7",
    "unclear": "FFF0CC",
    "not met": "F8DADA",
    "undecided": "FFF0CC",
    "shortlist": "EAF5EE",
    "interview": "D5EBDD",
    "nominate": "BFE3CC",
    "reserve": "FFF0CC",
    "decline": "E3E6EA",
    "error": "F8DADA",
    "warning": "FFF0CC",
    "no": "E3E6EA",
}

OKABE_ITO = (
    "0072B2", "E69F00", "009E73", "CC79A7", "56B4E9", "D55E00", "F0E442", "999999", "4A5360",
)  # fmt: skip
"""Colours that people who see colours differently tell apart (Okabe and Ito 2008), and grey."""
LEVEL_SHADES = ("F1F6FA", "DBE9F4", "BAD6EB", "89BEDC", "2F7FB8", "14508C")
"""One hue, from the lowest level to the highest; on the last two the words are white."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a cell looks. ``unlocked`` cells may be edited on a protected sheet."""

    size: int = 10
    bold: bool = False
    underlined: bool = False
    color: str = "1B1F24"
    fill: str = ""
    line: bool = True
    across: str = "left"
    down: str = "top"
    indent: int = 0
    wrap: bool = False
    number: str = "General"
    unlocked: bool = False


STYLES: dict[str, Style] = {
    "title": Style(size=16, bold=True, color=NAVY, line=False),
    "intro": Style(color=GREY, line=False),
    "prose": Style(line=False, wrap=True),
    "section": Style(size=12, bold=True, color=NAVY, line=False),
    "header": Style(bold=True, color="FFFFFF", fill=NAVY, wrap=True, down="center", indent=1),
    "header_center": Style(
        bold=True, color="FFFFFF", fill=NAVY, wrap=True, across="center", down="center"
    ),
    "text": Style(indent=1),
    "wrap": Style(wrap=True, indent=1),
    "bold": Style(bold=True, indent=1),
    "lead": Style(size=11, bold=True, color=NAVY, line=False),
    "muted": Style(color=GREY, indent=1),
    "helper": Style(line=False, number=";;;"),
    "center": Style(across="center"),
    "integer": Style(across="center", number="0"),
    "points": Style(across="center", number="0.00"),
    "own_points": Style(across="center", number="0.00;-0.00;"),
    "grade": Style(across="center", number="0.000"),
    "score": Style(across="center", number="0.0"),
    "share": Style(across="center", number="0.0"),
    "total": Style(bold=True, across="center", number="0.0"),
    "weight": Style(color=GREY, across="center", number="0.0#", line=False),
    "weight_label": Style(color=GREY, across="right", line=False),
    "bar": Style(size=8, color="2F7FB8", indent=1),
    "input": Style(fill=YELLOW, wrap=True, indent=1, unlocked=True),
    "input_number": Style(fill=YELLOW, across="center", number="0.0##", unlocked=True),
    "input_integer": Style(fill=YELLOW, across="center", number="0", unlocked=True),
}

MIDDLE = "/middle"
STYLES |= {f"{name}{MIDDLE}": replace(style, down="center") for name, style in STYLES.items()}
"""The same styles for cells that stand in the middle of their row."""

LINK = "/link"
STYLES |= {
    f"{name}{LINK}": replace(style, color=BLUE, underlined=True) for name, style in STYLES.items()
}
"""The same styles for cells that lead to the report."""


class Look:
    """The styles of one workbook, by name."""

    def __init__(self, worksheet: Worksheet) -> None:
        self._worksheet = worksheet
        self._made: dict[tuple[str, bool], Any] = {}

    def apply(self, cell: Cell | MergedCell, name: str, *, quoted: bool = False) -> None:
        """Give a cell a style; ``quoted`` cells keep their text even when it is typed again."""
        style = self._made.get((name, quoted))
        if style is None:
            style = self._made[name, quoted] = self._make(STYLES[name], quoted=quoted)
        untyped: Any = cell
        untyped._style = style  # noqa: SLF001 - the public way looks every style up again

    def _make(self, style: Style, *, quoted: bool) -> Any:  # noqa: ANN401 - a private type
        cell: Any = Cell(self._worksheet, row=1, column=1)
        cell.font = Font(
            name="Calibri",
            size=style.size,
            bold=style.bold,
            underline="single" if style.underlined else None,
            color=style.color,
        )
        if style.fill:
            cell.fill = PatternFill("solid", start_color=style.fill)
        if style.line:
            cell.border = Border(bottom=Side(style="thin", color=LINE))
        cell.alignment = Alignment(
            horizontal=style.across,
            vertical=style.down,
            wrap_text=style.wrap,
            indent=style.indent,
        )
        cell.number_format = style.number
        cell.protection = Protection(locked=not style.unlocked)
        cell.quotePrefix = quoted
        return cell._style  # noqa: SLF001 - see apply


def heat_map(cap: float) -> Rule:
    """Return a scale of one hue from white (0) to blue (the cap); unknown cells stay white."""
    steps = [FormatObject(type="num", val=value) for value in (0, cap / 2, cap)]
    scale = ColorScale(cfvo=steps, color=[Color(color) for color in HEAT])
    return Rule(type="colorScale", colorScale=scale)


def status_rules() -> tuple[Rule, ...]:
    """Return the colours of statuses; the word stays, colour only helps to find it."""
    return tuple(
        Rule(
            type="cellIs",
            operator="equal",
            formula=[f'"{word}"'],
            dxf=DifferentialStyle(fill=PatternFill(bgColor=color)),
        )
        for word, color in STATUS_FILLS.items()
    )


def level_rules(*scales: Sequence[str]) -> tuple[Rule, ...]:
    """Return the colours of levels; each scale goes from its lowest level to its highest."""
    return tuple(_level_rule(level, place) for scale in scales for level, place in _spread(scale))


def _spread(scale: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield levels with their shades, the last level with the darkest."""
    steps = max(1, len(scale) - 1)
    for number, level in enumerate(scale):
        yield level, round(number * (len(LEVEL_SHADES) - 1) / steps)


def _level_rule(level: str, shade: int) -> Rule:
    font = Font(color="FFFFFF") if shade >= len(LEVEL_SHADES) - 2 else None
    style = DifferentialStyle(font=font, fill=PatternFill(bgColor=LEVEL_SHADES[shade]))
    return Rule(type="cellIs", operator="equal", formula=[f'"{level}"'], dxf=style)
