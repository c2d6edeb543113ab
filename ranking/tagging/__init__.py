"""Finds evidence in documents; the only package that imports spaCy."""

from collections.abc import Iterable

from ranking.model.application import Application
from ranking.model.assessment import Dossier
from ranking.model.call import Call
from ranking.model.document import Document, Kind
from ranking.model.evidence import Course, Evidence, Interest
from ranking.model.lexicon import Lexicons
from ranking.model.rules import Rules
from ranking.tagging.accounts import find_in_account
from ranking.tagging.confirmations import find_confirmations
from ranking.tagging.copies import copied_letters
from ranking.tagging.facts import facts
from ranking.tagging.findings import Finding, evidence
from ranking.tagging.interests import find_interests
from ranking.tagging.long_documents import find_in_work
from ranking.tagging.results import find_results
from ranking.tagging.strengths import area_strengths
from ranking.tagging.stuffing import stuffed_lists
from ranking.tagging.tools import Tools, make_tools
from ranking.tagging.transcripts import find_in_transcript

__all__ = ["area_strengths", "make_tools", "tag"]

_WORKS = frozenset({Kind.THESIS, Kind.ARTICLE})


def tag(application: Application, call: Call, lexicons: Lexicons, rules: Rules) -> Dossier:
    """Find the evidence, interests, courses and facts of one application."""
    tools = make_tools(call, lexicons, rules)
    rows: list[Evidence] = []
    courses: list[Course] = []
    for document in application.counted_parts:
        findings, found_courses = _tag_document(document, application, tools)
        courses += found_courses
        rows += (evidence(finding, document, application.candidate) for finding in findings)
    tagged = _each_once(rows)
    parts, candidate = application.counted_parts, application.candidate
    return Dossier(
        application=application,
        evidence=tagged,
        interests=_interests(tagged, tools.interests),
        courses=tuple(courses),
        facts=facts(application),
        problems=(
            *copied_letters(parts, candidate, tools),
            *stuffed_lists(parts, tagged, candidate, tools),
        ),
    )


def _tag_document(
    document: Document, application: Application, tools: Tools
) -> tuple[list[Finding], tuple[Course, ...]]:
    if document.kind in _WORKS:
        return [
            *find_in_work(document, application.person, tools),
            *find_results(document, application.person, tools),
        ], ()
    if document.kind is Kind.TRANSCRIPT:
        findings, courses = find_in_transcript(document, application.candidate, tools)
        return list(findings), courses
    return [
        *find_in_account(document, application.person, tools),
        *find_confirmations(document, application.person, tools),
        *find_interests(document, tools),
    ], ()


def _each_once(rows: Iterable[Evidence]) -> tuple[Evidence, ...]:
    by_id: dict[str, Evidence] = {}
    for row in rows:
        by_id.setdefault(row.id, row)
    return tuple(by_id.values())


def _interests(rows: Iterable[Evidence], criterion: str) -> tuple[Interest, ...]:
    return tuple(
        Interest(
            candidate=row.candidate,
            topic=row.concept,
            quote=row.quote,
            file=row.file,
            page=row.page,
            counted=row.counted,
            reason=row.reason,
        )
        for row in rows
        if row.criterion == criterion and row.level == "interest"
    )
