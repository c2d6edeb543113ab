"""The first page of a document as a small picture, so that a reader knows it at sight."""

import io
from collections.abc import Sequence
from pathlib import Path

from ranking.extraction.pdfium import DamagedError, PasswordNeededError
from ranking.extraction.small_pages import as_image, small_pages

_LONGEST = 280
"""Pixels: twice what a page shows, for sharp screens."""

_GREYS = 16
"""Half a byte a pixel: a dozen thumbnails weigh less than one photo."""


def thumbnail(path: Path, passwords: Sequence[str]) -> bytes | None:
    """Return the first page of a PDF or a picture as a PNG, None if it cannot be drawn.

    Args:
        path: The file; one that is neither gives None.
        passwords: Tried in order if the file needs one.
    """
    try:
        with small_pages(path, passwords) as draw:
            image = as_image(draw(1, _LONGEST))
    except (OSError, EOFError, MemoryError, PasswordNeededError, DamagedError):
        return None
    steps = _GREYS - 1
    shades = image.point([round(grey * steps / 255) for grey in range(256)])
    shades.putpalette([255 * shade // steps for shade in range(_GREYS) for _ in "rgb"])
    buffer = io.BytesIO()
    shades.save(buffer, "PNG", bits=4)
    return buffer.getvalue()
