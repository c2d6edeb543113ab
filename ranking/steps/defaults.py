"""What a run uses where nothing is said: the call, the demo cohort, the folder of outputs."""

import os
from pathlib import Path

from ranking.errors import UserError

DEFAULT_CALL = "chalmers-20230018"


def applications_folder(given: Path | None, data: Path) -> Path:
    """Return the folder of applications, or the demo cohort's.

    Raises:
        UserError: If the demo cohort is asked for and this installation is without it.
    """
    if given is not None:
        return given
    demo = data / "demo" / "applications"
    if demo.is_dir():
        return demo
    raise UserError(
        "This installation is without the demo cohort.", "Give the folder of the applications."
    )


def output_folder(given: Path | None, applications: Path | None, call: str) -> Path:
    """Return the folder of outputs: below the working directory unless one was given."""
    if given is not None:
        return given
    return Path("results") / ("demo" if applications is None else Path(call).stem)


def processes(given: int | None) -> int:
    """Return the most processes to use.

    With one, files are read in this process, where a broken file could end it; so only who asks
    for one gets one.
    """
    return given or max(2, os.cpu_count() or 1)
