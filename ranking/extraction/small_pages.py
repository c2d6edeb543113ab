"""Pages as small grey pictures for people, out of PDFs and out of photos alike."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ranking.extraction.images import drawn, is_picture
from ranking.extraction.pdfium import PdfiumFile
from ranking.extraction.picture import POINTS_PER_INCH, Picture
from ranking.extraction.render import render_small

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 110
"""Enough to read the words of a page on a screen."""


@contextmanager
def small_pages(path: Path, passwords: Sequence[str]) -> Iterator[Callable[[int, int], Picture]]:
    """Open a PDF or a picture; give what draws a page (from 1), its longer side so long at most.

    Args:
        path: The file.
        passwords: Tried in order if the file needs one.

    Raises:
        OSError: If the file cannot be read.
        PasswordNeededError: If no password fits.
        DamagedError: If the file cannot be opened, or, when drawing, if a page cannot be loaded.
    """
    if is_picture(path):
        yield lambda number, longest: _small(drawn(path, number)(), longest)
        return
    with PdfiumFile.open(path, passwords) as pdf:
        yield lambda number, longest: render_small(pdf, number, DPI, longest)


def as_image(picture: Picture) -> "Image":
    """Return a page as an image of Pillow."""
    from PIL import Image as Images  # noqa: PLC0415 - its import waits for the first picture

    return Images.frombytes("L", (picture.width, picture.height), picture.pixels)


def _small(picture: Picture, longest: int) -> Picture:
    """Return a photo no sharper than the pages of a PDF are drawn."""
    a, b, c, d, e, f = picture.to_points
    scale = min(1.0, DPI * max(abs(a), abs(d)) / POINTS_PER_INCH)
    scale = min(scale, longest / max(picture.width, picture.height))
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    across, down = picture.width / size[0], picture.height / size[1]
    pixels = as_image(picture).resize(size).tobytes()
    return Picture(*size, pixels, (a * across, b * down, c, d * across, e * down, f))
