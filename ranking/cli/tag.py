"""``rank tag``: the areas of texts, one JSON object a line; for authors of lexicons."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from ranking.cli.options import Call, Data
from ranking.errors import Fault, InputFileError, UserError
from ranking.steps.defaults import DEFAULT_CALL

_ENDS = (".", "!", "?")
"""How a sentence ends; a title is one, though no stop stands after it."""


def tag(
    file: Annotated[
        Path, typer.Argument(help='Rows {"id", "title", "abstract"} or {"id", "text"}.')
    ],
    call: Call = DEFAULT_CALL,
    data: Data = None,
) -> None:
    """Print {"id", "areas": {area: strength}} for each row of a .jsonl file."""
    from ranking.inputs.data_root import data_folder  # noqa: PLC0415 - keeps --help quick
    from ranking.pipeline import area_tagger  # noqa: PLC0415

    strengths = area_tagger(call, data_folder(data))
    for row in list(_rows(file)):
        parts = (str(row[key]).strip() for key in ("title", "abstract", "text") if row.get(key))
        text = " ".join(part if part.endswith(_ENDS) else f"{part}." for part in parts)
        areas = {"id": row["id"], "areas": strengths(text)}
        sys.stdout.write(f"{json.dumps(areas, ensure_ascii=False)}\n")


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            f"{file} cannot be read: {error}.", "Give a .jsonl file in UTF-8."
        ) from None
    faults = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if not isinstance(row, dict) or "id" not in row:
                faults.append(Fault(f"line {number}", 'is no object with an "id"'))
            else:
                yield row
        except ValueError as error:
            faults.append(Fault(f"line {number}", f"is not JSON: {error}"))
    if faults:
        raise InputFileError(file.name, faults)
