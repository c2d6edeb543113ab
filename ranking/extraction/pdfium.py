"""PDFium, the engine: text, metadata and what a page shows.

Why the raw interface for pages: the helpers of pypdfium2 cost a tenth of the time of a page and
answer nothing more. Handles are closed here and never leave this module, except the document.
"""

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import pypdfium2

from ranking.extraction.page_objects import Shown, shown
from ranking.extraction.raw import PDFIUM, Handle

_OPEN: Any = pypdfium2.PdfDocument
_REASONS = {
    PDFIUM.FPDF_ERR_FILE: "the file cannot be opened",
    PDFIUM.FPDF_ERR_FORMAT: "the file is damaged or cut off",
    PDFIUM.FPDF_ERR_SECURITY: "its kind of encryption is not supported",
}


class PasswordNeededError(Exception):
    """None of the passwords opens the file."""


class DamagedError(Exception):
    """PDFium cannot open the file, or cannot load a page; the message is the reason."""


class PdfiumFile:
    """An open PDF. Pages count from 1."""

    def __init__(self, document: Handle, password: str | None) -> None:
        self._document = document
        self.password = password

    @classmethod
    def open(cls, path: Path, passwords: Sequence[str]) -> Self:
        """Open a file without a password, or with the first password that fits.

        Raises:
            PasswordNeededError: If no password fits.
            DamagedError: If PDFium cannot open the file.
        """
        for password in (None, *passwords):
            _forget_last_error()
            try:
                return cls(_OPEN(path, password=password), password)
            except pypdfium2.PdfiumError as error:
                code = getattr(error, "err_code", None)
                if code != PDFIUM.FPDF_ERR_PASSWORD:
                    reason = _REASONS.get(code, "the file is damaged or has no pages")
                    raise DamagedError(reason) from error
        raise PasswordNeededError

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._document.close()

    @property
    def page_count(self) -> int:
        """Number of pages."""
        return len(self._document)

    @property
    def is_encrypted(self) -> bool:
        """Whether the file is encrypted, even if it opens without a password."""
        return bool(PDFIUM.FPDF_GetSecurityHandlerRevision(self._document) >= 0)

    @property
    def is_xfa_form(self) -> bool:
        """Whether the content is an XFA form, of which the pages show a placeholder only."""
        return bool(self._document.get_formtype() == PDFIUM.FORMTYPE_XFA_FULL)

    def metadata(self, key: str) -> str:
        """Return an entry of the metadata, such as ``Title``."""
        return str(self._document.get_metadata_value(key))

    def attachments(self) -> tuple[str, ...]:
        """Names of the files inside the PDF."""
        count = max(0, self._document.count_attachments())
        return tuple(self._document.get_attachment(index).get_name() for index in range(count))

    def text(self, number: int) -> str:
        """Return the text of a page as PDFium gives it.

        Raises:
            DamagedError: If the page cannot be loaded.
        """
        with self.text_page(number) as text_page:
            return text_of(text_page)

    def unmapped_share(self, number: int) -> float:
        """Return the share of a page's characters that have no Unicode value.

        Raises:
            DamagedError: If the page cannot be loaded.
        """
        with self.text_page(number) as text_page:
            count = max(1, PDFIUM.FPDFText_CountChars(text_page))
            unmapped = (
                PDFIUM.FPDFText_HasUnicodeMapError(text_page, index) == 1 for index in range(count)
            )
            return float(sum(unmapped) / count)

    def shown(self, number: int) -> Shown:
        """Return what a page shows besides text.

        Raises:
            DamagedError: If the page cannot be loaded.
        """
        with self.page(number) as page:
            return shown(page)

    @contextmanager
    def page(self, number: int) -> Iterator[Handle]:
        """Load a page; its raw handle is valid inside the ``with`` block.

        Raises:
            DamagedError: If the page cannot be loaded.
        """
        page = PDFIUM.FPDF_LoadPage(self._document, number - 1)
        if not page:
            message = "the page is damaged"
            raise DamagedError(message)
        try:
            yield page
        finally:
            PDFIUM.FPDF_ClosePage(page)

    @contextmanager
    def text_page(self, number: int) -> Iterator[Handle]:
        """Load the text of a page; its raw handle is valid inside the ``with`` block.

        Raises:
            DamagedError: If the page or its text cannot be loaded.
        """
        with self.page(number) as page, text_page_of(page) as text_page:
            yield text_page


def _forget_last_error() -> None:
    """Make PDFium's last error that of a damaged file.

    Why: on some damaged files it sets none, and that of an earlier file would be told of this one.
    """
    PDFIUM.FPDF_LoadMemDocument(b"", 0, None)


@contextmanager
def text_page_of(page: Handle) -> Iterator[Handle]:
    """Load the text of a loaded page; its raw handle is valid inside the ``with`` block.

    Raises:
        DamagedError: If the text cannot be loaded.
    """
    text_page = PDFIUM.FPDFText_LoadPage(page)
    if not text_page:
        message = "the text of the page is damaged"
        raise DamagedError(message)
    try:
        yield text_page
    finally:
        PDFIUM.FPDFText_ClosePage(text_page)


def text_of(text_page: Handle) -> str:
    """Return the text of a page as PDFium gives it."""
    count = PDFIUM.FPDFText_CountChars(text_page)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = PDFIUM.FPDFText_GetText(text_page, 0, count, buffer)
    return bytes(memoryview(buffer)[: max(0, written - 1)]).decode("utf-16-le", "ignore")
