"""What every run that reads applications is asked for, and what stands for what is left out."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from ranking.extraction.store import cache_folder
from ranking.extraction.workers import Limits
from ranking.inputs.data_root import data_folder, data_root
from ranking.steps.defaults import applications_folder, processes


class CommonOptions(TypedDict):
    """What every command that reads applications is asked for, as its options take it."""

    applications: Path
    call: str
    data: Path
    limits: Limits
    passwords: tuple[str, ...]
    ocr: bool
    cache: Path
    fresh: bool


def common_options(  # noqa: PLR0913 - one for each thing that is asked
    applications: Path | None,
    call: str,
    data: Path | None,
    *,
    jobs: int | None,
    ocr: bool,
    passwords: Sequence[str] | None,
    fresh: bool,
) -> CommonOptions:
    """Return what was asked for, with what stands for all that was left out.

    Raises:
        UserError: If the folder of data is none, or the demo cohort is asked for and this
            installation is without it.
    """
    return {
        "applications": applications_folder(applications, data_root()),
        "call": call,
        "data": data_folder(data),
        "limits": Limits(processes=processes(jobs)),
        "passwords": tuple(passwords or ()),
        "ocr": ocr,
        "cache": cache_folder(),
        "fresh": fresh,
    }
