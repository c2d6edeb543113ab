"""Draws a page in grey."""

import ctypes

from ranking.extraction.raw import PDFIUM, Handle

_WHITE = 0xFFFFFFFF


def grey_pixels(page: Handle, width: int, height: int) -> bytes:
    """Return a page as it is shown, annotations included: a byte a pixel, row by row from the top.

    Raises:
        MemoryError: If there is not enough memory for the picture.
    """
    buffer = (ctypes.c_ubyte * (width * height))()
    bitmap = PDFIUM.FPDFBitmap_CreateEx(width, height, PDFIUM.FPDFBitmap_Gray, buffer, width)
    if not bitmap:
        raise MemoryError
    try:
        PDFIUM.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        flags = PDFIUM.FPDF_ANNOT | PDFIUM.FPDF_GRAYSCALE
        PDFIUM.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags)
    finally:
        PDFIUM.FPDFBitmap_Destroy(bitmap)
    return bytes(buffer)
