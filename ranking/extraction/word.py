"""Reads Word files (.docx). They have no pages, so all their text stands on page 1."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ranking.extraction.text import normalise

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

_MOST_BYTES = 200 * 1024 * 1024
"""Unpacked; a small file can unfold to more than the memory holds."""

_MAIN_PART = "word/document.xml"


def is_word_file(path: Path) -> bool:
    """Whether a file is a Word file, whatever its name."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _MAIN_PART in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def word_text(path: Path) -> str:
    """Return the text of a Word file: a paragraph, or a row of a table, a line.

    Raises:
        ValueError: If it unfolds to an enormous size.
        Exception: Whatever python-docx raises on a damaged file.
    """
    from docx import Document as open_document  # noqa: N813, PLC0415 - waits for the first file

    with zipfile.ZipFile(path) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > _MOST_BYTES:
            raise ValueError("it unfolds to an enormous size")
    return normalise("\n".join(_lines(open_document(str(path)))))


def _lines(holder: "Document | _Cell") -> Iterator[str]:
    from docx.table import Table  # noqa: PLC0415 - waits for the first file

    for block in holder.iter_inner_content():
        if not isinstance(block, Table):
            yield block.text
            continue
        for row in block.rows:
            cells = dict.fromkeys(row.cells)
            yield " ".join(" ".join(_lines(cell)).strip() for cell in cells)
