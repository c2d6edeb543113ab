"""What the sheet Compare shows of two candidates: the best two, until others are chosen."""

import math
from dataclasses import dataclass

from ranking.model.input_tables import OWN
from ranking.model.points import rounded
from ranking.outputs.workbook.best import best_passage
from ranking.outputs.workbook.context import Context
from ranking.outputs.workbook.contributions import adds
from ranking.outputs.workbook.plan import Block, Entry

TOLD = 2
"""Criteria that the sentence names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One criterion: its number in the plan from 1, and what the first and the second have."""

    number: int
    title: str
    weight: float
    scores: tuple[float | None, float | None]
    adds: tuple[float, float]
    best: tuple[str, str]

    @property
    def difference(self) -> float:
        """By how much the first is ahead, in points of the total."""
        return difference(*self.adds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two candidates, and the criteria in the order of what decides."""

    entries: tuple[Entry, Entry]
    totals: tuple[float, float]
    lines: tuple[Line, ...]

    @property
    def in_order(self) -> tuple[Line, ...]:
        """The criteria in the order of the call."""
        return tuple(sorted(self.lines, key=lambda line: line.number))

    def ahead(self, by: float) -> Entry:
        """Return who a difference speaks for."""
        return self.entries[0] if by >= 0 else self.entries[1]

    @property
    def difference(self) -> float:
        """By how much the first is ahead."""
        return difference(*self.totals)


def chosen(context: Context) -> Pair:
    """Return the first two candidates of the ranking; a single one is compared with itself."""
    values = context.values.candidates
    entries = sorted(context.plan.entries, key=lambda e: values[e.candidate].order)
    first, second = entries[0], entries[min(1, len(entries) - 1)]
    lines = [_line(number, (first, second), context) for number in range(len(first.blocks))]
    totals = [values[entry.candidate].total or 0.0 for entry in (first, second)]
    return Pair(
        entries=(first, second),
        totals=(totals[0], totals[1]),
        lines=tuple(sorted(lines, key=lambda line: (-abs(line.difference), line.number))),
    )


def _line(number: int, entries: tuple[Entry, Entry], context: Context) -> Line:
    first, second = (entry.blocks[number] for entry in entries)
    values = context.values.blocks
    return Line(
        number=number + 1,
        title=first.criterion.title,
        weight=first.criterion.weight,
        scores=(values[first.row].score, values[second.row].score),
        adds=(adds(entries[0], first, context), adds(entries[1], second, context)),
        best=(_best(first, context), _best(second, context)),
    )


def _best(block: Block, context: Context) -> str:
    """Return level, words and place of the best passage; of an own one as they were typed."""
    passage = best_passage(block, context)
    if passage is None:
        return ""
    if passage.own:
        review, names = context.plan.result.review, ("level", "quote", "file", "page")
        level, quote, file, page = (review.text(OWN.name, passage.id, name) for name in names)
        return f"{level}: {quote}\n{file}, p. {page}"
    return f"{passage.level}: {passage.quote}\n{passage.file}, p. {passage.page}"


def difference(first: float, second: float) -> float:
    """Subtract as the workbook does, so that what looks equal is equal."""
    return math.copysign(rounded(abs(first - second)), first - second)


def tenths(number: float) -> str:
    """Return a number that is not negative as a formula shows it with one place at most."""
    return f"{math.floor(number * 10 + 0.5 + 1e-9) / 10:g}"
