"""Tells what a document is: its kind, parts, language and sections.

This takes as long as reading it, so the outcome is kept from build to build, under the document as
read, the kinds' clues and the code.
"""

from dataclasses import dataclass, replace

from ranking.classification.kinds import classify
from ranking.classification.parts import split
from ranking.classification.sections import section_map
from ranking.extraction.code_version import code_version
from ranking.extraction.store import Records, Store, digest
from ranking.model.document import Document, Kind, Part
from ranking.model.kinds import Kinds

_PARTS = ("classification", "model", "steps")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was told of a document; ``sections`` by page, in the order of the pages."""

    kind: Kind
    kind_reason: str
    language: str
    merged: tuple[Part, ...]
    sections: tuple[tuple[str, ...], ...]


class Teller:
    """Tells documents apart.

    Args:
        kinds: The clues.
        store: Where outcomes are kept, None to keep nothing.
        fresh: Tell again what is known.
    """

    def __init__(self, kinds: Kinds, store: Store | None, *, fresh: bool) -> None:
        self._kinds = kinds
        self._records = Records[Told](Told, store)
        self._fresh = fresh

    def tell(self, document: Document) -> Document:
        """Return the document with its kind, parts, language and sections."""
        key = digest((repr(document), self._kinds.fingerprint, code_version(_PARTS, ())))
        told = None if self._fresh else self._records.get(key)
        if told is None:
            told = _tell(document, self._kinds)
            self._records.put(key, told)
        pages = zip(document.pages, told.sections, strict=True)
        return replace(
            document,
            kind=told.kind,
            kind_reason=told.kind_reason,
            language=told.language,
            merged=told.merged,
            pages=tuple(replace(page, sections=sections) for page, sections in pages),
        )


def _tell(document: Document, kinds: Kinds) -> Told:
    told = split(classify(document, kinds), kinds)
    sections = section_map(told, kinds)
    return Told(
        kind=told.kind,
        kind_reason=told.kind_reason,
        language=told.language,
        merged=told.merged,
        sections=tuple(sections[page.number] for page in told.pages),
    )
