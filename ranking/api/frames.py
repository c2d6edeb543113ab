"""The tables of a build as pandas DataFrames: read back from its folder, with the dtypes set."""

import json
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from ranking.errors import UserError
from ranking.inputs.toml_file import suggestion
from ranking.outputs.columns import COLUMNS
from ranking.outputs.tables import TABLES


def read_frames(folder: Path) -> dict[str, pd.DataFrame]:
    """Return all tables of a build by name.

    Raises:
        UserError: If the folder holds no complete build.
    """
    try:
        return {name: frame(name, _lines(folder / "tables" / f"{name}.jsonl")) for name in TABLES}
    except OSError as error:
        raise UserError(
            f"{folder} holds no complete build: {error.filename} is missing.",
            "Run `rank build` first, or give its --out.",
        ) from None
    except (TypeError, ValueError) as error:
        raise UserError(
            f"The tables in {folder} cannot be understood: {error}.", "Run `rank build` again."
        ) from None


def describe(table: str) -> pd.DataFrame:
    """Return the columns of a table: ``column``, ``dtype`` and ``meaning``, a row each.

    Raises:
        UserError: If there is no such table.
    """
    if table not in COLUMNS:
        known = list(COLUMNS)
        raise UserError(
            f"There is no table '{table}'{suggestion(table, known)}",
            f"Known: {', '.join(known)}.",
        )
    rows = [(name, one.dtype, one.meaning) for name, one in COLUMNS[table].items()]
    return pd.DataFrame(rows, columns=["column", "dtype", "meaning"])


def frame(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Return a table with its columns and dtypes; columns of other versions come last, as found."""
    dtypes = {column: one.dtype for column, one in COLUMNS[name].items()}
    found = pd.DataFrame(list(rows), dtype=object)
    others = [column for column in found.columns if column not in dtypes]
    return found.reindex(columns=[*dtypes, *others]).astype(dtypes)


def rows_of(table: pd.DataFrame, candidate: str) -> list[dict[str, Any]]:
    """Return the rows of one candidate as they stand in the table, with None for what is null."""
    mine = table[table["candidate"] == candidate].to_dict("records")
    return [{str(key): _plain(value) for key, value in row.items()} for row in mine]


def _plain(value: object) -> object:
    missing = value is pd.NA or (isinstance(value, float) and math.isnan(value))
    return None if missing else value


def _lines(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").split("\n")  # quotes may hold other line ends
    return [json.loads(line) for line in lines if line]
