"""Facts about one object of a page: how it is painted, what clips it, what marks it."""

import ctypes
from collections.abc import Iterator

from ranking.extraction.page_objects import Bounds
from ranking.extraction.raw import PDFIUM, Handle

_FLAT = 1.5
"""Points. A run of words less high than this is tiny, or has glyphs that show nothing."""

_LONG_FOR_ITS_HEIGHT = 8
_SLACK = 1.0
_RECTANGLE_POINTS = 6
_SHOWN_MODES = frozenset({PDFIUM.FPDF_TEXTRENDERMODE_FILL, PDFIUM.FPDF_TEXTRENDERMODE_FILL_STROKE})
_LAYER_MARK = "OC\0".encode("utf-16-le")
_REPLACEMENT = b"ActualText"

# What PDFium writes to, made once: these functions run for every object of every page.
_RED, _GREEN, _BLUE, _ALPHA = (ctypes.c_uint() for _ in range(4))
_NAME = (ctypes.c_ushort * 8)()
_NAME_BYTES = ctypes.sizeof(_NAME)
_LENGTH = ctypes.c_ulong()


def is_shown_mode(text: Handle) -> bool:
    """Whether a text object is painted with its fill colour."""
    return PDFIUM.FPDFTextObj_GetTextRenderMode(text) in _SHOWN_MODES


def is_filled_shape(path: Handle) -> bool:
    """Whether a path is filled, not only drawn along."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    PDFIUM.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(fill.value)


def brightness(handle: Handle) -> float | None:
    """Return the brightness (0..255) of an object's fill, None where it is no plain colour."""
    if not PDFIUM.FPDFPageObj_GetFillColor(handle, _RED, _GREEN, _BLUE, _ALPHA):
        return None
    return 0.3 * _RED.value + 0.59 * _GREEN.value + 0.11 * _BLUE.value


def is_tiny(text: Handle, bounds: Bounds) -> bool:
    """Whether a text object is less high than letters that can be read.

    Dots and dashes are low in any size, so the size decides where the object is short.
    """
    sides = sorted((bounds[2] - bounds[0], bounds[3] - bounds[1]))
    if sides[0] >= _FLAT:
        return False
    if sides[1] > _LONG_FOR_ITS_HEIGHT * _FLAT:
        return True
    size, matrix = ctypes.c_float(), PDFIUM.FS_MATRIX()
    PDFIUM.FPDFTextObj_GetFontSize(text, size)
    PDFIUM.FPDFPageObj_GetMatrix(text, matrix)
    scale = abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
    return bool(abs(size.value) * scale < 2 * _FLAT)


def marks_of(handle: Handle) -> tuple[bool, str]:
    """Return what the marks around an object say.

    Returns:
        Whether a layer (optional content) decides if the object is shown, and the text that
        replaces what it draws (``/ActualText``), "" if none.
    """
    layered, replacement = False, ""
    for index in range(PDFIUM.FPDFPageObj_CountMarks(handle)):
        mark = PDFIUM.FPDFPageObj_GetMark(handle, index)
        _NAME[0] = 0
        PDFIUM.FPDFPageObjMark_GetName(mark, _NAME, _NAME_BYTES, _LENGTH)
        layered = layered or bytes(_NAME).startswith(_LAYER_MARK)
        if PDFIUM.FPDFPageObjMark_GetParamValueType(mark, _REPLACEMENT):
            replacement = _parameter(mark, _REPLACEMENT)
    return layered, replacement


def unclipped(handle: Handle, bounds: Bounds) -> bool:
    """Whether an object lies inside everything that clips it; only rectangles are understood."""
    clip = PDFIUM.FPDFPageObj_GetClipPath(handle)
    if not clip:
        return True
    for index in range(max(0, PDFIUM.FPDFClipPath_CountPaths(clip))):
        points = list(_clip_points(clip, index))
        if not points or len(points) > _RECTANGLE_POINTS:
            return False
        xs, ys = zip(*points, strict=True)
        if not inside(bounds, (min(xs), min(ys), max(xs), max(ys))):
            return False
    return True


def inside(inner: Bounds, outer: Bounds) -> bool:
    """Whether one rectangle lies in another, but for a point."""
    return (
        inner[0] >= outer[0] - _SLACK
        and inner[1] >= outer[1] - _SLACK
        and inner[2] <= outer[2] + _SLACK
        and inner[3] <= outer[3] + _SLACK
    )


def overlap(one: Bounds, other: Bounds) -> bool:
    """Whether two rectangles share more than their edges."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return width > _SLACK and height > _SLACK


def _parameter(mark: Handle, key: bytes) -> str:
    length = ctypes.c_ulong()
    PDFIUM.FPDFPageObjMark_GetParamStringValue(mark, key, None, 0, length)
    buffer = (ctypes.c_ushort * (length.value // 2 + 1))()
    size = ctypes.sizeof(buffer)
    PDFIUM.FPDFPageObjMark_GetParamStringValue(mark, key, buffer, size, length)
    return bytes(buffer).decode("utf-16-le", "ignore").rstrip("\0")


def _clip_points(clip: Handle, index: int) -> Iterator[tuple[float, float]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    for place in range(max(0, PDFIUM.FPDFClipPath_CountPathSegments(clip, index))):
        segment = PDFIUM.FPDFClipPath_GetPathSegment(clip, index, place)
        PDFIUM.FPDFPathSegment_GetPoint(segment, x, y)
        yield x.value, y.value
