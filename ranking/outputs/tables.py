"""The tables: one JSON object a line, rows and keys in a fixed order.

Identical input gives identical bytes, whatever the order of files or the number of processes.
"""

import json
from collections.abc import Callable, Iterable
from typing import Any

from ranking.model.assessment import Assessment
from ranking.model.document import Document
from ranking.model.evidence import Evidence
from ranking.model.problem import Problem
from ranking.model.result import Result

Row = dict[str, Any]


def render_tables(result: Result) -> dict[str, str]:
    """Return the text of every table by its file name."""
    return {
        f"{name}.jsonl": "".join(f"{_line(row)}\n" for row in rows(result))
        for name, rows in TABLES.items()
    }


def _line(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False, allow_nan=False)


def candidates(result: Result) -> Iterable[Row]:
    """Who applied, with which files."""
    for assessment in result.assessments:
        application = assessment.dossier.application
        yield {
            "candidate": application.candidate,
            "family_name": application.person.family_name,
            "given_name": application.person.given_name,
            "email": application.person.email,
            "files": [document.file for document in application.documents],
            "not_fully_read": list(application.not_fully_read),
        }


def facts(result: Result) -> Iterable[Row]:
    """Facts at a glance."""
    for assessment in result.assessments:
        for fact in assessment.dossier.facts:
            yield {
                "candidate": fact.candidate,
                "fact": fact.fact,
                "value": fact.value,
                "date": fact.date,
                "file": fact.file,
                "page": fact.page,
            }


def documents(result: Result) -> Iterable[Row]:
    """Every file of the folder, with or without a candidate."""
    for assessment in result.assessments:
        for document in assessment.dossier.application.documents:
            yield _document(assessment.candidate, document)
    for document in result.unassigned:
        yield _document(None, document)


def _document(candidate: str | None, document: Document) -> Row:
    return {
        "candidate": candidate,
        "file": document.file,
        "sha256": document.source.sha256,
        "kind": document.kind,
        "kind_reason": document.kind_reason,
        "language": document.language,
        "pages": document.page_count,
        "parts": [
            {"kind": part.kind, "first_page": part.first_page, "last_page": part.last_page}
            for part in document.parts
        ],
        "reader": document.reader,
        "unread_pages": list(document.unread_pages),
        "hidden_words": document.hidden_words,
    }


def evidence(result: Result) -> Iterable[Row]:
    """Every passage about a criterion, counted or not."""
    order = {criterion.id: index for index, criterion in enumerate(result.call.criteria)}
    for assessment in result.assessments:
        rows = assessment.dossier.evidence
        for row in sorted(rows, key=lambda e: (order[e.criterion], e.file, e.page, e.id)):
            yield _evidence(row)


def _evidence(row: Evidence) -> Row:
    return {
        "id": row.id,
        "candidate": row.candidate,
        "criterion": row.criterion,
        "concept": row.concept,
        "level": row.level,
        "quote": row.quote,
        "file": row.file,
        "page": row.page,
        "boxes": [list(box) for box in row.boxes],
        "section": row.section,
        "assertion": row.assertion,
        "counted": row.counted,
        "reason": row.reason,
        "rule": row.rule,
        "reader": row.reader,
    }


def interests(result: Result) -> Iterable[Row]:
    """Stated research interests by topic."""
    for assessment in result.assessments:
        for row in assessment.dossier.interests:
            yield {
                "candidate": row.candidate,
                "topic": row.topic,
                "quote": row.quote,
                "file": row.file,
                "page": row.page,
                "counted": row.counted,
                "reason": row.reason,
            }


def requirements(result: Result) -> Iterable[Row]:
    """Verdicts on the formal requirements."""
    for assessment in result.assessments:
        for check in assessment.requirements:
            yield {
                "candidate": assessment.candidate,
                "requirement": check.requirement,
                "verdict": check.verdict,
                "quote": check.quote,
                "file": check.file,
                "page": check.page,
                "note": check.note,
            }


def scores(result: Result) -> Iterable[Row]:
    """Scores by criterion."""
    for assessment in result.assessments:
        for score in assessment.scores:
            yield {
                "candidate": assessment.candidate,
                "criterion": score.criterion,
                "score": score.value,
                "could_be": score.could_be,
                "evidence": list(score.evidence),
            }


def ranking(result: Result) -> Iterable[Row]:
    """Totals and ranks, best first. The last five columns await the robustness analysis."""
    by_candidate: dict[str, Assessment] = {a.candidate: a for a in result.assessments}
    for place in result.places:
        person = by_candidate[place.candidate].dossier.application.person
        yield {
            "candidate": place.candidate,
            "family_name": person.family_name,
            "given_name": person.given_name,
            "total": place.total,
            "low": place.low,
            "could_be": place.could_be,
            "rank": place.rank,
            "formal": place.formal,
            "tier": None,
            "p_first": None,
            "p_shortlist": None,
            "rank_low": None,
            "rank_high": None,
        }


def courses(result: Result) -> Iterable[Row]:
    """Rows of the transcripts."""
    for assessment in result.assessments:
        for course in assessment.dossier.courses:
            yield {
                "candidate": course.candidate,
                "course": course.course,
                "area": course.area,
                "credits": course.credits,
                "grade": course.grade,
                "grade_0_1": course.grade_0_1,
                "scale": course.scale,
                "passed": course.passed,
                "file": course.file,
                "page": course.page,
            }


def problems(result: Result) -> Iterable[Row]:
    """What a person should know."""
    for problem in sorted(result.problems, key=_problem_order):
        yield {
            "candidate": problem.candidate,
            "file": problem.file,
            "page": problem.page,
            "code": problem.code,
            "severity": problem.severity,
            "message": problem.message,
            "advice": problem.advice,
        }


def _problem_order(problem: Problem) -> tuple[str, str, int, str, str]:
    candidate, file = problem.candidate or "~", problem.file or ""
    return candidate, file, problem.page or 0, problem.code, problem.message


TABLES: dict[str, Callable[[Result], Iterable[Row]]] = {
    "candidates": candidates,
    "facts": facts,
    "documents": documents,
    "evidence": evidence,
    "interests": interests,
    "requirements": requirements,
    "scores": scores,
    "ranking": ranking,
    "courses": courses,
    "problems": problems,
}
"""Every table, by name. Other tools read them: columns and their order are fixed."""
