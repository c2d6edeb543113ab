"""Documents made of words, and the kinds of the toolkit."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from ranking.inputs.data_root import data_root
from ranking.inputs.kinds import read_kinds
from ranking.model.document import Document, Kind, Page, SourceFile
from ranking.model.kinds import Kinds


def document(*pages: str, file: str = "A_B/scan_12.pdf", kind: Kind = Kind.OTHER) -> Document:
    """Return a document with pages of text; without any it is one unread page."""
    return Document(
        source=SourceFile(path=file, size=1, sha256=""),
        page_count=max(1, len(pages)),
        pages=tuple(Page(number=index, text=text) for index, text in enumerate(pages, start=1)),
        kind=kind,
    )


@dataclass(frozen=True)
class Sample:
    """A document whose kind is known."""

    name: str
    kind: Kind
    language: str
    pages: tuple[str, ...]


def _samples() -> dict[str, Sample]:
    file = Path(__file__).with_name("samples.toml")
    return {
        raw["name"]: Sample(
            name=raw["name"],
            kind=Kind(raw["kind"]),
            language=raw["language"],
            pages=tuple(p["text"] for p in raw["page"] for _ in range(p.get("copies", 1))),
        )
        for raw in tomllib.loads(file.read_text(encoding="utf-8"))["sample"]
    }


SAMPLES = _samples()


@pytest.fixture(scope="session")
def kinds() -> Kinds:
    return read_kinds(data_root())
