"""pypdf, the second opinion: asked only where PDFium fails to open a file or finds no text.

Why only there: it takes ten times as long as PDFium, and of 2,000 odd PDFs it reads five that
PDFium does not. Its import alone takes as long as a hundred pages, so that waits for the first
question.
"""

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ranking.quiet import quiet_pypdf

if TYPE_CHECKING:
    from pypdf import PdfReader


class SecondOpinion:
    """A file as pypdf sees it. A file that pypdf cannot open has no pages; nothing is raised."""

    def __init__(self, path: Path, passwords: Sequence[str]) -> None:
        self._path = path
        self._passwords = tuple(passwords)

    @property
    def page_count(self) -> int:
        """Number of pages, 0 if the file cannot be opened."""
        return self._opened[1]

    @property
    def is_encrypted(self) -> bool:
        """Whether the file is encrypted."""
        reader = self._opened[0]
        return reader is not None and reader.is_encrypted

    def text(self, number: int) -> str:
        """Return the text of a page (from 1), "" where pypdf finds none."""
        reader, page_count = self._opened
        if reader is None or number > page_count:
            return ""
        with quiet_pypdf():
            try:
                return reader.pages[number - 1].extract_text()
            except Exception:  # noqa: BLE001 - pypdf raises anything on damaged pages
                return ""

    @functools.cached_property
    def _opened(self) -> tuple["PdfReader | None", int]:
        from pypdf import PdfReader  # noqa: PLC0415 - see the module's docstring

        with quiet_pypdf():
            try:
                reader = PdfReader(self._path, strict=False)
                if reader.is_encrypted and not any(map(reader.decrypt, ("", *self._passwords))):
                    return None, 0
                return reader, len(reader.pages)
            except Exception:  # noqa: BLE001 - pypdf raises anything on damaged files
                return None, 0
