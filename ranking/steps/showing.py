"""What people open besides the workbook: highlighted copies of the PDFs, and the report.

Both are prepared in a temporary folder and move into place with everything else. The copies come
first, for the report links to them and tells which could not be made. The tables don't tell: they
hold what was found in the applications, and stay the same whatever else is written.

A report and copies of an earlier build would contradict a new workbook, so it takes away those
that are not written with it. Without a new workbook they stay, for the earlier one links to them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ranking.extraction.workers import Workers
from ranking.model.result import Result
from ranking.outputs.earlier_workbooks import WORKBOOK
from ranking.outputs.folders import FOLDERS, HIGHLIGHTED, REPORT
from ranking.steps.options import BuildOptions, Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What was prepared.

    Attributes:
        result: The result, with the copies that could not be made among its problems.
        folders: What becomes of each folder of an earlier build; see ``Outputs.folders``.
    """

    result: Result
    folders: Mapping[str, Path | None]


def prepare(
    result: Result, options: BuildOptions, room: Path, workers: Workers, progress: Progress
) -> Shown:
    """Write the copies and the report that were asked for into a temporary folder.

    Raises:
        OSError: If the folder cannot be written to.
    """
    stale = dict.fromkeys(FOLDERS) if options.workbook else {}
    if not options.folders:
        return Shown(result=result, folders=stale)
    from ranking.steps.highlighting import highlight, links_to, with_problems  # noqa: PLC0415
    from ranking.steps.reporting import Sources, write_report  # noqa: PLC0415 - neither is quick

    workbook = options.workbook or (options.out / WORKBOOK).exists()
    sources = Sources(root=options.applications, passwords=options.passwords, workbook=workbook)
    if options.highlights:
        outcomes = highlight(result, sources, room / HIGHLIGHTED, workers, progress)
        result = with_problems(result, outcomes)
        sources = replace(sources, links=links_to(outcomes, f"../{HIGHLIGHTED}"))
    if options.report:
        write_report(result, sources, room / REPORT, workers, progress)
    return Shown(result=result, folders=stale | {name: room / name for name in options.folders})
