"""Writes highlighted copies, and says which could not be made, and why."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ranking.outputs.highlights.marks import Copy
from ranking.outputs.highlights.write import highlighted

HEAD_BYTES = 1024
"""Where readers of PDFs look for the header (PDF 1.7, Annex H 3.4.1)."""

NOT_PDF = "not a PDF; there is no highlighted copy"
CHANGED = "changed since it was read; there is no highlighted copy"
MISSING = "cannot be opened any more; there is no highlighted copy"
FAILED = "highlights cannot be added without changing the document; there is no highlighted copy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of the copy of a file.

    Attributes:
        candidate: Id of the candidate.
        file: Path of the original below the applications folder.
        path: Path of the copy below the folder of all copies, "" if there is none.
        reason: Why there is none, or what it lacks; "" if all is well.
    """

    candidate: str
    file: str
    path: str = ""
    reason: str = ""


def write_copy(copy: Copy, root: Path, passwords: Sequence[str], folder: Path) -> Outcome:
    """Write one copy.

    Args:
        copy: What is to be highlighted in which file.
        root: The applications folder; nothing in it is changed.
        passwords: Tried on files that need one.
        folder: Where the copies go, in a folder a candidate.

    Raises:
        OSError: If the folder cannot be written; originals that cannot be read raise nothing.
    """
    made = _content(copy, root, passwords)
    if isinstance(made, str):
        return Outcome(candidate=copy.candidate, file=copy.source.path, reason=made)
    place = folder / copy.path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(made)
    return Outcome(
        candidate=copy.candidate,
        file=copy.source.path,
        path=copy.path,
        reason=_unplaced(copy.unplaced),
    )


def _content(copy: Copy, root: Path, passwords: Sequence[str]) -> bytes | str:
    """Return the content of a copy, or why there is none."""
    try:
        content = (root / copy.source.path).read_bytes()
    except OSError:
        return MISSING
    if b"%PDF" not in content[:HEAD_BYTES]:
        return NOT_PDF
    if hashlib.sha256(content).hexdigest() != copy.source.sha256:
        return CHANGED
    if not copy.marks:
        return _unplaced(copy.unplaced)
    return highlighted(content, copy.marks, passwords) or FAILED


def _unplaced(count: int) -> str:
    passages = "1 passage has" if count == 1 else f"{count} passages have"
    return f"{passages} no known place on the page and no highlight" if count else ""
