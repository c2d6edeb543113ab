"""OCR: pictures of pages become pages whose words keep their places.

The text is what was read, character by character: look-alikes such as ``O`` and ``0`` or a decimal
point for a comma stay as they are, since a quote is verbatim. A table's row is one line.
"""

import re
from collections.abc import Callable

from ranking.extraction.allowance import OCR_PAGE_SECONDS, allow
from ranking.extraction.characters import LINE_END_HYPHEN
from ranking.extraction.orientation import Reading, read_upright
from ranking.extraction.picture import Picture, Point
from ranking.extraction.recogniser import INSTALL, Corners, recogniser
from ranking.extraction.rows import rows_of
from ranking.extraction.text import normalise
from ranking.model.document import Word

_DIVIDED = re.compile(r"(?<=[^\W\d_]{2})-\n(?=[^\W\d_]{2})")
_MARGIN = 0.15
"""Of the height of a word's box; the recogniser's boxes are half as high again as the letters."""


class NotReadError(Exception):
    """A picture was not read; the message is the reason."""


class Ocr:
    """Reads the pictures among the pages of one file.

    Args:
        wanted: Whether OCR is to be used at all.
        most_pages: Pictures after these many are not read.
    """

    def __init__(self, *, wanted: bool, most_pages: int) -> None:
        self._wanted = wanted
        self._most_pages = most_pages
        self._read = 0
        self._turn = 0

    def read(self, draw: Callable[[], Picture]) -> tuple[str, tuple[Word, ...]]:
        """Return the text of the picture of a page, and its words.

        Args:
            draw: Makes the picture; not called where it would not be read.

        Raises:
            NotReadError: If it was not read.
        """
        if not self._wanted:
            raise NotReadError(f"OCR was switched off (--no-ocr); it needs: {INSTALL}")
        if self._read >= self._most_pages:
            raise NotReadError(f"OCR reads at most {self._most_pages} pages of a file")
        engine = recogniser()
        if engine is None:
            raise NotReadError(f"OCR is not installed or does not start; install it: {INSTALL}")
        self._read += 1
        allow(OCR_PAGE_SECONDS)
        try:
            picture = draw()
            reading = read_upright(engine, picture, self._turn)
        except Exception as error:
            raise NotReadError(f"OCR failed ({type(error).__name__})") from error
        self._turn = reading.turn
        return _words(picture, reading)


def _words(picture: Picture, reading: Reading) -> tuple[str, tuple[Word, ...]]:
    rows = rows_of(reading.lines)
    lines = "\n".join(" ".join(token.text for token in row) for row in rows)
    words = tuple(
        Word(
            text=token.text,
            box=picture.box(reading.before_turn(_without_margin(token.corners))),
            confidence=round(token.confidence, 3),
            line=index,
        )
        for index, row in enumerate(rows)
        for token in row
    )
    return normalise(_DIVIDED.sub(LINE_END_HYPHEN, lines)), words


def _without_margin(corners: Corners) -> tuple[Point, ...]:
    """Return the corners of a word, drawn in above and below its letters."""
    middle = sum(y for _, y in corners) / len(corners)
    return tuple((x, middle + (1 - 2 * _MARGIN) * (y - middle)) for x, y in corners)
