"""Columns as documented are the columns that are written."""

import json
from pathlib import Path

import pytest

from ranking.outputs.columns import COLUMNS
from ranking.outputs.tables import TABLES
from ranking.steps.options import Built


def test_every_table_is_documented() -> None:
    assert list(COLUMNS) == list(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_columns_and_their_order(table: str, demo_build: tuple[Built, Path]) -> None:
    path = demo_build[1] / "tables" / f"{table}.jsonl"
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert list(json.loads(first)) == list(COLUMNS[table])


def test_every_meaning_is_one_line() -> None:
    meanings = [one.meaning for columns in COLUMNS.values() for one in columns.values()]
    assert len(meanings) > 70
    assert all(0 < len(meaning) < 90 and "\n" not in meaning for meaning in meanings)
