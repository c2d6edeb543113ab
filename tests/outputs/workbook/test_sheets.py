"""The sheets that explain: facts, interests, courses, problems, carried over, provenance."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ranking.model.assessment import Assessment, Dossier
from ranking.model.call import Call, Scale
from ranking.model.evidence import Evidence, Fact
from ranking.model.input_tables import INPUT_TABLES
from ranking.model.problem import problem
from ranking.model.result import Result
from ranking.model.review import Change, Outcome, Review, Unplaced
from ranking.outputs.workbook.book import PAGES
from ranking.outputs.workbook.facts import FACTS, TOLD_ELSEWHERE
from ranking.outputs.workbook.sheets.carried_over import SHEETS
from tests.outputs.workbook.sheets_of import Rows, record, records, written


def fact(kind: str, value: str, date: str = "") -> Fact:
    return Fact(candidate="C001", fact=kind, value=value, date=date, file="C001/cv.pdf", page=1)


FOUND = (
    fact("education", "MSc Mathematics, 2019-2021", "2019-2021"),
    fact("education", "BSc Physics", "2018"),
    fact("language", "English"),
    fact("language", "Czech"),
    fact("language", "English"),
)
WARNINGS = (
    problem("keyword-stuffing", "Lists."),
    problem("hidden-text", "White words."),
    problem("hidden-text", "White words.", page=2),
    problem("not-fully-read", "Some pages."),
    problem("scanned", "Pictures."),
    problem("unreadable", "Broken."),
)


@pytest.fixture(scope="module")
def told(small: Result, call: Call, make_passage: Callable[..., Evidence]) -> Result:
    """Return a result with facts, own work on a topic, warnings and lost words."""
    first, *others = small.assessments
    interests = next(c.id for c in call.criteria if c.scale is Scale.INTERESTS)
    words = {"level": "thesis", "quote": "My thesis segments pictures."}
    own_work = make_passage(
        id="ffffffffff", criterion=interests, concept="computer_vision", **words
    )
    dossier = replace(
        first.dossier,
        facts=FOUND,
        evidence=(*first.dossier.evidence, own_work),
        problems=WARNINGS,
    )
    changed = Assessment(dossier=dossier, requirements=first.requirements, scores=first.scores)
    return with_lost_words(replace(small, assessments=(changed, *others)), first.dossier)


def with_lost_words(result: Result, dossier: Dossier) -> Result:
    """Add what had no effect: a note on a vanished passage, and an overruled decision."""
    here = dossier.evidence[0].id
    cell = ("evidence", here, "decision")
    change = Change(
        time="2023-03-01T10:00:00Z", build=2, source="copy of Bo.xlsx", table=cell[0],
        row=cell[1], field=cell[2], value="reject", was="", outcome=Outcome.OVERRULED,
    )  # fmt: skip
    emptied = replace(change, value="", outcome=Outcome.UNKNOWN, row="gone", table="own", field="x")
    return replace(
        result,
        unplaced=(
            Unplaced(cell=("evidence", "deadbeef00", "note"), value="=read me", reason="Gone."),
            Unplaced(cell=("requirements", "C002/degree", "note"), value=3, reason="Gone too."),
        ),
        conflicts=(change, emptied),
        review=Review(cells={cell: "accept"}, build=2),
        build=3,
    )


@pytest.fixture(scope="module")
def shown(told: Result, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Rows]:
    return written(told, tmp_path_factory.mktemp("sheets") / "ranking.xlsx")


def test_facts_at_a_glance(shown: dict[str, Rows]) -> None:
    row = record(shown["Candidates"], "ID", "C001")
    assert row["Education"] == "MSc Mathematics, 2019-2021\nBSc Physics (2018)"
    assert row["Languages"] == "English, Czech"
    assert row["Publications"] == ""
    assert "cv.pdf (cv)\n" in str(row["Files"])
    assert "C001/" not in str(row["Files"])
    assert {title for title, _, _ in FACTS.values()} <= set(row)


def test_flags_are_words_gravest_first(shown: dict[str, Rows]) -> None:
    for sheet in ("Ranking", "Candidates"):
        row = record(shown[sheet], "ID", "C001")
        assert row["Look at"] == "unreadable, keyword stuffing, hidden text"
        assert row["Problems"] == 5
    assert "not-fully-read" in TOLD_ELSEWHERE


def test_interests_are_stated_or_shown(shown: dict[str, Rows], call: Call) -> None:
    rows = [row for row in records(shown["Interests"], "How") if row["Candidate"] == "C001"]
    vision = [row for row in rows if row["Topic"] == call.topic("computer_vision").title]
    stated, work = vision[0], vision[-1]
    assert (stated["How"], stated["Counted"], stated["Reason"]) == (
        "stated", "no", "copied from the call",
    )  # fmt: skip
    assert (work["How"], work["Level"], work["Counted"]) == ("shown", "thesis", "yes")
    assert work["Quote"] == "My thesis segments pictures."
    assert work["Nearness"] == "application"


def test_courses(shown: dict[str, Rows], told: Result) -> None:
    courses = [c for a in told.assessments for c in a.dossier.courses]
    rows = records(shown["Courses"], "Course")
    assert [(r["Course"], r["0 to 1"]) for r in rows] == [(c.course, c.grade_0_1) for c in courses]
    assert {row["Area"] for row in rows} == {"Mathematics"}
    assert {row["Passed"] for row in rows} == {"yes"}


def test_problems_by_candidate_gravest_first(shown: dict[str, Rows]) -> None:
    rows = records(shown["Problems"], "Code")
    mine = [row["Severity"] for row in rows if row["Candidate"] == "C001"]
    assert mine == ["error", "warning", "warning", "warning", "warning", "info"]
    assert rows[0]["Candidate"] == ""


def test_nothing_typed_is_lost(shown: dict[str, Rows], told: Result) -> None:
    rows = shown["Carried over"]
    first, second = records(rows, "Why it has no effect")
    assert (first["Sheet"], first["Row"], first["Column"]) == ("Evidence", "deadbeef00", "Note")
    assert (first["What was typed"], first["Why it has no effect"]) == ("=read me", "Gone.")
    name = told.assessments[1].dossier.application.person.name
    assert (second["Name"], second["What was typed"]) == (name, 3)
    start = next(n for n, row in enumerate(rows) if row[0] == "Overruled or not understood")
    overruled, emptied = records(rows[start:], "Workbook")
    assert (overruled["What was typed"], overruled["What holds now"]) == ("reject", "accept")
    assert (overruled["Workbook"], overruled["Build"]) == ("copy of Bo.xlsx", 2)
    assert overruled["Name"] == told.assessments[0].dossier.application.person.name
    assert emptied["What was typed"] == "(emptied)"


def test_carried_over_says_when_there_is_nothing(small: Result, tmp_path: Path) -> None:
    rows = written(small, tmp_path / "ranking.xlsx")["Carried over"]
    assert [row[0] for row in rows if str(row[0]).startswith("Nothing")] == [
        "Nothing: everything typed has its place.", "Nothing.",
    ]  # fmt: skip


def test_every_table_of_inputs_has_a_sheet() -> None:
    assert set(SHEETS) == set(INPUT_TABLES)
    assert set(SHEETS.values()) <= {page.title for page in PAGES}


def test_provenance(shown: dict[str, Rows], told: Result) -> None:
    rows = shown["Provenance"]
    facts = {row[0]: row[2] for row in rows[4:15]}
    assert facts["Build"] == 3
    assert facts["sha256 of the call"] == "c" * 64
    assert facts["Version of ranking"] == "0.1.0"
    files = records(rows, "sha256")
    documents = [d for a in told.assessments for d in a.dossier.application.documents]
    assert [row["File"] for row in files] == [d.file for d in documents]
    assert [row["sha256"] for row in files] == [d.source.sha256 for d in documents]
