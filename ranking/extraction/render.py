"""Renders a page of a PDF: for OCR as sharp as its scan, for people as sharp as asked for."""

import ctypes
import math

from ranking.extraction.drawing import grey_pixels
from ranking.extraction.page_objects import bounds_of, inner_objects, objects_of
from ranking.extraction.pdfium import PdfiumFile
from ranking.extraction.picture import POINTS_PER_INCH, Affine, Picture, longer_side
from ranking.extraction.raw import PDFIUM, Handle

_SMALLEST_SHARE = 0.05
"""Of the page's area; smaller pictures (logos, signatures) say nothing about the scan."""


def render(pdf: PdfiumFile, number: int) -> Picture:
    """Return a page as it is shown, annotations included.

    Raises:
        DamagedError: If the page cannot be loaded.
    """
    with pdf.page(number) as page:
        width, height = _size(page)
        longer = max(width, height)
        side = longer_side(longer, longer * _pixels_per_point(page, width * height))
        return _drawn(page, side / longer)


def render_small(pdf: PdfiumFile, number: int, dpi: float, longest: int) -> Picture:
    """Return a page as it is shown at a resolution, or a lower one so that no side is too long.

    Raises:
        DamagedError: If the page cannot be loaded.
    """
    with pdf.page(number) as page:
        return _drawn(page, min(dpi / POINTS_PER_INCH, longest / max(_size(page))))


def _size(page: Handle) -> tuple[float, float]:
    """Return width and height in points as shown, at least 1."""
    width, height = PDFIUM.FPDF_GetPageWidthF(page), PDFIUM.FPDF_GetPageHeightF(page)
    return max(1.0, width), max(1.0, height)


def _drawn(page: Handle, scale: float) -> Picture:
    width, height = (max(1, round(side * scale)) for side in _size(page))
    pixels = grey_pixels(page, width, height)
    return Picture(width, height, pixels, _to_points(page, width, height))


def _pixels_per_point(page: Handle, page_area: float) -> float:
    """Return the resolution of the sharpest picture on the page, 0 if it has no large one."""
    best = 0.0
    for outermost, kind in objects_of(page):
        bounds = bounds_of(outermost)
        area = abs((bounds[2] - bounds[0]) * (bounds[3] - bounds[1])) if bounds else 0.0
        if area < _SMALLEST_SHARE * page_area:
            continue
        for handle, inner_kind in ((outermost, kind), *inner_objects(outermost)):
            if inner_kind == PDFIUM.FPDF_PAGEOBJ_IMAGE:
                best = max(best, math.sqrt(_pixel_count(handle) / area))
    return best


def _pixel_count(image: Handle) -> int:
    width, height = ctypes.c_uint(), ctypes.c_uint()
    known = PDFIUM.FPDFImageObj_GetImagePixelSize(image, width, height)
    return width.value * height.value if known else 0


def _to_points(page: Handle, width: int, height: int) -> Affine:
    """Return the way back to points, which undoes crop box, scale and ``/Rotate``."""
    x0, y0 = _point(page, (width, height), (0, 0))
    x1, y1 = _point(page, (width, height), (width, 0))
    x2, y2 = _point(page, (width, height), (0, height))
    return (
        (x1 - x0) / width,
        (x2 - x0) / height,
        x0,
        (y1 - y0) / width,
        (y2 - y0) / height,
        y0,
    )


def _point(page: Handle, size: tuple[int, int], pixel: tuple[int, int]) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    PDFIUM.FPDF_DeviceToPage(page, 0, 0, *size, 0, *pixel, x, y)
    return x.value, y.value
