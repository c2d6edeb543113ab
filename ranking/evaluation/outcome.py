"""What a run found about each candidate, out of its tables."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from ranking.api import Run
from ranking.evaluation.text import file_name
from ranking.evaluation.truth import Place, Step, step_of
from ranking.model.document import Reader

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Place):
    """A row of evidence that counts; its step is nothing where levels are no steps."""

    criterion: str
    step: Step
    reader: Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a run found about one candidate.

    Attributes:
        candidate: The id, "" for nobody.
        kinds: Kind of each file, by its path.
        passages: The evidence that counts.
        verdicts: Verdict of each requirement.
        topics: Topics of research that count.
        codes: Codes of the problems.
        total: The total, None where there is none.
    """

    candidate: str = ""
    kinds: Mapping[str, str] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()
    verdicts: Mapping[str, str] = field(default_factory=dict)
    topics: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    total: float | None = None

    @property
    def files(self) -> frozenset[str]:
        """The names of the files."""
        return frozenset(map(file_name, self.kinds))

    def best(self, area: str) -> Step:
        """Return the highest step that counts for an area."""
        steps = [one.step for one in self.passages if one.criterion == area]
        return max(steps, key=lambda step: step.height, default=Step.NOTHING)


NOBODY = Found()


def outcomes(run: Run) -> dict[str, Found]:
    """Return what a run found about every candidate who sent a file, by id."""
    evidence, verdicts = _by_candidate(run.evidence), _by_candidate(run.requirements)
    interests, problems = _by_candidate(run.interests), _by_candidate(run.problems)
    totals = _by_candidate(run.ranking)
    return {
        candidate: Found(
            candidate=candidate,
            kinds={row["file"]: row["kind"] for row in files},
            passages=tuple(_passage(row) for row in evidence[candidate] if row["counted"]),
            verdicts={row["requirement"]: row["verdict"] for row in verdicts[candidate]},
            topics=frozenset(row["topic"] for row in interests[candidate] if row["counted"]),
            codes=frozenset(row["code"] for row in problems[candidate]),
            total=next((_number(row["total"]) for row in totals[candidate]), None),
        )
        for candidate, files in _by_candidate(run.documents).items()
    }


def criteria(run: Run) -> frozenset[str]:
    """Return the criteria of a run."""
    return frozenset(row["criterion"] for row in run.scores.to_dict("records"))


def _by_candidate(frame: pd.DataFrame) -> dict[str, list[Row]]:
    """Return the rows of a table by candidate; those of nobody are left out."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in frame.to_dict("records"):
        if isinstance(row["candidate"], str):  # pandas writes a number for what is missing
            rows[row["candidate"]].append({str(key): value for key, value in row.items()})
    return rows


def _passage(row: Row) -> Passage:
    return Passage(
        criterion=row["criterion"],
        step=step_of(row["level"]),
        quote=row["quote"],
        file=row["file"],
        page=int(row["page"]),
        reader=Reader(row["reader"]),
    )


def _number(value: float | None) -> float | None:
    return None if pd.isna(value) else value
