"""An application: one candidate and their documents."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ranking.model.document import Document, PageView


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who applies. Names are kept as written (Unicode NFC)."""

    family_name: str
    given_name: str = ""
    email: str = ""

    @property
    def name(self) -> str:
        """Given name and family name."""
        return f"{self.given_name} {self.family_name}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """A row of the applicant list: a person and the file names that are theirs, if given."""

    person: Person
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """The files that belong to one person.

    ``key`` tells the person apart from all others in this and in later builds: the folder's name
    or the person's name, folded.
    """

    key: str
    person: Person
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """The documents of one candidate. ``candidate`` is the id, such as ``C001``."""

    candidate: str
    person: Person
    documents: tuple[Document, ...]

    @property
    def counted_documents(self) -> tuple[Document, ...]:
        """The documents without second copies."""
        return tuple(document for document in self.documents if not document.duplicate_of)

    @property
    def counted_parts(self) -> tuple[Document, ...]:
        """The counted documents, each part of a merged file as a document of its own."""
        return tuple(part for d in self.counted_documents for part in d.part_documents)

    @property
    def not_fully_read(self) -> tuple[str, ...]:
        """Files of which some page was not read."""
        return tuple(d.file for d in self.counted_documents if not d.fully_read)

    def seen(self, views: Sequence[PageView]) -> "Application":
        """Return the application with what was found on pages that were checked later."""
        documents = tuple(document.seen(views) for document in self.documents)
        return replace(self, documents=documents) if views else self
