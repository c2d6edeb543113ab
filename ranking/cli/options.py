"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Applications = Annotated[
    Path | None,
    typer.Argument(
        help="Folder of applications: a folder per candidate, or one flat folder, optionally with "
        "an applicant list (csv or xlsx). Left out: the invented demo cohort.",
        show_default=False,
    ),
]
Call = Annotated[str, typer.Option(help="Id of a call, or the path of a call profile.")]
Data = Annotated[
    Path | None,
    typer.Option(
        help="Folder of calls, lexicons, kinds and rules of your own, which begins as a copy of "
        "the toolkit's; `rank doctor` says where that lies.",
        show_default=False,
    ),
]
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
