"""Computes what every formula of the workbook shows: the values stored beside the formulas."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ranking.model.call import Scale
from ranking.outputs.workbook import rules
from ranking.outputs.workbook.plan import Block, Entry, Plan
from ranking.outputs.workbook.twin_blocks import BlockValue, RowValue, block_value, row_values


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateValue:
    """Values of one candidate; ``order`` is the row on Ranking, from 1, without ties."""

    total: float | None
    low: float | None
    could_be: float
    rank: int | None
    order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """All values.

    Attributes:
        rows: By the row of the passage on Evidence.
        blocks: By the row on Breakdown.
        counting: Rows on Breakdown that count towards the total.
        candidates: By id.
        cut: Total of the last place of the shortlist, None if everybody is on it.
    """

    rows: dict[int, RowValue]
    blocks: dict[int, BlockValue]
    counting: frozenset[int]
    candidates: dict[str, CandidateValue]
    cut: float | None

    def undecided(self, candidate: str) -> bool:
        """Whether what is unknown decides if a candidate is on the shortlist."""
        value = self.candidates[candidate]
        return self.cut is not None and (value.low or 0.0) < self.cut <= value.could_be


def evaluate(plan: Plan, decisions: Mapping[str, str] | None = None) -> Values:
    """Compute the workbook.

    Args:
        plan: The plan; its call holds the weights and points.
        decisions: What the committee decided, by id of the passage.
    """
    rows: dict[int, RowValue] = {}
    blocks: dict[int, BlockValue] = {}
    for block in plan.blocks:
        found = row_values(block, plan.call, decisions or {})
        rows.update(enumerate(found, start=block.first))
        blocks[block.row] = block_value(block, found, plan.call)
    return Values(
        rows=rows,
        blocks=blocks,
        counting=frozenset(r for entry in plan.entries for r in _counting(entry, blocks, plan)),
        candidates=_candidates(plan, blocks),
        cut=_cut(plan, [_total(entry, blocks, plan) for entry in plan.entries]),
    )


def area_weight(plan: Plan) -> float:
    """Return the sum of the largest weights of areas, as many as count."""
    return _largest([c.weight for c in plan.call.areas], plan)


def other_weight(plan: Plan) -> float:
    """Return the sum of the weights of all other criteria."""
    return sum(c.weight for c in plan.criteria if c.scale is not Scale.AREA)


def _largest(numbers: Iterable[float], plan: Plan) -> float:
    return sum(sorted(numbers, reverse=True)[: plan.call.scoring.areas_counted])


def _split(entry: Entry) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    areas = tuple(block for block in entry.blocks if block.criterion.scale is Scale.AREA)
    return areas, entry.blocks[len(areas) :]


def _counting(entry: Entry, blocks: Mapping[int, BlockValue], plan: Plan) -> list[int]:
    """Return the rows that count: the best areas (of equal ones the first), and what is known."""
    areas, others = _split(entry)
    best = sorted(areas, key=lambda b: (-round(blocks[b.row].weighted, 9), b.row))
    known = [block.row for block in others if blocks[block.row].score is not None]
    return [block.row for block in best[: plan.call.scoring.areas_counted]] + known


def _share(points: float, weight: float, plan: Plan) -> float:
    most = plan.call.scoring.cap * weight
    return rules.rounded(100 * points / most) if most else 0.0


def _points(entry: Entry, blocks: Mapping[int, BlockValue], plan: Plan) -> float:
    areas, others = _split(entry)
    best = _largest((blocks[b.row].weighted for b in areas), plan)
    return best + sum(blocks[b.row].weighted for b in others)


def _total(entry: Entry, blocks: Mapping[int, BlockValue], plan: Plan) -> float | None:
    if all(blocks[block.row].score is None for block in entry.blocks):
        return None
    _, others = _split(entry)
    weight = area_weight(plan) + sum(blocks[b.row].weight_used for b in others)
    return _share(_points(entry, blocks, plan), weight, plan)


def _could_be(entry: Entry, blocks: Mapping[int, BlockValue], plan: Plan) -> float:
    areas, others = _split(entry)
    points = _largest((blocks[b.row].weighted_could_be for b in areas), plan)
    points += sum(blocks[b.row].weighted_could_be for b in others)
    return _share(points, area_weight(plan) + other_weight(plan), plan)


def _candidates(plan: Plan, blocks: Mapping[int, BlockValue]) -> dict[str, CandidateValue]:
    totals = {entry.candidate: _total(entry, blocks, plan) for entry in plan.entries}
    known = sorted((t for t in totals.values() if t is not None), reverse=True)
    best_first = sorted(plan.entries, key=lambda e: _negative(totals[e.candidate]))
    order = {entry.candidate: place for place, entry in enumerate(best_first, start=1)}
    weight = area_weight(plan) + other_weight(plan)
    values = {}
    for entry in plan.entries:
        total = totals[entry.candidate]
        low = _share(_points(entry, blocks, plan), weight, plan)
        values[entry.candidate] = CandidateValue(
            total=total,
            low=None if total is None else low,
            could_be=_could_be(entry, blocks, plan),
            rank=None if total is None else known.index(total) + 1,
            order=order[entry.candidate],
        )
    return values


def _negative(total: float | None) -> float:
    return 1.0 if total is None else -total


def _cut(plan: Plan, totals: Sequence[float | None]) -> float | None:
    known = sorted((total for total in totals if total is not None), reverse=True)
    shortlist = plan.call.scoring.shortlist
    if not known or len(totals) <= shortlist:
        return None
    return known[min(shortlist, len(known)) - 1]
