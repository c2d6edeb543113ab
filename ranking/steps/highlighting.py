"""Highlighted copies: the applicants' PDFs with every passage that counts under a marker.

Copies are made in processes of their own: a file that breaks the engine costs its copy and nothing
else.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from ranking.extraction.allowance import START_SECONDS
from ranking.extraction.worker import Job
from ranking.extraction.workers import Lost, Workers
from ranking.model.assessment import Assessment
from ranking.model.problem import Problem, problem
from ranking.model.result import Result
from ranking.outputs.highlights.folder import Outcome, write_copy
from ranking.outputs.highlights.marks import Copy, plan_copies
from ranking.steps.options import Progress
from ranking.steps.reporting import Sources

STEP = "Highlighting"

CODE = "no-highlight"

_MARK_SECONDS = 0.5
_MEGABYTE_SECONDS = 5.0
"""Of wall time that a mark and a megabyte may take; most take a hundredth of it."""


def highlight(
    result: Result, sources: Sources, folder: Path, workers: Workers, progress: Progress
) -> tuple[Outcome, ...]:
    """Write the highlighted copies into a folder; return what became of each.

    Raises:
        OSError: If the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    copies = plan_copies(result)
    shared = (sources.root, sources.passwords, folder)
    jobs = [Job((copy,), _seconds(copy)) for copy in copies]
    progress(STEP, 0, len(copies))
    outcomes: list[Outcome] = []
    for copy, made in zip(copies, workers.run(write, jobs, shared=shared), strict=True):
        outcomes.append(_lost(copy, folder, made) if isinstance(made, Lost) else made)
        progress(STEP, len(outcomes), len(copies))
    return tuple(outcomes)


def write(root: Path, passwords: Sequence[str], folder: Path, copy: Copy) -> Outcome:
    """Write one copy, called with what all copies share first."""
    return write_copy(copy, root, passwords, folder)


def links_to(outcomes: Sequence[Outcome], folder: str) -> dict[str, str]:
    """Return where a reader finds the copy of each file, given the way to the folder of all."""
    return {outcome.file: f"{folder}/{outcome.path}" for outcome in outcomes if outcome.path}


def with_problems(result: Result, outcomes: Sequence[Outcome]) -> Result:
    """Return the result with what its readers should know about the copies.

    A file that is no PDF is told of already, and has no copy because of that.
    """
    told = {p.file for p in result.problems if p.code == "not-pdf"}
    found = [_problem(one) for one in outcomes if one.reason and one.file not in told]
    return replace(
        result,
        problems=(*result.problems, *found),
        assessments=tuple(_with_own(assessment, found) for assessment in result.assessments),
    )


def _with_own(assessment: Assessment, found: Iterable[Problem]) -> Assessment:
    dossier = assessment.dossier
    mine = (one for one in found if one.candidate == assessment.candidate)
    return replace(assessment, dossier=replace(dossier, problems=(*dossier.problems, *mine)))


def _problem(outcome: Outcome) -> Problem:
    message = f"Highlighted copy: {outcome.reason}."
    return problem(CODE, message, file=outcome.file, candidate=outcome.candidate)


def _lost(copy: Copy, folder: Path, why: Lost) -> Outcome:
    """Take away what a process left half done."""
    (folder / copy.path).unlink(missing_ok=True)
    reason = f"{why.value}; there is no highlighted copy"
    return Outcome(candidate=copy.candidate, file=copy.source.path, reason=reason)


def _seconds(copy: Copy) -> float:
    megabytes = copy.source.size / 1_000_000
    return START_SECONDS + _MARK_SECONDS * len(copy.marks) + _MEGABYTE_SECONDS * megabytes
