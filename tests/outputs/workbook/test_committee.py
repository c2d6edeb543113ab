"""Decisions and reviews: written back as typed, shown on Ranking, and live in LibreOffice."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ranking.model.input_tables import CANDIDATE_DECISIONS, Cell, Value
from ranking.model.result import Result
from ranking.outputs.workbook import write_workbook
from ranking.review.reader import read_copy
from tests.outputs.workbook.editing import edits, reviewed
from tests.outputs.workbook.sheets_of import Rows, record, records, written
from tests.outputs.workbook.test_libreoffice import assert_no_difference, assert_same, recalculate

TYPED: Mapping[Cell, Value] = {
    ("decisions", "C001", "decision"): "interview",
    ("decisions", "C001", "reason"): "=strong in both halves of the project",
    ("decisions", "C001", "who"): "Ada",
    ("decisions", "C003", "conflict"): "+ wrote an article with Bo",
    ("decisions", "C004", "decision"): "decline",
    ("reviews", "0a0a0a0a0a", "candidate"): "C001",
    ("reviews", "0a0a0a0a0a", "member"): "Ada",
    ("reviews", "0a0a0a0a0a", "score"): 7.5,
    ("reviews", "0b0b0b0b0b", "candidate"): "c001",
    ("reviews", "0b0b0b0b0b", "member"): "Bo",
    ("reviews", "0b0b0b0b0b", "score"): 8,
    ("reviews", "0c0c0c0c0c", "candidate"): "C002",
    ("reviews", "0c0c0c0c0c", "comment"): "-no score yet",
    ("reviews", "0d0d0d0d0d", "candidate"): "C099",
    ("reviews", "0d0d0d0d0d", "score"): 3,
}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("committee") / "ranking.xlsx"


@pytest.fixture(scope="module")
def shown(small: Result, path: Path) -> dict[str, Rows]:
    return written(reviewed(small, TYPED), path)


def test_what_was_typed_is_there_again(shown: dict[str, Rows], path: Path) -> None:
    assert record(shown["Decisions"], "ID", "C001")["Who"] == "Ada"
    read = {cell: values[0] for cell, values in read_copy(path).cells.items() if values[0] != ""}
    typed = {cell: value for cell, value in read.items() if cell[0] in {"decisions", "reviews"}}
    assert typed == TYPED


def test_decisions_and_means_are_on_ranking(shown: dict[str, Rows]) -> None:
    for sheet in ("Ranking", "Candidates"):
        first = record(shown[sheet], "ID", "C001")
        assert (first["Decision"], first["Committee"]) == ("interview", 7.75)
        second = record(shown[sheet], "ID", "C002")
        assert (second["Decision"], second["Committee"]) == ("", "")


def test_decisions_are_counted(shown: dict[str, Rows]) -> None:
    counted = str(shown["Decisions"][2][0])
    assert "interview 1" in counted
    assert "decline 1" in counted
    assert "nominate 0" in counted


def test_reviews_have_names_and_blank_rows(shown: dict[str, Rows], small: Result) -> None:
    rows = records(shown["Reviews"], "Review ID")
    assert [row["Review ID"] for row in rows[:5]] == [
        "0a0a0a0a0a", "0b0b0b0b0b", "0c0c0c0c0c", "0d0d0d0d0d", "new-001",
    ]  # fmt: skip
    assert len(rows) == 64
    name = small.assessments[0].dossier.application.person.name
    assert [row["Name"] for row in rows[:5]] == [
        name,
        name,
        rows[2]["Name"],
        "no such candidate",
        "",
    ]


def test_decisions_offered(path: Path, shown: dict[str, Rows]) -> None:
    assert shown
    rules = load_workbook(path)["Decisions"].data_validations.dataValidation
    assert [rule.formula1 for rule in rules] == [f'"{",".join(CANDIDATE_DECISIONS)}"']
    assert all(rule.prompt and rule.error for rule in rules)


@pytest.mark.libreoffice
def test_typed_in_libreoffice_shows_what_the_next_build_writes(
    small: Result, path: Path, shown: dict[str, Rows], tmp_path: Path
) -> None:
    assert shown
    untouched = tmp_path / "untouched.xlsx"
    write_workbook(small, untouched)
    fresh = {
        (table, f"new-{'abcd'.index(row[1]) + 1:03}" if table == "reviews" else row, name): value
        for (table, row, name), value in TYPED.items()
    }
    rebuilt, edited = recalculate(path), recalculate(untouched, edits(untouched, fresh))
    assert_no_difference(rebuilt)
    for sheet in ("Ranking", "Candidates", "Decisions", "Charts", "Compare"):
        assert_same(edited["after"][sheet], rebuilt["after"][sheet])
