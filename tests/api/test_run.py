"""Runs in notebooks: the tables, and why they say so."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from ranking.api import Run, load_run
from ranking.errors import UserError
from ranking.extraction.workers import Limits
from ranking.inputs.data_root import data_root
from ranking.outputs.columns import COLUMNS
from ranking.pipeline import build
from ranking.steps.options import BuildOptions, Built
from tests.round_trip.conftest import Book


@pytest.fixture(scope="module")
def run(demo_build: tuple[Built, Path]) -> Run:
    """Return the tables of the demo."""
    return load_run(demo_build[1])


def test_numbers_agree_with_the_tables(run: Run) -> None:
    assert len(run.ranking) == 12
    for row in run.ranking.to_dict("records"):
        found = run.explain(str(row["candidate"]))
        place = found.place
        assert (place.total, place.rank) == (row["total"], row["rank"])
        assert (place.low, place.could_be, place.formal) == (
            row["low"],
            row["could_be"],
            row["formal"],
        )
        added = sum(one.share.contribution for one in found.criteria)
        assert added == pytest.approx(row["total"], abs=1e-6)


def test_scores_and_evidence_agree_with_the_tables(run: Run) -> None:
    rows = [
        json.loads(line)
        for line in (run.out / "tables" / "scores.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    found = {candidate: run.explain(candidate) for candidate in run.names}
    assert len(rows) == 12 * 9
    for row in rows:
        one = found[row["candidate"]].criterion(row["criterion"])
        assert (one.score.value, one.score.could_be) == (row["score"], row["could_be"])
        assert [s.passage.id for s in one.steps if s.passage] == row["evidence"]
        assert sum(s.points for s in one.steps) == pytest.approx(row["score"] or 0.0, abs=1e-6)


def test_differences_sum_up(run: Run) -> None:
    first, *others = run.names
    for other in others:
        found = run.why(first, other)
        assert found.total == pytest.approx(
            sum(d.contribution for d in found.differences), abs=1e-6
        )
        sizes = [abs(d.contribution) for d in found.differences]
        assert sizes == pytest.approx(sorted(sizes, reverse=True), abs=1e-9)


@pytest.mark.parametrize("table", COLUMNS)
def test_columns_and_dtypes(run: Run, table: str, tmp_path: Path) -> None:
    """They are as documented, whether or not there is anything in the table."""
    described = run.columns(table)
    wanted = dict(zip(described["column"], described["dtype"], strict=True))
    assert list(described.columns) == ["column", "dtype", "meaning"]
    frame = getattr(run, table)
    assert not frame.empty
    (tmp_path / "tables").mkdir()
    for name in COLUMNS:
        (tmp_path / "tables" / f"{name}.jsonl").touch()
    for one in (frame, getattr(load_run(tmp_path), table)):
        assert {name: str(dtype) for name, dtype in one.dtypes.items()} == wanted
        assert list(one.columns) == list(wanted)


def test_missing_values(run: Run) -> None:
    assert run.courses["grade_0_1"].isna().any()
    assert run.scores["score"].isna().any()
    assert run.problems["page"].isna().any()
    assert run.ranking["tier"].isna().all()
    assert not run.ranking["rank"].isna().any()


def test_the_same_numbers_again(run: Run) -> None:
    again = run.rescore()
    assert_frame_equal(again.scores, run.scores)
    assert_frame_equal(again.ranking, run.ranking)
    assert again.evidence is run.evidence


def test_other_numbers(run: Run) -> None:
    before = run.scores.copy(), run.ranking.copy()
    changed = run.rescore(weights={"group_theory": 0, "statistics": 4}, points={"thesis": 3.5})
    assert changed.ranking["candidate"].to_list() != run.ranking["candidate"].to_list()
    assert changed.ranking["rank"].is_monotonic_increasing
    for row in changed.ranking.to_dict("records"):
        found = changed.explain(str(row["candidate"]))
        assert found.place.total == row["total"]
        added = sum(one.share.contribution for one in found.criteria)
        assert added == pytest.approx(row["total"], abs=1e-6)
        assert found.criterion("group_theory").share.contribution == 0
    first, second = changed.names.keys() & {"C003", "C010"}
    found_total = changed.why(first, second).total
    totals = changed.ranking.set_index("candidate")["total"]
    assert found_total == pytest.approx(totals[first] - totals[second], abs=1e-6)
    # Nothing happened to the run itself, and the way back leads to it.
    assert_frame_equal(run.scores, before[0])
    assert_frame_equal(run.ranking, before[1])
    back = changed.rescore(weights={"group_theory": 2, "statistics": 0.5}, points={"thesis": 5})
    assert_frame_equal(back.scores, run.scores)
    assert_frame_equal(back.ranking, run.ranking)


def test_names_that_nothing_has(run: Run) -> None:
    with pytest.raises(UserError, match="no criterion 'statistic' - did you mean 'statistics'"):
        run.rescore(weights={"statistic": 1})
    with pytest.raises(UserError, match="no level 'tesis' - did you mean 'thesis'"):
        run.rescore(points={"tesis": 1})


def test_the_edits_of_the_committee_are_honoured(applications: Path, tmp_path: Path) -> None:
    """A weight tried out here does what it does when typed; decisions on passages stay."""
    options = BuildOptions(
        applications=applications,
        call="chalmers-20230018",
        data=data_root(),
        out=tmp_path / "out",
        limits=Limits(processes=1),
        cache=tmp_path / "cache",
        report=False,
        highlights=False,
    )
    build(options)
    found = load_run(options.out)
    workbook = Book(options.out / "ranking.xlsx")
    workbook.type("Weights", "criterion/programming", Weight=3)
    workbook.type("Weights", "level/project", Points=2.5)
    workbook.save()
    build(options)
    typed = load_run(options.out)
    tried = found.rescore(weights={"programming": 3}, points={"project": 2.5})
    assert_frame_equal(tried.scores, typed.scores)
    assert_frame_equal(tried.ranking, typed.ranking)
    assert typed.ranking["total"].to_list() != found.ranking["total"].to_list()

    made = cells(typed.scores, "evidence")
    (rejected,) = made["C001", "group_theory"]
    workbook = Book(options.out / "ranking.xlsx")
    workbook.type("Evidence", rejected, Decision="reject")
    workbook.save(time="2024-03-01T13:00:00Z")
    build(options)
    decided = load_run(options.out).rescore(weights={"programming": 0.5}, points={"project": 3})
    counted = dict(zip(decided.evidence["id"], decided.evidence["counted"], strict=True))
    assert not counted[rejected]
    scores = cells(decided.scores, "score")
    assert scores["C001", "group_theory"] == 0
    assert scores["C002", "group_theory"] > 0


def cells(scores: pd.DataFrame, column: str) -> dict[tuple[str, str], Any]:
    """Return a column of the scores by candidate and criterion."""
    rows = scores.to_dict("records")
    return {(row["candidate"], row["criterion"]): row[column] for row in rows}


def test_rescoring_tables_of_two_builds(run: Run) -> None:
    wrong = run.scores.assign(score=run.scores["score"] + 1)
    with pytest.raises(UserError, match="do not follow from its other tables"):
        replace(run, scores=wrong).rescore()


@pytest.fixture
def copied(demo_build: tuple[Built, Path], tmp_path: Path) -> Path:
    """Return a copy of the demo's tables and run.json, to be changed."""
    out = tmp_path / "out"
    shutil.copytree(demo_build[1], out, ignore=shutil.ignore_patterns("*.xlsx"))
    return out


def test_tables_of_another_build_are_refused(copied: Path) -> None:
    path = copied / "tables" / "evidence.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if '"C003"' not in line), encoding="utf-8")
    run = load_run(copied)
    assert run.explain("C004").place.rank
    with pytest.raises(UserError, match=r"scores of C003 .* do not follow from its other tables"):
        run.explain("C003")


def test_a_build_without_its_call(copied: Path) -> None:
    path = copied / "run.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    del content["call"]["profile"]
    path.write_text(json.dumps(content), encoding="utf-8")
    run = load_run(copied)
    assert len(run.ranking) == 12
    with pytest.raises(UserError, match="does not tell with which call"):
        run.explain("C003")
