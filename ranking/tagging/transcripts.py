"""The courses of a transcript, and the evidence that they are."""

from ranking.model.document import Document
from ranking.model.evidence import Assertion, Course, Level
from ranking.tagging.assertion import AFFIRMED, Claim
from ranking.tagging.courses.reader import Row
from ranking.tagging.findings import Finding, why_not_counted
from ranking.tagging.matcher import Hit
from ranking.tagging.tools import FIELDS, Tools

_ROWS_ARE = frozenset({"course"})
"""What no row says, as all of them are: so "Time series" is enough."""


def find_in_transcript(
    document: Document, candidate: str, tools: Tools
) -> tuple[tuple[Finding, ...], tuple[Course, ...]]:
    """Return the evidence and the course rows of a transcript."""
    findings: list[Finding] = []
    courses: list[Course] = []
    for row in tools.courses.read(document):
        hits = tools.matcher.find(_for_matching(row, tools), _ROWS_ARE)
        areas = tools.of_areas(hits)
        findings += [_finding(criterion, hit, row) for criterion, (hit, *_) in areas.items()]
        courses.append(_course(row, document, candidate, _area(areas, hits)))
    return tuple(findings), tuple(courses)


def _for_matching(row: Row, tools: Tools) -> str:
    return tools.mender.mend(row.title) if row.is_ocr else row.title


def _finding(criterion: str, hit: Hit, row: Row) -> Finding:
    claim, level, counted = AFFIRMED, Level.COURSEWORK, True
    rule = "passed-course" if row.passed else "listed-course"
    if row.passed is False:
        claim, counted = Claim(Assertion.FAILED, "failed-course"), False
    elif row.pending:
        claim, level = Claim(Assertion.HYPOTHETICAL, "registered-course"), Level.INTEREST
    start = max(0, row.passage.text.find(row.title))
    return Finding(
        criterion=criterion,
        concept=hit.concept.id,
        level=level,
        passage=row.passage,
        hit=Hit(hit.lexicon, hit.concept, hit.phrase, start + hit.start, start + hit.end),
        rule=claim.rule or rule,
        claim=claim,
        counted=counted,
        reason=why_not_counted(claim),
    )


def _area(areas: dict[str, tuple[Hit, ...]], hits: tuple[Hit, ...]) -> str:
    direct = [criterion for criterion, (hit, *_) in areas.items() if hit.is_direct]
    fields = [hit.concept.id for hit in hits if hit.lexicon == FIELDS]
    return next(iter([*direct, *areas, *fields]), "")


def _course(row: Row, document: Document, candidate: str, area: str) -> Course:
    return Course(
        candidate=candidate,
        course=row.title,
        area=area,
        credits=row.credits,
        grade=row.grade,
        grade_0_1=None if row.value is None else round(row.value, 6),
        scale=row.scale,
        passed=row.passed,
        file=document.file,
        page=row.passage.page,
    )
