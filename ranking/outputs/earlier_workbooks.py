"""The workbooks of earlier builds in OUT: what they were when read, and their backups.

Two may stand there: the committee's workbook, and a new one that could not take its place.
"""

import datetime as dt
import hashlib
import os
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

WORKBOOK = "ranking.xlsx"
NEW_WORKBOOK = "ranking.new.xlsx"
"""The new workbook where the old one could not be replaced, such as while it is open."""

BACKUPS = "backups"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A workbook as it was at one moment."""

    changed: int
    size: int
    sha256: str


def seen_workbooks(out: Path) -> dict[str, Seen]:
    """Return the workbooks in OUT as they are now, by name.

    Raises:
        OSError: If one cannot be read.
    """
    found = {}
    for name in (WORKBOOK, NEW_WORKBOOK):
        path = out / name
        if path.exists():
            status = path.stat()
            found[name] = Seen(
                changed=status.st_mtime_ns, size=status.st_size, sha256=sha256_of(path)
            )
    return found


def back_up(
    out: Path, seen: Mapping[str, Seen], built: Collection[str], scratch: Path
) -> tuple[Path, ...]:
    """Copy the workbooks that are not as a build wrote them to the folder of backups.

    A backup bears the time at which its workbook was saved. It appears whole or not at all, and
    none is ever replaced or deleted.

    Args:
        out: The folder of outputs.
        seen: Its workbooks.
        built: Hashes of workbooks as builds wrote them.
        scratch: A folder for what is half done, on the same disk.

    Raises:
        OSError: If a copy cannot be made.
    """
    kept = []
    for name, workbook in seen.items():
        if workbook.sha256 not in built:
            kept.append(_backup_of(out / name, workbook, out / BACKUPS, scratch))
    return tuple(dict.fromkeys(kept))


def _backup_of(path: Path, workbook: Seen, folder: Path, scratch: Path) -> Path:
    saved = dt.datetime.fromtimestamp(workbook.changed / 1e9, tz=dt.UTC)
    stem, number = f"ranking-{saved:%Y%m%dT%H%M%SZ}", 1
    target = folder / f"{stem}.xlsx"
    while target.exists():
        if sha256_of(target) == workbook.sha256:
            return target
        number += 1
        target = folder / f"{stem}-{number}.xlsx"
    folder.mkdir(exist_ok=True)
    half = scratch / f"backup-{target.name}"
    shutil.copy2(path, half)
    sync(half)
    return half.rename(target)


def sync(path: Path) -> None:
    """Wait until a file is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sha256_of(path: Path) -> str:
    """Return the hash of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
