"""A build from a notebook, with the defaults of ``rank build``."""

from collections.abc import Sequence
from pathlib import Path

from ranking.api.run import Run, load_run
from ranking.pipeline import build
from ranking.steps.common import common_options
from ranking.steps.defaults import DEFAULT_CALL, output_folder
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
    common = common_options(
        folder,
        call,
        None if data is None else Path(data),
        jobs=None,
        ocr=True,
        passwords=passwords,
        fresh=False,
    )
    given = None if out is None else Path(out)
    options = BuildOptions(**common, out=output_folder(given, folder, call))
    build(options)
    return load_run(options.out)
