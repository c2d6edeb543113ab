"""Passages that the committee added itself: evidence like any other, by the rule "committee"."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from ranking.model.application import Application
from ranking.model.call import Call, Criterion, Scale
from ranking.model.document import Document, Kind
from ranking.model.evidence import OWN_RULE, Evidence
from ranking.model.points import scale_levels
from ranking.model.review import Review
from ranking.review.passages import NoFitError
from ranking.review.values import text_of


def own_passage(
    row: str, review: Review, call: Call, applications: Sequence[Application]
) -> Evidence:
    """Return the passage of a row of the table of own passages.

    Raises:
        NoFitError: If it does not say who, what, which level, or which words.
    """
    typed = {name: text_of(value) for name, value in review.of("own", row).items()}
    application = _application(typed.get("candidate", ""), applications)
    criterion, concept = _criterion(typed.get("criterion", ""), call, row)
    if "quote" not in typed:
        raise NoFitError("The row has no quote.")
    file, page, kind = _place(typed, application)
    return Evidence(
        id=row,
        candidate=application.candidate,
        criterion=criterion.id,
        concept=concept,
        level=_level(typed.get("level", ""), criterion, call),
        quote=" ".join(typed["quote"].split()),
        file=file,
        page=page,
        kind=kind,
        rule=OWN_RULE,
    )


def _level(typed: str, criterion: Criterion, call: Call) -> str:
    if typed not in scale_levels(call, criterion):
        raise NoFitError(f"{typed or 'No level'} is no level of {criterion.title}.")
    return typed


def _place(typed: Mapping[str, str], application: Application) -> tuple[str, int, Kind]:
    """Return file, page and kind; words of an unknown file are the candidate's own account."""
    name, page = typed.get("file", ""), int(float(typed.get("page", "1")))
    document = _document(name, page, application)
    return (document.file, page, document.kind) if document else (name, page, Kind.CV)


def _application(typed: str, applications: Iterable[Application]) -> Application:
    for application in applications:
        if application.candidate.casefold() == typed.casefold():
            return application
    raise NoFitError(f"There is no candidate {typed or 'in the row'}.")


def _criterion(typed: str, call: Call, row: str) -> tuple[Criterion, str]:
    """Return the criterion of an id or title, and the concept; a topic may stand for interests.

    Each achievement that the committee adds is one of its own.
    """
    concepts = {Scale.ACHIEVEMENTS: row}
    topic = _named(typed, {topic.id: topic.title for topic in call.topics})
    name = _named(typed, {criterion.id: criterion.title for criterion in call.criteria})
    for criterion in call.criteria:
        if topic and criterion.scale is Scale.INTERESTS:
            return criterion, topic
        if criterion.id == name and criterion.scale is not Scale.INTERESTS:
            return criterion, concepts.get(criterion.scale, "")
    if name:
        raise NoFitError("Name the topic of the call instead of the criterion.")
    raise NoFitError(f"There is no criterion {typed or 'in the row'}.")


def _named(typed: str, titles: Mapping[str, str]) -> str:
    """Return the id of what somebody named by id or title, "" if nothing."""
    word = " ".join(typed.split()).casefold()
    names = {name.casefold(): key for key, title in titles.items() for name in (key, title)}
    return names.get(word, "")


def _document(typed: str, page: int, application: Application) -> Document | None:
    """Return the document, or the part of a merged one, that holds a page of a named file."""
    name = typed.casefold()
    for document in application.documents:
        path = PurePosixPath(document.file.casefold())
        if typed and name in {str(path), path.name, path.stem}:
            parts = document.part_documents
            inside = (p for p in parts if p.first_page <= page < p.first_page + p.page_count)
            return next(inside, document)
    return None
