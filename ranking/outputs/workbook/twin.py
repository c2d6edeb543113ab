"""The values that stand beside the formulas: what Python computed of what the formulas compute."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ranking.model.call import Scale
from ranking.outputs.workbook.own_rows import OwnRow, own_rows
from ranking.outputs.workbook.plan import Entry, Plan
from ranking.outputs.workbook.twin_blocks import BlockValue, RowValue, block_value, row_value


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
        rows: By the id of the passage.
        own: The rows of Own evidence, in their order.
        blocks: By the row on Breakdown.
        counting: Rows on Breakdown that count towards the total.
        candidates: By id.
        cut: Total of the last place of the shortlist, None if everybody is on it.
    """

    rows: dict[str, RowValue]
    own: tuple[OwnRow, ...]
    blocks: dict[int, BlockValue]
    counting: frozenset[int]
    candidates: dict[str, CandidateValue]
    cut: float | None

    def undecided(self, candidate: str) -> bool:
        """Whether what is unknown decides if a candidate is on the shortlist."""
        value = self.candidates[candidate]
        return self.cut is not None and (value.low or 0.0) < self.cut <= value.could_be


def evaluate(plan: Plan) -> Values:
    """Return what the formulas show.

    Scores, totals and places are those of the result: Python has one arithmetic, and LibreOffice,
    which computes the formulas, is the referee between it and them.
    """
    own = own_rows(plan)
    added: dict[int, list[OwnRow]] = defaultdict(list)
    for row in own:
        added[row.block].append(row)
    blocks = {b.row: block_value(b, added[b.row], plan.call) for b in plan.blocks}
    return Values(
        rows={
            e.id: row_value(e, block.criterion, plan.call)
            for block in plan.blocks
            for e in (*block.passages, *block.left_out)
        },
        own=own,
        blocks=blocks,
        counting=frozenset(r for entry in plan.entries for r in _counting(entry, blocks, plan)),
        candidates=_candidates(plan),
        cut=_cut(plan),
    )


def area_weight(plan: Plan) -> float:
    """Return the sum of the largest weights of areas, as many as count."""
    weights = sorted((c.weight for c in plan.call.areas), reverse=True)
    return sum(weights[: plan.call.scoring.areas_counted])


def other_weight(plan: Plan) -> float:
    """Return the sum of the weights of all other criteria."""
    return sum(c.weight for c in plan.criteria if c.scale is not Scale.AREA)


def _counting(entry: Entry, blocks: Mapping[int, BlockValue], plan: Plan) -> list[int]:
    """Return the rows that count: the best areas (of equal ones the first), and what is known."""
    areas = [block for block in entry.blocks if block.criterion.scale is Scale.AREA]
    best = sorted(areas, key=lambda b: (-round(blocks[b.row].weighted, 9), b.row))
    known = [b.row for b in entry.blocks[len(areas) :] if blocks[b.row].score is not None]
    return [block.row for block in best[: plan.call.scoring.areas_counted]] + known


def _candidates(plan: Plan) -> dict[str, CandidateValue]:
    best_first = sorted(plan.entries, key=lambda entry: _negative(entry.place.total))
    order = {entry.candidate: place for place, entry in enumerate(best_first, start=1)}
    return {
        entry.candidate: CandidateValue(
            total=entry.place.total,
            low=entry.place.low,
            could_be=entry.place.could_be or 0.0,
            rank=entry.place.rank,
            order=order[entry.candidate],
        )
        for entry in plan.entries
    }


def _negative(total: float | None) -> float:
    return 1.0 if total is None else -total


def _cut(plan: Plan) -> float | None:
    totals = [entry.place.total for entry in plan.entries]
    known = sorted((total for total in totals if total is not None), reverse=True)
    shortlist = plan.call.scoring.shortlist
    if not known or len(totals) <= shortlist:
        return None
    return known[min(shortlist, len(known)) - 1]
