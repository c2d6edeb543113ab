"""The workbooks that people may have edited: which there are, and whether they belong to OUT."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ranking.errors import UserError
from ranking.outputs.earlier_workbooks import NEW_WORKBOOK, WORKBOOK, sha256_of
from ranking.review.copies import Copy
from ranking.review.reader import read_copy
from ranking.steps.options import BuildOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBack:
    """The workbooks as they were read.

    Attributes:
        run: What all builds in OUT share.
        copies: Their inputs.
        notes: What could not be read, in plain words.
    """

    run: str
    copies: tuple[Copy, ...]
    notes: tuple[str, ...]


def read_back(options: BuildOptions, run: str, built: frozenset[str]) -> ReadBack:
    """Read the workbooks in OUT and the copies that were given.

    Args:
        options: What the build was asked for.
        run: The run of OUT, "" if OUT does not tell.
        built: Hashes of workbooks as builds wrote them: of these even an old one is known.

    Raises:
        UserError: If one is no workbook of this OUT, or cannot be read. In OUT, --force goes on
            without it, and among the copies with one of another run.
    """
    copies: list[Copy] = []
    notes: list[str] = []
    for path in _in_out(options.out):
        try:
            copy = read_copy(path)
            _refuse_other_run(copy, path, run)
        except UserError as error:
            if sha256_of(path) not in built:
                notes.append(_set_aside(path, error, options))
            continue
        run = run or copy.run
        copies.append(copy)
    run = run or secrets.token_hex(5)
    copies += (_given(path, run, options) for path in _copies(options))
    notes += (f"{copy.source}: {note}" for copy in copies for note in copy.notes)
    return ReadBack(run=run, copies=tuple(copies), notes=tuple(notes))


def _in_out(out: Path) -> list[Path]:
    return [path for path in (out / WORKBOOK, out / NEW_WORKBOOK) if path.exists()]


def _copies(options: BuildOptions) -> Iterator[Path]:
    """Yield every copy once, without those that are read anyway."""
    known = {path.resolve() for path in _in_out(options.out)}
    for path in options.edits:
        if path.resolve() not in known:
            known.add(path.resolve())
            yield path


def _refuse_other_run(copy: Copy, path: Path, run: str) -> None:
    if run and copy.run and copy.run != run:
        raise UserError(
            f"{path} belongs to the builds of another --out: its candidates and passages may have "
            "other ids there.",
            "Build with the --out that it came from.",
        )


def _set_aside(path: Path, error: UserError, options: BuildOptions) -> str:
    """Refuse a workbook in OUT, or tell that it was not read.

    Raises:
        UserError: Unless --force was given.
    """
    if not options.force:
        advice = f"Move it out of {options.out}, or build with --force: that keeps it in backups/."
        raise UserError(error.message, f"{error.advice} {advice}") from None
    return f"Nothing was read of {path.name}: {error.message}"


def _given(path: Path, run: str, options: BuildOptions) -> Copy:
    """Read a copy that was given; its name is told with its folder, since copies share names.

    One of another run has nothing in common with the log, so its empty cells take nothing back.
    """
    copy = read_copy(path)
    if not options.force:
        _refuse_other_run(copy, path, run)
    build = copy.build if copy.run == run else 0
    return replace(copy, build=build, source=f"{path.resolve().parent.name}/{path.name}")
