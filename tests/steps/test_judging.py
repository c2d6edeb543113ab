"""What is judged in processes that break down, and what is known from an earlier build."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from ranking.extraction.workers import Limits, Workers
from ranking.inputs.data_root import data_root
from ranking.model.assessment import Assessment
from ranking.pipeline import build, check, read_knowledge
from ranking.steps import judging
from ranking.steps.judging import Bench, judge_all
from ranking.steps.options import BuildOptions

CALL = "chalmers-20230018"


@pytest.fixture(scope="module")
def options(applications: Path, tmp_path_factory: pytest.TempPathFactory) -> BuildOptions:
    return BuildOptions(
        applications=applications,
        call=CALL,
        data=data_root(),
        out=tmp_path_factory.mktemp("out") / "out",
        workbook=False,
        report=False,
        highlights=False,
    )


def written(out: Path) -> dict[str, bytes]:
    found = {path.name: path.read_bytes() for path in (out / "tables").iterdir()}
    assert found
    return found


def test_a_build_from_the_cache_is_the_same(options: BuildOptions, tmp_path: Path) -> None:
    build(options)
    for out in ("cold", "warm", "fresh"):
        build(replace(options, out=tmp_path / out, cache=tmp_path / "cache", fresh=out == "fresh"))
        assert written(tmp_path / out) == written(options.out)


def test_an_unchanged_application_is_judged_once(
    options: BuildOptions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cached = replace(options, out=tmp_path / "out", cache=tmp_path / "cache")
    build(cached)

    def untouched(*_: object) -> None:
        raise AssertionError("judged again")

    monkeypatch.setattr(judging, "assess", untouched)
    build(cached)
    with pytest.raises(AssertionError, match="judged again"):
        build(replace(cached, fresh=True))


@pytest.fixture
def lethal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """Yield a module that a worker process can import, with a function that ends its process."""
    (tmp_path / "lethal.py").write_text("import os\ndef die(*_): os.kill(os.getpid(), 9)\n")
    monkeypatch.syspath_prepend(tmp_path)
    import lethal  # type: ignore[import-not-found]  # noqa: PLC0415

    yield lethal
    del sys.modules["lethal"]


@pytest.fixture(scope="module")
def bench(options: BuildOptions) -> Bench:
    knowledge = read_knowledge(CALL, data_root())
    return Bench(knowledge=knowledge, root=options.applications, passwords=(), store=None)


def judged(options: BuildOptions, bench: Bench) -> list[Assessment]:
    applications = check(options)[0].applications
    with Workers(Limits(processes=2)) as workers:
        return list(judge_all(applications, bench, workers, fresh=False))


def test_a_broken_judge_costs_nothing_where_single_files_can_be_verified(
    options: BuildOptions, bench: Bench, lethal: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = judged(options, bench)
    assert any(row.counted for row in expected[0].dossier.evidence)
    monkeypatch.setattr(judging, "judge", lethal.die)
    assert judged(options, bench) == expected


def test_evidence_that_cannot_be_verified_does_not_count(
    options: BuildOptions, bench: Bench, lethal: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging, "judge", lethal.die)
    monkeypatch.setattr(judging, "verify_evidence", lethal.die)
    for assessment in judged(options, bench):
        rows = assessment.dossier.evidence
        assert rows
        assert not any(row.counted for row in rows)
        files = {row.file for row in rows}
        found = [p.file for p in assessment.dossier.problems if p.code == "unreadable"]
        assert sorted(map(str, found)) == sorted(files)


def test_an_application_that_cannot_be_judged_counts_as_not_read(
    options: BuildOptions, bench: Bench, lethal: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging, "judge", lethal.die)
    monkeypatch.setattr(judging, "find", lethal.die)
    for assessment in judged(options, bench):
        assert "unreadable" in {problem.code for problem in assessment.dossier.problems}
        assert all(score.value is None for score in assessment.scores)
