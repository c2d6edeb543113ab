"""PDFium, the engine: text, metadata and what a page shows.

Why the raw interface for pages: the helpers of pypdfium2 cost a tenth of the time of a page and
answer nothing more. Handles are closed here and never leave this module, except the document.
"""

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import pypdfium2
import pypdfium2.raw

PDFIUM: Any = pypdfium2.raw
"""The raw interface, which makes its names on demand."""

Handle = Any
"""A pointer of PDFium's; valid until what it points to is closed."""

_OPEN: Any = pypdfium2.PdfDocument
_OBJECTS_LOOKED_AT = 5_000
_FORM_DEPTH = 4
_SHOWN_ANNOTATIONS = frozenset(
    {
        PDFIUM.FPDF_ANNOT_FREETEXT,
        PDFIUM.FPDF_ANNOT_INK,
        PDFIUM.FPDF_ANNOT_STAMP,
        PDFIUM.FPDF_ANNOT_WIDGET,
    }
)
_REASONS = {
    PDFIUM.FPDF_ERR_FILE: "the file cannot be opened",
    PDFIUM.FPDF_ERR_FORMAT: "the file is damaged or cut off",
    PDFIUM.FPDF_ERR_SECURITY: "its kind of encryption is not supported",
}


class PasswordNeededError(Exception):
    """None of the passwords opens the file."""


class DamagedError(Exception):
    """PDFium cannot open the file, or cannot load a page; the message is the reason."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows besides text that can be read.

    Attributes:
        picture_share: Area of pictures over the area of the page; at most 1.
        text_objects: Number of text objects.
        paths: Number of drawn lines and shapes.
        annotations: Number of annotations that show words or drawings of their own.
    """

    picture_share: float = 0.0
    text_objects: int = 0
    paths: int = 0
    annotations: int = 0


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
            count = PDFIUM.FPDFText_CountChars(text_page)
            if count <= 0:
                return ""
            buffer = (ctypes.c_ushort * (count + 1))()
            written = PDFIUM.FPDFText_GetText(text_page, 0, count, buffer)
            return bytes(memoryview(buffer)[: max(0, written - 1)]).decode("utf-16-le", "ignore")

    def shown(self, number: int) -> Shown:
        """Return what a page shows besides text.

        Raises:
            DamagedError: If the page cannot be loaded.
        """
        with self.page(number) as page:
            area = PDFIUM.FPDF_GetPageWidthF(page) * PDFIUM.FPDF_GetPageHeightF(page)
            picture_area, texts, paths = 0.0, 0, 0
            for outermost, kind in _objects(page):
                texts += kind == PDFIUM.FPDF_PAGEOBJ_TEXT
                paths += kind in {PDFIUM.FPDF_PAGEOBJ_PATH, PDFIUM.FPDF_PAGEOBJ_SHADING}
                if kind == PDFIUM.FPDF_PAGEOBJ_IMAGE:
                    picture_area += _area(outermost)
            share = min(1.0, picture_area / area) if area > 0 else float(picture_area > 0)
            return Shown(share, texts, paths, _shown_annotations(page))

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
        with self.page(number) as page:
            text_page = PDFIUM.FPDFText_LoadPage(page)
            if not text_page:
                message = "the text of the page is damaged"
                raise DamagedError(message)
            try:
                yield text_page
            finally:
                PDFIUM.FPDFText_ClosePage(text_page)


def _objects(page: Handle) -> Iterator[tuple[Handle, int]]:
    """Yield the kind of every object of a page, with the outermost object that holds it."""
    waiting = []
    for index in range(min(_OBJECTS_LOOKED_AT, PDFIUM.FPDFPage_CountObjects(page))):
        handle = PDFIUM.FPDFPage_GetObject(page, index)
        waiting.append((handle, handle, 0))
    for _ in range(_OBJECTS_LOOKED_AT):
        if not waiting:
            return
        handle, outermost, depth = waiting.pop()
        kind = PDFIUM.FPDFPageObj_GetType(handle)
        yield outermost, kind
        if kind == PDFIUM.FPDF_PAGEOBJ_FORM and depth < _FORM_DEPTH:
            count = min(_OBJECTS_LOOKED_AT, PDFIUM.FPDFFormObj_CountObjects(handle))
            inner = (PDFIUM.FPDFFormObj_GetObject(handle, index) for index in range(count))
            waiting.extend((found, outermost, depth + 1) for found in inner)


def _area(handle: Handle) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not PDFIUM.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
        return 0.0
    return abs((right.value - left.value) * (top.value - bottom.value))


def _shown_annotations(page: Handle) -> int:
    count = 0
    for index in range(min(_OBJECTS_LOOKED_AT, PDFIUM.FPDFPage_GetAnnotCount(page))):
        annotation = PDFIUM.FPDFPage_GetAnnot(page, index)
        count += PDFIUM.FPDFAnnot_GetSubtype(annotation) in _SHOWN_ANNOTATIONS
        PDFIUM.FPDFPage_CloseAnnot(annotation)
    return count
