"""How files are read, and what comes of one; apart from what reads, which is slow to import."""

from dataclasses import dataclass

from ranking.model.document import Document
from ranking.model.page_rules import PageRules
from ranking.model.problem import Problem

Reading = tuple[Document, tuple[Problem, ...]]
"""What was read of a file, and its problems."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How files are read.

    Attributes:
        passwords: Tried in order on files that need one.
        max_pages: Pages after this one are not read.
        max_megabytes: Larger files are read and reported (1 MB is 1024 x 1024 bytes here, so that
            nobody is reported for the difference).
        ocr: Whether pictures of pages are read by OCR.
        max_ocr_pages: Pictures of pages after so many in a file are not read.
        pages: Rules about single pages.
        only: The pages to read, None for all; used to find and to leave out a page that breaks
            the process that reads it.
    """

    passwords: tuple[str, ...] = ()
    max_pages: int
    max_megabytes: float
    pages: PageRules
    ocr: bool = True
    max_ocr_pages: int = 30
    only: tuple[int, ...] | None = None

    def numbers(self, page_count: int) -> tuple[int, ...]:
        """Return the numbers of the pages to read in a file of so many pages."""
        numbers = range(1, min(page_count, self.max_pages) + 1)
        return tuple(n for n in numbers if self.only is None or n in self.only)
