"""The whole run on the demo cohort; tests/evaluation compares what it found with the truth."""

import json
import re
import shutil
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from ranking.extraction.workers import Limits
from ranking.inputs.data_root import data_root
from ranking.model.application import Application, Person
from ranking.model.document import Document, Kind
from ranking.outputs.writer import Written
from ranking.pipeline import area_tagger, build, check, read_knowledge
from ranking.scoring import score
from ranking.steps.judging import Bench, assess
from ranking.steps.options import BuildOptions, Built, CheckOptions
from ranking.tagging import tag

Row = dict[str, Any]
Tables = dict[str, list[Row]]

CALL = "chalmers-20230018"
DEMO = data_root() / "demo"
APPLICATIONS = DEMO / "applications"
FEW = ("Nyberg_Tove", "Nyberg_Rasmus", "Salgaonkar_Devendra", "Tanahashi_Yuki")


@dataclass(frozen=True)
class Run:
    """A build and what it left behind."""

    built: Built
    out: Path
    tables: Tables

    def ids(self) -> dict[str, str]:
        """Return the candidates' ids by family and given name."""
        names = self.tables["candidates"]
        return {f"{row['family_name']}, {row['given_name']}": row["candidate"] for row in names}

    def written(self) -> dict[str, bytes]:
        """Return the tables as bytes, by file name."""
        return {path.name: path.read_bytes() for path in (self.out / "tables").iterdir()}


def run(
    applications: Path,
    out: Path,
    *,
    jobs: int = 1,
    passwords: tuple[str, ...] = (),
) -> Run:
    built = build(
        BuildOptions(
            applications=applications,
            call=CALL,
            data=data_root(),
            out=out,
            limits=Limits(processes=jobs),
            passwords=passwords,
            workbook=False,
            report=False,
            highlights=False,
        )
    )
    return Run(built, out, read_tables(out))


def read_tables(out: Path) -> Tables:
    return {path.stem: _rows(path) for path in sorted((out / "tables").glob("*.jsonl"))}


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="session")
def truth() -> Row:
    text = (DEMO / "truth.json").read_text(encoding="utf-8")
    found: Row = json.loads(text)
    return found


@pytest.fixture(scope="session")
def demo(demo_build: tuple[Built, Path]) -> Run:
    built, out = demo_build
    return Run(built, out, read_tables(out))


@pytest.fixture(scope="session")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the applications of a few applicants. Do not change it."""
    root = tmp_path_factory.mktemp("few")
    for name in FEW:
        shutil.copytree(APPLICATIONS / name, root / name)
    return root


@pytest.fixture(scope="session")
def few_run(few: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    return run(few, tmp_path_factory.mktemp("few-run") / "out")


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def squashed(text: str) -> str:
    """Return letters and digits only, in compatibility form and lower case."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


def candidate_of(applicant: Row, tables: Tables) -> str:
    """Return the id of the candidate who has the applicant's files, "" if they are scattered."""
    files = {composed(f"{applicant['folder']}/{one['file']}") for one in applicant["documents"]}
    for row in tables["candidates"]:
        if {composed(file) for file in row["files"]} == files:
            return str(row["candidate"])
    return ""


def files_with(truth: Row, *, damaged: bool = False, scanned: bool = False) -> set[str]:
    """Return the files of the demo that are damaged, or scanned."""
    return {
        composed(f"{applicant['folder']}/{one['file']}")
        for applicant in truth["applicants"]
        for one in applicant["documents"]
        if (damaged and one.get("damaged")) or (scanned and one["scanned"])
    }


def locked_file(truth: Row) -> tuple[str, str, str]:
    """Return folder, name and password of the one locked file."""
    (found,) = [
        (applicant["folder"], one["file"], one["password"])
        for applicant in truth["applicants"]
        for one in applicant["documents"]
        if one.get("password")
    ]
    return found


def test_build_leaves_tables_workbook_and_run_file(demo: Run) -> None:
    names = {"tables", "ranking.xlsx", "report", "highlighted", "run.json", "decisions.jsonl"}
    assert {path.name for path in demo.out.iterdir()} == names
    assert (demo.out / "ranking.xlsx").stat().st_size > 10_000
    assert demo.built.written == Written()
    assert all(rows for rows in demo.tables.values())
    assert [row["rank"] for row in demo.tables["ranking"]][:3] == [1, 2, 3]
    assert len(demo.tables["ranking"]) == 12


def test_every_file_of_the_folder_appears_once(demo: Run) -> None:
    files = [path.relative_to(APPLICATIONS).as_posix() for path in APPLICATIONS.rglob("*.pdf")]
    assert len(files) == 60
    assert sorted(row["file"] for row in demo.tables["documents"]) == sorted(files)


def test_totals_and_scores_stay_in_their_range(demo: Run) -> None:
    assert len(demo.tables["scores"]) == 12 * 9
    for row in demo.tables["scores"]:
        assert 0 <= (row["score"] or 0) <= row["could_be"] <= 6
    for row in demo.tables["ranking"]:
        assert 0 <= row["low"] <= row["total"] <= row["could_be"] <= 100


def test_evidence_of_a_score_is_counted_evidence(demo: Run) -> None:
    counted = {row["id"]: row for row in demo.tables["evidence"] if row["counted"]}
    assert len({row["id"] for row in demo.tables["evidence"]}) == len(demo.tables["evidence"])
    used = [(row, one) for row in demo.tables["scores"] for one in row["evidence"]]
    assert used
    for row, one in used:
        assert counted[one]["criterion"] == row["criterion"]
        assert counted[one]["candidate"] == row["candidate"]


def test_every_row_that_does_not_count_says_why(demo: Run) -> None:
    silent = [row for row in demo.tables["evidence"] if not row["counted"]]
    assert len(silent) > 20
    assert all(row["reason"] for row in silent)
    assert not any(
        row["counted"] for row in demo.tables["evidence"] if row["assertion"] == "failed"
    )


def test_every_quote_was_found_on_its_page(demo: Run) -> None:
    codes = Counter(row["code"] for row in demo.tables["problems"])
    assert codes
    assert codes["quote-not-found"] == 0


def test_every_counted_quote_is_found_by_another_reader(demo: Run) -> None:
    pages: dict[tuple[str, int], str] = {}
    readers: dict[str, PdfReader] = {}
    missing, checked = [], 0
    for row in demo.tables["evidence"]:
        if not row["counted"] or row["reader"] != "text":
            continue
        place = row["file"], row["page"]
        if place not in pages:
            if row["file"] not in readers:
                readers[row["file"]] = PdfReader(APPLICATIONS / row["file"])
            page = readers[row["file"]].pages[row["page"] - 1]
            pages[place] = squashed(page.extract_text())
        checked += 1
        if squashed(row["quote"]) not in pages[place]:
            missing.append(f"{place}: {row['quote']}")
    assert checked > 300
    assert missing == []


def test_boxes_of_counted_quotes_lie_on_their_page(demo: Run) -> None:
    boxes = [
        box
        for row in demo.tables["evidence"]
        if row["counted"] and row["reader"] == "text"
        for box in row["boxes"]
    ]
    assert len(boxes) > 300
    for left, bottom, right, top in boxes:
        assert 0 <= left < right <= 1200
        assert 0 <= bottom < top <= 1200


def test_damaged_locked_and_scanned_files_are_problems(demo: Run, truth: Row) -> None:
    codes: dict[str, set[str]] = defaultdict(set)
    for row in demo.tables["problems"]:
        codes[composed(row["file"] or "")].add(row["code"])
    damaged, scanned = files_with(truth, damaged=True), files_with(truth, scanned=True)
    assert damaged
    assert all("unreadable" in codes[file] for file in damaged)
    assert len(scanned) >= 3
    assert all(codes[file] & {"scanned", "ocr-used", "ocr-missing"} for file in scanned)
    folder, name, _ = locked_file(truth)
    assert "password-needed" in codes[composed(f"{folder}/{name}")]


def test_what_was_not_read_widens_the_score(demo: Run, truth: Row) -> None:
    unread = {row["candidate"] for row in demo.tables["candidates"] if row["not_fully_read"]}
    folder, _, _ = locked_file(truth)
    (locked,) = [one for one in truth["applicants"] if one["folder"] == folder]
    assert candidate_of(locked, demo.tables) in unread
    for row in demo.tables["ranking"]:
        if row["candidate"] in unread:
            assert row["low"] < row["could_be"]


def test_locked_file_is_read_with_its_password(truth: Row, tmp_path: Path) -> None:
    folder, name, password = locked_file(truth)
    shutil.copytree(APPLICATIONS / folder, tmp_path / "applications" / folder)
    opened = run(tmp_path / "applications", tmp_path / "out", passwords=("wrong", password))
    (document,) = [row for row in opened.tables["documents"] if row["file"].endswith(name)]
    assert (document["reader"], document["unread_pages"]) == ("text", [])
    assert [row for row in opened.tables["courses"] if row["file"] == document["file"]]
    counted = [row for row in opened.tables["evidence"] if row["file"] == document["file"]]
    assert any(row["counted"] and row["boxes"] for row in counted)
    codes = {row["code"] for row in opened.tables["problems"] if row["file"] == document["file"]}
    assert "password-needed" not in codes
    assert password not in (opened.out / "run.json").read_text(encoding="utf-8")


def test_words_that_are_not_on_the_page_do_not_count(few: Path, tmp_path: Path) -> None:
    knowledge = read_knowledge(CALL, data_root())
    options = BuildOptions(applications=few, call=CALL, data=data_root(), out=tmp_path)
    application = check(options)[0].applications[0]
    cv = next(one for one in application.documents if one.kind is Kind.CV)
    page = replace(cv.pages[0], text="I wrote a book on Lie groups.", sections=("",))
    false = replace(application, documents=(replace(cv, pages=(page,)),))
    bench = Bench(knowledge=knowledge, root=few, passwords=(), store=None)
    dossier = assess(bench, false).dossier
    (row,) = dossier.evidence
    assert not row.counted
    assert row.reason
    assert [p.code for p in dossier.problems if p.file == cv.file][:1] == ["quote-not-found"]


def test_bad_and_loose_files_stop_nothing(few: Path, tmp_path: Path) -> None:
    root = tmp_path / "applications"
    shutil.copytree(few / FEW[0], root / FEW[0])
    bad = {"loose.pdf": b"%PDF-1.7 cut off", f"{FEW[0]}/empty.pdf": b"", "notes.txt": b"notes"}
    for name, content in bad.items():
        (root / name).write_bytes(content)
    tables = run(root, tmp_path / "out").tables
    owners = {row["file"]: row["candidate"] for row in tables["documents"]}
    assert [owners[name] for name in bad] == [None, "C001", None]
    codes = {(row["file"], row["code"]) for row in tables["problems"]}
    assert codes >= {
        ("loose.pdf", "unreadable"),
        ("loose.pdf", "unassigned-file"),
        (f"{FEW[0]}/empty.pdf", "empty-file"),
        ("notes.txt", "not-pdf"),
    }
    assert tables["ranking"][0]["total"] > 0


def test_number_of_processes_changes_nothing(few: Path, few_run: Run, tmp_path: Path) -> None:
    parallel = run(few, tmp_path / "out", jobs=2)
    assert few_run.written()
    assert parallel.written() == few_run.written()


def test_order_and_place_of_the_files_change_nothing(
    few: Path, few_run: Run, tmp_path: Path
) -> None:
    files = sorted((path for path in few.rglob("*") if path.is_file()), reverse=True)
    assert len(files) > 10
    for path in files:
        copy = tmp_path / "elsewhere" / path.relative_to(few)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    assert run(tmp_path / "elsewhere", tmp_path / "out").written() == few_run.written()


def test_second_build_in_one_folder_changes_nothing(few: Path, tmp_path: Path) -> None:
    first = run(few, tmp_path / "out")
    before = first.written()
    assert run(few, tmp_path / "out").ids() == first.ids()
    assert first.written() == before


def test_new_applicant_keeps_the_ids_of_the_others(tmp_path: Path) -> None:
    root, out = tmp_path / "applications", tmp_path / "out"
    for name in FEW[1:]:
        shutil.copytree(APPLICATIONS / name, root / name)
    before = run(root, out).ids()
    assert sorted(before.values()) == ["C001", "C002", "C003"]
    shutil.copytree(APPLICATIONS / FEW[0], root / "Aaa_Tove")
    after = run(root, out).ids()
    assert len(after) == 4
    assert before.items() <= after.items()
    assert "C004" in after.values()


def test_loose_files_are_given_to_their_people(truth: Row, tmp_path: Path) -> None:
    flat = tmp_path / "flat"
    flat.mkdir()
    sent: dict[str, set[str]] = defaultdict(set)
    for applicant in truth["applicants"]:
        folder = next(
            path
            for path in APPLICATIONS.iterdir()
            if composed(path.name) == composed(applicant["folder"])
        )
        for path in sorted(folder.iterdir()):
            target = flat / path.name
            if target.exists():
                target = flat / f"{path.stem} (2){path.suffix}"
            shutil.copyfile(path, target)
            sent[applicant["id"]].add(target.name)
    assert sum(len(files) for files in sent.values()) == len(list(flat.iterdir())) == 60
    intake, _ = check(CheckOptions(applications=flat, call=CALL, data=data_root()))
    grouped = [{one.file for one in application.documents} for application in intake.applications]
    wrong = [sorted(files) for files in sent.values() if files not in grouped]
    assert len(wrong) <= 1, wrong


NAMES = {
    "Etxeberria Lasa": ("Mbeki Ohler", "Otto"),
    "Tanahashi": ("Kowalczyk", "Zofia"),
    "Rahimtoola": ("Lindqvist", "Karl"),
    "Yo\u02bbldoshev": ("Smith", "Mary"),
    "Κουρέας": ("Nakamura", "Ren"),
    "Salgaonkar": ("Nyberg", "Tove"),
}
"""Applicants of the demo, and the names that are given to them instead."""


def renamed(application: Application, family_name: str, given_name: str) -> Application:
    """Return an application in which every page calls the person by another name."""
    old, new = application.person, Person(family_name=family_name, given_name=given_name)
    words = dict(zip(old.family_name.split(), family_name.split(), strict=True))
    words |= {old.given_name: given_name} if old.given_name else {}

    def other(text: str) -> str:
        for word, instead in words.items():
            text = re.sub(rf"\b{re.escape(word)}\b", instead, text)
            text = re.sub(rf"\b{re.escape(word.upper())}\b", instead.upper(), text)
        return text

    def swapped(document: Document) -> Document:
        pages = tuple(replace(page, text=other(page.text)) for page in document.pages)
        return replace(
            document, pages=pages, title=other(document.title), author=other(document.author)
        )

    documents = tuple(swapped(document) for document in application.documents)
    return replace(application, person=new, documents=documents)


def test_other_names_change_no_score() -> None:
    knowledge = read_knowledge(CALL, data_root())
    options = CheckOptions(applications=APPLICATIONS, call=CALL, data=data_root())
    intake, _ = check(options)

    def scores(application: Application) -> list[tuple[str, float | None, float]]:
        dossier = tag(application, knowledge.call, knowledge.lexicons, knowledge.rules)
        return [(one.criterion, one.value, one.could_be) for one in score(dossier, knowledge.call)]

    people = {one.person.family_name: one for one in intake.applications}
    assert set(NAMES) <= set(people)
    for name, instead in NAMES.items():
        other = renamed(people[name], *instead)
        assert other.documents[0].text != people[name].documents[0].text
        assert scores(other) == scores(people[name]), name


def test_check_tells_problems_without_judging(few: Path) -> None:
    intake, problems = check(CheckOptions(applications=few, call=CALL, data=data_root()))
    assert len(intake.applications) == 4
    assert not intake.unassigned
    codes = {problem.code for problem in problems}
    assert {"same-family-name", "missing-letter"} <= codes


def test_progress_is_told_step_by_step(few: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    options = BuildOptions(
        applications=few, call=CALL, data=data_root(), out=tmp_path / "out", ocr=False
    )
    build(options, lambda step, done, of: told.append((step, done, of)))
    steps = list(dict.fromkeys(step for step, _, _ in told))
    assert steps == ["Reading", "Judging", "Highlighting", "Report", "Writing"]
    for step in steps:
        counts = [(done, of) for name, done, of in told if name == step]
        assert counts == [(done, counts[-1][1]) for done in range(len(counts))]
        assert counts[-1][0] == counts[-1][1]


def test_area_tagger_gives_the_areas_of_a_text() -> None:
    tagger: Callable[[str], dict[str, float]] = area_tagger(CALL, data_root())
    assert set(tagger("Lie groups act on the layers of a neural network.")) >= {
        "group_theory",
        "neural_networks",
    }
    assert tagger("Bees fly in spring.") == {}
