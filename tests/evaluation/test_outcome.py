"""Tables of a run as they are written, nulls included, and what is read out of them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ranking.api import Run, load_run
from ranking.evaluation.outcome import NOBODY, criteria, outcomes
from ranking.evaluation.truth import Step
from ranking.outputs.tables import TABLES

Row = dict[str, Any]
LoadTables = Callable[..., Run]


@pytest.fixture
def load(tmp_path: Path) -> LoadTables:
    """Return what writes some tables, the others empty, and loads them as a run."""

    def write_and_load(**tables: list[Row]) -> Run:
        folder = tmp_path / "tables"
        folder.mkdir()
        for name in TABLES:
            lines = "".join(f"{json.dumps(row)}\n" for row in tables.get(name, []))
            (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")
        return load_run(tmp_path)

    return write_and_load


def evidence(level: str, *, counted: bool = True, candidate: str = "C001") -> Row:
    return {
        "candidate": candidate,
        "criterion": "group_theory",
        "level": level,
        "quote": "Lie groups",
        "file": "Berg_Ada/CV.pdf",
        "page": 1,
        "counted": counted,
        "reader": "text",
    }


DOCUMENTS = [
    {"candidate": "C001", "file": "Berg_Ada/CV.pdf", "kind": "cv"},
    {"candidate": None, "file": "loose.pdf", "kind": "other"},
    {"candidate": "C002", "file": "Dahl_Bo/CV.pdf", "kind": "cv"},
]


def test_a_candidate(load: LoadTables) -> None:
    run = load(
        documents=DOCUMENTS,
        evidence=[
            evidence("coursework"),
            evidence("thesis", counted=False),
            evidence("publication", candidate="C002"),
        ],
        requirements=[{"candidate": "C001", "requirement": "cv", "verdict": "met"}],
        interests=[
            {"candidate": "C001", "topic": "computer_vision", "counted": True},
            {"candidate": "C001", "topic": "quantum_chemistry", "counted": False},
        ],
        problems=[
            {"candidate": None, "code": "unassigned-file"},
            {"candidate": "C001", "code": "hidden-text"},
        ],
        ranking=[{"candidate": "C001", "total": 61.5}, {"candidate": "C002", "total": None}],
    )
    found = outcomes(run)
    assert list(found) == ["C001", "C002"]
    berg = found["C001"]
    assert berg.kinds == {"Berg_Ada/CV.pdf": "cv"}
    assert berg.files == {"CV.pdf"}
    assert berg.best("group_theory") is Step.COURSEWORK
    assert berg.best("statistics") is Step.NOTHING
    assert berg.verdicts == {"cv": "met"}
    assert berg.topics == {"computer_vision"}
    assert berg.codes == {"hidden-text"}
    assert berg.total == 61.5
    assert found["C002"].total is None
    assert found["C002"].best("group_theory") is Step.PUBLICATION


def test_a_level_that_is_no_step_is_kept_as_nothing(load: LoadTables) -> None:
    run = load(documents=DOCUMENTS, evidence=[evidence("national")])
    (passage,) = outcomes(run)["C001"].passages
    assert passage.step is Step.NOTHING


def test_empty_tables(load: LoadTables) -> None:
    run = load()
    assert outcomes(run) == {}
    assert criteria(run) == frozenset()


def test_criteria(load: LoadTables) -> None:
    scores = [{"candidate": one, "criterion": "statistics"} for one in ("C001", "C002")]
    assert criteria(load(scores=scores)) == {"statistics"}


def test_nobody_has_nothing() -> None:
    assert NOBODY.total is None
    assert NOBODY.files == frozenset()
    assert NOBODY.best("statistics") is Step.NOTHING
