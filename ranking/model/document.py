"""A document: what was read of one file, page by page."""

from dataclasses import dataclass
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


Box = tuple[float, float, float, float]
"""A rectangle (x0, y0, x1, y1) in PDF points, origin at the lower left of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file as submitted: its path below the applications folder (with ``/``), size, content."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page.

    Attributes:
        number: From 1.
        text: The words, one line of the page a line.
        reader: How the words were obtained.
        sections: The section that each line of ``text`` stands in ("" before any heading); empty
            until the document is classified.
    """

    number: int
    text: str
    reader: Reader = Reader.TEXT
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A run of pages of one kind inside a file."""

    kind: Kind
    first_page: int
    last_page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What was read of one file, and what kind of document it is.

    Attributes:
        source: The file.
        page_count: Pages of the file (0 if it could not be opened).
        pages: The pages that were read or tried, in order.
        title: The title in the file's metadata, "" if none.
        author: The author in the file's metadata, "" if none.
        kind: Kind of document.
        kind_reason: The clues that decided.
        language: Two-letter code, "" where it cannot be told.
        hidden_words: Words on the pages that nobody can see.
        duplicate_of: Path of the file with the same content that counts instead, "" if none.
    """

    source: SourceFile
    page_count: int = 0
    pages: tuple[Page, ...] = ()
    title: str = ""
    author: str = ""
    kind: Kind = Kind.OTHER
    kind_reason: str = ""
    language: str = ""
    hidden_words: int = 0
    duplicate_of: str = ""

    @property
    def file(self) -> str:
        """The path below the applications folder, as submitted."""
        return self.source.path

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the file: one part, of the document's kind, over all pages."""
        if not self.page_count:
            return ()
        return (Part(kind=self.kind, first_page=1, last_page=self.page_count),)

    @property
    def unread_pages(self) -> tuple[int, ...]:
        """Numbers of the pages whose words were not obtained."""
        read = {page.number for page in self.pages if page.reader is not Reader.NONE}
        return tuple(number for number in range(1, self.page_count + 1) if number not in read)

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

    @property
    def text(self) -> str:
        """The text of all pages."""
        return "\n".join(page.text for page in self.pages)
