"""Arguments and options that several commands share."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypedDict

import typer

from ranking.steps.defaults import applications_folder, processes

if TYPE_CHECKING:
    from ranking.extraction.workers import Limits

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


class CommonOptions(TypedDict):
    """What every command that reads applications is asked for, as its options take it."""

    applications: Path
    call: str
    data: Path
    limits: "Limits"
    passwords: tuple[str, ...]
    ocr: bool
    cache: Path
    fresh: bool


def common_options(
    applications: Path | None,
    call: str,
    data: Path | None,
    *,
    jobs: int | None,
    ocr: bool,
    passwords: list[str] | None,
    fresh: bool,
) -> CommonOptions:
    """Return what was asked for, with what stands for all that was left out.

    Raises:
        UserError: If the folder of data is none, or the demo cohort is asked for and this
            installation is without it.
    """
    from ranking.extraction.store import cache_folder  # noqa: PLC0415 - keeps --help quick
    from ranking.extraction.workers import Limits  # noqa: PLC0415
    from ranking.inputs.data_root import data_folder, data_root  # noqa: PLC0415

    return {
        "applications": applications_folder(applications, data_root()),
        "call": call,
        "data": data_folder(data),
        "limits": Limits(processes=processes(jobs)),
        "passwords": tuple(passwords or ()),
        "ocr": ocr,
        "cache": cache_folder(),
        "fresh": fresh,
    }
