"""Where the data files lie: in the checkout, or in the installed package.

Why: the wheel carries ``data/`` as ``ranking/_data``, but an editable install does not; it finds
the checkout's own folder instead.
"""

from pathlib import Path

from ranking.errors import UserError

_PACKAGE = Path(__file__).resolve().parent.parent


def data_root() -> Path:
    """Return the folder with ``calls/``, ``kinds/``, ``lexicons/``.

    Raises:
        UserError: If neither place has it.
    """
    for folder in (_PACKAGE / "_data", _PACKAGE.parent / "data"):
        if (folder / "calls").is_dir():
            return folder
    raise UserError("The data files of the toolkit are missing.", "Install the package again.")


def data_folder(given: Path | None) -> Path:
    """Return the folder of data that was given, or the toolkit's own.

    Raises:
        UserError: If what was given is no such folder.
    """
    if given is None:
        return data_root()
    if not (given / "calls").is_dir():
        raise UserError(
            f"{given} is not a folder of data: it has no folder calls.",
            "Begin with a copy of the toolkit's own; `rank doctor` says where that lies.",
        )
    return given
