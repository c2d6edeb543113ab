"""Arguments and options that several commands share."""

import os
from pathlib import Path
from typing import Annotated

import typer

from ranking.errors import UserError

DEFAULT_CALL = "chalmers-20230018"

Applications = Annotated[
    Path | None,
    typer.Argument(
        help="Folder of applications: a folder per candidate, or one flat folder, optionally with "
        "an applicant list (csv or xlsx). Left out: the invented demo cohort.",
        show_default=False,
    ),
]
Call = Annotated[str, typer.Option(help="Id of a call, or the path of a call profile.")]
Out = Annotated[
    Path | None,
    typer.Option(help="Folder for the outputs. [default: results/<call id>]", show_default=False),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        min=1, help="Processes to use. [default: the number of cores]", show_default=False
    ),
]
Passwords = Annotated[
    list[str] | None,
    typer.Option("--password", help="Password to try on locked files; may be repeated."),
]
NoOcr = Annotated[
    bool, typer.Option("--no-ocr", help="Leave pages that are pictures unread, and say which.")
]
Fresh = Annotated[bool, typer.Option("--fresh", help="Read every file again; ids are always kept.")]


def applications_folder(given: Path | None, data: Path) -> Path:
    """Return the folder of applications, or the demo cohort's.

    Raises:
        UserError: If the demo cohort is asked for and this installation is without it.
    """
    if given is not None:
        return given
    demo = data / "demo" / "applications"
    if demo.is_dir():
        return demo
    raise UserError(
        "This installation is without the demo cohort.", "Give the folder of the applications."
    )


def output_folder(given: Path | None, applications: Path | None, call: str) -> Path:
    """Return the folder of outputs: below the working directory unless one was given."""
    if given is not None:
        return given
    return Path("results") / ("demo" if applications is None else Path(call).stem)


def processes(given: int | None) -> int:
    """Return the most processes to use.

    With one, files are read in this process, where a broken file could end it; so only who asks
    for one gets one.
    """
    return given or max(2, os.cpu_count() or 1)
