"""rapidocr, the recogniser of words in pictures; the only module that knows it.

The models lie inside its wheel and read 46 languages in Latin script; nothing is downloaded. One
thread: two cost twice the processor time and are no faster. Made once a process, when a picture is
met, since its import and its models take a second and 300 MB.
"""

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ranking.extraction.picture import Picture, Point

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Corners = tuple[Point, Point, Point, Point]
"""Upper left, upper right, lower right, lower left, as the picture lies, in pixels."""

INSTALL = "pip install rapidocr onnxruntime"

_SETTINGS: dict[str, object] = {
    "Global.use_cls": False,
    "Global.max_side_len": 4000,
    "Global.log_level": "critical",
    "Det.limit_type": "max",
    "Det.limit_side_len": 960,
    "Rec.rec_batch_num": 1,
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}
"""Without the classifier of lines, which turns short words upside down: whole pages are turned
(``orientation``). Text is detected on a small copy, and recognised at full resolution."""

_LEAST_SHARE = 1 / 8
"""A picture flatter than this is filled up with white; the recogniser magnifies flat ones."""


@dataclass(frozen=True, slots=True)
class Token:
    """A run of characters without a blank, and its corners."""

    text: str
    corners: Corners
    confidence: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or the cell of a table, as one piece of writing was detected."""

    tokens: tuple[Token, ...]
    corners: Corners
    confidence: float

    @property
    def characters(self) -> int:
        """Number of characters."""
        return sum(len(token.text) for token in self.tokens)


class Recogniser:
    """The engine with its models.

    Raises:
        ImportError: If rapidocr or onnxruntime is not installed.
    """

    def __init__(self) -> None:
        from rapidocr import RapidOCR  # noqa: PLC0415 - see the module's docstring

        self._engine: Any = RapidOCR(params=_SETTINGS)

    def read(self, picture: Picture, turn: int = 0) -> tuple[Line, ...]:
        """Return the lines of a picture in no order.

        Args:
            picture: The picture.
            turn: Quarters of a circle to turn it counter-clockwise before.
        """
        found = self._engine(
            _array(picture, turn),
            use_det=True,
            use_rec=True,
            use_cls=False,
            return_word_box=True,
        )
        if found.boxes is None or found.txts is None:
            return ()
        words = found.word_results
        aligned = words if len(words or ()) == len(found.txts) else ((),) * len(found.txts)
        parts = zip(found.boxes.tolist(), found.txts, found.scores, aligned, strict=True)
        lines = (_line(_corners(box), text, float(score), w) for box, text, score, w in parts)
        return tuple(line for line in lines if line.tokens)


@functools.cache
def recogniser() -> Recogniser | None:
    """Return the recogniser of this process, None if it is not installed or does not start."""
    try:
        return Recogniser()
    except Exception:  # noqa: BLE001 - whatever keeps it from starting, OCR is missing
        return None


def _array(picture: Picture, turn: int) -> "NDArray[np.uint8]":
    import numpy as np  # noqa: PLC0415 - see the module's docstring

    pixels = np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.width)
    pixels = np.rot90(pixels, turn)
    least = int(max(picture.width, picture.height) * _LEAST_SHARE)
    missing = [(0, max(0, least - side)) for side in pixels.shape]
    padded = np.pad(pixels, missing, constant_values=255) if any(map(any, missing)) else pixels
    return np.ascontiguousarray(padded)


def _line(corners: Corners, text: str, confidence: float, words: Any) -> Line:  # noqa: ANN401
    """Divide a line at its blanks; where words have no boxes of their own, by their length."""
    parts = text.split()
    if len(parts) == len(words):
        tokens = [
            Token(part, _corners(box), float(score))
            for part, (_, score, box) in zip(parts, words, strict=True)
        ]
    else:
        tokens = [Token(p, c, confidence) for p, c in _divided(corners, text, parts)]
    return Line(tuple(tokens), corners, confidence)


def _divided(corners: Corners, text: str, parts: list[str]) -> list[tuple[str, Corners]]:
    divided: list[tuple[str, Corners]] = []
    end = 0
    for part in parts:
        start = text.index(part, end)
        end = start + len(part)
        divided.append((part, _cut(corners, start / len(text), end / len(text))))
    return divided


def _cut(corners: Corners, start: float, end: float) -> Corners:
    """Return what lies between two shares of a line's length, which is its longer side."""
    upper_left, upper_right, lower_right, lower_left = corners
    if is_tall(corners):
        left, right = (upper_left, lower_left), (upper_right, lower_right)
        return (
            _between(*left, start),
            _between(*right, start),
            _between(*right, end),
            _between(*left, end),
        )
    upper, lower = (upper_left, upper_right), (lower_left, lower_right)
    return (
        _between(*upper, start),
        _between(*upper, end),
        _between(*lower, end),
        _between(*lower, start),
    )


def is_tall(corners: Corners) -> bool:
    """Whether a piece of writing is so much higher than wide that it was read turned."""
    (x0, y0), (x1, y1), _, (x3, y3) = corners
    width, height = abs(x1 - x0) + abs(y1 - y0), abs(x3 - x0) + abs(y3 - y0)
    return height > _TALL * width


_TALL = 1.5
"""From this ratio of height to width on, the recogniser reads a piece from top to bottom."""


def _between(one: Point, other: Point, share: float) -> Point:
    return (
        one[0] + share * (other[0] - one[0]),
        one[1] + share * (other[1] - one[1]),
    )


def _corners(box: Any) -> Corners:  # noqa: ANN401
    one, two, three, four = ((float(x), float(y)) for x, y in box)
    return one, two, three, four
