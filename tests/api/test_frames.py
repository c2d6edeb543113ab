"""Tables of a build as DataFrames."""

import json
import shutil
from pathlib import Path

import pandas as pd
import pytest

from ranking.api.frames import describe, frame, read_frames, rows_of
from ranking.errors import UserError
from ranking.outputs.columns import COLUMNS
from ranking.steps.options import Built


@pytest.fixture
def copied(demo_build: tuple[Built, Path], tmp_path: Path) -> Path:
    """Return a copy of the demo's tables, to be changed."""
    out = tmp_path / "out"
    shutil.copytree(demo_build[1] / "tables", out / "tables")
    return out


def test_rows_are_as_in_the_table() -> None:
    rows: list[dict[str, object]] = [
        {"candidate": "C001", "file": "a.pdf", "page": None, "code": "scanned"},
        {"candidate": "C002", "file": None, "page": 3, "code": "timeout"},
    ]
    table = frame("problems", rows)
    assert table["page"].dtype == "Int64"
    (row,) = rows_of(table, "C001")
    assert (row["file"], row["page"], row["code"], row["advice"]) == (
        "a.pdf",
        None,
        "scanned",
        None,
    )
    (row,) = rows_of(table, "C002")
    assert (row["file"], row["page"]) == (None, 3)
    assert rows_of(table, "C003") == []
    assert isinstance(table.loc[0, "page"], type(pd.NA))


def test_an_unknown_table() -> None:
    with pytest.raises(UserError) as caught:
        describe("evidense")
    assert caught.value.message == "There is no table 'evidense' - did you mean 'evidence'?"
    assert caught.value.advice.startswith("Known: candidates, ")


def test_quotes_with_odd_line_ends(copied: Path) -> None:
    path = copied / "tables" / "problems.jsonl"
    row = {"candidate": None, "message": "one\u2028two\x85three"}
    path.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    assert read_frames(copied)["problems"]["message"].to_list() == [row["message"]]


def test_columns_of_another_version(copied: Path) -> None:
    path = copied / "tables" / "courses.jsonl"
    row = {"candidate": "C001", "passed": True, "points": 3}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    courses = read_frames(copied)["courses"]
    assert list(courses.columns) == [*COLUMNS["courses"], "points"]
    assert courses["points"].to_list() == [3]
    assert courses["page"].isna().all()
    path.write_text(json.dumps({"page": "first"}) + "\n", encoding="utf-8")
    with pytest.raises(UserError, match="cannot be understood"):
        read_frames(copied)


def test_tables_that_are_no_tables(copied: Path) -> None:
    (copied / "tables" / "facts.jsonl").write_text("half of i", encoding="utf-8")
    with pytest.raises(UserError, match="cannot be understood"):
        read_frames(copied)
    (copied / "tables" / "facts.jsonl").unlink()
    with pytest.raises(UserError, match=r"holds no complete build: .*facts.jsonl is missing"):
        read_frames(copied)
