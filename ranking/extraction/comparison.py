"""Two pictures of a page, with and without some of its text, and where they differ."""

import ctypes
import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from ranking.extraction.drawing import grey_pixels
from ranking.extraction.page_objects import Bounds
from ranking.extraction.raw import PDFIUM, Handle

_MOST_PIXELS = 2000
_DIFFERENT = 24
"""Of 255. A smaller difference of grey is not seen."""

_DIFFERENT_SHARE = 0.004
_INK = 60
_INK_MARGIN = 2
_FINE = 16

Picture = NDArray[np.uint8]


class Comparison:
    """Where a page looks different without some of its text objects.

    The objects stay switched off: a page is loaded for one comparison.
    """

    def __init__(self, page: Handle, objects: Iterable[Handle]) -> None:
        self._page = page
        width, height = PDFIUM.FPDF_GetPageWidthF(page), PDFIUM.FPDF_GetPageHeightF(page)
        scale = min(1.0, _MOST_PIXELS / max(width, height, 1.0))
        self._size = (max(1, math.ceil(width * scale)), max(1, math.ceil(height * scale)))
        self._with = self._draw()
        for handle in objects:
            PDFIUM.FPDFPageObj_SetIsActive(handle, False)  # noqa: FBT003
        without = self._draw()
        self._changed = np.abs(self._with.astype(np.int16) - without) > _DIFFERENT

    def shows(self, bounds: Bounds) -> bool:
        """Whether the objects show at a place."""
        changed = self._changed[self._place(bounds)]
        return bool(changed.size and changed.mean() >= _DIFFERENT_SHARE)

    def has_ink(self, bounds: Bounds) -> bool:
        """Whether the page is not of one even colour at a place."""
        part = self._with[self._place(bounds, margin=_INK_MARGIN)]
        return bool(part.size and int(part.max()) - int(part.min()) >= _INK)

    def _draw(self) -> Picture:
        width, height = self._size
        pixels = np.frombuffer(grey_pixels(self._page, width, height), dtype=np.uint8)
        return pixels.reshape(height, width)

    def _place(self, bounds: Bounds, margin: int = 0) -> tuple[slice, slice]:
        """Return the rows and columns of the pictures that a rectangle of the page takes."""
        width, height = self._size
        fine = width * _FINE, height * _FINE
        x, y = ctypes.c_int(), ctypes.c_int()
        xs, ys = [], []
        for corner in (bounds[:2], bounds[2:]):
            PDFIUM.FPDF_PageToDevice(self._page, 0, 0, *fine, 0, *corner, x, y)
            xs.append(x.value / _FINE)
            ys.append(y.value / _FINE)
        return _pixels(ys, margin), _pixels(xs, margin)


def _pixels(ends: list[float], margin: int) -> slice:
    return slice(max(0, math.floor(min(ends)) - margin), max(0, math.ceil(max(ends)) + margin))
