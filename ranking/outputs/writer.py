"""Puts the outputs of a build on disk, all or nothing, and loses nothing that people typed.

Everything is written to a temporary folder inside OUT first, so that a failure or a full disk
leaves the earlier outputs whole. Then the earlier workbook is looked at once more: if somebody
saved it since its edits were read, nothing is written. A copy of an edited one goes to the
backups, and so do highlighted PDFs that somebody saved comments into. At last the new files and
folders replace the old ones, each in one step; the workbook comes last.
"""

import datetime as dt
import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ranking.errors import UserError
from ranking.outputs.annotated import keep_annotated
from ranking.outputs.earlier_workbooks import (
    NEW_WORKBOOK,
    WORKBOOK,
    Seen,
    back_up,
    seen_workbooks,
    sha256_of,
    sync,
)
from ranking.outputs.folders import FOLDERS, refuse_foreign, replace_folder, replace_folders, sign
from ranking.outputs.locks import refuse_open
from ranking.outputs.room import room

TABLES = "tables"
RUN_FILE = "run.json"


class SavedMeanwhileError(Exception):
    """Somebody saved the earlier workbook after its edits were read."""


def _ready(_sha256: str) -> None:
    """Need nothing before the outputs move into place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outputs:
    """What a build leaves behind.

    Attributes:
        tables: Text of the tables by file name.
        run: Content of run.json; the workbook's hash is added to it.
        workbook: Writes the workbook to a path; None leaves an earlier workbook as it is.
        folders: Finished folders of ``FOLDERS`` by name, in a room of OUT. None removes an earlier
            build's folder; one that is not named stays as it is.
        seen: The earlier workbooks as they were before their edits were read.
        built: Hashes of workbooks as earlier builds wrote them.
        ready: Told the new workbook's hash ("" if there is none) before anything is replaced.
    """

    tables: Mapping[str, str]
    run: Mapping[str, Any]
    workbook: Callable[[Path], None] | None = None
    folders: Mapping[str, Path | None] = field(default_factory=dict)
    seen: Mapping[str, Seen] = field(default_factory=dict)
    built: frozenset[str] = frozenset()
    ready: Callable[[str], None] = _ready


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What became of workbooks, and of the outputs of earlier builds.

    Attributes:
        backups: Copies of earlier workbooks that people had edited.
        beside: The new workbook, if it could not take the place of the old one.
        annotated: Backups of highlighted copies that people had saved something into.
        removed: Folders of an earlier build that this one did not write, and took away.
        left: Outputs of an earlier build that this one did not write, and left as they are.
    """

    backups: tuple[Path, ...] = ()
    beside: Path | None = None
    annotated: tuple[Path, ...] = ()
    removed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


class OutputFolder:
    """The folder OUT of a build.

    Args:
        path: The folder; made if it is missing.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def refuse_open_workbooks(self) -> None:
        """Refuse to build while somebody has the workbook open.

        Raises:
            UserError: If so; it says who, and since when.
        """
        for name in (WORKBOOK, NEW_WORKBOOK):
            refuse_open(self.path / name, dt.datetime.now(tz=dt.UTC))

    def refuse_foreign_folders(self, names: Iterable[str]) -> None:
        """Refuse to build where a folder to be replaced was made by no build.

        Raises:
            UserError: If there is one, or one cannot be read.
        """
        with self._reading():
            refuse_foreign(self.path, names)

    def seen(self) -> dict[str, Seen]:
        """Return the workbooks of earlier builds as they are now, by name.

        Raises:
            UserError: If one cannot be read, or the folder is a file.
        """
        if self.path.is_file():
            raise UserError(
                f"{self.path} cannot be written to: it is a file.", "Choose another --out."
            )
        with self._reading():
            return seen_workbooks(self.path)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Tell what of the folder cannot be read."""
        try:
            yield
        except OSError as error:
            raise UserError(
                f"{error.filename or self.path} cannot be read: {error.strerror or error}.",
                "Close it where it is open and check its rights. Nothing was changed.",
            ) from None

    def write(self, outputs: Outputs) -> Written:
        """Write all outputs.

        Raises:
            SavedMeanwhileError: If an earlier workbook is no longer as it was seen; nothing has
                changed then.
            UserError: If the folder cannot be written to; nothing has changed then.
        """
        with room(self.path) as building:
            sha256 = self._build(building, outputs)
            return self._move_into_place(building, outputs, sha256)

    def _build(self, building: Path, outputs: Outputs) -> str:
        """Write everything to the temporary folder; return the hash of the workbook."""
        made = {name: folder for name, folder in outputs.folders.items() if folder}
        refuse_foreign(self.path, made)
        for name, folder in made.items():
            sign(folder, name)
        (building / TABLES).mkdir()
        for name, text in outputs.tables.items():
            (building / TABLES / name).write_text(text, encoding="utf-8", newline="\n")
        hashes, sha256 = dict(self._built_hashes()), ""
        if outputs.workbook:
            outputs.workbook(building / WORKBOOK)
            sync(building / WORKBOOK)
            hashes[WORKBOOK] = sha256 = sha256_of(building / WORKBOOK)
        content = json.dumps({**outputs.run, "outputs": hashes}, ensure_ascii=False, indent=1)
        (building / RUN_FILE).write_text(f"{content}\n", encoding="utf-8", newline="\n")
        sync(building / RUN_FILE)
        return sha256

    def _move_into_place(self, building: Path, outputs: Outputs, sha256: str) -> Written:
        """Replace the earlier outputs; if one of them cannot be, put the others back."""
        backups: tuple[Path, ...] = ()
        if outputs.workbook:
            self._refuse_if_saved(outputs)
            built = outputs.built | frozenset(self._built_hashes().values())
            backups = back_up(self.path, outputs.seen, built, building)
            self._refuse_if_saved(outputs)
        annotated = keep_annotated(self.path, building) if outputs.folders else ()
        outputs.ready(sha256)
        with ExitStack() as undo:
            replace_folder(self.path / TABLES, building / TABLES, building, undo)
            removed = tuple(replace_folders(self.path, outputs.folders, building, undo))
            self._replace_run_file(building, undo)
            beside = self._replace_workbook(building) if outputs.workbook else None
            undo.pop_all()
        return Written(
            backups=backups,
            beside=beside,
            annotated=annotated,
            removed=removed,
            left=tuple(self._left(outputs)),
        )

    def _refuse_if_saved(self, outputs: Outputs) -> None:
        if self.seen() != outputs.seen:
            raise SavedMeanwhileError

    def _left(self, outputs: Outputs) -> Iterator[str]:
        written = {*outputs.folders, *((WORKBOOK,) if outputs.workbook else ())}
        for name in (WORKBOOK, *FOLDERS):
            if name not in written and (self.path / name).exists():
                yield name

    def _replace_run_file(self, building: Path, undo: ExitStack) -> None:
        """Replace run.json in one step: without it candidates would get other ids."""
        new, place, earlier = building / RUN_FILE, self.path / RUN_FILE, building / "earlier-run"
        if place.exists():
            shutil.copy2(place, earlier)
            undo.callback(earlier.replace, place)
        else:
            undo.callback(place.unlink, missing_ok=True)
        new.replace(place)

    def _replace_workbook(self, building: Path) -> Path | None:
        """Replace the workbook; where that is not allowed, return where the new one stands."""
        new, beside = building / WORKBOOK, self.path / NEW_WORKBOOK
        try:
            new.replace(self.path / WORKBOOK)
        except PermissionError:
            return new.replace(beside)
        with suppress(OSError):  # if it stays, the next build reads it once more
            beside.unlink()
        return None

    def _built_hashes(self) -> Mapping[str, str]:
        try:
            run = json.loads((self.path / RUN_FILE).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        outputs = run.get("outputs") if isinstance(run, dict) else None
        return outputs if isinstance(outputs, dict) else {}
