"""A report loses no more than the pictures of what cannot be drawn."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

from ranking.extraction.worker import Job
from ranking.extraction.workers import Limits, Lost, Workers
from ranking.inputs.data_root import data_root
from ranking.steps.options import Built
from ranking.steps.reporting import Sources, write_report

T = TypeVar("T")

APPLICATIONS = data_root() / "demo" / "applications"


class Dying(Workers):
    """Workers whose first process dies."""

    def run(
        self, function: Callable[..., T], jobs: Sequence[Job], shared: tuple[object, ...] = ()
    ) -> Iterator[T | Lost]:
        """Lose the first job and do the others."""
        _, *others = super().run(function, jobs, shared)
        yield Lost.DIED
        yield from others


def test_a_lost_process_costs_one_candidate_s_pictures(
    demo_build: tuple[Built, Path], tmp_path: Path
) -> None:
    result = demo_build[0].result
    with Dying(Limits(processes=1)) as workers:
        write_report(result, Sources(root=APPLICATIONS), tmp_path, workers)
    assert not (tmp_path / "img" / "C001").exists()
    assert "<blockquote>" in (tmp_path / "C001.html").read_text(encoding="utf-8")
    pictured = sorted(path.name for path in (tmp_path / "img").iterdir())
    assert pictured == [a.candidate for a in result.assessments[1:]]


@pytest.mark.parametrize("linked", [True, False])
def test_files_are_linked_where_highlighted_copies_are(
    demo_build: tuple[Built, Path], tmp_path: Path, *, linked: bool
) -> None:
    result = demo_build[0].result
    file = result.assessments[0].dossier.evidence[0].file
    links = {file: "../highlighted/C001/cv-1.pdf"} if linked else {}
    with Workers(Limits(processes=1)) as workers:
        write_report(result, Sources(root=tmp_path / "none", links=links), tmp_path / "r", workers)
    html = (tmp_path / "r" / "C001.html").read_text(encoding="utf-8")
    assert ('href="../highlighted/C001/cv-1.pdf#page=' in html) is linked
