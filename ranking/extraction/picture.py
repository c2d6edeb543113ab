"""A page as a picture: grey pixels, and the way from pixels back to points of the page."""

from dataclasses import dataclass

from ranking.model.document import Box

Point = tuple[float, float]
"""A place in a picture, in pixels from the upper left corner, or on a page in points."""

Affine = tuple[float, float, float, float, float, float]
"""(a, b, c, d, e, f): the pixel (x, y) is the point (a x + b y + c, d x + e y + f)."""

LONGEST_SIDE = 4_000
"""Pixels. More costs memory and reads no better."""

A4_AT_200_DPI = 2_339
"""Pixels of the longer side: enough for print of 7 points."""

_LOW_DPI = 200
_HIGH_DPI = 300
POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a page.

    Attributes:
        width: In pixels.
        height: In pixels.
        pixels: A byte a pixel, 0 is black, row by row from the top.
        to_points: The way to points of the unrotated page.
    """

    width: int
    height: int
    pixels: bytes
    to_points: Affine

    def box(self, corners: tuple[Point, ...]) -> Box:
        """Return the rectangle of the page around some places of the picture."""
        a, b, c, d, e, f = self.to_points
        xs = [a * x + b * y + c for x, y in corners]
        ys = [d * x + e * y + f for x, y in corners]
        return round(min(xs), 2), round(min(ys), 2), round(max(xs), 2), round(max(ys), 2)


def longer_side(page_side: float, native_side: float) -> int:
    """Return how many pixels the longer side of a page's picture needs.

    200 dpi, and the scan's own resolution up to 300. Why not by resolution alone: the size that a
    PDF states for a photo is often wrong, so a stamp-sized page gets as many pixels as an A4 page
    has if its picture has them, and a poster-sized one gets no more than its picture has.

    Args:
        page_side: The longer side of the page in points.
        native_side: Pixels of the page's own picture along it, 0 if the page is no picture.
    """
    low, high = (dpi * page_side / POINTS_PER_INCH for dpi in (_LOW_DPI, _HIGH_DPI))
    side = min(max(native_side, low), high)
    if native_side:
        enough, most = sorted((native_side, A4_AT_200_DPI))
        side = min(max(side, enough), most)
    return max(1, min(round(side), LONGEST_SIDE))
