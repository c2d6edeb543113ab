"""The report: why each total is what it is, with pictures cut out of the pages.

Pictures are made in processes of their own: a page that breaks the renderer costs its candidate's
pictures and nothing else.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ranking.extraction.allowance import START_SECONDS
from ranking.extraction.crops import crops
from ranking.extraction.thumbnails import thumbnail
from ranking.extraction.worker import Job
from ranking.extraction.workers import Lost, Workers
from ranking.model.result import Result
from ranking.outputs.report import write_report as write_pages
from ranking.outputs.report.links import Beside
from ranking.outputs.report.pictures import Pictured, Wanted, wanted
from ranking.scoring.explanation import explain
from ranking.steps.options import Progress, no_progress

STEP = "Report"

_PICTURE_SECONDS = 2.0
"""Of wall time that one picture may take; most take a hundredth of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Where the pages come from, and where a reader finds them.

    Attributes:
        root: The applications folder.
        passwords: Tried on files that need one.
        links: Paths from the report's folder by file, such as those of highlighted copies.
        workbook: Whether a workbook stands beside the report's folder.
    """

    root: Path
    passwords: tuple[str, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)
    workbook: bool = True


def write_report(
    result: Result,
    sources: Sources,
    folder: Path,
    workers: Workers,
    progress: Progress = no_progress,
) -> None:
    """Write the report of a run into a folder.

    Raises:
        OSError: If the folder cannot be written to.
    """
    explanations = [
        explain(a.dossier, a.scores, result.place(a.candidate), result.call)
        for a in result.assessments
    ]
    pictured = _told(_pictured(result, sources, workers), len(explanations), progress)
    beside = Beside(links=sources.links, workbook=sources.workbook)
    write_pages(folder, result, explanations, pictured, beside)


def picture(root: Path, passwords: tuple[str, ...], asked: Wanted) -> Pictured:
    """Return the pictures of one candidate's passages and documents."""
    first_pages = ((file, thumbnail(root / file, passwords)) for file in asked.documents)
    return Pictured(
        passages={
            file: crops(root / file, places, passwords) for file, places in asked.passages.items()
        },
        documents={file: content for file, content in first_pages if content},
    )


def _pictured(result: Result, sources: Sources, workers: Workers) -> Iterator[Pictured]:
    asked = [wanted(assessment) for assessment in result.assessments]
    jobs = [Job((of_one,), _seconds(of_one)) for of_one in asked]
    shared = (sources.root, sources.passwords)
    for found in workers.run(picture, jobs, shared=shared):
        yield Pictured() if isinstance(found, Lost) else found


def _told(pictured: Iterable[Pictured], count: int, progress: Progress) -> Iterator[Pictured]:
    """Tell how far it has come; a candidate's page is written when the next pictures are asked."""
    progress(STEP, 0, count)
    for done, found in enumerate(pictured, start=1):
        yield found
        progress(STEP, done, count)


def _seconds(asked: Wanted) -> float:
    return START_SECONDS + _PICTURE_SECONDS * asked.count
