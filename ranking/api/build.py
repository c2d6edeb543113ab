"""A build from a notebook, with the defaults of ``rank build``."""

from collections.abc import Sequence
from pathlib import Path

from ranking.api.run import Run, load_run
from ranking.extraction.store import cache_folder
from ranking.extraction.workers import Limits
from ranking.inputs.data_root import data_folder, data_root
from ranking.pipeline import build
from ranking.steps.defaults import DEFAULT_CALL, applications_folder, output_folder, processes
from ranking.steps.options import BuildOptions


def build_run(
    applications: str | Path | None = None,
    out: str | Path | None = None,
    *,
    call: str = DEFAULT_CALL,
    data: str | Path | None = None,
    passwords: Sequence[str] = (),
) -> Run:
    """Build as ``rank build`` does, and load the tables; what is known is not read again.

    Args:
        applications: The folder of applications, by default the invented demo cohort.
        out: The folder of outputs, by default below ``results`` in the working directory.
        call: Id of a call, or the path of a call profile.
        data: The folder of lexicons, kinds and rules, by default the toolkit's own.
        passwords: Tried on files that need one.

    Raises:
        UserError: If something must be mended before a build makes sense.
    """
    folder = None if applications is None else Path(applications)
    root = data_folder(None if data is None else Path(data))
    options = BuildOptions(
        applications=applications_folder(folder, data_root()),
        out=output_folder(None if out is None else Path(out), folder, call),
        call=call,
        data=root,
        limits=Limits(processes=processes(None)),
        passwords=tuple(passwords),
        cache=cache_folder(),
    )
    build(options)
    return load_run(options.out)
