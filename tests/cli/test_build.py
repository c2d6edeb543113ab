import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from openpyxl import Workbook, load_workbook

from ranking.cli.build import wanted_outputs

Rank = Callable[..., Any]

TABLES = {
    "candidates", "facts", "documents", "evidence", "interests", "requirements", "scores",
    "ranking", "courses", "problems",
}  # fmt: skip


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    text = (out / "tables" / f"{table}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def test_a_build(rank: Rank, applications: Path) -> None:
    ran = rank("build", applications, "--jobs", 1)
    out = Path("results/chalmers-20230018")
    assert (ran.code, ran.err) == (0, "")
    assert "Top 2 of 2 candidates" in ran.out
    assert ran.out.endswith(
        f"Highlighted copies: {out / 'highlighted'}\n"
        f"Report: {out / 'report' / 'index.html'}\n"
        f"Workbook: {out / 'ranking.xlsx'}\n"
    )

    assert {path.name for path in out.iterdir()} == {
        "ranking.xlsx",
        "run.json",
        "tables",
        "decisions.jsonl",
        "report",
        "highlighted",
    }
    assert {path.name for path in (out / "highlighted").iterdir()} == {"ABOUT.txt", "C001", "C002"}
    assert {path.stem for path in (out / "tables").iterdir()} == TABLES
    people = [(row["candidate"], row["family_name"]) for row in rows(out, "candidates")]
    assert people == [("C001", "Berg"), ("C002", "Dahl")]
    assert {row["kind"] for row in rows(out, "documents")} == {"cv", "letter"}
    assert {row["criterion"] for row in rows(out, "evidence")} >= {"group_theory", "programming"}
    # Equal applications share the first place.
    assert [row["rank"] for row in rows(out, "ranking")] == [1, 1]
    assert "Ranking" in load_workbook(out / "ranking.xlsx", read_only=True).sheetnames

    run = json.loads((out / "run.json").read_text(encoding="utf-8"))
    assert run["applications"] == str(applications)
    assert run["counts"]["candidates"] == 2
    assert len(run["inputs"]) == 4


def test_tables_only_and_the_same_again(rank: Rank, applications: Path) -> None:
    tables = []
    for name in ("one", "two"):
        ran = rank(
            "build", applications, "--out", name, "--outputs", "tables", "--jobs", 1, "--fresh"
        )
        assert ran.code == 0
        assert ran.out.endswith(f"Tables: {Path(name, 'tables')}\n")
        assert {path.name for path in Path(name).iterdir()} == {
            "decisions.jsonl",
            "run.json",
            "tables",
        }
        found = sorted(Path(name, "tables").iterdir())
        tables.append({path.name: path.read_bytes() for path in found})
    assert len(tables[0]) == len(TABLES)
    assert tables[0] == tables[1]


def test_ids_and_edits_stay(rank: Rank, applications: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    shutil.copytree(applications / "Dahl_Bo", mine / "Dahl_Bo")
    out = Path("OUT [draft]")  # brackets are markup to rich
    assert rank("build", mine, "--out", out, "--jobs", 1).code == 0
    decide(out / "ranking.xlsx", out / "ranking.xlsx", "nominate")
    shutil.copytree(applications / "Berg_Ada", mine / "Berg_Ada")
    ran = rank("build", mine, "--out", out, "--jobs", 1)
    assert ran.code == 0
    assert [(row["candidate"], row["family_name"]) for row in rows(out, "candidates")] == [
        ("C001", "Dahl"),
        ("C002", "Berg"),
    ]
    (kept,) = (out / "backups").iterdir()
    assert "\nEdits read: 1 from ranking.xlsx.\n" in ran.out
    assert f"\nThe earlier workbook is kept as {kept}.\n" in ran.out
    assert decision(out / "ranking.xlsx") == "nominate"

    # A build of the tables alone leaves the workbook and does not name it as written.
    before = (out / "ranking.xlsx").read_bytes()
    ran = rank("build", mine, "--out", out, "--outputs", "tables", "--jobs", 1)
    assert ran.out.endswith(
        "Left as an earlier build wrote it: ranking.xlsx, highlighted, report.\n"
        f"Tables: {out / 'tables'}\n"
    )
    assert "Edits read" not in ran.out
    assert (out / "ranking.xlsx").read_bytes() == before
    assert (out / "report" / "index.html").exists()


def test_what_is_not_written_anew_does_not_stay_to_contradict(
    rank: Rank, applications: Path
) -> None:
    build = ("build", applications, "--out", "OUT", "--jobs", 1, "--outputs")
    assert rank(*build, "report,highlights").code == 0
    ran = rank(*build, "workbook")
    assert "Removed, since it was of an earlier build: highlighted, report.\n" in ran.out
    assert not Path("OUT", "report").exists()
    assert not Path("OUT", "highlighted").exists()


def test_a_report_that_no_build_made_is_refused_before_the_work(
    rank: Rank, applications: Path
) -> None:
    mine = Path("OUT", "report", "mine.txt")
    mine.parent.mkdir(parents=True)
    mine.write_text("mine", encoding="utf-8")
    build = ("build", applications, "--out", "OUT", "--jobs", 1)
    ran = rank(*build)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("OUT/report was not made by rank build")
    assert [path.name for path in Path("OUT").iterdir()] == ["report"]
    assert rank(*build, "--outputs", "workbook").code == 0
    assert mine.read_text(encoding="utf-8") == "mine"


def test_copies_of_the_workbook(rank: Rank, applications: Path) -> None:
    build = ("build", applications, "--out", "OUT", "--jobs", 1)
    assert rank(*build).code == 0
    for who, word in (("ada", "decline"), ("bo", "reserve")):
        Path(who).mkdir()
        decide(Path("OUT/ranking.xlsx"), Path(who, "copy.xlsx"), word)
    ran = rank(*build, "--edits", "ada/copy.xlsx", "--edits", "bo/copy.xlsx")
    assert (ran.code, ran.err) == (0, "")
    assert "Edits read: 0 from ranking.xlsx, 1 from ada/copy.xlsx, 1 from bo/copy.xlsx." in ran.out
    assert "Overruled by a newer edit: 1 (all are on the sheet Carried over).\n" in ran.out
    assert decision(Path("OUT/ranking.xlsx")) in {"decline", "reserve"}
    ran = rank(*build, "--edits", "missing.xlsx")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("missing.xlsx is not there.")


def test_a_foreign_workbook_is_refused_unless_forced(rank: Rank, applications: Path) -> None:
    Path("OUT").mkdir()
    Path("OUT", "ranking.xlsx").write_bytes(b"mine")
    build = ("build", applications, "--out", "OUT", "--jobs", 1)
    ran = rank(*build)
    assert (ran.code, ran.out) == (2, "")
    assert "OUT/ranking.xlsx cannot be read as a workbook" in ran.err
    assert "--force" in ran.err
    assert [path.name for path in Path("OUT").iterdir()] == ["ranking.xlsx"]
    ran = rank(*build, "--force")
    assert ran.code == 0
    assert "\nNothing was read of ranking.xlsx: " in ran.out
    (kept,) = Path("OUT", "backups").iterdir()
    assert kept.read_bytes() == b"mine"


def test_an_open_workbook_stops_the_build(rank: Rank, applications: Path) -> None:
    Path("OUT").mkdir()
    Path("OUT", ".~lock.ranking.xlsx#").write_text("Ada,ada,pc7,,;", encoding="utf-8")
    ran = rank("build", applications, "--out", "OUT", "--jobs", 1)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Ada on pc7 has OUT/ranking.xlsx open in LibreOffice, for less than")


def decide(source: Path, target: Path, word: str) -> None:
    """Save a workbook with a decision about C001."""
    book = load_workbook(source)
    book["Decisions"][_decision(book)].value = word
    book.save(target)


def decision(path: Path) -> str:
    book = load_workbook(path)
    return str(book["Decisions"][_decision(book)].value)


def _decision(book: Workbook) -> str:
    cells = [cell for row in book["Decisions"].iter_rows() for cell in row]
    column = next(cell.column_letter for cell in cells if cell.value == "Decision")
    row = next(cell.row for cell in cells if cell.value == "C001")
    return f"{column}{row}"


def test_one_bad_file_never_stops_a_run(rank: Rank, applications: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    shutil.copytree(applications / "Dahl_Bo", mine / "Dahl_Bo")
    (mine / "Dahl_Bo" / "thesis.pdf").write_bytes(b"%PDF-1.7\nno PDF at all")
    (mine / "Dahl_Bo" / "empty.pdf").touch()
    ran = rank("build", mine, "--out", "OUT", "--outputs", "tables", "--jobs", 1)
    assert ran.code == 0
    codes = {(row["file"], row["code"]) for row in rows(Path("OUT"), "problems")}
    assert codes >= {("Dahl_Bo/thesis.pdf", "unreadable"), ("Dahl_Bo/empty.pdf", "empty-file")}
    assert "unreadable" in ran.out
    assert "empty-file" in ran.out


def test_a_name_that_cannot_be_written_down(rank: Rank, applications: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    shutil.copytree(applications / "Dahl_Bo", mine / "Dahl_Bo")
    try:
        Path(os.fsdecode(bytes(mine) + b"/Dahl_Bo/K\xf6ln.pdf")).write_bytes(b"x")
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    ran = rank("build", mine, "--out", "OUT", "--outputs", "tables", "--jobs", 1)
    assert ran.code == 0
    (row,) = (row for row in rows(Path("OUT"), "problems") if "ln.pdf" in (row["file"] or ""))
    assert row["code"] == "unreadable"


def test_an_out_of_other_applications_is_refused(
    rank: Rank, applications: Path, tmp_path: Path
) -> None:
    for name in ("Dahl_Bo", "Berg_Ada"):
        shutil.copytree(applications / name, tmp_path / name / name)
    arguments = ("--out", "OUT", "--outputs", "tables", "--jobs", 1)
    assert rank("build", "Dahl_Bo", *arguments).code == 0
    before = Path("OUT", "run.json").read_bytes()
    ran = rank("build", "Berg_Ada", *arguments)
    assert (ran.code, ran.out) == (2, "")
    other = (tmp_path / "Dahl_Bo").resolve()
    assert ran.err == f"OUT was made from other applications ({other}).\nChoose another --out.\n"
    assert Path("OUT", "run.json").read_bytes() == before


def test_an_unreadable_run_file_is_refused(rank: Rank, applications: Path) -> None:
    Path("OUT").mkdir()
    Path("OUT", "run.json").write_text("half of i", encoding="utf-8")
    ran = rank("build", applications, "--out", "OUT", "--jobs", 1)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{Path('OUT', 'run.json')} cannot be understood")
    assert [path.name for path in Path("OUT").iterdir()] == ["run.json"]


def test_an_out_that_is_a_file(rank: Rank, applications: Path) -> None:
    Path("OUT").write_text("mine", encoding="utf-8")
    ran = rank("build", applications, "--out", "OUT", "--jobs", 1)
    assert (ran.code, ran.out) == (2, "")
    assert "OUT cannot be written to" in ran.err
    assert Path("OUT").read_text(encoding="utf-8") == "mine"


def test_an_unknown_output(rank: Rank, applications: Path) -> None:
    ran = rank("build", applications, "--outputs", "tables,wrokbook,pictures", "--jobs", 1)
    assert (ran.code, ran.out) == (2, "")
    assert (
        "unknown output pictures, wrokbook; known are tables, workbook, report, highlights"
        in ran.err
    )
    assert not Path("results").exists()


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("tables,workbook", {"tables", "workbook"}),
        (" workbook , ", {"workbook"}),
        ("report,highlights", {"report", "highlights"}),
        ("", set()),
    ],
)
def test_wanted_outputs(given: str, wanted: set[str]) -> None:
    assert wanted_outputs(given) == wanted


def test_outputs_that_are_not_wanted() -> None:
    with pytest.raises(typer.BadParameter, match="unknown output pdf"):
        wanted_outputs("tables,pdf")
