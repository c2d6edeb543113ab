"""Computes what the formulas of one candidate and one criterion show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ranking.model.call import Call, Scale
from ranking.outputs.workbook import rules
from ranking.outputs.workbook.plan import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class RowValue:
    """Values of one passage.

    Attributes:
        counts_as: Its level after the committee's decision.
        points: Its points.
        flag: 1 for a proof, an achievement or a stated interest, else 0.
        stated: Its part of the points of stated interests.
    """

    counts_as: str
    points: float
    flag: int
    stated: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockValue:
    """Values of one candidate for one criterion; ``score`` is None where unknown."""

    passages: int
    best: float
    stated: float
    proofs: int
    bonus: float
    score: float | None
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


def row_values(block: Block, call: Call, decisions: Mapping[str, str]) -> tuple[RowValue, ...]:
    """Compute the rows of a block; ``decisions`` are by id of the passage."""
    criterion = block.criterion
    levels = rules.scale_levels(call, criterion)
    found: list[tuple[str, float, bool]] = []
    for evidence in block.passages:
        level = rules.counts_as(evidence.level, decisions.get(evidence.id, ""), levels)
        earned = rules.points(call, criterion, evidence, level)
        found.append((level, earned, rules.is_flagged(criterion, evidence, level, earned)))
    stated: dict[int, list[float]] = {}
    if criterion.scale is Scale.INTERESTS:
        for number, (_, earned, flag) in zip(block.groups, found, strict=True):
            if flag:
                stated.setdefault(number, []).append(earned)
    return tuple(
        RowValue(
            counts_as=level,
            points=earned,
            flag=int(flag),
            stated=max(stated[number]) / len(stated[number]) if flag and stated else 0.0,
        )
        for number, (level, earned, flag) in zip(block.groups, found, strict=True)
    )


def block_value(block: Block, rows: Sequence[RowValue], call: Call) -> BlockValue:
    """Compute the row of Breakdown that belongs to a block."""
    interests = block.criterion.scale is Scale.INTERESTS
    best = max((row.points for row in rows if not (interests and row.flag)), default=0.0)
    stated = sum(row.stated for row in rows)
    proofs = len({n for n, row in zip(block.groups, rows, strict=True) if row.flag})
    passages = sum(row.points > 0 for row in rows)
    bonus = _bonus(block, proofs, call)
    score = _score(block, call, best=best, stated=stated, bonus=bonus)
    if block.score.value is None and not passages:
        score = None
    return BlockValue(
        passages=passages,
        best=best,
        stated=stated,
        proofs=proofs,
        bonus=bonus,
        score=score,
        could_be=_could_be(block, call, score=score, best=best, proofs=proofs),
        weight=block.criterion.weight,
    )


def _bonus(block: Block, proofs: int, call: Call) -> float:
    scoring, further = call.scoring, max(0, proofs - 1)
    if block.criterion.scale is Scale.AREA:
        return scoring.proof_bonus * min(scoring.proof_bonus_max, further)
    if block.criterion.scale is Scale.ACHIEVEMENTS:
        return scoring.achievement_bonus * min(scoring.achievement_bonus_max, further)
    return 0.0


def _score(block: Block, call: Call, *, best: float, stated: float, bonus: float) -> float | None:
    scoring = call.scoring
    if block.criterion.scale is Scale.GRADES:
        return block.score.value
    if block.criterion.scale is Scale.INTERESTS:
        shown = min(scoring.cap - scoring.stated_cap, best)
        return rules.rounded(min(scoring.cap, min(scoring.stated_cap, stated) + shown))
    return rules.rounded(min(scoring.cap, best + bonus))


def _could_be(block: Block, call: Call, *, score: float | None, best: float, proofs: int) -> float:
    unread = block.score.unread_level
    if block.criterion.scale is Scale.AREA and unread:
        highest = max(best, call.scoring.levels.get(unread, 0.0))
        bonus = _bonus(block, proofs + block.score.unread_proofs, call)
        return rules.rounded(min(call.scoring.cap, highest + bonus))
    return max(score or 0.0, unread_best(block) or 0.0)


def unread_best(block: Block) -> float | None:
    """Return the most that the score could be, where no formula can tell it, else None."""
    if block.criterion.scale is Scale.AREA and block.score.unread_level:
        return None
    if block.score.unread_level or block.score.value is None:
        return block.score.could_be
    return None
