"""Which way up a picture of a page is, told from how its lines are read.

Measured on turned scans: lines read the right way up have a mean confidence of 0.98 or more, lines
upside down 0.56 to 0.70. On a page that lies on its side, nine tenths of the characters or more
stand in pieces that are higher than wide; these are read from top to bottom, so their confidence
tells to which side the page lies. Such pieces lose single characters, so the page is read again,
turned. A page that lies right is read once.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ranking.extraction.picture import Picture, Point
from ranking.extraction.recogniser import Line, Recogniser, is_tall

_WELL_READ = 0.85
_TURNS = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """The lines of a picture.

    Attributes:
        lines: The lines; their corners are pixels of the picture after it was turned.
        turn: Quarters of a circle, counter-clockwise, that the picture was turned to read it.
        size: Width and height of the picture before.
    """

    lines: tuple[Line, ...]
    turn: int
    size: tuple[int, int]

    @property
    def is_well_read(self) -> bool:
        """Whether the lines were read the right way up, or there are none."""
        return not self.lines or self.confidence >= _WELL_READ

    @property
    def confidence(self) -> float:
        """Mean confidence of the lines, weighted by their characters; 0 without lines."""
        total = sum(line.characters for line in self.lines)
        return sum(line.confidence * line.characters for line in self.lines) / max(1, total)

    @property
    def missing_turn(self) -> int:
        """Quarters of a circle, counter-clockwise, by which the page still has to be turned."""
        total = sum(line.characters for line in self.lines)
        tall = sum(line.characters for line in self.lines if is_tall(line.corners))
        if 2 * tall > total:
            return 1 if self.is_well_read else 3
        return 0 if self.is_well_read else 2

    def before_turn(self, corners: Iterable[Point]) -> tuple[Point, ...]:
        """Return where corners are in the picture before it was turned."""
        width, height = self.size
        if self.turn == 1:
            return tuple((width - y, x) for x, y in corners)
        if self.turn == 2:  # noqa: PLR2004 - half a circle
            return tuple((width - x, height - y) for x, y in corners)
        if self.turn == 3:  # noqa: PLR2004 - three quarters
            return tuple((y, height - x) for x, y in corners)
        return tuple(corners)


def read_upright(recogniser: Recogniser, picture: Picture, turn: int) -> Reading:
    """Read a picture, turned as it has to be.

    Args:
        recogniser: The recogniser.
        picture: The picture.
        turn: What to try first, such as what was right for the page before.
    """
    first = _read(recogniser, picture, turn)
    if not first.missing_turn:
        return first
    second = _read(recogniser, picture, (turn + first.missing_turn) % _TURNS)
    return second if second.is_well_read or second.confidence > first.confidence else first


def _read(recogniser: Recogniser, picture: Picture, turn: int) -> Reading:
    return Reading(recogniser.read(picture, turn), turn, (picture.width, picture.height))
