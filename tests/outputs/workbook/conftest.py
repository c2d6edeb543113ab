"""Small invented results, scored by the toolkit's own scoring."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from ranking.inputs.data_root import data_root
from ranking.inputs.toml_file import read_toml
from ranking.model.application import Application, Person
from ranking.model.assessment import Assessment, Dossier, RequirementCheck, Verdict
from ranking.model.call import Call, Scale
from ranking.model.document import Document, Kind, Page, Part, Reader, SourceFile
from ranking.model.evidence import LADDER, Assertion, Course, Evidence, Interest
from ranking.model.input_tables import Cell, Value
from ranking.model.problem import problem
from ranking.model.result import Provenance, Result
from ranking.scoring import score
from ranking.scoring.totals import rank
from tests.outputs.workbook.editing import reviewed

KINDS = (Kind.CV, Kind.LETTER, Kind.THESIS, Kind.TRANSCRIPT, Kind.CERTIFICATE, Kind.REFERENCE)
NAMES = ("Åsa Lindqvist", "Jürgen Brandt", "María José Núñez", "Wei Chen", "Ludmila Å. Novák")

WORDS = "Represented the orbit of a Lie group on a lattice and proved that the map is free. "

MakeResult = Callable[..., Result]


@pytest.fixture(scope="session")
def call() -> Call:
    return read_toml(data_root() / "calls" / "chalmers-20230018.toml", Call)


@pytest.fixture(scope="session")
def make_result(call: Call) -> MakeResult:
    """Return what makes a result of dossiers, with the scores that the toolkit gives them."""

    def make(dossiers: Sequence[Dossier], of: Call = call) -> Result:
        assessments = tuple(
            Assessment(dossier=d, requirements=checks(of), scores=score(d, of)) for d in dossiers
        )
        return Result(
            call=of,
            assessments=assessments,
            places=rank(assessments, of),
            unassigned=(),
            problems=(problem("unassigned-file", "Nobody's file.", file="lost.pdf"),),
            provenance=Provenance(
                versions=(("ranking", "0.1.0"),),
                call_sha256="c" * 64,
                lexicons_sha256="l" * 64,
                kinds_sha256="k" * 64,
                options=(("ocr", "no"),),
            ),
        )

    return make


@pytest.fixture(scope="session")
def make_dossier(call: Call) -> Callable[..., Dossier]:
    """Return what invents a dossier: a number seeds it, so that it is always the same."""

    def make(number: int, *, passages: int = 4, unread: Sequence[Kind] = ()) -> Dossier:
        dice = random.Random(number)  # noqa: S311 - an invented cohort, not a secret
        candidate = f"C{number:03}"
        evidence = [
            passage(call, dice, candidate, f"{number:03x}{index:05x}{'ab'}")
            for index in range(passages * len(call.criteria))
        ]
        return Dossier(
            application=application(candidate, NAMES[number % len(NAMES)], unread),
            evidence=tuple(evidence),
            courses=() if number % 3 == 2 else (course(candidate, dice),),
            interests=(interest(candidate),),
            problems=(
                problem("scanned", "Pictures.", file=f"{candidate}/cv.pdf"),
                problem("missing-letter", "There is no letter."),
            ),
        )

    return make


@pytest.fixture(scope="session")
def small(make_dossier: Callable[..., Dossier], make_result: MakeResult) -> Result:
    """Ten candidates: a tie, unread documents, one of whom nothing was read."""
    first = make_dossier(1, unread=[Kind.THESIS])
    dossiers = [
        first,
        make_dossier(2, passages=2, unread=[Kind.TRANSCRIPT, Kind.LETTER]),
        make_dossier(3),
        make_dossier(4, passages=1, unread=[Kind.CV]),
        make_dossier(5, passages=0),
        make_dossier(8, passages=0, unread=KINDS),
        make_dossier(7),
        make_dossier(7),
        make_dossier(9, passages=1),
        make_dossier(10),
    ]
    renamed = [renumbered(d, f"C{n:03}") for n, d in enumerate(dossiers, start=1)]
    return make_result(renamed)


@pytest.fixture(scope="session")
def make_passage() -> Callable[..., Evidence]:
    """Return what makes a passage; every field can be given."""

    def make(**fields: object) -> Evidence:
        usual = {
            "id": "0123456789",
            "candidate": "C001",
            "criterion": "group_theory",
            "concept": "lie_groups",
            "level": "coursework",
            "quote": "Lie groups and representations, 7.5 credits, grade A",
            "file": "C001/transcript.pdf",
            "page": 1,
            "kind": Kind.TRANSCRIPT,
        }
        return Evidence(**{**usual, **fields})  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def odd(
    call: Call, small: Result, make_passage: Callable[..., Evidence], make_result: MakeResult
) -> Callable[[Sequence[Scale]], Result]:
    """Return what makes a result of a call with some scales only, grades told in passages too."""

    def make(scales: Sequence[Scale]) -> Result:
        criteria = tuple(c for c in call.criteria if c.scale in scales)
        ids = {c.id for c in criteria}
        row = make_passage(criterion="course_grades", level="A")
        dossiers = [
            replace(
                a.dossier,
                evidence=tuple(
                    e
                    for e in (
                        *a.dossier.evidence,
                        replace(row, candidate=a.candidate, id=a.candidate),
                    )
                    if e.criterion in ids
                ),
            )
            for a in small.assessments
        ]
        return make_result(dossiers, replace(call, criteria=criteria, topics=()))

    return make


@pytest.fixture(scope="session")
def merged_file(make_dossier: Callable[..., Dossier], make_result: MakeResult) -> Result:
    """Return a result with own passages from the pages of a file that holds two documents."""
    dossier = make_dossier(1, passages=0)
    merged = replace(
        dossier.application.documents[0],
        page_count=3,
        pages=tuple(Page(number=number, text="words") for number in (1, 2, 3)),
        kind=Kind.OTHER,
        merged=(
            Part(kind=Kind.LETTER, first_page=1, last_page=1),
            Part(kind=Kind.TRANSCRIPT, first_page=2, last_page=2),
        ),
    )
    found = make_result(
        [replace(dossier, application=replace(dossier.application, documents=(merged,)))]
    )
    fields: dict[str, Value] = {
        "candidate": "C001",
        "criterion": "statistics",
        "level": "project",
        "file": "CV",
    }
    pages: tuple[Value, ...] = (1, 2, 3, "")
    cells: dict[Cell, Value] = {}
    for number, page in enumerate(pages):
        for name, value in {**fields, "quote": f"number {number}", "page": page}.items():
            cells["own", f"{number:010x}", name] = value
    return reviewed(found, {cell: value for cell, value in cells.items() if value != ""})


def passage(call: Call, dice: random.Random, candidate: str, key: str) -> Evidence:
    """Invent a passage about any criterion; one of ten does not count."""
    criterion = dice.choice([c for c in call.criteria if c.scale is not Scale.GRADES])
    levels = tuple(call.scoring.achievements) if criterion.scale is Scale.ACHIEVEMENTS else LADDER
    concept = dice.choice(("first", "second", "third"))
    if criterion.scale is Scale.INTERESTS:
        concept = dice.choice(call.topics).id
    kind = dice.choice(KINDS)
    counted = dice.random() > 0.1
    return Evidence(
        id=key,
        candidate=candidate,
        criterion=criterion.id,
        concept=concept,
        level=dice.choice(levels),
        quote=(WORDS * dice.randint(1, 4)).strip(),
        file=f"{candidate}/{kind}.pdf",
        page=dice.randint(1, 40),
        section=dice.choice(("", "Education", "Projects")),
        kind=kind,
        assertion=Assertion.AFFIRMED if counted else Assertion.HYPOTHETICAL,
        counted=counted,
        reason="" if counted else "a plan, not a fact",
        rule="lexicon/first",
    )


def application(candidate: str, name: str, unread: Sequence[Kind]) -> Application:
    """Invent one document of every kind; of the unread ones no page has words."""
    given, _, family = name.partition(" ")
    documents = tuple(
        Document(
            source=SourceFile(path=f"{candidate}/{kind}.pdf", size=1, sha256=f"{candidate}{kind}"),
            page_count=1,
            pages=(Page(number=1, text="", reader=reader_of(kind, unread)),),
            kind=kind,
        )
        for kind in KINDS
    )
    person = Person(family_name=family, given_name=given)
    return Application(candidate=candidate, person=person, documents=documents)


def reader_of(kind: Kind, unread: Sequence[Kind]) -> Reader:
    """Return how the words of a kind were obtained."""
    return Reader.NONE if kind in unread else Reader.TEXT


def course(candidate: str, dice: random.Random) -> Course:
    """Invent a passed course."""
    return Course(
        candidate=candidate,
        course="Algebra",
        area="mathematics",
        credits=7.5,
        grade="B",
        grade_0_1=round(dice.random(), 3),
        scale="ects",
        passed=True,
        file=f"{candidate}/transcript.pdf",
        page=1,
    )


def interest(candidate: str) -> Interest:
    """Invent an interest that was copied from the call."""
    return Interest(
        candidate=candidate,
        topic="computer_vision",
        quote="applications such as computer vision",
        file=f"{candidate}/letter.pdf",
        page=1,
        counted=False,
        reason="copied from the call",
    )


def checks(call: Call) -> tuple[RequirementCheck, ...]:
    """Invent a verdict on every requirement of a call."""
    verdicts = (Verdict.MET, Verdict.MET, Verdict.EXPECTED, Verdict.UNCLEAR)
    return tuple(
        RequirementCheck(
            requirement=use.id,
            verdict=verdicts[number % len(verdicts)],
            quote="Master of Science in mathematics, expected June 2023",
            file="cv.pdf",
            page=2,
            note="Ask for the date.",
        )
        for number, use in enumerate(call.requirements)
    )


def renumbered(dossier: Dossier, candidate: str) -> Dossier:
    """Give a dossier another id, so that two candidates can have the same evidence."""
    number = candidate[1:]
    evidence = tuple(
        replace(e, candidate=candidate, id=f"{number}{e.id[3:]}") for e in dossier.evidence
    )
    return replace(
        dossier,
        application=replace(dossier.application, candidate=candidate),
        evidence=evidence,
        interests=tuple(replace(i, candidate=candidate) for i in dossier.interests),
        problems=tuple(replace(p, candidate=candidate) for p in dossier.problems),
    )
