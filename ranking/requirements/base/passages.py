"""Passages: lines and sentences of the application, verbatim, with file, page and kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ranking.model.application import Application
from ranking.model.document import Document, Kind, Page, Reader

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖÉÈÀÜÓŁ\"'“(])")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|[MB]\.?\s?Sc|Ph\.?D|Prof|Doc|Dr|Mr|Ms|Mrs|Univ|Dept|ref|no|Ref|No|vs|cf|e\.g|i\.e)"
    r"\.\Z"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of a page that stand together; ``text`` has its white space collapsed."""

    text: str
    file: str
    page: int
    kind: Kind
    section: str = ""


def documents(application: Application, *kinds: Kind) -> tuple[Document, ...]:
    """Return the documents and parts of merged files of the kinds, without second copies."""
    return tuple(d for d in application.counted_parts if d.kind in kinds)


def unread_that_could_be(application: Application, *kinds: Kind) -> tuple[str, ...]:
    """Return the files that were not fully read and could hold a document of these kinds.

    What a file is can only be told from its words; where there are none, it could be anything.
    """
    files = (
        d.file
        for d in application.counted_parts
        if not d.fully_read
        and (d.reader is Reader.NONE or d.kind in {Kind.OTHER, *kinds} or not kinds)
    )
    return tuple(dict.fromkeys(files))


def pages(application: Application, *kinds: Kind) -> Iterator[tuple[Kind, Document, Page]]:
    """Yield the read pages of the given kinds, in the order of the kinds."""
    for kind in kinds:
        for document in documents(application, kind):
            for page in document.pages:
                if page.reader is not Reader.NONE:
                    yield kind, document, page


def lines(kind: Kind, document: Document, page: Page) -> list[Passage]:
    """Return the lines of a page that hold words."""
    found = []
    for number, line in enumerate(page.text.split("\n")):
        if text := collapse(line):
            section = page.sections[number] if number < len(page.sections) else ""
            found.append(
                Passage(text=text, file=document.file, page=page.number, kind=kind, section=section)
            )
    return found


def sentences(kind: Kind, document: Document, page: Page) -> list[Passage]:
    """Return the sentences of a page, joined over line ends."""
    merged: list[str] = []
    for piece in _SENTENCE_END.split(collapse(page.text)):
        if merged and _ABBREVIATION.search(merged[-1]):
            merged[-1] = f"{merged[-1]} {piece}"
        else:
            merged.append(piece)
    return [
        Passage(text=text, file=document.file, page=page.number, kind=kind)
        for text in merged
        if text
    ]


def all_lines(application: Application, *kinds: Kind) -> Iterator[Passage]:
    """Yield the lines of all pages of the given kinds, in the order of the kinds."""
    for kind, document, page in pages(application, *kinds):
        yield from lines(kind, document, page)


def units(application: Application, *kinds: Kind) -> Iterator[Passage]:
    """Yield sentences of letters and references, and lines of everything else."""
    for kind, document, page in pages(application, *kinds):
        split = sentences if kind in {Kind.LETTER, Kind.REFERENCE} else lines
        yield from split(kind, document, page)


def collapse(text: str) -> str:
    """Return text with white space collapsed."""
    return " ".join(text.split())
