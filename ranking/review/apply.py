"""Applies what the committee's cells hold to what was found; scores are made from the outcome."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ranking.model.assessment import Assessment, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.model.evidence import Evidence, Interest, Level
from ranking.model.input_tables import (
    DECISIONS,
    INPUT_TABLES,
    OWN,
    REQUIREMENTS,
    REVIEWS,
    WEIGHTS,
    passage_table,
    requirement_row,
)
from ranking.model.review import Review, Unplaced
from ranking.review.own import own_passage
from ranking.review.passages import NoFitError, decided
from ranking.review.terms import defaults_of
from ranking.review.unplaced import unplaced_row
from ranking.review.values import text_of
from ranking.review.weights import weighed

GONE = "Nothing of this id was found this time."
ELSEWHERE = "The passage now stands on another sheet, by what was found."


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What a review leads to.

    Attributes:
        call: The call with the committee's weights.
        assessments: The assessments after all decisions, without scores: they are still to make.
        unplaced: Filled cells that had no effect.
    """

    call: Call
    assessments: tuple[Assessment, ...]
    unplaced: tuple[Unplaced, ...]


def apply(review: Review, call: Call, assessments: Sequence[Assessment]) -> Applied:
    """Apply a review to a call and to assessments as they were found."""
    call = weighed(call, review)
    unplaced: list[Unplaced] = []
    own = tuple(_own(review, call, assessments, unplaced))
    applied = tuple(_assessment(a, own, (review, call), unplaced) for a in assessments)
    unplaced += _without_place(review, call, applied)
    return Applied(
        call=call,
        assessments=applied,
        unplaced=tuple(sorted(unplaced, key=lambda u: (u.cell, u.reason))),
    )


def _own(
    review: Review, call: Call, assessments: Sequence[Assessment], unplaced: list[Unplaced]
) -> Iterator[Evidence]:
    """Yield the committee's own passages."""
    applications = [assessment.dossier.application for assessment in assessments]
    for row in review.rows(OWN.name):
        try:
            yield own_passage(row, review, call, applications)
        except NoFitError as why:
            unplaced += unplaced_row(review, OWN.name, row, str(why))


def _assessment(
    assessment: Assessment,
    own: Iterable[Evidence],
    terms: tuple[Review, Call],
    unplaced: list[Unplaced],
) -> Assessment:
    dossier = assessment.dossier
    added = tuple(row for row in own if row.candidate == assessment.candidate)
    evidence = tuple(_decided((*dossier.evidence, *added), terms, unplaced))
    stated = [row for row in evidence if (row.found or row.level) == Level.INTEREST]
    switched = {_place(row): row.counted for row in stated if row.switched}
    interests = tuple(
        replace(interest, counted=switched.get(_place(interest), interest.counted))
        for interest in dossier.interests
    )
    checks = (_ruled(assessment, check, terms[0]) for check in assessment.requirements)
    return Assessment(
        dossier=replace(dossier, evidence=evidence, interests=interests),
        requirements=tuple(checks),
        scores=(),
    )


def _decided(
    evidence: Iterable[Evidence], terms: tuple[Review, Call], unplaced: list[Unplaced]
) -> Iterator[Evidence]:
    """Yield passages with what was decided about them."""
    review, call = terms
    for row in evidence:
        try:
            yield decided(row, review, call)
        except NoFitError as why:
            yield row
            unplaced += unplaced_row(review, passage_table(row).name, row.id, str(why))


def _place(passage: Evidence | Interest) -> tuple[str, str, str, int]:
    """Return what tells that an interest and a passage are the same words about one topic."""
    topic = passage.topic if isinstance(passage, Interest) else passage.concept
    return topic, passage.quote, passage.file, passage.page


def _ruled(assessment: Assessment, check: RequirementCheck, review: Review) -> RequirementCheck:
    row = requirement_row(assessment.candidate, check.requirement)
    ruling = review.value((REQUIREMENTS.name, row, "ruling"))
    if ruling == "":
        return check
    return replace(check, verdict=Verdict(text_of(ruling)), found=check.verdict.value)


def _without_place(
    review: Review, call: Call, assessments: Sequence[Assessment]
) -> Iterator[Unplaced]:
    """Yield the filled cells whose row is not there."""
    places = _places(call, assessments)
    sheets = {e.id for a in assessments for e in a.dossier.evidence}
    for table in places:
        for row in set(review.rows(table)) - places[table]:
            reason = ELSEWHERE if row in sheets else GONE
            yield from unplaced_row(review, table, row, reason)
    candidates = {candidate.casefold() for candidate in places[DECISIONS.name]}
    for row in review.rows(REVIEWS.name):
        typed = text_of(review.value((REVIEWS.name, row, "candidate")))
        if typed.casefold() not in candidates:
            reason = f"There is no candidate {typed or 'in the row'}."
            yield from unplaced_row(review, REVIEWS.name, row, reason)


def _places(call: Call, assessments: Sequence[Assessment]) -> dict[str, set[str]]:
    """Return the rows of the tables in which people do not add rows."""
    places: dict[str, set[str]] = {t.name: set() for t in INPUT_TABLES.values() if not t.grows}
    places[WEIGHTS.name] |= set(defaults_of(call))
    for assessment in assessments:
        candidate = assessment.candidate
        places[DECISIONS.name].add(candidate)
        for check in assessment.requirements:
            places[REQUIREMENTS.name].add(requirement_row(candidate, check.requirement))
        for row in assessment.dossier.evidence:
            places[passage_table(row).name].add(row.id)
    return places
