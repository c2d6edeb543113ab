"""Writes one sheet: cells, header, print set-up, protection. Formulas keep their values here."""

from collections.abc import Iterable, Sequence

from openpyxl.comments import Comment
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ranking.model.plain import plain
from ranking.outputs.workbook.cells import Content, Fx, clean, looks_like_formula
from ranking.outputs.workbook.styles import NAVY, Look
from ranking.outputs.workbook.table import Table

LINE_HEIGHT = 13.5
LETTERS = 1.2
"""Letters that fit into one unit of a column's width, on average."""
MAX_LINES = 14


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

    def start(self, table: Table, intro: str, frozen: str = "C") -> None:
        """Write title, introduction and header; set widths, freezing, printing, protection.

        Args:
            table: The columns.
            intro: What the sheet shows, in a sentence or two.
            frozen: Letter of the first column that scrolls.
        """
        worksheet = self.worksheet
        self.put(1, 1, table.sheet, "title")
        self.put(2, 1, intro, "intro")
        for number, column in enumerate(table.columns, start=1):
            centred = column.style in {"integer", "points", "share", "score", "total", "center"}
            self.put(table.header, number, column.title, "header_center" if centred else "header")
            if column.help:
                worksheet.cell(table.header, number).comment = _comment(column.help)
            worksheet.column_dimensions[table.letters[column.key]].width = column.width
        worksheet.row_dimensions[1].height = 24
        worksheet.row_dimensions[table.header].height = 2.4 * LINE_HEIGHT
        worksheet.freeze_panes = f"{frozen}{table.first}"
        worksheet.print_title_rows = f"{table.header}:{table.header}"
        self.page()

    def page(self) -> None:
        """Set printing on A4 across, as wide as the page, and protect what is computed."""
        worksheet = self.worksheet
        worksheet.sheet_view.showGridLines = False
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

    def height(self, row: int, wrapped: Iterable[tuple[str, float]], room: float = 0) -> None:
        """Make a row as high as its wrapped texts need, given each text and its column's width.

        ``room`` is left empty below, in points.
        """
        lines = max(
            (sum(-(-len(line) // int(width * LETTERS)) or 1 for line in text.split("\n"))
             for text, width in wrapped),
            default=1,
        )  # fmt: skip
        self.worksheet.row_dimensions[row].height = room + LINE_HEIGHT * min(
            MAX_LINES, max(1, lines)
        )

    def filter(self, table: Table, last: int) -> None:
        """Let readers filter the table (sorting stays blocked by the protection)."""
        columns = list(table.letters.values())
        self.worksheet.auto_filter.ref = f"{columns[0]}{table.header}:{columns[-1]}{last}"


def _comment(text: str) -> Comment:
    comment = Comment(text, "ranking")
    comment.width, comment.height = 280, 40 + 18 * (len(text) // 40)
    return comment
