"""Keeps the highlighted copies that people wrote into, before new ones take their place.

Why: a viewer saves comments into the file that it shows, and comments of the committee are lost
with it. A build signs the folder last, so what is younger than its note was saved by somebody.
"""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

from ranking.outputs.earlier_workbooks import BACKUPS, sync
from ranking.outputs.folders import HIGHLIGHTED, NOTE


def keep_annotated(out: Path, scratch: Path) -> tuple[Path, ...]:
    """Copy what was saved into the highlighted copies to the backups; return the new backups.

    Args:
        out: The folder of outputs.
        scratch: A folder for what is half done, on the same disk.

    Raises:
        OSError: If a copy cannot be made.
    """
    folder = out / HIGHLIGHTED
    kept = []
    for path in _younger_than_its_note(folder):
        saved = dt.datetime.fromtimestamp(path.stat().st_mtime, tz=dt.UTC)
        name = f"{HIGHLIGHTED}-{saved:%Y%m%dT%H%M%SZ}"
        target = out / BACKUPS / name / path.relative_to(folder)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            half = scratch / "backup-of-a-copy"
            shutil.copy2(path, half)
            sync(half)
            kept.append(half.rename(target))
    return tuple(kept)


def _younger_than_its_note(folder: Path) -> Iterator[Path]:
    note = folder / NOTE
    if note.is_file():
        built = note.stat().st_mtime_ns
        files = (path for path in sorted(folder.rglob("*")) if path.is_file())
        yield from (path for path in files if path.stat().st_mtime_ns > built)
