"""Puts the outputs of a build on disk, all or nothing.

Everything is written to a temporary folder inside OUT and moved into place at the end, so that a
failure or a full disk leaves the earlier outputs whole. A workbook that somebody has changed since
it was built is kept beside the new one.
"""

import datetime as dt
import hashlib
import json
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ranking.errors import UserError

WORKBOOK = "ranking.xlsx"
TABLES = "tables"
RUN_FILE = "run.json"


class OutputFolder:
    """The folder OUT of a build.

    Args:
        path: The folder; made if it is missing.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(
        self,
        tables: Mapping[str, str],
        run: Mapping[str, Any],
        workbook: Callable[[Path], None] | None,
    ) -> Path | None:
        """Write all outputs; return where an edited earlier workbook was kept, if there was one.

        Args:
            tables: Text of the tables by file name.
            run: Content of run.json; the workbook's hash is added to it.
            workbook: Writes the workbook to a path; None leaves an earlier workbook as it is.

        Raises:
            UserError: If the folder cannot be written to; nothing has changed then.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=self.path, prefix=".building-") as name:
                return self._write(Path(name), tables, run, workbook)
        except OSError as error:
            raise UserError(
                f"{self.path} cannot be written to: {error.strerror or error}.",
                "Close files of it that are open, check space and rights, or choose another --out.",
            ) from None

    def _write(
        self,
        building: Path,
        tables: Mapping[str, str],
        run: Mapping[str, Any],
        workbook: Callable[[Path], None] | None,
    ) -> Path | None:
        (building / TABLES).mkdir()
        for name, text in tables.items():
            (building / TABLES / name).write_text(text, encoding="utf-8", newline="\n")
        hashes = dict(self._built_hashes())
        if workbook:
            workbook(building / WORKBOOK)
            hashes[WORKBOOK] = _sha256(building / WORKBOOK)
        content = json.dumps({**run, "outputs": hashes}, ensure_ascii=False, indent=1)
        (building / RUN_FILE).write_text(f"{content}\n", encoding="utf-8", newline="\n")
        return self._move_into_place(building)

    def _move_into_place(self, building: Path) -> Path | None:
        """Replace the earlier outputs; if one of them cannot be, put all of them back."""
        kept = self._name_for_edited_workbook() if (building / WORKBOOK).exists() else None
        aside = {WORKBOOK: kept} if kept else {}
        moves = []
        for name in (WORKBOOK, TABLES, RUN_FILE):
            if (building / name).exists():
                moves.append((self.path / name, aside.get(name, building / f"earlier-{name}")))
                moves.append((building / name, self.path / name))
        done: list[tuple[Path, Path]] = []
        try:
            for source, target in moves:
                if source.exists():
                    source.replace(target)
                    done.append((source, target))
        except BaseException:
            for source, target in reversed(done):
                target.replace(source)
            raise
        return kept

    def _name_for_edited_workbook(self) -> Path | None:
        path = self.path / WORKBOOK
        if not path.exists() or _sha256(path) == self._built_hashes().get(WORKBOOK):
            return None
        changed = dt.datetime.fromtimestamp(path.stat().st_mtime, tz=dt.UTC)
        return path.with_name(f"ranking-edited-{changed:%Y%m%dT%H%M%SZ}.xlsx")

    def _built_hashes(self) -> Mapping[str, str]:
        try:
            run = json.loads((self.path / RUN_FILE).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        outputs = run.get("outputs") if isinstance(run, dict) else None
        return outputs if isinstance(outputs, dict) else {}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
