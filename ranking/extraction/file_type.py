"""What a file is, judged by its first bytes and its name."""

from pathlib import PurePosixPath

HEAD_BYTES = 1024
"""PDF readers look for the header ``%PDF`` in the first 1024 bytes (PDF 1.7, Annex H 3.4.1)."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"GIF8", "a GIF picture"),
    (b"{\\rtf", "an RTF text"),
    (b"%!PS", "a PostScript file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (such as .doc)"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x1f\x8b", "a gzip archive"),
)
_ZIP_NAMES = {
    ".docx": "a Word file (.docx)",
    ".odt": "an OpenDocument text (.odt)",
    ".pages": "an Apple Pages file",
    ".xlsx": "an Excel file (.xlsx)",
    ".pptx": "a PowerPoint file (.pptx)",
}
_NAMES = {
    ".heic": "a HEIC picture",
    ".txt": "a plain text",
    ".md": "a plain text",
    ".tex": "a LaTeX source",
    ".html": "a web page",
    ".htm": "a web page",
}


def is_pdf(head: bytes) -> bool:
    """Whether the first bytes of a file hold the header of a PDF."""
    return b"%PDF" in head[:HEAD_BYTES]


def foreign_type(head: bytes, path: str) -> str:
    """Say in plain words what a file without a PDF header is, "" if it may be a damaged PDF.

    Args:
        head: The first bytes of the file.
        path: Its name, of which the suffix counts.
    """
    suffix = PurePosixPath(path).suffix.lower()
    if head.startswith(b"PK"):
        return _ZIP_NAMES.get(suffix, "a zip archive")
    for signature, words in _SIGNATURES:
        if head.startswith(signature):
            return words
    if head[:HEAD_BYTES].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        return "a web page"
    if suffix == ".pdf":
        return ""
    return _NAMES.get(suffix, f"a {suffix} file" if suffix else "a file without a suffix")
