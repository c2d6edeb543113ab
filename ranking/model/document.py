"""A document: what was read of one file, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of documents in an application."""

    CV = "cv"
    LETTER = "letter"
    THESIS = "thesis"
    ARTICLE = "article"
    TRANSCRIPT = "transcript"
    CERTIFICATE = "certificate"
    REFERENCE = "reference"
    OTHER = "other"


class Reader(StrEnum):
    """How the words were obtained."""

    TEXT = "text"
    OCR = "ocr"
    MIXED = "mixed"
    NONE = "none"


class Quality(StrEnum):
    """What a page is, as far as its words go.

    Attributes:
        TEXT: Words.
        SCAN: A picture.
        OUTLINED: Letters drawn as shapes.
        OCR_LAYER: Words that scanning software laid unseen over the picture of a page.
        GARBAGE: Characters that are not the words the page shows.
    """

    TEXT = "text"
    SCAN = "scan"
    OUTLINED = "outlined"
    OCR_LAYER = "ocr-layer"
    GARBAGE = "garbage"


Box = tuple[float, float, float, float]
"""A rectangle (x0, y0, x1, y1) in PDF points, origin at the lower left of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file as submitted: its path below the applications folder (with ``/``), size, content."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word that OCR read: a run of characters without a blank.

    Attributes:
        text: The word as it was read.
        box: Where it stands, in points of the unrotated page.
        confidence: How sure the recogniser is, 0 to 1.
        line: Index of its line in the text of the page.
    """

    text: str
    box: Box
    confidence: float
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page.

    Attributes:
        number: From 1.
        text: The words, one line of the page a line.
        reader: How the words were obtained.
        quality: What the page is, as far as its words go.
        hidden: Words that nobody can see; they are not part of ``text``.
        checked: Whether it was found out which words can be seen.
        words: The words that OCR read, in the order of ``text``; empty for pages of text, where the
            file itself tells where words stand.
        styles: How each line of ``text`` is set ("" where unknown), the same for lines that look
            alike; empty for pages of long documents and for pictures.
        sections: The section that each line of ``text`` stands in ("" before any heading); empty
            until the document is classified.
    """

    number: int
    text: str
    reader: Reader = Reader.TEXT
    quality: Quality = Quality.TEXT
    hidden: tuple[str, ...] = ()
    checked: bool = True
    words: tuple[Word, ...] = ()
    styles: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """What was found on a page that was not checked for words out of sight when it was read."""

    file: str
    page: int
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A run of pages of one kind inside a file. ``reason`` and ``language`` as of a document."""

    kind: Kind
    first_page: int
    last_page: int
    reason: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What was read of one file or of a part of it, and what kind of document it is.

    Attributes:
        source: The file.
        page_count: Pages of the file (0 if it could not be opened) or of the part.
        first_page: Where a part begins in its file; 1 for a whole file.
        pages: The pages that were read or tried, in order.
        title: The title in the file's metadata, "" if none.
        author: The author in the file's metadata, "" if none.
        kind: Kind of document.
        kind_reason: The clues that decided.
        language: Two-letter code, "" where it cannot be told.
        hidden_words: Words on the pages that nobody can see.
        duplicate_of: Path of the file with the same content that counts instead, "" if none.
        merged: The parts of a file that holds several documents; empty for all others.
    """

    source: SourceFile
    page_count: int = 0
    first_page: int = 1
    pages: tuple[Page, ...] = ()
    title: str = ""
    author: str = ""
    kind: Kind = Kind.OTHER
    kind_reason: str = ""
    language: str = ""
    hidden_words: int = 0
    duplicate_of: str = ""
    merged: tuple[Part, ...] = ()

    @property
    def file(self) -> str:
        """The path below the applications folder, as submitted."""
        return self.source.path

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the file; a file of one document is one part, of its kind."""
        if self.merged or not self.page_count:
            return self.merged
        last = self.first_page + self.page_count - 1
        return (Part(kind=self.kind, first_page=self.first_page, last_page=last),)

    @property
    def part_documents(self) -> tuple["Document", ...]:
        """The documents that the file holds: its parts as documents over the same file."""
        return tuple(self._part_document(part) for part in self.merged) or (self,)

    def _part_document(self, part: Part) -> "Document":
        inside = range(part.first_page, part.last_page + 1)
        return replace(
            self,
            page_count=len(inside),
            first_page=part.first_page,
            pages=tuple(page for page in self.pages if page.number in inside),
            kind=part.kind,
            kind_reason=part.reason,
            language=part.language,
            merged=(),
        )

    @property
    def unread_pages(self) -> tuple[int, ...]:
        """Numbers of the pages whose words were not obtained."""
        read = {page.number for page in self.pages if page.reader is not Reader.NONE}
        numbers = range(self.first_page, self.first_page + self.page_count)
        return tuple(number for number in numbers if number not in read)

    @property
    def fully_read(self) -> bool:
        """Whether every page was read."""
        return self.page_count > 0 and not self.unread_pages

    @property
    def reader(self) -> Reader:
        """How the words of the pages were obtained, taken together."""
        readers = {page.reader for page in self.pages} - {Reader.NONE}
        if not readers:
            return Reader.NONE
        return readers.pop() if len(readers) == 1 else Reader.MIXED

    def seen(self, views: Sequence[PageView]) -> "Document":
        """Return the document with what was found on pages that were checked later."""
        hidden = {view.page: view.hidden for view in views if view.file == self.file}
        if not hidden:
            return self
        pages = tuple(
            replace(page, checked=True, hidden=hidden[page.number])
            if page.number in hidden
            else page
            for page in self.pages
        )
        return replace(self, pages=pages, hidden_words=sum(len(page.hidden) for page in pages))

    @property
    def text(self) -> str:
        """The text of all pages."""
        return "\n".join(page.text for page in self.pages)
