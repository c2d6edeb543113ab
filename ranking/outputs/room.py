"""A temporary folder inside OUT: what is prepared there moves into place in one step."""

import datetime as dt
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ranking.errors import UserError

BUILDING = ".building-"
"""How the names of temporary folders begin."""

ABANDONED = dt.timedelta(days=1)
"""After this time a temporary folder is what a killed build left."""


@contextmanager
def room(out: Path) -> Iterator[Path]:
    """Give a temporary folder inside OUT, which is made if it is missing.

    Raises:
        UserError: If OUT, or something in the folder, cannot be written to.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        _sweep(out)
        with tempfile.TemporaryDirectory(dir=out, prefix=BUILDING) as name:
            yield Path(name)
    except OSError as error:
        raise UserError(
            f"{out} cannot be written to: {error.strerror or error}.",
            "Close files of it that are open, check space and rights, or choose another --out.",
        ) from None


def _sweep(out: Path) -> None:
    """Delete what killed builds left: it holds words of applications."""
    limit = (dt.datetime.now(tz=dt.UTC) - ABANDONED).timestamp()
    for folder in out.glob(f"{BUILDING}*"):
        if folder.stat().st_mtime < limit:
            shutil.rmtree(folder, ignore_errors=True)
