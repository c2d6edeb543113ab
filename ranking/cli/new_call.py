"""``rank new-call``: a commented call profile to start from."""

import re
from pathlib import Path
from typing import Annotated

import typer

from ranking.errors import UserError

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ID_LINE = re.compile(r'^id = ".*"$', re.MULTILINE)
"""The first line of this form is the id of the call; those of criteria and topics come later."""


def new_call(
    call_id: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="Id of the call: small letters, digits and hyphens, such as oslo-7."
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="File to write. [default: ID.toml]", show_default=False),
    ] = None,
) -> None:
    """Write a call profile to start from, every key explained; nothing is overwritten."""
    from ranking.inputs.data_root import data_root  # noqa: PLC0415 - keeps --help quick

    if not _SLUG.fullmatch(call_id):
        raise UserError(
            f"'{call_id}' cannot be the id of a call.",
            "Use small letters, digits and single hyphens between them, such as oslo-7.",
        )
    path = out or Path(f"{call_id}.toml")
    template = data_root() / "templates" / "call.toml"
    _write(path, _ID_LINE.sub(f'id = "{call_id}"', template.read_text(encoding="utf-8"), count=1))
    typer.echo(
        f"Wrote {path}. Fill in the lines that end in '<- fill in', then run\n"
        f"  rank check FOLDER --call {path}"
    )


def _write(path: Path, text: str) -> None:
    """Write a new file.

    Raises:
        UserError: If it is there already, or cannot be written.
    """
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise UserError(
            f"{path} is there already.", "Nothing was written. Give another --out, or move it."
        ) from None
    except OSError as error:
        raise UserError(
            f"{path} cannot be written: {error.strerror or error}.", "Give another --out."
        ) from None
