"""``rank bench``: a run against truth files."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ranking.cli.options import Call, Data, Fresh, Jobs, NoOcr, Passwords
from ranking.errors import UserError
from ranking.steps.defaults import DEFAULT_CALL

if TYPE_CHECKING:
    from ranking.evaluation.figures import Figure, Section
    from ranking.steps.options import BuildOptions


def bench(
    cohort: Annotated[
        Path | None,
        typer.Argument(
            help="Folder with applications/ and the truth about them, gold/*.json and "
            "expert_ranking.json or truth.json. Left out: the invented demo cohort.",
            show_default=False,
        ),
    ] = None,
    run: Annotated[
        Path | None, typer.Option(help="Compare this finished build, and build nothing.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Folder for the build. [default: results/bench/<cohort>]", show_default=False
        ),
    ] = None,
    json_file: Annotated[
        Path | None, typer.Option("--json", help="Write the figures to this file.")
    ] = None,
    call: Call = DEFAULT_CALL,
    data: Data = None,
    jobs: Jobs = None,
    no_ocr: NoOcr = False,
    password: Passwords = None,
    fresh: Fresh = False,
) -> None:
    """Compare a build with what careful readers found, and print the figures."""
    from ranking.api import load_run  # noqa: PLC0415 - keeps --help quick
    from ranking.evaluation.comparison import compare  # noqa: PLC0415
    from ranking.evaluation.reader import read_truth  # noqa: PLC0415
    from ranking.steps.common import common_options  # noqa: PLC0415
    from ranking.steps.options import BuildOptions  # noqa: PLC0415

    given = cohort and cohort / "applications"
    common = common_options(
        given, call, data, jobs=jobs, ocr=not no_ocr, passwords=password, fresh=fresh
    )
    applications = common["applications"]
    truth = read_truth(applications.parent)
    options = BuildOptions(
        **common,
        out=run or out or Path("results") / "bench" / applications.resolve().parent.name,
        workbook=False,
        report=False,
        highlights=False,
    )
    if run is None:
        _build(options)
    sections = compare(load_run(options.out), truth, applications)
    _show(sections, options.out)
    if json_file:
        _write(sections, json_file)


def _build(options: "BuildOptions") -> None:
    from ranking.cli.progress import progress_bars  # noqa: PLC0415
    from ranking.pipeline import build  # noqa: PLC0415

    with progress_bars() as progress:
        build(options, progress)


def _show(sections: "tuple[Section, ...]", run: Path) -> None:
    for section in sections:
        typer.echo(section.title)
        width = max(len(figure.title) for figure in section.figures)
        for figure in section.figures:
            typer.echo(f"  {figure.title:{width}}  {_number(figure)}")
        for remark in section.remarks:
            typer.echo(f"    - {remark}")
    typer.echo(f"Tables: {run / 'tables'}")


def _number(figure: "Figure") -> str:
    return f"{figure.value:.3f}" if isinstance(figure.value, float) else str(figure.value)


def _write(sections: "tuple[Section, ...]", file: Path) -> None:
    from ranking.evaluation.figures import as_dict  # noqa: PLC0415

    text = json.dumps(as_dict(sections), ensure_ascii=False, indent=1)
    try:
        file.write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        raise UserError(
            f"{file} cannot be written: {error.strerror}.", "Give another --json."
        ) from None
