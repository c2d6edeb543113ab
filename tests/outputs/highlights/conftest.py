"""A small letter with passages in it, and what is said about them."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
import typst

from ranking.extraction.reopened import Reopened
from ranking.model.assessment import Assessment, Dossier
from ranking.model.call import Call
from ranking.model.document import Document, Kind, SourceFile
from ranking.model.evidence import Evidence
from ranking.model.result import Provenance, Result

GROUPS = "I represented finite groups on lattices and wrote a library for it in Python."
NETWORKS = "My thesis is about equivariant neural networks."
LETTER = f"""\
#set page(width: 300pt, height: 400pt)
#set par(justify: true)
Dear committee,

Last year {GROUPS} It was fun.

#pagebreak()
{NETWORKS} I trained them on pictures of molecules.
"""

MakeResult = Callable[..., Result]


@pytest.fixture(scope="session")
def letter() -> bytes:
    """Return a PDF of two pages: the first holds ``GROUPS``, the second ``NETWORKS``."""
    return bytes(typst.compile(LETTER.encode(), format="pdf"))


@pytest.fixture(scope="session")
def root(letter: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an applications folder with the letter. Do not change it."""
    folder = tmp_path_factory.mktemp("root")
    (folder / "Berg_Ada").mkdir()
    (folder / "Berg_Ada" / "Letter, Berg.pdf").write_bytes(letter)
    return folder


@pytest.fixture(scope="session")
def passages(root: Path, make_evidence: Callable[..., Evidence]) -> tuple[Evidence, ...]:
    """Return passages: one about groups and about programming, one about networks."""
    file = "Berg_Ada/Letter, Berg.pdf"
    with Reopened(root / file, ()) as again:
        found = again.check({1: [GROUPS], 2: [NETWORKS]}).found
    return tuple(
        make_evidence(
            criterion=criterion,
            level=level,
            quote=quote,
            page=page,
            boxes=found[page, quote],
            file=file,
            kind=Kind.LETTER,
            rule=f"{criterion}:a_concept > a-rule",
        )
        for criterion, level, quote, page in (
            ("programming", "project", GROUPS, 1),
            ("group_theory", "project", GROUPS, 1),
            ("neural_networks", "thesis", NETWORKS, 2),
        )
    )


@pytest.fixture(scope="session")
def make_result(call: Call, make_dossier: Callable[..., Dossier], root: Path) -> MakeResult:
    """Return what makes a result of one candidate with the passages given."""

    def make(*evidence: Evidence, files: tuple[str, ...] = (), folder: Path = root) -> Result:
        named = dict.fromkeys((*(row.file for row in evidence), *files))
        documents = tuple(_document(folder, file) for file in named)
        dossier = make_dossier(*evidence, documents=documents)
        return Result(
            call=call,
            assessments=(Assessment(dossier=dossier, requirements=(), scores=()),),
            places=(),
            unassigned=(),
            problems=(),
            provenance=Provenance(),
        )

    return make


def _document(folder: Path, file: str) -> Document:
    place = folder / file
    content = place.read_bytes() if place.exists() else b""
    sha256 = hashlib.sha256(content).hexdigest()
    source = SourceFile(path=file, size=len(content), sha256=sha256)
    return Document(source=source, page_count=2, kind=Kind.LETTER)
