"""Read the applications folder: every file below it, with size and content hash."""

import hashlib
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ranking.errors import UserError
from ranking.model.document import SourceFile
from ranking.model.problem import Problem, problem

_DEBRIS = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "icon\r"})
_DEBRIS_STARTS = (".", "~$")
_PLACE = "Give the folder that holds the applications: a folder per candidate, or all files in one."


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """What lies in the applications folder.

    Attributes:
        files: Every regular file, by path; one that cannot be read has the sha256 "".
        ignored: Debris of operating systems and hidden files; a folder ends with ``/``.
        problems: Links that are not followed, and names that cannot be written down.
    """

    files: tuple[SourceFile, ...]
    ignored: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_folder(root: Path) -> Folder:
    """Return every file below a folder, in an order that does not depend on the file system.

    A link to a file inside the folder is read like the file. Links to folders and links that lead
    out of the folder are not followed: they become problems.

    Raises:
        UserError: If the folder is missing, cannot be read or holds no file.
    """
    _require_folder(root)
    files: list[SourceFile] = []
    ignored: list[str] = []
    problems: list[Problem] = []
    for entry, path in _walk(root, "", ignored):
        if fault := _fault(entry, path, root):
            problems.append(problem("unreadable", fault, file=_shown(path)))
        else:
            files.append(_source_file(Path(entry.path), path))
    if not files:
        raise UserError(f"There are no files in {root}.", _PLACE)
    return Folder(
        files=tuple(sorted(files, key=lambda file: sort_key(file.path))),
        ignored=tuple(sorted(ignored, key=sort_key)),
        problems=tuple(problems),
    )


def _shown(path: str) -> str:
    """Return the path in characters that can be written down."""
    return path.encode("utf-8", "backslashreplace").decode()


def sort_key(path: str) -> tuple[str, str]:
    """Return what files are sorted by: the path as people read it, then as it is stored."""
    return unicodedata.normalize("NFC", path).casefold(), path


def is_debris(name: str) -> bool:
    """Return whether a file or folder is an operating system's or office program's own."""
    return name.casefold() in _DEBRIS or name.startswith(_DEBRIS_STARTS)


def _require_folder(root: Path) -> None:
    if not root.exists():
        raise UserError(f"There is no folder {root}.", _PLACE)
    if not root.is_dir():
        raise UserError(f"{root} is not a folder.", _PLACE)


def _walk(folder: Path, prefix: str, ignored: list[str]) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Yield (entry, path) of everything below a folder that is not a folder itself."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise UserError(
            f"The folder {folder} cannot be read: {error.strerror}.",
            "Mend its access rights and build again.",
        ) from error
    for entry in entries:
        path = prefix + entry.name
        is_folder = entry.is_dir(follow_symlinks=False)
        if is_debris(entry.name):
            ignored.append(_shown(f"{path}/" if is_folder else path))
        elif is_folder:
            yield from _walk(Path(entry.path), f"{path}/", ignored)
        else:
            yield entry, path


def _fault(entry: os.DirEntry[str], path: str, root: Path) -> str:
    """Return why an entry cannot be read as a file, "" if it can."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return "The name of the file or of its folder is not valid Unicode: rename it."
    if entry.is_symlink():
        target = Path(entry.path).resolve()
        if not target.is_relative_to(root.resolve()):
            return "A link that leads out of the applications folder was not followed."
        if not target.is_file():
            return "A link to a folder, or to nothing, was not followed."
    if not entry.is_symlink() and not entry.is_file():
        return "Neither a file nor a folder."
    return ""


def _source_file(file: Path, path: str) -> SourceFile:
    size = file.stat().st_size
    try:
        with file.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        digest = ""
    return SourceFile(path=path, size=size, sha256=digest)
