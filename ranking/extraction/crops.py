"""Cuts out of a page the place of a quote, with its words highlighted, as a small picture.

Why sixteen colours: a page is ink on paper, so eight greys and the same eight under a marker look
like it, and half a byte a pixel keeps a report with hundreds of pictures small.
"""

import io
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ranking.extraction.pdfium import DamagedError, PasswordNeededError
from ranking.extraction.picture import Picture
from ranking.extraction.small_pages import as_image, small_pages
from ranking.model.document import Box

Boxes = tuple[Box, ...]

Place = tuple[int, Boxes]
"""A page, from 1, and where on it the words stand."""

_LONGEST = 2_000
"""Pixels of a whole page's longer side, unless it is a strip or a poster."""

_MOST_PIXELS = 24_000_000
"""Of a strip or a poster: enough to read the words, and no more than memory bears."""

_MARGIN = (30.0, 16.0)
"""Points of the page around the words: enough to see the lines before and after."""

_SMALLEST = (260.0, 40.0)
"""Points: a single word needs the words beside it to be recognised on its page."""

_SHADES = 8
_MARKER = (255, 221, 64)

_PixelBox = tuple[int, int, int, int]


def crops(path: Path, places: Iterable[Place], passwords: Sequence[str]) -> dict[Place, bytes]:
    """Return a PNG of each place; none where a page cannot be drawn or has no boxes.

    Args:
        path: A PDF or a picture; any other file gives nothing.
        places: Pages and boxes, in PDF points of the unrotated page.
        passwords: Tried in order if the file needs one.
    """
    pages: dict[int, list[Boxes]] = {}
    for number, boxes in dict.fromkeys(places):
        if boxes:
            pages.setdefault(number, []).append(boxes)
    try:
        return dict(_cut_all(path, pages, passwords)) if pages else {}
    except (OSError, PasswordNeededError, DamagedError):
        return {}


def _cut_all(
    path: Path, pages: Mapping[int, Sequence[Boxes]], passwords: Sequence[str]
) -> Iterator[tuple[Place, bytes]]:
    with small_pages(path, passwords) as draw:
        yield from _cut_pages(pages, draw)


def _cut_pages(
    pages: Mapping[int, Sequence[Boxes]], draw: Callable[[int, int], Picture]
) -> Iterator[tuple[Place, bytes]]:
    """Yield what can be cut out; a damaged page costs its own pictures only."""
    for number, wanted in sorted(pages.items()):
        try:
            picture = _drawn(draw, number)
        except (DamagedError, MemoryError, EOFError):
            continue
        for boxes in wanted:
            yield (number, boxes), cut_out(picture, boxes)


def _drawn(draw: Callable[[int, int], Picture], number: int) -> Picture:
    """Draw a page; once more, if its longer side left too few pixels for its words."""
    picture = draw(number, _LONGEST)
    if max(picture.width, picture.height) < _LONGEST:
        return picture
    sharper = math.sqrt(_MOST_PIXELS / (picture.width * picture.height))
    return draw(number, int(_LONGEST * sharper))


def cut_out(picture: Picture, boxes: Boxes) -> bytes:
    """Return the part of a page around some boxes as a PNG, the boxes under a marker."""
    area = _area(picture, boxes)
    shades = as_image(picture).crop(area).point([_shade(grey) for grey in range(256)])
    for x0, y0, x1, y1 in (_pixels(picture, box) for box in boxes):
        inside = (x0 - area[0], y0 - area[1], x1 - area[0], y1 - area[1])
        marked = shades.crop(inside).point([grey % _SHADES + _SHADES for grey in range(256)])
        shades.paste(marked, inside[:2])
    shades.putpalette(_palette())
    buffer = io.BytesIO()
    shades.save(buffer, "PNG", bits=4)
    return buffer.getvalue()


def _area(picture: Picture, boxes: Boxes) -> _PixelBox:
    """Return what of a picture is shown: the boxes, and enough around them to know the place."""
    x0, y0 = (min(box[side] for box in boxes) for side in (0, 1))
    x1, y1 = (max(box[side] for box in boxes) for side in (2, 3))
    across = max(_MARGIN[0], (_SMALLEST[0] - (x1 - x0)) / 2)
    along = max(_MARGIN[1], (_SMALLEST[1] - (y1 - y0)) / 2)
    return _pixels(picture, (x0 - across, y0 - along, x1 + across, y1 + along))


def _pixels(picture: Picture, box: Box) -> _PixelBox:
    """Return the pixels of a rectangle of the page, at least one, none outside the picture."""
    a, b, c, d, e, f = picture.to_points
    determinant = a * e - b * d
    corners = [(box[i] - c, box[j] - f) for i in (0, 2) for j in (1, 3)]
    xs = [(e * x - b * y) / determinant for x, y in corners]
    ys = [(a * y - d * x) / determinant for x, y in corners]
    left, top = _within(min(xs), picture.width - 1), _within(min(ys), picture.height - 1)
    right, bottom = _within(max(xs) + 1, picture.width), _within(max(ys) + 1, picture.height)
    return left, top, max(right, left + 1), max(bottom, top + 1)


def _within(value: float, most: int) -> int:
    return int(min(max(value, 0), most))


def _shade(grey: int) -> int:
    return round(grey * (_SHADES - 1) / 255)


def _palette() -> list[int]:
    greys = [round(255 * shade / (_SHADES - 1)) for shade in range(_SHADES)]
    plain = [value for grey in greys for value in (grey, grey, grey)]
    return plain + [grey * part // 255 for grey in greys for part in _MARKER]
