"""``rank explain``: how one candidate's scores came about, and why one stands above another."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ranking.cli.options import Call
from ranking.errors import UserError
from ranking.steps.defaults import DEFAULT_CALL, output_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ranking.model.explanation import CriterionExplanation


def explain(
    candidate: Annotated[
        str, typer.Argument(help="An id such as C001, or a part of a name.", show_default=False)
    ],
    versus: Annotated[
        str | None,
        typer.Option(metavar="OTHER", help="Another candidate: what sets the two apart."),
    ] = None,
    criterion: Annotated[
        str | None, typer.Option(metavar="ID", help="One criterion only, with all its passages.")
    ] = None,
    call: Call = DEFAULT_CALL,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Folder of the build. [default: results/<call id>, else results/demo]",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Show how one candidate's scores came about, or why one stands above another."""
    from ranking.api import load_run  # noqa: PLC0415 - keeps --help quick
    from ranking.cli.comparison import print_comparison  # noqa: PLC0415
    from ranking.cli.explanation import print_explanation  # noqa: PLC0415
    from ranking.cli.sheet import Sheet  # noqa: PLC0415

    run = load_run(folder_of_build(out, call))
    ours = run.explain(candidate)
    check_criterion(criterion, ours.criteria)
    sheet = Sheet(build=str(run.out), candidates=len(run.names))
    if versus is None:
        print_explanation(sheet, ours, criterion)
    else:
        comparison = run.why(candidate, versus)
        if comparison.theirs.candidate == ours.candidate:
            raise UserError(f"'{versus}' is {ours.candidate} as well.", "Name another candidate.")
        print_comparison(sheet, comparison, criterion)


def folder_of_build(given: Path | None, call: str) -> Path:
    """Return the folder that was given, or the first one where ``rank build`` puts a build.

    Raises:
        UserError: If none was given and there is no build in the usual places.
    """
    if given is not None:
        return given
    usual = [output_folder(None, applications, call) for applications in (Path(), None)]
    for folder in usual:
        if (folder / "run.json").is_file():
            return folder
    raise UserError(
        f"There is no build in {usual[0]}, nor in {usual[1]}.",
        "Run `rank build` first, or give its --out.",
    )


def check_criterion(given: str | None, criteria: "Sequence[CriterionExplanation]") -> None:
    """Refuse a criterion that the call does not have.

    Raises:
        UserError: If it does not; the message lists those there are.
    """
    known = [one.criterion.id for one in criteria]
    if given is not None and given not in known:
        raise UserError(
            f"There is no criterion '{given}'.", f"Criteria of the call: {', '.join(known)}."
        )
