"""The log of decisions, OUT/decisions.jsonl: every change ever read back, append-only.

Each line is a change or the mark of a build. A line is on the disk before anything is built from
it, so a crash loses nothing. Only a last line that a crash tore off is taken out, and kept beside.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ranking.errors import UserError
from ranking.model.review import Change, History, Mark

TORN = ".torn"
"""Added to the name of the log for what a crash tore off."""

_CHANGE = TypeAdapter(Change)
_MARK = TypeAdapter(Mark)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLog:
    """The history in a log, and its last line if that was torn off, "" if it was not."""

    history: History
    torn: str = ""


def read_log(path: Path) -> ReadLog:
    """Read a log; one that is missing is empty.

    Raises:
        UserError: If the log cannot be read, or a line of it is no change and no mark.
    """
    whole, tail = _split(_content(path))
    entries = [_entry(line, f"{path}, line {n}") for n, line in enumerate(whole, start=1)]
    return ReadLog(
        history=History(
            changes=tuple(entry for entry in entries if isinstance(entry, Change)),
            marks=tuple(entry for entry in entries if isinstance(entry, Mark)),
        ),
        torn=tail.decode(errors="replace"),
    )


def append_log(path: Path, entries: Sequence[Change | Mark]) -> None:
    """Append changes and marks; when this returns they are on the disk.

    Raises:
        UserError: If the log cannot be written to.
    """
    if not entries:
        return
    lines = "".join(f"{json.dumps(asdict(e), ensure_ascii=False)}\n" for e in entries)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _mend_end(path)
        _write(path, lines.encode())
    except OSError as error:
        raise UserError(
            f"{path} cannot be written to: {error.strerror or error}.",
            "Close programs that hold it, check space and rights, and build again. "
            "The workbook was not touched.",
        ) from None


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise UserError(
            f"{path} cannot be read: {error.strerror or error}.", "Check the rights of the file."
        ) from None


def _split(content: bytes) -> tuple[list[bytes], bytes]:
    """Return the whole lines, and what was torn off at the end; a whole line may lack its end."""
    *lines, tail = content.split(b"\n")
    if tail:
        try:
            _parse(tail)
        except ValueError:
            return lines, tail
        lines.append(tail)
    return lines, b""


def _parse(line: bytes) -> Change | Mark:
    content = json.loads(line)
    is_mark = isinstance(content, dict) and "table" not in content
    return (_MARK if is_mark else _CHANGE).validate_python(content)


def _entry(line: bytes, place: str) -> Change | Mark:
    try:
        return _parse(line)
    except ValidationError as error:
        why = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
    except ValueError as error:
        why = str(error)
    raise UserError(
        f"{place} is neither a change nor the mark of a build: {why}",
        "The log holds what the committee decided. Mend the line, or take the log from a backup.",
    ) from None


def _mend_end(path: Path) -> None:
    """Give a last line its end; move one that was torn off to a file beside the log."""
    content = path.read_bytes() if path.exists() else b""
    _, tail = _split(content)
    if tail:
        _write(path.with_name(f"{path.name}{TORN}"), tail + b"\n")
        os.truncate(path, len(content) - len(tail))
    elif content and not content.endswith(b"\n"):
        _write(path, b"\n")


def _write(path: Path, content: bytes) -> None:
    """Append to a file durably; what a full disk let through is taken back."""
    size = path.stat().st_size if path.exists() else 0
    try:
        with path.open("ab") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        if path.exists():
            os.truncate(path, size)
        raise
