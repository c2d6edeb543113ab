"""The Python API for notebooks: a run's tables as pandas DataFrames, and why they say so.

Which columns a table has, of which dtype, and what they mean: ``Run.columns``.
"""

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd

from ranking.errors import UserError
from ranking.inputs.earlier import Used, read_used
from ranking.inputs.names import bare_spellings
from ranking.inputs.toml_file import suggestion
from ranking.model.assessment import Assessment, Dossier, RequirementCheck, Score, Verdict
from ranking.model.call import Call
from ranking.model.explanation import Comparison, Explanation
from ranking.model.result import Place, Provenance, Result
from ranking.outputs.columns import COLUMNS
from ranking.outputs.tables import TABLES
from ranking.scoring import score
from ranking.scoring.explanation import compare
from ranking.scoring.explanation import explain as explain_total
from ranking.scoring.totals import rank
from ranking.steps.recalling import recall
from ranking.steps.what_if import what_if

_SCORE_KEYS = ("criterion", "score", "could_be", "evidence")
_RECALLED = ("candidates", "documents", "evidence", "interests", "courses")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The tables of one build, a row an object; columns as in the tables' own order.

    The committee's edits are in them, as far as the build has read them back. All dtypes know
    missing values: ``string``, ``float64``, ``Int64``, ``boolean``, and ``object`` for lists.
    To change a table, copy it and put it into a copy of the run (``dataclasses.replace``).

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
        terms: What the scores rest on besides the tables; None where the build does not tell.
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
    terms: Used | None = field(default=None, repr=False)
    _known: dict[str, tuple[Dossier, tuple[Score, ...]]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )  # of candidates once looked at, so that sliders over rescore move at once

    @staticmethod
    def columns(table: str) -> pd.DataFrame:
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
        used = self._used()
        dossier, scores = self._scored(found, used)
        (row,) = _rows(self.ranking, found)
        return explain_total(dossier, scores, _place(row), used.call)

    def why(self, one: str, other: str) -> Comparison:
        """Return the differences between two candidates, largest first.

        Raises:
            UserError: As ``explain``.
        """
        return compare(self.explain(one), self.explain(other))

    def rescore(
        self,
        weights: Mapping[str, float] | None = None,
        points: Mapping[str, float] | None = None,
    ) -> "Run":
        """Return this run as it would be with other weights and points; nothing is written.

        ``scores`` and ``ranking`` are made anew, by the same scoring as in a build; the other
        tables are the same. What is not named stays. ``explain``, ``why`` and ``rescore`` go on
        from the new numbers.

        Args:
            weights: Weights by criterion, such as ``{"group_theory": 1.0}``.
            points: Points by level, level of problem solving, or rank of a stated topic, such as
                ``{"thesis": 4.0, "national": 3.5, "core": 2.0}``.

        Raises:
            UserError: If a name or number cannot be, or the tables are not of one build.
        """
        used = self._used()
        changed = replace(used, call=what_if(used.call, weights or {}, points or {}))
        assessments = tuple(self._assessed(one, used, changed.call) for one in self.names)
        result = Result(
            call=changed.call,
            assessments=assessments,
            places=rank(assessments, changed.call),
            unassigned=(),
            problems=(),
            provenance=Provenance(),
        )
        scores, ranking = (_frame(name, TABLES[name](result)) for name in ("scores", "ranking"))
        return replace(self, scores=scores, ranking=ranking, terms=changed)

    def _used(self) -> Used:
        return self.terms or read_used(self.out)

    def _scored(self, candidate: str, used: Used) -> tuple[Dossier, tuple[Score, ...]]:
        """Return what is known of a candidate, and the scores, which must be those of the table."""
        if candidate not in self._known:
            tables = {name: _rows(getattr(self, name), candidate) for name in _RECALLED}
            dossier = recall(tables, used.hidden)
            scores = score(dossier, used.call)
            if not _agree(scores, _rows(self.scores, candidate)):
                raise UserError(
                    f"The scores of {candidate} in {self.out} do not follow from its other tables.",
                    "They are not of one build, or of another version: run `rank build` again.",
                )
            self._known[candidate] = dossier, scores
        return self._known[candidate]

    def _assessed(self, candidate: str, used: Used, call: Call) -> Assessment:
        """Return a candidate with the scores of another call."""
        dossier, _ = self._scored(candidate, used)
        return Assessment(
            dossier=dossier,
            requirements=_checks(_rows(self.requirements, candidate)),
            scores=score(dossier, call),
        )


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
        frames = {
            name: _frame(name, _lines(folder / "tables" / f"{name}.jsonl")) for name in TABLES
        }
    except OSError as error:
        raise UserError(
            f"{folder} holds no complete build: {error.filename} is missing.",
            "Run `rank build` first, or give its --out.",
        ) from None
    except (TypeError, ValueError) as error:
        raise UserError(
            f"The tables in {folder} cannot be understood: {error}.", "Run `rank build` again."
        ) from None
    terms = None
    with suppress(UserError):  # told by what needs them
        terms = read_used(folder)
    return Run(out=folder, terms=terms, **frames)


def _rows(frame: pd.DataFrame, candidate: str) -> list[dict[str, Any]]:
    """Return the rows of one candidate as they stand in the table, with None for what is null."""
    mine = frame[frame["candidate"] == candidate].to_dict("records")
    return [{str(key): _plain(value) for key, value in row.items()} for row in mine]


def _plain(value: object) -> object:
    missing = value is pd.NA or (isinstance(value, float) and math.isnan(value))
    return None if missing else value


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


def _checks(rows: Iterable[Mapping[str, Any]]) -> tuple[RequirementCheck, ...]:
    return tuple(
        RequirementCheck(requirement=row["requirement"], verdict=Verdict(row["verdict"]))
        for row in rows
    )


def _lines(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").split("\n")  # quotes may hold other line ends
    return [json.loads(line) for line in lines if line]


def _frame(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Return a table with its columns and dtypes; columns of other versions come last, as found."""
    dtypes = {column: one.dtype for column, one in COLUMNS[name].items()}
    found = pd.DataFrame(list(rows), dtype=object)
    others = [column for column in found.columns if column not in dtypes]
    return found.reindex(columns=[*dtypes, *others]).astype(dtypes)
