"""What the page of one candidate shows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ranking.model.assessment import Assessment
from ranking.model.evidence import Course, Evidence, Fact
from ranking.model.explanation import CriterionExplanation, Explanation
from ranking.model.figures import signed
from ranking.model.problem import Problem
from ranking.outputs.highlights.palette import palette
from ranking.outputs.report.bars import Bar, bar_of
from ranking.outputs.report.checks import Requirement, requirements_of, worst_gates
from ranking.outputs.report.committee import Committee, committee_of
from ranking.outputs.report.context import Context, Standing
from ranking.outputs.report.documents import Card, cards
from ranking.outputs.report.passages import Passage, passage_of
from ranking.outputs.report.pictures import Image, Images
from ranking.outputs.report.questions import questions
from ranking.outputs.report.words import plural, spaced


@dataclass(frozen=True, slots=True, kw_only=True)
class Summand:
    """A line of the arithmetic of a score, and the passage that earned it."""

    points: str
    what: str
    passage: Passage | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One criterion: its score, how it came about, and what did not count."""

    id: str
    title: str
    colour: str
    score: float | None
    cap: float
    told: str
    weight: float
    adds: str
    summands: tuple[Summand, ...]
    repeats: tuple[Passage, ...]
    weaker: str
    not_counted: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseRow:
    """A course, and why it is no part of the mean, "" if it is one."""

    course: Course
    left_out: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidatePage:
    """The page of one candidate."""

    candidate: str
    name: str
    email: str
    standing: Standing
    gates: tuple[str, ...]
    bar: Bar
    facts: tuple[tuple[str, tuple[str, ...]], ...]
    documents: tuple[Card, ...]
    sections: tuple[Section, ...]
    requirements: tuple[Requirement, ...]
    courses: tuple[CourseRow, ...]
    problems: tuple[Problem, ...]
    questions: tuple[str, ...]
    committee: Committee


def candidate_page(
    assessment: Assessment, explanation: Explanation, context: Context, images: Images
) -> CandidatePage:
    """Return the page of one candidate."""
    dossier, application = assessment.dossier, assessment.dossier.application
    requirements = tuple(requirements_of(assessment, context.call, context.notes))
    problems = tuple(context.problems[assessment.candidate])
    colours = palette(context.call)
    return CandidatePage(
        candidate=assessment.candidate,
        name=application.person.name,
        email=application.person.email,
        standing=context.standings[assessment.candidate],
        gates=worst_gates(assessment, context.call, explanation.place.formal),
        bar=bar_of(explanation, colours),
        facts=_facts(dossier.facts),
        documents=cards(application.documents, problems, images.documents),
        sections=tuple(
            _section(one, images.passages, context.notes, colours[one.criterion.id])
            for one in explanation.criteria
        ),
        requirements=requirements,
        courses=tuple(row for one in explanation.criteria for row in _courses(one)),
        problems=problems,
        questions=questions(requirements, problems, explanation.criteria),
        committee=committee_of(assessment.candidate, context.review),
    )


def _facts(facts: Sequence[Fact]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return facts by kind in the order found, each once, dated where its words hold no date."""
    found: dict[str, dict[str, None]] = {}
    for fact in facts:
        dated = bool(fact.date) and fact.date not in fact.value
        text = f"{fact.value} ({fact.date})" if dated else fact.value
        found.setdefault(spaced(fact.fact).capitalize(), {})[text] = None
    return tuple((kind, tuple(values)) for kind, values in found.items())


def _section(
    one: CriterionExplanation, pictures: Mapping[str, Image], notes: Mapping[str, str], colour: str
) -> Section:
    shown = [passage for passage in one.repeats if passage.shown]
    hidden = len(one.repeats) - len(shown)
    return Section(
        id=one.criterion.id,
        title=one.criterion.title,
        colour=colour,
        score=one.score.value,
        cap=one.cap,
        told=one.told,
        weight=one.share.weight,
        adds=one.adds,
        summands=tuple(_summands(one, pictures, notes)),
        repeats=tuple(passage_of(passage, pictures, notes) for passage in shown),
        weaker=plural(hidden, "weaker passage") if hidden else "",
        not_counted=tuple(
            passage_of(passage, pictures, notes)
            for passage in one.not_counted
            if not isinstance(passage, Evidence) or passage.shown
        ),
    )


def _summands(
    one: CriterionExplanation, pictures: Mapping[str, Image], notes: Mapping[str, str]
) -> Iterator[Summand]:
    for step in one.steps:
        passage = passage_of(step.passage, pictures, notes) if step.passage else None
        yield Summand(points=signed(step.points), what=step.what, passage=passage)


def _courses(one: CriterionExplanation) -> Iterator[CourseRow]:
    yield from (CourseRow(course=course, left_out="") for course in one.courses)
    yield from (CourseRow(course=course, left_out=why) for course, why in one.courses_left_out)
