"""The folders of OUT that people open in a browser or a PDF viewer: which, and whether ours.

Why a note in each: a folder is only replaced or removed if a build made it. Somebody else's folder
of the same name may hold work that nobody else has.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

from ranking.errors import UserError

HIGHLIGHTED = "highlighted"
REPORT = "report"
FOLDERS = (HIGHLIGHTED, REPORT)

NOTE = "ABOUT.txt"
_FIRST_LINE = "This folder was made by rank build. The next build replaces all of it."
_ADVICE = {
    HIGHLIGHTED: "Copies of the applicants' PDFs with highlights. They open without a password, "
    "even where the originals need one: share them as carefully as those.",
    REPORT: "Open index.html in a browser. Keep the folder beside highlighted/ and ranking.xlsx, "
    "so that links lead on.",
}


def sign(folder: Path, name: str) -> None:
    """Put a note into a finished folder that says what it is; the folder is made if missing.

    Raises:
        OSError: If it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    text = f"{_FIRST_LINE}\nKeep notes and files of your own elsewhere.\n{_ADVICE[name]}\n"
    (folder / NOTE).write_text(text, encoding="utf-8", newline="\n")


def is_ours(folder: Path) -> bool:
    """Whether a build made this folder, or nothing is in it.

    Raises:
        OSError: If it cannot be read, or is a file.
    """
    try:
        return (folder / NOTE).read_text(encoding="utf-8").startswith(_FIRST_LINE)
    except (FileNotFoundError, UnicodeDecodeError):
        return not any(folder.iterdir())


def refuse_foreign(out: Path, names: Iterable[str]) -> None:
    """Refuse to replace what no build made.

    Raises:
        UserError: If there is such a folder, or a file in its place.
        OSError: If a folder cannot be read.
    """
    for folder in (out / name for name in names):
        if folder.exists() and not (folder.is_dir() and is_ours(folder)):
            raise UserError(
                f"{folder} was not made by rank build: it has no {NOTE} of a build.",
                "Rename it or move it away, choose another --out, or leave this output out of "
                "--outputs. Nothing was changed.",
            )


def replace_folders(
    out: Path, folders: Mapping[str, Path | None], building: Path, undo: ExitStack
) -> Iterator[str]:
    """Replace folders of OUT by new ones; those without a new one are removed if they are ours.

    Yields:
        The names of the removed ones.

    Raises:
        UserError, OSError: As ``replace_folder``.
    """
    for name, new in folders.items():
        place = out / name
        if new:
            replace_folder(place, new, building, undo)
        elif place.is_dir() and is_ours(place):
            replace_folder(place, None, building, undo)
            yield name


def replace_folder(place: Path, new: Path | None, building: Path, undo: ExitStack) -> None:
    """Put a new folder, or nothing, in the place of another; ``undo`` takes that back.

    Args:
        place: Where the folder stands or will stand.
        new: The new folder, on the same disk.
        building: The temporary folder that the other one goes to.
        undo: Told how to take each step back.

    Raises:
        UserError: If a program holds a file in the folder, as Windows does while it is open.
        OSError: If the folder cannot be moved for another reason.
    """
    earlier = building / f"earlier-{place.name}"
    try:
        if place.exists():
            place.replace(earlier)
            undo.callback(earlier.replace, place)
        if new:
            new.replace(place)
            undo.callback(place.replace, new)
    except PermissionError:
        raise UserError(
            f"{place} cannot be replaced: a file in it is open in another program, such as a PDF "
            "viewer, or its rights do not allow it.",
            "Close it there and build again. The earlier outputs are as they were.",
        ) from None
