"""The report of the demo cohort, a report of a hostile application, and a reader of pages."""

from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

from ranking.extraction.workers import Limits, Workers
from ranking.inputs.data_root import data_root
from ranking.model.application import Person
from ranking.model.assessment import Assessment, Dossier, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.model.document import Document, Kind
from ranking.model.evidence import Course, Evidence, Fact, Interest
from ranking.model.problem import problem
from ranking.model.result import Provenance, Result
from ranking.scoring import score
from ranking.scoring.totals import rank
from ranking.steps.options import Built
from ranking.steps.reporting import Sources, write_report

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7 * 7 }}\u202e&amp;"


@dataclass
class Seen(HTMLParser):
    """What a browser would make of a page: its tags with their attributes, and its text."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, name: str, tag: str = "") -> list[str]:
        """Return the values of an attribute."""
        return [found[name] for kind, found in self.tags if name in found and tag in {"", kind}]


@pytest.fixture(scope="session")
def read_page() -> Callable[[Path], Seen]:
    """Return what reads a page."""

    def read(path: Path) -> Seen:
        seen = Seen()
        seen.feed(path.read_text(encoding="utf-8"))
        seen.close()
        return seen

    return read


@pytest.fixture(scope="session")
def demo_report(
    demo_build: tuple[Built, Path], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Result, Path]:
    """Return the demo's result and the folder of its report. Do not change it."""
    result, folder = demo_build[0].result, tmp_path_factory.mktemp("report") / "report"
    with Workers(Limits(processes=1)) as workers:
        write_report(result, Sources(root=data_root() / "demo" / "applications"), folder, workers)
    return result, folder


@pytest.fixture(scope="session")
def hostile_result(
    call: Call,
    make_dossier: Callable[..., Dossier],
    make_document: Callable[..., Document],
    make_evidence: Callable[..., Evidence],
    make_course: Callable[..., Course],
) -> Result:
    """Return a result in which everything that an applicant writes is markup."""
    place = {"candidate": "C001", "file": f"C001/{HOSTILE}.pdf", "page": 1}
    dossier = make_dossier(
        make_evidence(quote=HOSTILE, section=HOSTILE, file=place["file"]),
        make_evidence(quote=f"no {HOSTILE}", counted=False, reason="negated", file=place["file"]),
        person=Person(family_name=HOSTILE, given_name=HOSTILE, email=HOSTILE),
        documents=(make_document(Kind.CV, file=str(place["file"])),),
        courses=(make_course(course=HOSTILE, grade=HOSTILE, scale=HOSTILE),),
        facts=(Fact(fact="education", value=HOSTILE, date="", **place),),  # type: ignore[arg-type]
        interests=(
            Interest(topic="computer_vision", quote=HOSTILE, counted=False, reason="x", **place),  # type: ignore[arg-type]
        ),
        problems=(problem("unreadable", HOSTILE, file=HOSTILE, candidate="C001"),),
    )
    checks = tuple(
        RequirementCheck(requirement=use.id, verdict=Verdict.UNCLEAR, quote=HOSTILE, note=HOSTILE)
        for use in call.requirements
    )
    assessment = Assessment(dossier=dossier, requirements=checks, scores=score(dossier, call))
    return Result(
        call=call,
        assessments=(assessment,),
        places=rank((assessment,), call),
        unassigned=(make_document(file=f"{HOSTILE}.pdf"),),
        problems=(*dossier.problems, problem("unassigned-file", HOSTILE, file=HOSTILE)),
        provenance=Provenance(),
    )


@pytest.fixture
def hostile_report(hostile_result: Result, tmp_path: Path) -> Path:
    """Return the folder of the report of the hostile application; its files are missing."""
    with Workers(Limits(processes=1)) as workers:
        write_report(hostile_result, Sources(root=tmp_path), tmp_path / "report", workers)
    return tmp_path / "report"
