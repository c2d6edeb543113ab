"""``rank check``: who sent what, and what is missing; and every fault of a call profile."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from ranking.cli.options import Applications, Call, Data, Fresh, Jobs, Passwords
from ranking.steps.defaults import DEFAULT_CALL

if TYPE_CHECKING:
    from rich.table import Table

    from ranking.model.problem import Problem
    from ranking.steps.options import Intake


def check(
    applications: Applications = None,
    call: Call = DEFAULT_CALL,
    data: Data = None,
    jobs: Jobs = None,
    ocr: Annotated[
        bool, typer.Option("--ocr", help="Read pages that are pictures too: seconds a page.")
    ] = False,
    password: Passwords = None,
    fresh: Fresh = False,
) -> None:
    """Show who sent what, what is missing or unread; every fault of a call profile."""
    from ranking.cli.progress import progress_bars  # noqa: PLC0415 - keeps --help quick
    from ranking.pipeline import check as run_check  # noqa: PLC0415
    from ranking.steps.common import common_options  # noqa: PLC0415
    from ranking.steps.options import CheckOptions  # noqa: PLC0415

    common = common_options(
        applications, call, data, jobs=jobs, ocr=ocr, passwords=password, fresh=fresh
    )
    with progress_bars() as progress:
        intake, problems = run_check(CheckOptions(**common), progress)
    _show(intake, problems)


def _show(intake: "Intake", problems: "Sequence[Problem]") -> None:
    from rich.console import Console  # noqa: PLC0415

    from ranking.cli.summary import problem_table  # noqa: PLC0415

    console = Console()
    console.print(_files_table(intake))
    if intake.unassigned:
        console.print(_unassigned_table(intake))
    if problems:
        console.print(problem_table(problems))


def _files_table(intake: "Intake") -> "Table":
    from rich.markup import escape  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    from ranking.cli.summary import common_folder  # noqa: PLC0415

    table = Table(title=f"{len(intake.applications)} candidates", title_justify="left")
    for name in ("id", "candidate", "kind", "pages", "file"):
        table.add_column(name, overflow="fold")
    for application in intake.applications:
        folder = common_folder([document.file for document in application.documents])
        for index, document in enumerate(application.documents):
            table.add_row(
                application.candidate if index == 0 else "",
                escape(application.person.name) if index == 0 else "",
                document.kind,
                _pages(document.page_count, len(document.unread_pages)),
                escape(document.file.removeprefix(folder)),
            )
        table.add_section()
    return table


def _unassigned_table(intake: "Intake") -> "Table":
    from rich.markup import escape  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table(title="Files of nobody", title_justify="left")
    table.add_column("kind")
    table.add_column("file", overflow="fold")
    for document in intake.unassigned:
        table.add_row(document.kind, escape(document.file))
    return table


def _pages(pages: int, unread: int) -> str:
    if not pages:
        return "not read"
    return f"{pages} ({unread} unread)" if unread else str(pages)
