"""Puts the pieces of writing of a page into lines, in reading order.

A row of a table becomes one line: pieces on one baseline, from left to right, after the slant of
the scan is taken out. Columns of a page are read one after the other. What tells them from the
columns of a table: their pieces are lines of words on both sides, or their lines are not aligned.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import fmean, median

from ranking.extraction.recogniser import Corners, Line, Token

_LONG_PIECE = 4
"""Times its height: a shorter piece tells nothing of the slant."""

_STEEPEST = 0.2
_SAME_ROW = 0.3
"""Of the height of the boxes, which are half as high again as the letters."""

_ROWS_LOOKED_AT = 4
_NEXT_LINE = 1.1
_FEWEST_CELLS = 3
_OVERLAP = 0.5
_GUTTERS = tuple(step / 100 for step in range(20, 81, 2))
_COLUMN_LINES = 8
_CROSSING_SHARE = 1 / 3
_FEW_CROSSING = 0.2
_ALIGNED = 0.15
_ALIGNED_SHARE = 0.6
_PROSE_WORDS = 3
_WORDS_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of writing with the page the right way up: left, right, middle, height."""

    left: float
    right: float
    middle: float
    height: float
    tokens: tuple[Token, ...]

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def words(self) -> int:
        """Number of tokens with two letters or more."""
        return sum(sum(map(str.isalpha, token.text)) > 1 for token in self.tokens)


@dataclass(slots=True)
class _Row:
    pieces: list[_Piece] = field(default_factory=list)

    def distance(self, piece: _Piece) -> float:
        """Return how far a piece is from the row's middle, as a share of the lower height."""
        middle = sum(p.middle for p in self.pieces) / len(self.pieces)
        height = min(piece.height, *(p.height for p in self.pieces))
        return abs(piece.middle - middle) / max(1.0, height)

    def has_room(self, piece: _Piece) -> bool:
        return all(
            min(piece.right, p.right) - max(piece.left, p.left)
            < _OVERLAP * min(piece.width, p.width) + 1
            for p in self.pieces
        )

    def tokens(self) -> tuple[Token, ...]:
        return tuple(token for piece in self.ordered() for token in piece.tokens)

    def ordered(self) -> list[_Piece]:
        return sorted(self.pieces, key=lambda piece: piece.left)


def rows_of(lines: Sequence[Line]) -> tuple[tuple[Token, ...], ...]:
    """Return the words of each line of a page, in reading order."""
    pieces = _straightened(lines)
    return tuple(row.tokens() for block in _blocks(pieces) for row in _rows(block))


def _straightened(lines: Sequence[Line]) -> list[_Piece]:
    """Return the pieces without the slant of the scan, from top to bottom."""
    slant = _slant([line.corners for line in lines])
    pieces = []
    for line in lines:
        xs, ys = [x for x, _ in line.corners], [y for _, y in line.corners]
        left, right = min(xs), max(xs)
        middle = sum(ys) / len(ys) - slant * (left + right) / 2
        height = max(ys) - min(ys) - abs(slant) * (right - left)
        pieces.append(_Piece(left, right, middle, max(1.0, height), line.tokens))
    return sorted(pieces, key=lambda piece: (piece.middle, piece.left))


def _slant(corners: Iterable[Corners]) -> float:
    """Return how much lines fall per pixel to the right: the median over long pieces."""
    slants = []
    for (x0, y0), (x1, y1), _, (_, y3) in corners:
        if x1 - x0 > _LONG_PIECE * max(1.0, y3 - y0):
            slants.append((y1 - y0) / (x1 - x0))
    return median(slant for slant in slants if abs(slant) < _STEEPEST) if slants else 0.0


def _rows(pieces: Iterable[_Piece]) -> list[_Row]:
    rows: list[_Row] = []
    for piece in pieces:
        near = [row for row in rows[-_ROWS_LOOKED_AT:] if row.has_room(piece)]
        row = min(near, key=lambda row: row.distance(piece), default=None)
        if row is None or row.distance(piece) > _SAME_ROW:
            row = _Row()
            rows.append(row)
        row.pieces.append(piece)
    return _with_whole_cells(rows)


def _with_whole_cells(rows: Iterable[_Row]) -> list[_Row]:
    """Put the second line of a cell into its row: it stands alone, right below its cell."""
    whole: list[_Row] = []
    for row in rows:
        above = whole[-1] if whole else None
        index = _cell_above(row, above) if above else None
        if above is None or index is None:
            whole.append(row)
            continue
        pieces, (rest,) = above.ordered(), row.pieces
        tokens = (*pieces[index].tokens, *rest.tokens)
        pieces[index] = replace(pieces[index], tokens=tokens)
        above.pieces = pieces
    return whole


def _cell_above(row: _Row, above: _Row) -> int | None:
    """Return which cell of the row above, but not its first, a row goes on with."""
    if len(row.pieces) > 1 or len(above.pieces) < _FEWEST_CELLS:
        return None
    (piece,) = row.pieces
    if above.distance(piece) > _NEXT_LINE:
        return None
    for index, cell in enumerate(above.ordered()):
        if index and abs(cell.left - piece.left) < piece.height / 2:
            return index
    return None


def _blocks(pieces: Sequence[_Piece]) -> Iterator[Sequence[_Piece]]:
    """Yield what is read in one go: the page, or its columns between what spans both."""
    gutter = _gutter(pieces)
    if gutter is None:
        yield pieces
        return
    left: list[_Piece] = []
    right: list[_Piece] = []
    for piece in pieces:
        if piece.left < gutter < piece.right:
            yield from (left, right, [piece])
            left, right = [], []
        else:
            (left if piece.right <= gutter else right).append(piece)
    yield from (left, right)


def _gutter(pieces: Sequence[_Piece]) -> float | None:
    """Return where the page parts into two columns to be read one by one, None if nowhere."""
    if len(pieces) < 2 * _COLUMN_LINES:
        return None
    first, last = min(p.left for p in pieces), max(p.right for p in pieces)
    places = [first + share * (last - first) for share in _GUTTERS]
    crossed = {x: sum(p.left < x < p.right for p in pieces) / len(pieces) for x in places}
    for x in sorted(places, key=lambda x: (crossed[x], abs(2 * x - first - last))):
        if crossed[x] > _CROSSING_SHARE:
            return None
        left = [p for p in pieces if p.right <= x]
        right = [p for p in pieces if p.left >= x]
        if _are_columns(left, right) and (
            (_is_prose(left) and _is_prose(right))
            or (crossed[x] < _FEW_CROSSING and _are_apart(left, right))
        ):
            return x
    return None


def _are_columns(left: Sequence[_Piece], right: Sequence[_Piece]) -> bool:
    """Whether both sides have lines enough, and words in them rather than numbers and grades."""
    return all(
        len(side) >= _COLUMN_LINES
        and sum(p.words for p in side) > _WORDS_SHARE * sum(len(p.tokens) for p in side)
        for side in (left, right)
    )


def _is_prose(side: Sequence[_Piece]) -> bool:
    """Whether the pieces of a column are lines of words, as they are in no column of numbers."""
    return fmean(piece.words for piece in side) >= _PROSE_WORDS


def _are_apart(left: Sequence[_Piece], right: Sequence[_Piece]) -> bool:
    """Whether few lines of the shorter column stand on a line of the other, as a table's do."""
    shorter, longer = sorted((left, right), key=len)
    aligned = sum(
        any(abs(p.middle - q.middle) < _ALIGNED * min(p.height, q.height) for q in longer)
        for p in shorter
    )
    return aligned < _ALIGNED_SHARE * len(shorter)
