"""The objects of a page as PDFium holds them: text, pictures, lines and shapes, and forms."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

from ranking.extraction.raw import PDFIUM, Handle

Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top in the points of the page."""

_LEFT, _BOTTOM, _RIGHT, _TOP = (ctypes.c_float() for _ in range(4))  # made once, for speed
_OBJECTS_LOOKED_AT = 50_000
_FORM_DEPTH = 4
_DRAWN_ANNOTATIONS = frozenset(
    {
        PDFIUM.FPDF_ANNOT_FREETEXT,
        PDFIUM.FPDF_ANNOT_INK,
        PDFIUM.FPDF_ANNOT_STAMP,
        PDFIUM.FPDF_ANNOT_WIDGET,
    }
)


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


def shown(page: Handle) -> Shown:
    """Return what a page shows besides text."""
    area = PDFIUM.FPDF_GetPageWidthF(page) * PDFIUM.FPDF_GetPageHeightF(page)
    picture_area, texts, paths = 0.0, 0, 0
    for outermost, kind in _all_objects(page):
        texts += kind == PDFIUM.FPDF_PAGEOBJ_TEXT
        paths += kind in {PDFIUM.FPDF_PAGEOBJ_PATH, PDFIUM.FPDF_PAGEOBJ_SHADING}
        if kind == PDFIUM.FPDF_PAGEOBJ_IMAGE:
            picture_area += _area(outermost)
    share = min(1.0, picture_area / area) if area > 0 else float(picture_area > 0)
    drawn = sum(kind in _DRAWN_ANNOTATIONS for kind in annotation_kinds(page))
    return Shown(share, texts, paths, drawn)


def objects_of(page: Handle) -> Iterator[tuple[Handle, int]]:
    """Yield the objects of a page in the order of painting, with their kinds."""
    for index in range(min(_OBJECTS_LOOKED_AT, PDFIUM.FPDFPage_CountObjects(page))):
        handle = PDFIUM.FPDFPage_GetObject(page, index)
        yield handle, PDFIUM.FPDFPageObj_GetType(handle)


def inner_objects(form: Handle) -> Iterator[tuple[Handle, int]]:
    """Yield the objects inside a form and the forms inside it, with their kinds."""
    waiting = [(form, 0)]
    for _ in range(_OBJECTS_LOOKED_AT):
        if not waiting:
            return
        handle, depth = waiting.pop()
        kind = PDFIUM.FPDFPageObj_GetType(handle)
        if depth:
            yield handle, kind
        if kind == PDFIUM.FPDF_PAGEOBJ_FORM and depth < _FORM_DEPTH:
            count = min(_OBJECTS_LOOKED_AT, PDFIUM.FPDFFormObj_CountObjects(handle))
            inner = (PDFIUM.FPDFFormObj_GetObject(handle, index) for index in range(count))
            waiting.extend((found, depth + 1) for found in inner)


def bounds_of(handle: Handle) -> Bounds | None:
    """Return where an object lies, in the space of what holds it; None if it lies nowhere."""
    if not PDFIUM.FPDFPageObj_GetBounds(handle, _LEFT, _BOTTOM, _RIGHT, _TOP):
        return None
    return _LEFT.value, _BOTTOM.value, _RIGHT.value, _TOP.value


def address(handle: Handle) -> int:
    """Return the address of an object, by which two handles of one object are known as equal."""
    return ctypes.addressof(handle.contents)


def annotation_kinds(page: Handle) -> Iterator[int]:
    """Yield the kinds of a page's annotations."""
    for index in range(min(_OBJECTS_LOOKED_AT, PDFIUM.FPDFPage_GetAnnotCount(page))):
        annotation = PDFIUM.FPDFPage_GetAnnot(page, index)
        yield PDFIUM.FPDFAnnot_GetSubtype(annotation)
        PDFIUM.FPDFPage_CloseAnnot(annotation)


def _all_objects(page: Handle) -> Iterator[tuple[Handle, int]]:
    """Yield the kind of every object of a page, with the outermost object that holds it."""
    for handle, kind in objects_of(page):
        yield handle, kind
        if kind == PDFIUM.FPDF_PAGEOBJ_FORM:
            for _, inner_kind in inner_objects(handle):
                yield handle, inner_kind


def _area(handle: Handle) -> float:
    bounds = bounds_of(handle)
    return abs((bounds[2] - bounds[0]) * (bounds[3] - bounds[1])) if bounds else 0.0


def sheet_of(page: Handle) -> Bounds:
    """Return the part of a page that is shown: its crop box within its media box."""
    rectangle = PDFIUM.FS_RECTF()
    PDFIUM.FPDF_GetPageBoundingBox(page, rectangle)
    return rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
