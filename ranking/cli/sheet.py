"""A sheet of text on the terminal: indented, wrapped, safe for words that strangers wrote.

Why not rich's own markup: quotes are words of applicants. They are printed as they are, whatever
brackets they hold, and without characters that steer a terminal.
"""

import unicodedata
from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

from ranking.cli.summary import common_folder

PIPED_WIDTH = 100
WIDEST = 120
"""Lines of running text longer than this are hard to read."""

_OUT_OF_SIGHT = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


class Sheet:
    """Prints headings, quotes and tables.

    Args:
        build: The folder of the build that is told about.
        candidates: How many candidates the build has.
    """

    def __init__(self, build: str, candidates: int) -> None:
        self.build = build
        self.candidates = candidates
        self._folders: set[str] = set()
        console = Console(highlight=False, markup=False, emoji=False)
        if console.is_terminal:
            console.width = min(console.width, WIDEST)
        else:
            console.width = PIPED_WIDTH
        self._console = console

    def shorten(self, files: Sequence[str]) -> str:
        """Return the folder in which all files lie, and leave it out of their paths from now on."""
        folder = common_folder(files)
        self._folders.add(folder)
        return folder

    def path(self, file: str) -> str:
        """Return the path of a file without the folders that were told."""
        inside = max((f for f in self._folders if file.startswith(f)), key=len, default="")
        return file.removeprefix(inside)

    def line(self, text: str = "", *, indent: int = 0, style: str = "") -> None:
        """Print a paragraph, wrapped at words, every line of it indented."""
        words = Text(plain(text), style=style)
        for line in words.wrap(self._console, self._console.width - indent):
            line.rstrip()
            self._console.print(Text(" " * indent).append_text(line), soft_wrap=True)

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Print a table: words in the first and last column, numbers between them.

        The last row is a sum and stands apart.
        """
        table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
        for number, name in enumerate(columns):
            words = number in (0, len(columns) - 1)
            justify: JustifyMethod = "left" if words else "right"
            table.add_column(Text(plain(name)), justify=justify, overflow="fold")
        for row in rows[:-1]:
            table.add_row(*(Text(plain(cell)) for cell in row))
        table.add_section()
        table.add_row(*(Text(plain(cell), style="bold") for cell in rows[-1]))
        self._console.print(table)


def plain(text: str) -> str:
    """Return the text without characters that cannot be seen and may steer a terminal."""
    return "".join(
        " " if char.isspace() else char
        for char in text
        if char.isspace() or unicodedata.category(char) not in _OUT_OF_SIGHT
    )
