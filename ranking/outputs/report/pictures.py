"""What of an application is pictured, and where the pictures lie."""

import hashlib
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ranking.model.assessment import Assessment
from ranking.model.document import Box
from ranking.model.evidence import Evidence

FOLDER = "img"

Place = tuple[int, tuple[Box, ...]]
"""A page, from 1, and where on it the words stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be pictured: places by file of the application, and first pages of files."""

    passages: Mapping[str, Sequence[Place]]
    documents: Sequence[str]

    @property
    def count(self) -> int:
        """How many pictures that makes."""
        return sum(map(len, self.passages.values())) + len(self.documents)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictured:
    """PNG files: of places by file of the application, and of first pages by file."""

    passages: Mapping[str, Mapping[Place, bytes]] = field(default_factory=dict)
    documents: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in the report: its path there, and its pixels, so that pages do not jump."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Images:
    """The pictures of one candidate: by passage id, and of first pages by file."""

    passages: Mapping[str, Image] = field(default_factory=dict)
    documents: Mapping[str, Image] = field(default_factory=dict)


def wanted(assessment: Assessment) -> Wanted:
    """Return the places of all passages that are shown, each once, and all files in order."""
    places: dict[str, dict[Place, None]] = {}
    for passage in _shown(assessment):
        places.setdefault(passage.file, {})[_place(passage)] = None
    return Wanted(
        passages={file: tuple(sorted(places[file])) for file in sorted(places)},
        documents=tuple(document.file for document in assessment.dossier.application.documents),
    )


def write_pictures(folder: Path, assessment: Assessment, pictured: Pictured) -> Images:
    """Write the pictures of one candidate; return where they lie."""
    below = f"{FOLDER}/{assessment.candidate}"
    passages = {
        passage.id: _written(folder, f"{below}/{_name(passage)}.png", content)
        for passage in _shown(assessment)
        if (content := pictured.passages.get(passage.file, {}).get(_place(passage)))
    }
    documents = {
        file: _written(folder, f"{below}/page-{_digest(file)}.png", content)
        for file, content in pictured.documents.items()
    }
    return Images(passages=passages, documents=documents)


def _written(folder: Path, name: str, content: bytes) -> Image:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return Image(name, *_size(content))


def _shown(assessment: Assessment) -> Iterator[Evidence]:
    return (e for e in assessment.dossier.evidence if e.shown and e.boxes)


def _place(passage: Evidence) -> Place:
    return passage.page, passage.boxes


def _size(png: bytes) -> tuple[int, int]:
    """Return width and height, which stand first in a PNG (its section 11.2.2)."""
    width, height = struct.unpack_from(">II", png, 16)
    return width, height


def _name(passage: Evidence) -> str:
    """Return a name that passages at one place share, whatever their files are called."""
    return _digest(repr((passage.file, passage.page, passage.boxes)))


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:12]
