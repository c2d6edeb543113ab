"""A passage as the report shows it: the quote, its picture, its place, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from ranking.model.evidence import Evidence, Interest
from ranking.outputs.report.pictures import Image
from ranking.outputs.report.words import spaced


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A passage; ``id`` is "" for stated interests that are no evidence.

    ``committee`` is what the committee made of it, ``note`` what it wrote beside it.
    """

    id: str
    quote: str
    file: str
    page: int
    picture: Image | None
    level: str
    reason: str
    rule: str
    section: str
    reader: str
    committee: str
    note: str


def passage_of(
    found: Evidence | Interest, pictures: Mapping[str, Image], notes: Mapping[str, str]
) -> Passage:
    """Return a passage; stated interests that are no evidence have neither level nor picture."""
    if isinstance(found, Interest):
        return _interest(found)
    return Passage(
        id=found.id,
        quote=found.quote,
        file=found.file,
        page=found.page,
        picture=pictures.get(found.id),
        level=spaced(found.level),
        reason=found.reason,
        rule=found.rule,
        section=found.section,
        reader=found.reader,
        committee=_committee(found),
        note=notes.get(found.id, ""),
    )


def _interest(found: Interest) -> Passage:
    return Passage(
        id="",
        quote=found.quote,
        file=found.file,
        page=found.page,
        picture=None,
        level=f"interest in {spaced(found.topic)}",
        reason=found.reason,
        rule="",
        section="",
        reader="",
        committee="",
        note="",
    )


def _committee(found: Evidence) -> str:
    """Say what the committee made of a passage, "" for nothing."""
    if found.own:
        return "added by the committee"
    told = f"decided by the committee: {spaced(found.decision)}" if found.decision else ""
    return f"{told} (found as {spaced(found.found)})" if told and found.found else told
