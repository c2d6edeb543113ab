"""The Python API for notebooks: a run's tables as pandas DataFrames, and why they say so."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from ranking.errors import UserError
from ranking.inputs.earlier import read_used
from ranking.inputs.names import bare_spellings
from ranking.model.assessment import Score, Verdict
from ranking.model.result import Place
from ranking.outputs.tables import TABLES
from ranking.scoring import score
from ranking.scoring.explanation import Comparison, Explanation, compare
from ranking.scoring.explanation import explain as explain_total
from ranking.steps.recalling import recall

_SCORE_KEYS = ("criterion", "score", "could_be", "evidence")
_RECALLED = ("candidates", "documents", "evidence", "interests", "courses")


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

    @property
    def names(self) -> dict[str, str]:
        """Names by candidate id."""
        rows = self.candidates.to_dict("records")
        return {
            row["candidate"]: f"{row['given_name']} {row['family_name']}".strip() for row in rows
        }

    def explain(self, candidate: str) -> Explanation:
        """Return why a candidate has this total: every score with the passages that made it.

        Args:
            candidate: An id such as ``C001``, or a part of a name that no other candidate has.

        Raises:
            UserError: If nobody or more than one is meant, or the tables are not of one build.
        """
        found = find_candidate(candidate, self.names)
        used = read_used(self.out)
        tables = {name: _rows(getattr(self, name), found) for name in _RECALLED}
        dossier = recall(tables, used.hidden)
        scores = score(dossier, used.call)
        if not _agree(scores, _rows(self.scores, found)):
            raise UserError(
                f"The scores of {found} in {self.out} do not follow from its other tables.",
                "They are not of one build, or of another version: run `rank build` again.",
            )
        (row,) = _rows(self.ranking, found)
        return explain_total(dossier, scores, _place(row), used.call)

    def why(self, one: str, other: str) -> Comparison:
        """Return the differences between two candidates, largest first.

        Raises:
            UserError: As ``explain``.
        """
        return compare(self.explain(one), self.explain(other))


def find_candidate(wanted: str, names: Mapping[str, str]) -> str:
    """Return the id of the candidate who is meant by an id or a part of a name.

    Case and diacritics do not matter. Whole words of a name go before parts of words.

    Raises:
        UserError: If nobody or more than one is meant; the message lists who there is.
    """
    known = {candidate.casefold(): candidate for candidate in names}
    if wanted.strip().casefold() in known:
        return known[wanted.strip().casefold()]
    meant: list[str] = []
    for whole in (True, False):
        meant = meant or [c for c in names if _is_meant(wanted, names[c], whole=whole)]
    if len(meant) == 1:
        return meant[0]
    listed = "".join(f"\n  {candidate} {names[candidate]}" for candidate in meant or names)
    if meant:
        raise UserError(f"'{wanted}' is the name of several candidates:{listed}", "Give the id.")
    raise UserError(
        f"There is no candidate '{wanted}'. Candidates are:{listed}", "Give an id, or a name."
    )


def _is_meant(wanted: str, name: str, *, whole: bool) -> bool:
    """Whether every word of what is wanted is a word of the name, or, if not whole, a part."""
    return any(
        all(word in (_words(spelling) if whole else spelling) for word in asked)
        for spelled in bare_spellings(wanted)
        if (asked := _words(spelled))
        for spelling in bare_spellings(name)
    )


def _words(text: str) -> list[str]:
    """Return the words of a text; digits too, so that an unknown id is no part of a name."""
    return re.findall(r"\w+", text)


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
    except ValueError as error:
        raise UserError(
            f"The tables in {folder} cannot be understood: {error}.", "Run `rank build` again."
        ) from None
    return Run(out=folder, **frames)


def _rows(frame: pd.DataFrame, candidate: str) -> list[dict[str, Any]]:
    """Return the rows of one candidate as they stand in the table, with None for what is null."""
    if frame.empty:
        return []
    mine = frame[frame["candidate"] == candidate].astype(object)
    return [
        {str(key): value for key, value in row.items()}
        for row in mine.where(mine.notna(), None).to_dict("records")
    ]


def _agree(scores: Sequence[Score], rows: Sequence[Mapping[str, Any]]) -> bool:
    ours = [(s.criterion, s.value, s.could_be, list(s.evidence)) for s in scores]
    return ours == [tuple(row[key] for key in _SCORE_KEYS) for row in rows]


def _place(row: Mapping[str, Any]) -> Place:
    return Place(
        candidate=row["candidate"],
        total=row["total"],
        low=row["low"],
        could_be=row["could_be"],
        rank=None if row["rank"] is None else int(row["rank"]),
        formal=Verdict(row["formal"]),
    )


def _frame(path: Path) -> pd.DataFrame:
    lines = path.read_text(encoding="utf-8").split("\n")  # quotes may hold other line ends
    return pd.DataFrame([json.loads(line) for line in lines if line])
