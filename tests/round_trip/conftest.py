"""A small build, and its workbook under the hands of the committee."""

import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import typst
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ranking.api import load_run
from ranking.extraction.workers import Limits
from ranking.inputs.data_root import data_root
from ranking.pipeline import build
from ranking.steps.options import BuildOptions

Row = dict[str, Any]

LETTER = """\
= Personal letter
Dear committee, I wish to apply for the PhD position 20230018. I have never worked with Lie groups.
In my bachelor's project I trained convolutional neural networks.

Sincerely, \\
Cira Ek
"""
"""Of a candidate with a passage that does not count."""

NOON = "2024-03-01T12:00:00Z"


LATER = "2024-03-01T13:00:00Z"


class Book:
    """A workbook under the hands of the committee: inputs by sheet, id and header."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = load_workbook(path)

    def sheet(self, title: str) -> Worksheet:
        found = self.book[title]
        assert isinstance(found, Worksheet)
        return found

    def place(self, title: str, row_id: str, header: str) -> tuple[int, int]:
        """Return row and column of an input: below the nearest header row that has it."""
        columns: dict[Any, int] = {}
        for cells in self.sheet(title).iter_rows():
            values = [cell.value for cell in cells]
            if header in values and {"ID", "Passage ID", "Review ID"} & set(values):
                columns = {value: number for number, value in enumerate(values, start=1) if value}
            elif row_id in values and header in columns:
                number = cells[0].row
                assert number is not None
                return number, columns[header]
        raise KeyError(title, row_id, header)

    def read(self, title: str, row_id: str, header: str) -> Any:  # noqa: ANN401 - as in openpyxl
        return self.sheet(title).cell(*self.place(title, row_id, header)).value

    def type(self, title: str, row_id: str, **typed: object) -> None:
        """Type into a row; an underscore stands for a space."""
        for header, value in typed.items():
            row, column = self.place(title, row_id, header.replace("_", " "))
            self.sheet(title).cell(row, column).value = value  # type: ignore[assignment]

    def save(self, path: Path | None = None, *, time: str = NOON) -> Path:
        """Save as a spreadsheet program does at some time."""
        target = path or self.path
        self.book.save(target)
        with zipfile.ZipFile(target) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        core = parts["docProps/core.xml"].decode()
        core = re.sub(r"(<dcterms:modified[^>]*>)[^<]*", rf"\g<1>{time}", core)
        parts["docProps/core.xml"] = core.encode()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return target


@pytest.fixture(scope="module")
def first(applications: Path, tmp_path_factory: pytest.TempPathFactory) -> BuildOptions:
    """Return the options of a first build of three candidates. Do not change its OUT."""
    root = tmp_path_factory.mktemp("round-trip")
    shutil.copytree(applications, root / "applications")
    folder = root / "applications" / "Ek_Cira"
    folder.mkdir()
    pdf = typst.compile(LETTER.encode(), format="pdf")
    (folder / "Personal letter, Ek, 20230018.pdf").write_bytes(pdf)
    options = BuildOptions(
        applications=root / "applications",
        call="chalmers-20230018",
        data=data_root(),
        out=root / "out",
        limits=Limits(processes=1),
        cache=root / "cache",
        report=False,
        highlights=False,
    )
    build(options)
    return options


@pytest.fixture
def options(first: BuildOptions, tmp_path: Path) -> BuildOptions:
    """Return options whose OUT holds the first build."""
    shutil.copytree(first.out, tmp_path / "out")
    return replace(first, out=tmp_path / "out")


def book(options: BuildOptions) -> Book:
    return Book(options.out / "ranking.xlsx")


def rows(out: Path, table: str) -> list[Row]:
    text = (out / "tables" / f"{table}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def totals(out: Path) -> dict[str, float]:
    return {row["candidate"]: row["total"] for row in rows(out, "ranking")}


def log_lines(out: Path) -> list[Row]:
    text = (out / "decisions.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def changes(out: Path) -> list[Row]:
    return [line for line in log_lines(out) if "table" in line]


def counted(out: Path) -> Iterator[Row]:
    """Yield counted passages of C001 in areas, best first."""
    used = {i for s in rows(out, "scores") for i in s["evidence"] if s["candidate"] == "C001"}
    for row in rows(out, "evidence"):
        if row["id"] in used and row["level"] in {"coursework", "project", "thesis"}:
            yield row


def fill(typed: Book, out: Path) -> tuple[str, str]:
    """Type something into every kind of input; return the ids of two passages."""
    rejected, changed = [row["id"] for row in counted(out)][:2]
    typed.type("Evidence", rejected, Decision=" Reject ", Note="Not her own work.", Who="AB")
    typed.type("Evidence", changed, Decision="publication", Who="AB")
    typed.type("Weights", "criterion/statistics", Weight=2, Why="It matters here.")
    typed.type("Weights", "rule/cap", Number=7)
    typed.type("Requirements", "C001/degree", Ruling="not met", Your_note="No degree.", Who="CD")
    typed.type(
        "Decisions", "C002", Decision="Shortlist", Reason="=1+1 is 2", Conflict_of_interest="None"
    )
    typed.type(
        "Own evidence",
        "new-001",
        Candidate="c001",
        Criterion="Quantum field theory",
        Level="thesis",
        Quote="a thesis on renormalisation",
        Page=3,
        Who="AB",
    )
    typed.type("Reviews", "new-001", Candidate="C001", Member="AB", Score=7.5, Comment="Strong.")
    return rejected, changed


def check_tables(out: Path, rejected: str, changed: str) -> None:
    """The tables show what was decided, and explain it."""
    evidence = {row["id"]: row for row in rows(out, "evidence")}
    one = evidence[rejected]
    assert (one["counted"], one["reason"]) == (False, "rejected by the committee")
    assert evidence[changed]["level"] == "publication"
    (own,) = [row for row in evidence.values() if row["rule"] == "committee"]
    assert (own["candidate"], own["criterion"]) == ("C001", "quantum_field_theory")
    scores = {(r["candidate"], r["criterion"]): r for r in rows(out, "scores")}
    assert scores["C001", "quantum_field_theory"]["score"] >= 5
    verdicts = {(r["candidate"], r["requirement"]): r["verdict"] for r in rows(out, "requirements")}
    assert verdicts["C001", "degree"] == "not_met"
    places = {row["candidate"]: row for row in rows(out, "ranking")}
    assert places["C001"]["formal"] == "not_met"
    assert load_run(out).explain("C001").place.total == places["C001"]["total"]
