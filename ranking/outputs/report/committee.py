"""What the committee wrote: about a candidate, beside passages, and beside requirements."""

from collections.abc import Mapping
from dataclasses import dataclass

from ranking.model.input_tables import (
    DECISIONS,
    EVIDENCE,
    NOT_COUNTED,
    OWN,
    REQUIREMENTS,
    REVIEWS,
    InputTable,
)
from ranking.model.review import Review

_WITH_NOTES = (EVIDENCE, NOT_COUNTED, OWN, REQUIREMENTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """A review of a candidate by one member."""

    member: str
    score: str
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    """What the committee wrote about a candidate; fields that nobody filled are ""."""

    decision: str
    reason: str
    who: str
    conflict: str
    opinions: tuple[Opinion, ...]

    @property
    def is_silent(self) -> bool:
        """Whether nobody wrote anything."""
        return not (self.decision or self.reason or self.who or self.conflict or self.opinions)


def committee_of(candidate: str, review: Review) -> Committee:
    """Return what the committee wrote about a candidate, reviews in the order of their rows."""
    rows = [row for row in review.rows(REVIEWS.name) if _is_about(candidate, row, review)]
    return Committee(
        decision=review.text(DECISIONS.name, candidate, "decision"),
        reason=review.text(DECISIONS.name, candidate, "reason"),
        who=review.text(DECISIONS.name, candidate, "who"),
        conflict=review.text(DECISIONS.name, candidate, "conflict"),
        opinions=tuple(
            Opinion(
                member=review.text(REVIEWS.name, row, "member"),
                score=review.text(REVIEWS.name, row, "score"),
                comment=review.text(REVIEWS.name, row, "comment"),
            )
            for row in rows
        ),
    )


def notes_of(review: Review) -> Mapping[str, str]:
    """Return the notes beside passages and requirements with who wrote them, by id of the row."""
    return {
        row: note
        for table in _WITH_NOTES
        for row in review.rows(table.name)
        if (note := _note(table, row, review))
    }


def _note(table: InputTable, row: str, review: Review) -> str:
    note, who = (review.text(table.name, row, name) for name in ("note", "who"))
    return f"{note} ({who})" if note and who else note or who


def _is_about(candidate: str, row: str, review: Review) -> bool:
    return review.text(REVIEWS.name, row, "candidate").strip().casefold() == candidate.casefold()
