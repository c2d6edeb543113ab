"""``rank build``: from a folder of applications to the workbook."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ranking.cli.options import (
    Applications,
    Call,
    Data,
    Fresh,
    Jobs,
    NoOcr,
    Out,
    Passwords,
)
from ranking.steps.defaults import DEFAULT_CALL, output_folder

if TYPE_CHECKING:
    from ranking.steps.options import BuildOptions, Built

TOP = 10

OUTPUTS = ("tables", "workbook", "report", "highlights")


def build(
    applications: Applications = None,
    call: Call = DEFAULT_CALL,
    data: Data = None,
    out: Out = None,
    outputs: Annotated[
        str,
        typer.Option(
            help=f"What to write, separated by commas: {', '.join(OUTPUTS)}. The tables are always "
            "written. A new workbook removes a report and copies of an earlier build that "
            "are not written with it."
        ),
    ] = ",".join(OUTPUTS),
    jobs: Jobs = None,
    no_ocr: NoOcr = False,
    password: Passwords = None,
    edits: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="COPY.xlsx",
            help="A copy of the workbook whose edits are read too; may be repeated.",
        ),
    ] = None,
    fresh: Fresh = False,
    force: Annotated[
        bool,
        typer.Option(
            "--force",
            help="Go on though the workbook is open elsewhere, or not one of these builds: then "
            "it is kept in backups/. Copies of other builds are read too.",
        ),
    ] = False,
) -> None:
    """Read the applications, rank them, and write workbook, report, highlighted copies, tables."""
    from ranking.cli.progress import progress_bars  # noqa: PLC0415 - keeps --help quick
    from ranking.pipeline import build as run_build  # noqa: PLC0415
    from ranking.steps.common import common_options  # noqa: PLC0415
    from ranking.steps.options import BuildOptions  # noqa: PLC0415

    wanted = wanted_outputs(outputs)
    options = BuildOptions(
        **common_options(
            applications, call, data, jobs=jobs, ocr=not no_ocr, passwords=password, fresh=fresh
        ),
        out=output_folder(out, applications, call),
        workbook="workbook" in wanted,
        report="report" in wanted,
        highlights="highlights" in wanted,
        edits=tuple(edits or ()),
        force=force,
    )
    with progress_bars() as progress:
        built = run_build(options, progress)
    _show(built, options)


def wanted_outputs(given: str) -> frozenset[str]:
    """Return the outputs asked for; the tables are always written.

    Raises:
        typer.BadParameter: If an output is not known.
    """
    wanted = {word.strip() for word in given.split(",") if word.strip()}
    if unknown := sorted(wanted.difference(OUTPUTS)):
        raise typer.BadParameter(
            f"unknown output {', '.join(unknown)}; known are {', '.join(OUTPUTS)}"
        )
    return frozenset(wanted)


def _show(built: "Built", options: "BuildOptions") -> None:
    from rich.console import Console  # noqa: PLC0415

    from ranking.cli.edits import edit_lines  # noqa: PLC0415
    from ranking.cli.outputs import output_lines  # noqa: PLC0415
    from ranking.cli.summary import problem_table, top_table  # noqa: PLC0415

    console = Console()
    console.print(top_table(built.result, TOP))
    if built.result.problems:
        console.print(problem_table(built.result.problems))
    for line in (*edit_lines(built), *output_lines(built, options)):
        console.print(line, soft_wrap=True, highlight=False, markup=False)
