"""The values of the formulas of one passage, and of one candidate and criterion."""

from collections.abc import Sequence
from dataclasses import dataclass

from ranking.model.call import Call, Criterion, Scale
from ranking.model.evidence import Evidence
from ranking.model.points import passage_points
from ranking.outputs.workbook import rules
from ranking.outputs.workbook.own_rows import OwnRow
from ranking.outputs.workbook.plan import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class RowValue:
    """Values of one passage.

    Attributes:
        counts_as: Its level after the committee's decision, or a word for none.
        level: Place of that level on the scale, from 1; 0 if the passage does not count.
        points: Its points.
    """

    counts_as: str
    level: int
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockValue:
    """Values of one candidate for one criterion; ``score`` is None where unknown."""

    passages: int
    best: float
    best_level: int
    best_place: int
    stated: float
    proofs: int
    bonus: float
    score: float | None
    unread_proofs: int
    could_be: float
    weight: float

    @property
    def weighted(self) -> float:
        """Weight times score."""
        return self.weight * (self.score or 0.0)

    @property
    def weighted_could_be(self) -> float:
        """Weight times what the score could be."""
        return self.weight * self.could_be

    @property
    def weight_used(self) -> float:
        """The weight, 0 where the score is unknown."""
        return 0.0 if self.score is None else self.weight


@dataclass(frozen=True, slots=True)
class _Counted:
    """A passage that counts, found or added: place of its level, group, points."""

    level: int
    group: int
    points: float


def row_value(evidence: Evidence, criterion: Criterion, call: Call) -> RowValue:
    """Compute what a passage counts as, and its points."""
    level = rules.counts_as(evidence)
    number = rules.level_number(call, criterion, level)
    points = passage_points(call, criterion, evidence.concept, level)
    return RowValue(counts_as=level, level=number, points=points if number else 0.0)


def block_value(block: Block, own: Sequence[OwnRow], call: Call) -> BlockValue:
    """Compute the row of Breakdown that belongs to a block.

    Scores are those of ``ranking.scoring``; what leads to them is told again, step by step.
    """
    rows = [row_value(evidence, block.criterion, call) for evidence in block.working]
    place = _best_place(block, rows)
    counted = _counted(block, rows, own)
    interests = block.criterion.scale is Scale.INTERESTS
    stated = _stated(counted) if interests else {}
    kept = [c for c in counted if not (interests and c.level == rules.STATED)]
    groups = _groups(block.criterion, counted)
    unread = {rules.proof_number(proof) for proof in block.score.unread_proofs}
    return BlockValue(
        passages=len(counted),
        best=max((c.points for c in kept), default=0.0),
        best_level=rows[place - 1].level if place else 0,
        best_place=place,
        stated=sum(stated.values()),
        proofs=len(groups),
        bonus=_bonus(block, call),
        score=block.score.value,
        unread_proofs=len(unread - groups),
        could_be=block.score.could_be,
        weight=block.criterion.weight,
    )


def _best_place(block: Block, rows: Sequence[RowValue]) -> int:
    """Return the place, from 1, of the best passage found; 0 if none earns points.

    Of equal points the higher level is taken, and of equal levels the first.
    """
    interests = block.criterion.scale is Scale.INTERESTS
    strengths = [(row.points, 0 if interests else row.level) for row in rows]
    best = max(strengths, default=(0.0, 0))
    return strengths.index(best) + 1 if best[0] > 0 else 0


def _counted(block: Block, rows: Sequence[RowValue], own: Sequence[OwnRow]) -> list[_Counted]:
    found = [
        _Counted(row.level, group, row.points)
        for row, group in zip(rows, block.groups, strict=False)
        if row.level
    ]
    # Each achievement that the committee adds is one of its own.
    apart = block.criterion.scale is Scale.ACHIEVEMENTS
    return found + [
        _Counted(row.level, -number if apart else row.group, row.points)
        for number, row in enumerate(own, start=1)
    ]


def _stated(counted: Sequence[_Counted]) -> dict[int, float]:
    """Return the best points of stated interests by the group of their topics."""
    stated: dict[int, float] = {}
    for passage in counted:
        if passage.level == rules.STATED and passage.group:
            stated[passage.group] = max(passage.points, stated.get(passage.group, 0.0))
    return stated


def _groups(criterion: Criterion, counted: Sequence[_Counted]) -> set[int]:
    """Return the different proofs, achievements, or groups of stated topics."""
    if criterion.scale is Scale.AREA:
        return {c.group for c in counted if c.group and c.level >= rules.SUBSTANTIAL}
    if criterion.scale is Scale.INTERESTS:
        return set(_stated(counted))
    return {c.group for c in counted}


def _bonus(block: Block, call: Call) -> float:
    if block.criterion.scale is Scale.AREA:
        return call.scoring.proof_bonus * block.score.further
    return call.scoring.achievement_bonus * block.score.further
