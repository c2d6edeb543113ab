"""``rank purge``: deletes what was kept from build to build."""

from typing import Annotated

import typer

from ranking.errors import UserError

_MEGABYTE = 1024 * 1024


def purge(
    cache: Annotated[
        bool, typer.Option("--cache", help="Delete what was read and judged in earlier builds.")
    ] = False,
) -> None:
    """Say what is kept of the applications outside the outputs; with --cache, delete it."""
    from ranking.extraction.store import cache_folder, kept  # noqa: PLC0415 - keeps --help quick
    from ranking.extraction.store import purge as delete  # noqa: PLC0415
    from ranking.steps.options import STORES  # noqa: PLC0415

    folder = cache_folder()
    files, size = kept(folder)
    what = f"{files} files, {size / _MEGABYTE:.1f} MB, in {folder}"
    if not cache:
        typer.echo(f"{what}\nNothing was deleted; `rank purge --cache` deletes them.")
        return
    try:
        delete(folder, STORES)
    except OSError as error:
        raise UserError(
            f"{folder} cannot be deleted: {error.strerror or error}.",
            "Mend the access rights, or delete the folder by hand.",
        ) from None
    typer.echo(f"Deleted: {what}")
