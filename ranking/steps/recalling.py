"""A dossier again, from the tables that a build left behind."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter

from ranking.model.application import Application, Person
from ranking.model.assessment import Dossier, RequirementCheck, Score, Verdict
from ranking.model.document import Document, Kind, Page, Part, Reader, SourceFile
from ranking.model.evidence import OWN_RULE, Course, Evidence, Interest
from ranking.model.result import Place

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]

_SCORE_KEYS = ("criterion", "score", "could_be", "evidence")
_PERSON = TypeAdapter(Person)
_PARTS = TypeAdapter(tuple[Part, ...])
_EVIDENCE = TypeAdapter(tuple[Evidence, ...])
_INTERESTS = TypeAdapter(tuple[Interest, ...])
_COURSES = TypeAdapter(tuple[Course, ...])


def recall(tables: Tables, hidden: Collection[str] = ()) -> Dossier:
    """Return what scoring looks at, given the rows of one candidate by table.

    Words of pages and what only the requirements look at are not in it.

    Args:
        tables: The rows, by name of their table.
        hidden: Ids of passages that the build did not show, and so did not count.
    """
    (row,) = tables["candidates"]
    unread = set(row["not_fully_read"])
    documents = [_document(one) for one in tables["documents"]]
    evidence = [
        {**one, "kind": _kind(one, documents), "shown": one["id"] not in hidden}
        for one in tables["evidence"]
    ]
    application = Application(
        candidate=row["candidate"],
        person=_PERSON.validate_python(row),
        # What was not read and is not told as such is a second copy, which says nothing.
        documents=tuple(d for d in documents if d.fully_read or d.file in unread),
    )
    return Dossier(
        application=application,
        evidence=_EVIDENCE.validate_python(evidence),
        interests=_INTERESTS.validate_python(tables["interests"]),
        courses=_COURSES.validate_python(tables["courses"]),
    )


def agree(scores: Iterable[Score], rows: Iterable[Row]) -> bool:
    """Whether scores are those of the table."""
    ours = [(s.criterion, s.value, s.could_be, list(s.evidence)) for s in scores]
    return ours == [tuple(row[key] for key in _SCORE_KEYS) for row in rows]


def recall_place(row: Row) -> Place:
    """Return total and rank of a candidate, given the row of the table ranking."""
    return Place(
        candidate=row["candidate"],
        total=row["total"],
        low=row["low"],
        could_be=row["could_be"],
        rank=None if row["rank"] is None else int(row["rank"]),
        formal=Verdict(row["formal"]),
    )


def recall_checks(rows: Iterable[Row]) -> tuple[RequirementCheck, ...]:
    """Return the verdicts on the requirements; their quotes are left out."""
    return tuple(
        RequirementCheck(requirement=row["requirement"], verdict=Verdict(row["verdict"]))
        for row in rows
    )


def _document(row: Row) -> Document:
    unread = set(row["unread_pages"])
    return Document(
        source=SourceFile(path=row["file"], size=0, sha256=row["sha256"]),
        page_count=row["pages"],
        pages=tuple(
            Page(number=number, text="", reader=Reader.NONE if number in unread else Reader.TEXT)
            for number in range(1, row["pages"] + 1)
        ),
        kind=Kind(row["kind"]),
        language=row["language"],
        merged=_PARTS.validate_python(row["parts"]),
    )


def _kind(row: Row, documents: Sequence[Document]) -> Kind:
    """Return the kind of a passage: that of the part of the file that holds its page.

    What the committee quotes from an unknown file is the candidate's own account.
    """
    kinds = (
        part.kind
        for document in documents
        if document.file == row["file"]
        for part in document.parts
        if part.first_page <= row["page"] <= part.last_page
    )
    return next(kinds, Kind.CV if row["rule"] == OWN_RULE else Kind.OTHER)
