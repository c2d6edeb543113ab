"""Reads files that are pictures: photos and scans as JPEG, PNG or TIFF."""

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ranking.extraction.picture import LONGEST_SIDE, Picture

if TYPE_CHECKING:
    from PIL.Image import Image

_SIGNATURES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*")
_FORMATS = ("JPEG", "PNG", "TIFF")
_POINTS_PER_INCH = 72
_USUAL_DPI = 200
"""Of a picture that does not state its own; it decides how large its page is in points."""


def is_picture(path: Path) -> bool:
    """Whether a file begins as a picture of a kind that is read."""
    with path.open("rb") as file:
        return file.read(4).startswith(_SIGNATURES)


def frame_count(path: Path) -> int:
    """Return the number of pages in an image file: a TIFF may hold several.

    Raises:
        OSError: If it is no picture that can be opened.
    """
    with _opened(path) as image:
        return int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1


def drawn(path: Path, number: int) -> Callable[[], Picture]:
    """Return what makes the picture of a page (from 1) of an image file."""
    return lambda: _picture(path, number)


def _picture(path: Path, number: int) -> Picture:
    from PIL import ImageOps  # noqa: PLC0415 - its import waits for the first picture

    with _opened(path) as image:
        if number > 1:
            image.seek(number - 1)
        dpi = float(image.info.get("dpi", (_USUAL_DPI,))[0])
        height = _POINTS_PER_INCH * image.height / (dpi if dpi > 1 else _USUAL_DPI)
        image.draft("L", (LONGEST_SIDE, LONGEST_SIDE))
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        points = height / image.height
        upright = ImageOps.exif_transpose(_on_white(image))
        height = points * upright.height
        to_points = (points, 0.0, 0.0, 0.0, -points, height)
        return Picture(upright.width, upright.height, upright.convert("L").tobytes(), to_points)


def _on_white(image: "Image") -> "Image":
    """Return a picture without transparency: what shows through is white, as paper is."""
    from PIL import Image as Images  # noqa: PLC0415 - its import waits for the first picture

    if not image.has_transparency_data:
        return image
    coloured = image.convert("RGBA")
    white = Images.new("RGBA", coloured.size, "white")
    white.alpha_composite(coloured)
    white.info = image.info
    return white


@contextmanager
def _opened(path: Path) -> Iterator["Image"]:
    """Open a picture; one that would unfold to an enormous size is refused."""
    from PIL import Image as Images  # noqa: PLC0415 - its import waits for the first picture

    with warnings.catch_warnings():
        warnings.simplefilter("error", Images.DecompressionBombWarning)
        with Images.open(path, formats=_FORMATS) as image:
            yield image
