"""The commands of ``rank``, and the one place that turns errors into messages and exit codes.

Exit 0: done, problems of single files included. Exit 2: the user must mend something. Exit 1: a
bug of the toolkit. Commands import what they need when they run, so that ``--help`` is quick.
"""

import gc
import sys
import traceback

import typer

from ranking.cli.bench import bench
from ranking.cli.build import build
from ranking.cli.check import check
from ranking.cli.doctor import doctor
from ranking.cli.explain import explain
from ranking.cli.new_call import new_call
from ranking.cli.purge import purge
from ranking.cli.tag import tag
from ranking.errors import UserError

_GARBAGE_THRESHOLD = 50_000
"""A run makes many objects and hardly any cycles; looking for cycles often costs a tenth of it."""

EXIT_USER = 2
EXIT_BUG = 1

app = typer.Typer(
    name="rank",
    help="Rank the applications for a position; every point is a quote on a page.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (build, check, explain, tag, bench, new_call, doctor, purge):
    app.command()(command)


def run() -> None:
    """Run the command line in a process of its own, whose end frees everything at once."""
    try:
        main()
    finally:
        gc.freeze()  # or it would be looked through for cycles once more


def main() -> None:
    """Run the command line."""
    gc.set_threshold(_GARBAGE_THRESHOLD)
    try:
        app()
    except UserError as error:
        sys.stderr.write(f"{error.message}\n")
        if error.advice:
            sys.stderr.write(f"{error.advice}\n")
        sys.exit(EXIT_USER)
    except Exception:  # noqa: BLE001 - the last line of defence
        sys.stderr.write(traceback.format_exc())
        sys.stderr.write("This is a bug of the toolkit; please report the lines above.\n")
        sys.exit(EXIT_BUG)
