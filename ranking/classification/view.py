"""The parts of a document that classification looks at, folded once."""

import functools
import re
from dataclasses import dataclass

from ranking.classification.folding import fold
from ranking.model.document import Document, Page, Reader
from ranking.model.kinds import Position, Where

_FRONT_PAGES = 3
_OPENING_LINES = 14
_LANGUAGE_PAGES = 6
_LANGUAGE_CHARACTERS = 3_000
_CAMEL_CASE = re.compile(
    r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\D)(?=\d)|(?<=\d)(?=\D)"
)


@dataclass(frozen=True)
class Passage:
    """Lines of one page, as read and folded; folded when first asked for.

    Attributes:
        page: Number of the page.
        lines: The lines that are not blank.
    """

    page: int
    lines: tuple[str, ...]

    @functools.cached_property
    def flat(self) -> str:
        """The folded words on one line."""
        return " ".join(" ".join(self._folded).split()).join("  ")

    @functools.cached_property
    def block(self) -> str:
        """The folded words, line by line, with a line break before and after each."""
        return "\n".join(["", *self._folded, ""])

    @functools.cached_property
    def words(self) -> frozenset[str]:
        """The folded words, each once."""
        return frozenset(self.flat.split())

    @functools.cached_property
    def _folded(self) -> list[str]:
        return [fold(line) for line in self.lines]

    def holds(self, pattern: str, position: Position) -> bool:
        """Whether a folded pattern stands in the passage."""
        if position is Position.ANYWHERE:
            return pattern in self.flat
        if position is Position.LINE_START:
            return f"\n{pattern}" in self.block
        return f"\n{pattern}\n" in self.block


class View:
    """A document as classification sees it: never more than a few pages."""

    def __init__(self, document: Document) -> None:
        self.page_count = document.page_count
        self._pages = [p for p in document.pages if p.reader is not Reader.NONE and p.text]
        self.name = _folded_name(document.file)

    @property
    def has_text(self) -> bool:
        """Whether any page has text."""
        return bool(self._pages)

    @functools.cached_property
    def sample(self) -> tuple[Passage, ...]:
        """The first pages and the last one."""
        front = self._pages[:_FRONT_PAGES]
        last = self._pages[-1:] if len(self._pages) > _FRONT_PAGES else []
        return tuple(_passage(page) for page in [*front, *last])

    @functools.cached_property
    def _opening(self) -> tuple[Passage, ...]:
        return tuple(_passage(page, _OPENING_LINES) for page in self._pages[:1])

    def part(self, where: Where) -> tuple[Passage, ...]:
        """Return the passages of a part of the document."""
        if where is Where.OPENING:
            return self._opening
        if where is Where.FIRST_PAGE:
            return self.sample[:1]
        if where is Where.FRONT:
            return self.sample[:_FRONT_PAGES]
        return self.sample[-1:] if where is Where.END else self.sample

    def language_sample(self) -> str:
        """Return text from all over the document."""
        step = max(1, len(self._pages) // _LANGUAGE_PAGES)
        pages = self._pages[::step][:_LANGUAGE_PAGES]
        return "\n".join(page.text[:_LANGUAGE_CHARACTERS] for page in pages)


def _passage(page: Page, most: int | None = None) -> Passage:
    lines = tuple(line for line in page.text.split("\n") if line.strip())[:most]
    return Passage(page.number, lines)


def _folded_name(file: str) -> str:
    """Fold the file's name and the folders between the candidate's folder and the file.

    The words stand twice, as written and with "MyCV2023" taken apart, so that "arXiv" is found too.
    """
    *folders, name = file.split("/")
    stem = name.rpartition(".")[0] or name
    words = " ".join([*folders[1:], stem])
    return fold(f"{words} {_CAMEL_CASE.sub(' ', words)}")
