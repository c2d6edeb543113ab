"""Decisions follow their passage: better rules may count what they did not count before.

A passage that counted and no longer does stands on another sheet, with other words for decisions.
What the committee wrote about it moves there, as changes in the log like any other. Only a
rejection stays where it is: the passage does not count anyway, and is rejected again once it does.
"""

from collections.abc import Iterator, Mapping, Sequence

from ranking.model.assessment import Assessment
from ranking.model.input_tables import (
    ACCEPT,
    COUNT,
    EVIDENCE,
    NOT_COUNTED,
    REJECT,
    Value,
    passage_table,
)
from ranking.model.review import Change, Outcome, Review

SOURCE = "build"
"""Stands in the log where a build itself made a change."""

_WORDS: Mapping[Value, str] = {ACCEPT: COUNT, COUNT: ACCEPT}


def followed(
    review: Review, assessments: Sequence[Assessment], *, build: int, time: str
) -> tuple[Change, ...]:
    """Return the changes that bring decisions to the sheet on which their passage stands now.

    Args:
        review: What the committee's cells hold.
        assessments: What was found this time.
        build: Number of the build.
        time: Its time: ISO, UTC, seconds.
    """
    places = {e.id: passage_table(e).name for a in assessments for e in a.dossier.evidence}
    changes: list[Change] = []
    for table, other in ((EVIDENCE.name, NOT_COUNTED.name), (NOT_COUNTED.name, EVIDENCE.name)):
        for row in review.rows(table):
            filled = review.of(table, row)
            if places.get(row) == other and filled.get("decision") != REJECT:
                for name, value in filled.items():
                    changes += _move((table, other, row, name), value, review, (build, time))
    return tuple(changes)


def _move(
    places: tuple[str, str, str, str], value: Value, review: Review, stamp: tuple[int, str]
) -> Iterator[Change]:
    table, other, row, name = places
    moved = _WORDS.get(value, value) if name == "decision" else value
    for place, becomes in ((table, ""), (other, moved)):
        yield Change(
            time=stamp[1],
            build=stamp[0],
            source=SOURCE,
            table=place,
            row=row,
            field=name,
            value=becomes,
            was=review.value((place, row, name)),
            outcome=Outcome.APPLIED,
        )
