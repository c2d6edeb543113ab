"""Whether somebody has the workbook open: the lock files of Excel and LibreOffice beside it.

Why: what somebody has typed and not saved would be lost, or would be saved over the new workbook.
A program that crashed leaves its lock behind, so the message tells whose it is and how old.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ranking.errors import UserError
from ranking.model.plain import plain

_NARROW = 54
"""Bytes that Excel's lock keeps for the name in the old way of writing, after its length."""

_LARGEST = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """A lock file: which program made it, for whom ("" if it does not say), and when."""

    path: Path
    program: str
    owner: str
    since: dt.datetime


def refuse_open(workbook: Path, now: dt.datetime) -> None:
    """Refuse a workbook that is open in a spreadsheet program.

    Raises:
        UserError: If there is a lock; it names owner and age.
    """
    for lock in locks_of(workbook):
        raise UserError(
            f"{lock.owner or 'Somebody'} has {workbook} open in {lock.program}, for "
            f"{_age(lock.since, now)} ({lock.path.name}).",
            "Save and close it there, then build again. Nothing was changed. If nobody has it "
            f"open, the lock was left by a crash: delete {lock.path}, or build with --force.",
        )


def locks_of(workbook: Path) -> Iterator[Lock]:
    """Yield the locks on a workbook."""
    for name, program, owner in (
        (f"~${workbook.name}", "Excel", _excel_owner),
        (f".~lock.{workbook.name}#", "LibreOffice", _libreoffice_owner),
    ):
        path = workbook.with_name(name)
        if path.exists():
            since = dt.datetime.fromtimestamp(path.stat().st_mtime, tz=dt.UTC)
            yield Lock(path=path, program=program, owner=owner(_content(path)), since=since)


def _content(path: Path) -> bytes:
    """Return what a lock holds; Excel may let nobody read it while it is held."""
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except OSError:
        return b""


def _excel_owner(content: bytes) -> str:
    """Return the name in Excel's lock: its length, its letters, and both again in UTF-16."""
    wide = content[_NARROW + 1 :]
    name = wide[2 : 2 + 2 * int.from_bytes(wide[:2], "little")].decode("utf-16-le", "replace")
    if not name.strip() and content:
        name = content[1 : 1 + min(content[0], _NARROW)].decode("cp1252", "replace")
    return _one_line(name)


def _libreoffice_owner(content: bytes) -> str:
    """Return the name in LibreOffice's lock: name, account, computer, time and profile."""
    fields = content.decode("utf-8", "replace").split(",")
    name, account, computer = (*map(_one_line, fields[:3]), "", "", "")[:3]
    who = name or account
    return f"{who} on {computer}" if who and computer else who


def _one_line(text: str) -> str:
    return " ".join(plain(text).split())


def _age(since: dt.datetime, now: dt.datetime) -> str:
    """Return how long ago something was, in the largest unit that fits."""
    seconds = max(0.0, (now - since).total_seconds())
    for unit, length in (("day", 86400), ("hour", 3600), ("minute", 60)):
        count = int(seconds // length)
        if count:
            return f"{count} {unit}{'' if count == 1 else 's'}"
    return "less than a minute"
