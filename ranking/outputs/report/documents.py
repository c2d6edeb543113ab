"""The documents of a candidate as cards: what they are, how they were read, how they look."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ranking.model.document import Document, Reader
from ranking.model.problem import Problem
from ranking.outputs.report.pictures import Image
from ranking.outputs.report.words import kind_name, plural

_NO_PICTURE = {
    "password-needed": "locked",
    "empty-file": "empty",
    "unreadable": "cannot be opened",
    "timeout": "takes too long",
    "not-pdf": "no PDF",
}
"""What stands in place of the first page, by the problem of the file."""

_READ = {Reader.TEXT: "text", Reader.OCR: "read by OCR", Reader.MIXED: "text and OCR"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A document.

    Attributes:
        file: Its path below the applications folder.
        kinds: What it is, the parts of a merged file with their pages.
        reason: The clues that decided.
        told: Pages, language and how they were read.
        warning: What was not read, or does not count; "" for nothing.
        thumbnail: Its first page, None if it cannot be drawn.
        instead: Words in place of the first page.
    """

    file: str
    kinds: tuple[str, ...]
    reason: str
    told: str
    warning: str
    thumbnail: Image | None
    instead: str


def cards(
    documents: Iterable[Document], problems: Sequence[Problem], thumbnails: Mapping[str, Image]
) -> tuple[Card, ...]:
    """Return the documents of a candidate; ``thumbnails`` are by file."""
    return tuple(_card(document, problems, thumbnails) for document in documents)


def _card(document: Document, problems: Sequence[Problem], thumbnails: Mapping[str, Image]) -> Card:
    codes = {problem.code for problem in problems if problem.file == document.file}
    found = (words for code, words in _NO_PICTURE.items() if code in codes)
    return Card(
        file=document.file,
        kinds=tuple(_kinds(document)),
        reason=document.kind_reason,
        told=", ".join(_told(document)),
        warning="; ".join(_warnings(document)),
        thumbnail=thumbnails.get(document.file),
        instead=next(found, "no picture"),
    )


def _kinds(document: Document) -> Iterator[str]:
    if not document.merged:
        yield kind_name(document.kind)
    for part in document.merged:
        one = part.first_page == part.last_page
        pages = f"{part.first_page}" if one else f"{part.first_page} to {part.last_page}"
        yield f"{kind_name(part.kind)} ({'page' if one else 'pages'} {pages})"


def _told(document: Document) -> Iterator[str]:
    if document.page_count:
        yield plural(document.page_count, "page")
    if document.language:
        yield document.language
    if document.reader in _READ:
        yield _READ[document.reader]


def _warnings(document: Document) -> Iterator[str]:
    if document.duplicate_of:
        yield "second copy, not counted"
    elif not document.page_count or len(document.unread_pages) == document.page_count:
        yield "not read"
    elif document.unread_pages:
        yield f"not read: pages {', '.join(map(str, document.unread_pages))}"
