"""Files of one content within an application: one counts, the others are named."""

from collections.abc import Iterable
from dataclasses import replace

from ranking.model.application import Application
from ranking.model.document import Document
from ranking.model.problem import Problem, problem


def without_copies(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return the documents by name, every copy marked with the file that counts instead."""
    first: dict[str, str] = {}
    marked = []
    for document in sorted(documents, key=lambda d: d.file):
        original = first.setdefault(document.source.sha256 or document.file, document.file)
        copy_of = original if original != document.file and document.source.size else ""
        marked.append(replace(document, duplicate_of=copy_of))
    return tuple(marked)


def duplicate_problems(applications: Iterable[Application]) -> tuple[Problem, ...]:
    """Return a problem for every copy."""
    return tuple(
        problem(
            "duplicate-file",
            f"The same content as {document.duplicate_of}, which counts instead.",
            file=document.file,
            candidate=application.candidate,
        )
        for application in applications
        for document in application.documents
        if document.duplicate_of
    )
