"""What tests of several packages share: the real call, builders of its nouns, the command line."""

import hashlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import typst
from hypothesis import settings

from ranking.cli.app import main
from ranking.extraction.workers import Limits
from ranking.inputs.data_root import data_root
from ranking.inputs.toml_file import read_toml
from ranking.model.application import Application, Person
from ranking.model.assessment import Dossier
from ranking.model.call import Call
from ranking.model.document import Document, Kind, Page, Reader, SourceFile
from ranking.model.evidence import Course, Evidence
from ranking.model.result import Provenance, Result
from ranking.pipeline import build
from ranking.steps.options import BuildOptions, Built


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="renew the golden files")


# The same examples in every run, however busy the machine is.
settings.register_profile("ranking", database=None, deadline=None, derandomize=True)
settings.load_profile("ranking")

CV = """\
= Curriculum vitae
{name} #h(1em) {email}
== Education
2021 -- 2023 Master of Science in mathematics, University of Oslo

2018 -- 2021 Bachelor of Science in physics, University of Oslo
== Programming
Python, C++
== References
Prof. Ada Berg, University of Oslo, ada.berg\\@uio.example
"""
LETTER = """\
= Personal letter
Dear committee,

I wish to apply for the PhD position 20230018. In my master's project I represented finite groups
on lattices and wrote a library in Python. My research interests are equivariant neural networks.

Sincerely, \\
{name}
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind: its exit code and what it wrote."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def call() -> Call:
    """Return the call of the toolkit."""
    return read_toml(data_root() / "calls" / "chalmers-20230018.toml", Call)


@pytest.fixture(scope="session")
def empty_result(call: Call) -> Result:
    """Return the result of a build without applications."""
    return Result(
        call=call,
        assessments=(),
        places=(),
        unassigned=(),
        problems=(),
        provenance=Provenance(),
    )


@pytest.fixture(scope="session")
def make_evidence() -> Callable[..., Evidence]:
    """Return what makes a passage; every field can be given, equal fields give an equal id."""

    def make(**fields: object) -> Evidence:
        usual: dict[str, object] = {
            "candidate": "C001",
            "criterion": "group_theory",
            "concept": "lie_groups",
            "level": "coursework",
            "quote": "Lie groups and their representations, 7.5 credits, grade A",
            "page": 1,
            "kind": Kind.CV,
        }
        given = usual | fields
        given.setdefault("file", f"{given['candidate']}/{given['kind']}.pdf")
        digest = hashlib.sha1(repr(sorted(given.items())).encode(), usedforsecurity=False)
        return Evidence(**{"id": digest.hexdigest()[:10], **given})  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def make_document() -> Callable[..., Document]:
    """Return what makes a document of one page, by default one that was read."""

    def make(
        kind: Kind = Kind.CV, *, file: str = "", text: str = "words", reader: str = "text"
    ) -> Document:
        path = file or f"C001/{kind}.pdf"
        return Document(
            source=SourceFile(
                path=path, size=len(text), sha256=hashlib.sha256(path.encode()).hexdigest()
            ),
            page_count=1,
            pages=(Page(number=1, text=text, reader=Reader(reader)),),
            kind=kind,
        )

    return make


@pytest.fixture(scope="session")
def make_course() -> Callable[..., Course]:
    """Return what makes a passed course; every field can be given."""

    def make(**fields: object) -> Course:
        usual = {
            "candidate": "C001",
            "course": "Algebra",
            "area": "mathematics",
            "credits": 7.5,
            "grade": "A",
            "grade_0_1": 1.0,
            "scale": "ects",
            "passed": True,
            "file": "C001/transcript.pdf",
            "page": 1,
        }
        return Course(**{**usual, **fields})  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def make_dossier() -> Callable[..., Dossier]:
    """Return what makes a dossier of passages, documents, and whatever else is given."""

    def make(
        *evidence: Evidence,
        documents: tuple[Document, ...] = (),
        candidate: str = "C001",
        person: Person | None = None,
        **fields: object,
    ) -> Dossier:
        application = Application(
            candidate=candidate,
            person=person or Person(family_name="Berg", given_name="Ada"),
            documents=documents,
        )
        return Dossier(application=application, evidence=evidence, **fields)  # type: ignore[arg-type]

    return make


@pytest.fixture
def rank(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Callable[..., Ran]:
    """Return what runs ``rank`` with some arguments, in a working directory of the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "300")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def run(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["rank", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as caught:
            main()
        written = capsys.readouterr()
        return Ran(int(caught.value.code or 0), written.out, written.err)

    return run


@pytest.fixture(scope="session")
def applications(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the applications of Ada Berg and Bo Dahl. Do not change it."""
    root = tmp_path_factory.mktemp("applications")
    for given, family in (("Ada", "Berg"), ("Bo", "Dahl")):
        folder = root / f"{family}_{given}"
        folder.mkdir()
        name, email = f"{given} {family}", f"{given.lower()}\\@post.example"
        for title, text in (("CV", CV), ("Personal letter", LETTER)):
            source = text.format(name=name, email=email)
            pdf = typst.compile(source.encode(), format="pdf")
            (folder / f"{title}, {family}, 20230018.pdf").write_bytes(pdf)
    return root


@pytest.fixture(scope="session")
def demo_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an ``XDG_CACHE_HOME``; it knows the demo as soon as that is built."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def demo_build(tmp_path_factory: pytest.TempPathFactory, demo_cache: Path) -> tuple[Built, Path]:
    """Return a build of the demo cohort with its workbook, and where it lies. Do not change it."""
    data, out = data_root(), tmp_path_factory.mktemp("demo") / "out"
    options = BuildOptions(
        applications=data / "demo" / "applications",
        call="chalmers-20230018",
        data=data,
        out=out,
        limits=Limits(processes=1),
        cache=demo_cache / "ranking",
    )
    return build(options), out
