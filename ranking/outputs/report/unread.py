"""Files that were not fully read, and why: what a committee has to look at by hand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ranking.model.assessment import Assessment
from ranking.model.document import Document
from ranking.model.problem import Problem, Severity

SUMMARY = "not-fully-read"
"""The code that says that something was not read; the reason stands beside it in another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadFile:
    """A file of which some page was not read, and what is known about the reason."""

    candidate: str
    name: str
    file: str
    pages: str
    why: str


def unread_files(assessment: Assessment, problems: Sequence[Problem]) -> Iterator[UnreadFile]:
    """Yield the files of one candidate that were not fully read; ``problems`` are theirs."""
    application = assessment.dossier.application
    for document in application.counted_documents:
        if not document.fully_read:
            yield UnreadFile(
                candidate=assessment.candidate,
                name=application.person.name,
                file=document.file,
                pages=_pages(document),
                why=_why(document.file, problems),
            )


def _pages(document: Document) -> str:
    if not document.unread_pages:
        return "all pages"
    numbers = ", ".join(map(str, document.unread_pages))
    pages = "page" if len(document.unread_pages) == 1 else "pages"
    return f"{pages} {numbers} of {document.page_count}"


def _why(file: str, problems: Sequence[Problem]) -> str:
    """Return what problems of a file say, with what to do about it."""
    told = [
        f"{problem.message} {problem.advice}"
        for problem in problems
        if problem.file == file
        and problem.code != SUMMARY
        and problem.severity is not Severity.INFO
    ]
    return " ".join(dict.fromkeys(told))
