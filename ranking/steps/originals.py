"""The files of an earlier build again: a passage as a picture, the words of the documents.

Why hashes are compared: a place found on the pages of one file means nothing on those of another.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from ranking.errors import UserError
from ranking.extraction.crops import Place, crops
from ranking.extraction.reading import read_all
from ranking.extraction.workers import Workers
from ranking.inputs.applications import read_folder
from ranking.inputs.earlier import read_earlier
from ranking.inputs.page_rules import read_page_rules
from ranking.model.call import Call
from ranking.model.document import Document, SourceFile
from ranking.steps.common import common_options
from ranking.steps.intake import desk_for
from ranking.steps.options import CheckOptions

Row = Mapping[Hashable, Any]

_TEXTS = {
    "candidate": "string",
    "file": "string",
    "kind": "string",
    "first_page": "Int64",
    "last_page": "Int64",
    "text": "string",
}


@dataclass(frozen=True, slots=True)
class Originals:
    """The files that a build was made from.

    Attributes:
        root: The applications folder.
        files: What lies there now, by path.
        passwords: Tried on files that need one.
    """

    root: Path
    files: Mapping[str, SourceFile]
    passwords: tuple[str, ...]

    def picture(self, row: Row, place: Place) -> bytes:
        """Return a place of a file as a PNG, the words under a marker.

        Args:
            row: The file's row of the table documents.
            place: A page, and boxes on it.

        Raises:
            UserError: If the file is not the same any more, or the place cannot be shown.
        """
        source = self._same(row)
        found = crops(self.root / source.path, [place], self.passwords)
        if place not in found:
            raise UserError(
                f"{source.path}: the place on page {place[0]} cannot be shown.",
                "Open the file itself; a locked one needs its password.",
            )
        return found[place]

    def documents(self, rows: Iterable[Row], call: Call) -> dict[str, Document]:
        """Return what is read of files, by path; unchanged files come from the cache.

        Args:
            rows: Rows of the table documents.
            call: The call of the build.

        Raises:
            UserError: If a file is not the same any more.
        """
        common = common_options(
            self.root, call.id, None, jobs=None, ocr=True, passwords=self.passwords, fresh=False
        )
        options = CheckOptions(**common)
        desk = desk_for(options, call.files, read_page_rules(options.data))
        with Workers(options.limits) as workers:
            readings = read_all([self._same(row) for row in rows], desk, workers)
            return {document.file: document for document, _ in readings}

    def _same(self, row: Row) -> SourceFile:
        """Return a file if it is still the one that was read."""
        found = self.files.get(row["file"])
        if found is None:
            raise UserError(
                f"{row['file']} is no longer in {self.root}.",
                "Give the folder where the applications are now.",
            )
        if found.sha256 != row["sha256"]:
            raise UserError(
                f"{row['file']} has changed since the build.", "Run `rank build` again."
            )
        return found


def originals(out: Path, given: Path | None, passwords: Sequence[str]) -> Originals:
    """Return the files that the build in OUT was made from.

    Args:
        out: The folder of the build.
        given: The applications folder, None for the one that the build was made from.
        passwords: Tried on files that need one.

    Raises:
        UserError: If there is no such folder.
    """
    root = given or Path(read_earlier(out).applications or "?")
    files = {file.path: file for file in read_folder(root).files}
    return Originals(root, files, tuple(passwords))


def text_frame(
    rows: Iterable[Row], documents: Mapping[str, Document], kinds: Sequence[str]
) -> pd.DataFrame:
    """Return the text of each document of some kinds, those inside merged files one by one."""
    found = [
        {"candidate": row["candidate"], "file": row["file"], **part, "text": _text(document, part)}
        for row in rows
        for document in [documents[row["file"]]]
        for part in row["parts"]
        if part["kind"] in kinds
    ]
    return pd.DataFrame(found, columns=list(_TEXTS)).astype(_TEXTS)


def _text(document: Document, part: Row) -> str:
    inside = range(part["first_page"], part["last_page"] + 1)
    return "\n".join(page.text for page in document.pages if page.number in inside)
