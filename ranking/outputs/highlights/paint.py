"""What each highlight of a page paints, so that every word stays readable under any number.

Highlights multiply with the page, so where several lie on each other they would grow dark. Hence a
place is painted once, by the first highlight on it, in the colours of all: the first colour under
the words, the others as stripes at their foot, where they don't look like words struck through.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ranking.model.document import Box
from ranking.outputs.highlights.marks import Mark

Patch = tuple[Box, str]
"""A rectangle in a colour. Later ones of a mark lie on earlier ones."""

_FOOT = 0.2
"""The part of a line's height that stripes share: no more than what hangs below the words."""

_FOOT_ON_TOP = {False: {180}, True: {0, 90, 180}}
"""Turns of pages, by whether lines run sideways, that put a line's foot where y, or x, is most."""

_Line = tuple[int, Box]
"""Which mark, and one of its boxes."""


def paint(marks: Sequence[Mark], rotation: int) -> list[list[Patch]]:
    """Return the patches of each mark.

    Args:
        marks: All marks of one page; of those on each other, the first paints.
        rotation: Degrees by which viewers turn the page clockwise.
    """
    boxes = [box for mark in marks for box in mark.boxes]
    sideways = sum(x1 - x0 - y1 + y0 for x0, y0, x1, y1 in boxes) < 0
    upside_down = rotation % 360 in _FOOT_ON_TOP[sideways]
    turn = _swapped if sideways else _same
    lines = [(index, turn(box)) for index, mark in enumerate(marks) for box in mark.boxes]
    patches: list[list[Patch]] = [[] for _ in marks]
    for line in lines:
        for piece, owners in _pieces(line, lines):
            colours = dict.fromkeys(colour for owner in owners for colour in marks[owner].colours)
            found = _striped(piece, list(colours), upside_down=upside_down)
            patches[line[0]].extend((turn(box), colour) for box, colour in found)
    return patches


def _pieces(line: _Line, lines: Sequence[_Line]) -> Iterator[tuple[Box, list[int]]]:
    """Yield the pieces of a line that its mark paints, with all marks that cover each."""
    index, (left, bottom, right, top) = line
    mates = [(other, box) for other, box in lines if _on_one_line(line[1], box)]
    ends = {x for _, box in mates for x in (box[0], box[2]) if left < x < right}
    for x0, x1 in pairwise(sorted({left, right} | ends)):
        owners = sorted({other for other, box in mates if box[0] <= x0 and x1 <= box[2]})
        if owners[:1] == [index]:
            yield (x0, bottom, x1, top), owners


def _on_one_line(one: Box, other: Box) -> bool:
    """Whether boxes share more than half of the higher one's height."""
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return 2 * shared > max(one[3] - one[1], other[3] - other[1])


def _striped(piece: Box, colours: Sequence[str], *, upside_down: bool) -> Iterator[Patch]:
    """Yield a piece in the first colour, and the stripes of the others at its foot."""
    x0, y0, x1, y1 = piece
    yield piece, colours[0]
    height = _FOOT * (y1 - y0) / max(1, len(colours) - 1)
    for index, colour in enumerate(colours[1:]):
        low = y1 - (index + 1) * height if upside_down else y0 + index * height
        yield (x0, low, x1, low + height), colour


def _swapped(box: Box) -> Box:
    """Exchange across and along; done twice, nothing is changed."""
    return box[1], box[0], box[3], box[2]


def _same(box: Box) -> Box:
    return box
