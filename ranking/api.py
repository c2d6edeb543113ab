"""The Python API for notebooks: a run's tables as pandas DataFrames."""

import json
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from ranking.errors import UserError
from ranking.outputs.tables import TABLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The tables of one build, a row an object; columns as in the tables' own order.

    Attributes:
        out: The folder of the build.
        candidates: Who applied, with which files.
        facts: Facts at a glance.
        documents: Every file, with kind, language, pages and what was not read.
        evidence: Every passage about a criterion, counted or not.
        interests: Stated research interests by topic.
        requirements: Verdicts on the formal requirements.
        scores: Scores by candidate and criterion; missing where unknown.
        ranking: Totals and ranks, best first.
        courses: Rows of the transcripts.
        problems: What a person should know.
    """

    out: Path
    candidates: pd.DataFrame
    facts: pd.DataFrame
    documents: pd.DataFrame
    evidence: pd.DataFrame
    interests: pd.DataFrame
    requirements: pd.DataFrame
    scores: pd.DataFrame
    ranking: pd.DataFrame
    courses: pd.DataFrame
    problems: pd.DataFrame


def load_run(out: str | Path) -> Run:
    """Load the tables of a build.

    Raises:
        UserError: If the folder holds no complete build.
    """
    folder = Path(out)
    try:
        frames = {name: _frame(folder / "tables" / f"{name}.jsonl") for name in TABLES}
    except OSError as error:
        raise UserError(
            f"{folder} holds no complete build: {error.filename} is missing.",
            "Run `rank build` first, or give its --out.",
        ) from None
    return Run(out=folder, **frames)


def _frame(path: Path) -> pd.DataFrame:
    lines = path.read_text(encoding="utf-8").splitlines()
    return pd.DataFrame([json.loads(line) for line in lines])
