"""A file that breaks the engine costs its copy and nothing else, and is told of."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest

from ranking.extraction.worker import Job
from ranking.extraction.workers import Limits, Lost, Workers
from ranking.inputs.data_root import data_root
from ranking.model.problem import problem
from ranking.model.result import Result
from ranking.outputs.highlights.folder import Outcome
from ranking.steps.highlighting import highlight, links_to, with_problems
from ranking.steps.options import Built, no_progress
from ranking.steps.reporting import Sources

T = TypeVar("T")

SOURCES = Sources(root=data_root() / "demo" / "applications")


class Dying(Workers):
    """Workers whose first process dies at the end of its job, with half of the copy written."""

    def run(
        self, function: Callable[..., T], jobs: Sequence[Job], shared: tuple[Any, ...] = ()
    ) -> Iterator[T | Lost]:
        """Lose the first job and do the others."""
        done = super().run(function, jobs, shared)
        next(done)
        copy = shared[2] / jobs[0].arguments[0].path
        assert copy.stat().st_size > 1000
        copy.write_bytes(b"%PDF-1.7 half of")
        yield Lost.DIED
        yield from done


@pytest.fixture(scope="module")
def result(demo_build: tuple[Built, Path]) -> Result:
    """Return the demo's first two candidates."""
    found = demo_build[0].result
    return replace(found, assessments=found.assessments[:2])


def test_a_lost_process_costs_one_copy(result: Result, tmp_path: Path) -> None:
    with Dying(Limits(processes=1)) as workers:
        first, *others = highlight(result, SOURCES, tmp_path, workers, no_progress)
    reason = "the process that read it broke down; there is no highlighted copy"
    assert (first.path, first.reason) == ("", reason)
    assert len(others) > 2
    assert all(other.path for other in others)
    copies = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.pdf"))
    assert copies == sorted(other.path for other in others)


def test_copies_do_not_depend_on_the_number_of_processes(result: Result, tmp_path: Path) -> None:
    found = []
    for processes in (1, 2):
        folder = tmp_path / str(processes)
        told: list[tuple[str, int, int]] = []
        with Workers(Limits(processes=processes)) as workers:
            outcomes = highlight(result, SOURCES, folder, workers, lambda *a: told.append(a))  # noqa: B023
        assert told == [("Highlighting", n, len(outcomes)) for n in range(len(outcomes) + 1)]
        found.append((outcomes, {o.path: (folder / o.path).read_bytes() for o in outcomes}))
    assert found[0] == found[1]


def test_without_passages_there_is_an_empty_folder(result: Result, tmp_path: Path) -> None:
    nobody = replace(result, assessments=())
    with Workers(Limits(processes=1)) as workers:
        assert highlight(nobody, SOURCES, tmp_path / "h", workers, no_progress) == ()
    assert list((tmp_path / "h").iterdir()) == []


def test_links_lead_to_copies_that_exist() -> None:
    made = Outcome(candidate="C001", file="Berg/CV.pdf", path="C001/cv-1.pdf", reason="1 passage")
    failed = Outcome(candidate="C001", file="Berg/Letter.pdf", reason="changed")
    assert links_to((made, failed), "../highlighted") == {
        "Berg/CV.pdf": "../highlighted/C001/cv-1.pdf"
    }


def test_what_is_missing_is_told_where_it_belongs(result: Result) -> None:
    candidate, other = (a.candidate for a in result.assessments)
    known = problem("not-pdf", "a picture", file="b.jpg", candidate=candidate)
    outcomes = (
        Outcome(candidate=candidate, file="a.pdf", path="C001/cv-1.pdf"),
        Outcome(candidate=candidate, file="b.jpg", reason="not a PDF"),
        Outcome(candidate=other, file="c.pdf", reason="changed since it was read"),
    )
    told = with_problems(replace(result, problems=(known,)), outcomes)
    (found,) = told.problems[1:]
    assert (found.code, found.candidate, found.file) == ("no-highlight", other, "c.pdf")
    assert found.message == "Highlighted copy: changed since it was read."
    assert told.assessments[0] == result.assessments[0]
    assert told.assessments[1].dossier.problems[-1] == found
