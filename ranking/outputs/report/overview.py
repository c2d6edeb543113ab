"""What the overview shows: a row a candidate, and what nobody's page tells."""

from collections.abc import Sequence
from dataclasses import dataclass

from ranking.model.assessment import Assessment
from ranking.model.explanation import CriterionExplanation, Explanation
from ranking.model.figures import number
from ranking.model.problem import Problem, Severity
from ranking.model.result import Place, Result
from ranking.outputs.highlights.palette import palette
from ranking.outputs.report.bars import Bar, bar_of
from ranking.outputs.report.checks import worst_gates
from ranking.outputs.report.committee import committee_of
from ranking.outputs.report.context import Context, context_of
from ranking.outputs.report.links import page_of
from ranking.outputs.report.unread import SUMMARY, UnreadFile, unread_files
from ranking.outputs.report.words import spaced

HEAT_STEPS = 6
"""Shades of the heat map above nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A score in the heat map; ``heat`` is its shade from 0, -1 where it is unknown."""

    title: str
    score: float | None
    text: str
    heat: int
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One candidate on the overview."""

    candidate: str
    name: str
    page: str
    place: Place
    gates: tuple[str, ...]
    cells: tuple[Cell, ...]
    bar: Bar
    unread: tuple[UnreadFile, ...]
    flags: tuple[str, ...]
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The overview; ``problems`` and ``unassigned`` are those of no candidate."""

    title: str
    employer: str
    reference_number: str
    criteria: tuple[tuple[str, float, str], ...]
    rows: tuple[Row, ...]
    unread: tuple[UnreadFile, ...]
    unassigned: tuple[str, ...]
    problems: tuple[Problem, ...]
    cap: float
    shades: int = HEAT_STEPS


def overview(result: Result, explanations: Sequence[Explanation]) -> Overview:
    """Return the overview, the best candidate first."""
    context, colours = context_of(result), palette(result.call)
    order = {place.candidate: at for at, place in enumerate(result.places)}
    found = zip(result.assessments, explanations, strict=True)
    rows = sorted((_row(a, e, context) for a, e in found), key=lambda row: order[row.candidate])
    return Overview(
        title=result.call.title,
        employer=f"{result.call.department}, {result.call.employer}",
        reference_number=result.call.reference_number,
        criteria=tuple((c.title, c.weight, colours[c.id]) for c in result.call.criteria),
        rows=tuple(rows),
        unread=tuple(file for row in rows for file in row.unread),
        unassigned=tuple(document.file for document in result.unassigned),
        problems=tuple(p for p in result.problems if p.candidate is None),
        cap=result.call.scoring.cap,
    )


def _row(assessment: Assessment, explanation: Explanation, context: Context) -> Row:
    problems = context.problems[assessment.candidate]
    return Row(
        candidate=assessment.candidate,
        name=explanation.person.name,
        page=page_of(assessment.candidate),
        place=explanation.place,
        gates=worst_gates(assessment, context.call, explanation.place.formal),
        cells=tuple(map(_cell, explanation.criteria)),
        bar=bar_of(explanation, palette(context.call)),
        unread=tuple(unread_files(assessment, problems)),
        flags=_flags(problems),
        decision=committee_of(assessment.candidate, context.review).decision,
    )


def _cell(one: CriterionExplanation) -> Cell:
    score = one.score.value
    return Cell(
        title=one.criterion.title,
        score=score,
        text=number(score, 1),
        heat=-1 if score is None else round(HEAT_STEPS * min(1.0, score / one.cap)),
        note=one.status,
    )


def _flags(problems: Sequence[Problem]) -> tuple[str, ...]:
    """Return the codes of grave problems in words, each once."""
    codes = [
        spaced(problem.code)
        for problem in problems
        if problem.severity is not Severity.INFO and problem.code != SUMMARY
    ]
    return tuple(dict.fromkeys(codes))
