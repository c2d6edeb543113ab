"""Writes one sheet: cells, header, print set-up, protection. Formulas keep their values here."""

from collections.abc import Iterable, Sequence

from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ranking.model.plain import plain
from ranking.outputs.workbook.cells import Content, Fx, clean, looks_like_formula
from ranking.outputs.workbook.styles import LINK, MIDDLE, NAVY, STYLES, Look
from ranking.outputs.workbook.table import Table

LINE_HEIGHT = 13.5
PADDING = 3.5
"""Room in a row besides its lines."""
LETTERS, BOLD_LETTERS, INDENT = 1.2, 1.1, 1.0
"""Letters that fit into one unit of a column's width, on average; what the indent takes of it."""
MAX_LINES = 14
SECTION_HEIGHT = 21
WRAPPED = {"wrap", "input"}
"""Styles whose text goes on in the next line."""


class Sheet:
    """A sheet in the making. ``stored`` are the values of its formulas by coordinate."""

    def __init__(self, worksheet: Worksheet, look: Look) -> None:
        self.worksheet = worksheet
        self.look = look
        self.stored: dict[str, str | float] = {}

    def put(self, row: int, column: int, content: Content, style: str) -> None:
        """Write one cell. Text never becomes a formula, whatever it starts with."""
        cell = self.worksheet.cell(row, column)
        quoted = False
        if isinstance(content, Fx):
            cell.value = f"={content.formula}"
            value = content.value
            self.stored[cell.coordinate] = plain(value) if isinstance(value, str) else value
            style = style + LINK if content.is_link else style
        elif isinstance(content, str):
            text = clean(content)
            cell.value = text
            cell.data_type = "s"
            quoted = looks_like_formula(text)
        elif content is not None:
            cell.value = content
        self.look.apply(cell, style, quoted=quoted)

    def row(self, row: int, contents: Sequence[Content], styles: Sequence[str]) -> None:
        """Write a row from the first column on."""
        for column, (content, style) in enumerate(zip(contents, styles, strict=True), start=1):
            self.put(row, column, content, style)

    def fill(self, table: Table, rows: Iterable[Sequence[Content]], *, middle: bool = False) -> int:
        """Write rows in the styles of their columns, as high as they need.

        Args:
            table: The columns.
            rows: The cells of each row.
            middle: Whether cells stand in the middle of their row instead of at its top.

        Returns:
            The last row of the table; its first one if there are no rows.
        """
        styles = tuple(c.style + MIDDLE if middle else c.style for c in table.columns)
        wrapped = [(i, c.width) for i, c in enumerate(table.columns) if c.style in WRAPPED]
        number = table.first
        for number, contents in enumerate(rows, start=table.first):
            self.row(number, contents, styles)
            texts = ((contents[i], width) for i, width in wrapped)
            self.height(number, ((told, width) for text, width in texts if (told := shows(text))))
        return number

    def color(self, cells: str, rules: Iterable[Rule]) -> None:
        """Colour cells by what they show."""
        for rule in rules:
            self.worksheet.conditional_formatting.add(cells, rule)

    def start(self, table: Table, intro: str, frozen: str = "C") -> None:
        """Write title, introduction and header; set widths, freezing, printing, protection.

        Args:
            table: The columns.
            intro: What the sheet shows, in a sentence or two.
            frozen: Letter of the first column that scrolls.
        """
        self.put(1, 1, table.sheet, "title")
        self.put(2, 1, intro, "intro")
        self.worksheet.row_dimensions[1].height = 24
        self.header(table)
        self.worksheet.freeze_panes = f"{frozen}{table.first}"
        self.worksheet.print_title_rows = f"{table.header}:{table.header}"
        self.page()

    def header(self, table: Table) -> None:
        """Write the header of a table and set the widths of its columns."""
        for number, column in enumerate(table.columns, start=1):
            centred = STYLES[column.style].across == "center"
            style = "header_center" if centred else "header"
            self.put(table.header, number, column.title, style)
            if column.help:
                self.worksheet.cell(table.header, number).comment = _comment(column.help)
            dimension = self.worksheet.column_dimensions[table.letters[column.key]]
            dimension.width, dimension.hidden = column.width, column.hidden
        seen = [column for column in table.columns if not column.hidden]
        lines = max(line_count(c.title, c.width * BOLD_LETTERS - INDENT) for c in seen)
        self.worksheet.row_dimensions[table.header].height = LINE_HEIGHT * lines + 2 * PADDING

    def section(self, row: int, text: str) -> None:
        """Write a heading above a table."""
        self.put(row, 1, text, "section")
        self.worksheet.row_dimensions[row].height = SECTION_HEIGHT

    def page(self) -> None:
        """Set printing on A4 across, as wide as the page, and protect what is computed."""
        worksheet = self.worksheet
        worksheet.sheet_view.showGridLines = False
        worksheet.sheet_format.defaultRowHeight = LINE_HEIGHT + PADDING
        worksheet.sheet_format.customHeight = True
        worksheet.sheet_properties.tabColor = NAVY
        worksheet.page_setup.orientation = "landscape"
        worksheet.page_setup.paperSize = worksheet.PAPERSIZE_A4
        worksheet.page_setup.fitToHeight = 0
        worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        worksheet.page_margins = PageMargins(
            left=0.4, right=0.4, top=0.5, bottom=0.7, header=0.3, footer=0.3
        )
        footer = HeaderFooterItem()
        footer.left.text, footer.right.text = "&A", "&P / &N"
        worksheet.HeaderFooter.oddFooter = footer
        worksheet.protection.sheet = True
        worksheet.protection.autoFilter = False
        worksheet.protection.formatColumns = False
        worksheet.protection.formatRows = False

    def print_up_to(self, cell: str) -> None:
        """Print only what stands above and left of a cell, so that it is large enough to read."""
        self.worksheet.print_area = f"A1:{cell}"

    def height(self, row: int, wrapped: Iterable[tuple[str, float]], room: float = 0) -> None:
        """Make a row as high as its wrapped texts need, given each text and its column's width.

        ``room`` is left empty below, in points.
        """
        lines = max(
            (line_count(text, width * LETTERS - INDENT) for text, width in wrapped), default=1
        )
        height = room + PADDING + LINE_HEIGHT * min(MAX_LINES, lines)
        self.worksheet.row_dimensions[row].height = height

    def filter(self, table: Table, last: int) -> None:
        """Let readers filter the table (sorting stays blocked by the protection)."""
        columns = list(table.letters.values())
        self.worksheet.auto_filter.ref = f"{columns[0]}{table.header}:{columns[-1]}{last}"


def line_count(text: str, letters: float) -> int:
    """Return how many lines a text takes if a line has room for so many letters."""
    room = max(1, int(letters))
    return sum(_lines(paragraph, room) for paragraph in text.split("\n"))


def _lines(paragraph: str, room: int) -> int:
    """Count the lines of a paragraph: words stay whole, unless they are longer than a line."""
    if len(paragraph) <= room:
        return 1
    lines, used = 1, 0
    for word in paragraph.split(" "):
        needed = len(word) + 1 if used else len(word)
        if used + needed > room and used:
            lines, used, needed = lines + 1, 0, len(word)
        used += needed
        lines += max(0, used - 1) // room
        used = (used - 1) % room + 1 if used else 0
    return lines


def shows(content: Content) -> str:
    """Return the text that a cell shows, "" for numbers."""
    value = content.value if isinstance(content, Fx) else content
    return value if isinstance(value, str) else ""


def _comment(text: str) -> Comment:
    comment = Comment(text, "ranking")
    comment.width, comment.height = 280, 40 + 18 * (len(text) // 40)
    return comment
