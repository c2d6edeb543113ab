"""Adds highlights to the content of a PDF, in the way that changes it least and stands the check.

First an incremental update, which leaves every byte of the original in its place; it is small, and
signatures stay whole. Encrypted files, and files where that fails, are written anew. The original
is only read.
"""

from collections.abc import Sequence
from contextlib import closing
from io import BytesIO

from pypdf import PdfReader, PdfWriter

from ranking.outputs.highlights.annotate import annotate
from ranking.outputs.highlights.marks import Mark
from ranking.outputs.highlights.verify import is_faithful, open_pdf
from ranking.quiet import quiet_pypdf


def highlighted(content: bytes, marks: Sequence[Mark], passwords: Sequence[str]) -> bytes | None:
    """Return the content of a PDF with highlights, None where no faithful copy can be made.

    Args:
        content: The original.
        marks: What to highlight.
        passwords: Tried if the file needs one; the copy needs none.
    """
    original = open_pdf(content, passwords)
    if original is None:
        return None
    with closing(original), quiet_pypdf():
        for incremental in (True, False):
            copy = _written(content, marks, passwords, incremental=incremental)
            if copy is not None and is_faithful(original, copy, marks):
                return copy
    return None


def _written(
    content: bytes, marks: Sequence[Mark], passwords: Sequence[str], *, incremental: bool
) -> bytes | None:
    try:
        reader = PdfReader(BytesIO(content), strict=False)
        if reader.is_encrypted and (incremental or not any(map(reader.decrypt, ("", *passwords)))):
            return None
        writer = PdfWriter(reader, incremental=incremental)
        annotate(writer, marks)
        stream = BytesIO()
        writer.write(stream)
        return stream.getvalue()
    except Exception:  # noqa: BLE001 - pypdf raises anything on damaged files
        return None
