"""What each criterion adds to a total, as one bar of coloured pieces and in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ranking.model.explanation import CriterionExplanation, Explanation
from ranking.model.figures import number


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What one criterion adds to a total: where its piece of the bar begins, and its length."""

    title: str
    start: float
    length: float
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A total of 0..100 in pieces.

    Attributes:
        pieces: What the criteria add, in the call's order.
        open: What unread documents could add at most, beyond the pieces.
        told: The same in words.
    """

    pieces: tuple[Piece, ...]
    open: float
    told: str


def bar_of(explanation: Explanation, colours: Mapping[str, str]) -> Bar:
    """Return the bar of a candidate; ``colours`` are by criterion."""
    place = explanation.place
    missing = (place.could_be or 0.0) - (place.total or 0.0)
    return Bar(
        pieces=tuple(_pieces(explanation, colours)),
        open=round(max(0.0, missing), 2),
        told=_told(explanation),
    )


def _pieces(explanation: Explanation, colours: Mapping[str, str]) -> Iterator[Piece]:
    start = 0.0
    for one in _adding(explanation):
        yield Piece(
            title=one.criterion.title,
            start=round(start, 2),
            length=round(one.share.contribution, 2),
            colour=colours[one.criterion.id],
        )
        start += one.share.contribution


def _told(explanation: Explanation) -> str:
    pieces = (
        f"{one.criterion.title} {number(one.share.contribution, 1)}" for one in _adding(explanation)
    )
    could_be = number(explanation.place.could_be, 1)
    return f"Adds to the total: {', '.join(pieces) or 'nothing'}; could be {could_be}"


def _adding(explanation: Explanation) -> Iterator[CriterionExplanation]:
    return (c for c in explanation.criteria if c.share.counts and c.share.contribution > 0)
