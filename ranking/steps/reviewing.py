"""What the committee typed: read back, kept in the log, and applied to what was found.

What was found stays as it is in the cache; decisions are applied to it anew in each build. The log
is on the disk before anything is built from it.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ranking.inputs.earlier import Earlier
from ranking.model.assessment import Assessment
from ranking.model.call import Call
from ranking.model.input_tables import EVIDENCE, NOT_COUNTED, Value
from ranking.model.review import Change, History, Mark, Outcome, Review
from ranking.outputs.earlier_workbooks import Seen
from ranking.outputs.writer import OutputFolder
from ranking.review.apply import Applied, apply
from ranking.review.copies import Copy
from ranking.review.follow import SOURCE, followed
from ranking.review.log import TORN, ReadLog, append_log, read_log
from ranking.review.merge import merge, next_build
from ranking.review.terms import defaults_of, terms_of
from ranking.scoring import score
from ranking.scoring.selection import select
from ranking.steps.options import BuildOptions, EditsRead
from ranking.steps.reading_back import read_back

LOG = "decisions.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """What the committee's edits lead to.

    Attributes:
        applied: Call and assessments after all decisions, with scores.
        review: What the committee's cells hold.
        conflicts: Everything in the log that was overruled or not understood.
        run: What all builds in OUT share.
        mark: The mark of this build, still without its workbook.
        seen: The workbooks in OUT as they were before they were read.
        built: Hashes of workbooks as builds wrote them.
        edits: What was new since the last build that came to its end.
    """

    applied: Applied
    review: Review
    conflicts: tuple[Change, ...]
    run: str
    mark: Mark
    seen: Mapping[str, Seen]
    built: frozenset[str]
    edits: EditsRead


def look_ahead(options: BuildOptions, earlier: Earlier) -> None:
    """Refuse before the work what would be refused after it.

    Raises:
        UserError: If somebody has the workbook open, if it or the log cannot be read, if a
            workbook is none of this OUT, or if a folder to be replaced was made by no build.
    """
    _refuse_open(options)
    OutputFolder(options.out).refuse_foreign_folders(options.folders)
    OutputFolder(options.out).seen()
    log = read_log(options.out / LOG)
    read_back(options, earlier.run, _built(log.history, earlier))


def review(
    options: BuildOptions, earlier: Earlier, call: Call, found: Sequence[Assessment]
) -> Reviewed:
    """Read back what the committee typed, keep it, and apply it.

    Args:
        options: What the build was asked for.
        earlier: What an earlier build left in OUT.
        call: The call as its profile has it.
        found: The assessments as found.

    Raises:
        UserError: As ``look_ahead``, or if the log cannot be written to.
    """
    _refuse_open(options)
    seen = OutputFolder(options.out).seen()
    log = read_log(options.out / LOG)
    built = _built(log.history, earlier)
    back = read_back(options, earlier.run, built)
    mark = _mark(next_build(log.history, back.copies), call)
    typed = merge(log.history, back.copies, terms_of(call))
    history = log.history.with_changes(typed)
    moved = followed(history.at(mark.build), found, build=mark.build, time=mark.time)
    append_log(options.out / LOG, (*typed, *moved))
    history = history.with_changes(moved)
    return Reviewed(
        applied=_applied(history, mark.build, call, found),
        review=history.at(mark.build),
        conflicts=tuple(_disputed(history.changes)),
        run=back.run,
        mark=mark,
        seen=seen,
        built=built,
        edits=_edits_read(history, back.copies, (*_torn(log), *back.notes)),
    )


def mark_build(out: Path, mark: Mark, sha256: str) -> None:
    """Write the mark of a build to the log; the workbook of this hash moves into place next.

    Raises:
        UserError: If the log cannot be written to.
    """
    append_log(out / LOG, [replace(mark, workbook=sha256)])


def _refuse_open(options: BuildOptions) -> None:
    if options.workbook and not options.force:
        OutputFolder(options.out).refuse_open_workbooks()


def _built(history: History, earlier: Earlier) -> frozenset[str]:
    return earlier.built | {mark.workbook for mark in history.marks}


def _mark(build: int, call: Call) -> Mark:
    time = dt.datetime.now(tz=dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Mark(build=build, time=time, workbook="", defaults=defaults_of(call))


def _applied(history: History, build: int, call: Call, found: Iterable[Assessment]) -> Applied:
    """Apply what holds to the passages that are shown; score what comes of it.

    What was ever written on stays shown.
    """
    passages = {EVIDENCE.name, NOT_COUNTED.name}
    written_on = {change.row for change in history.changes if change.table in passages}
    shown = [replace(a, dossier=select(a.dossier, call, written_on)) for a in found]
    applied = apply(history.at(build), call, shown)
    scored = (replace(a, scores=score(a.dossier, applied.call)) for a in applied.assessments)
    return replace(applied, assessments=tuple(scored))


def _disputed(changes: Iterable[Change]) -> Iterator[Change]:
    return (change for change in changes if change.outcome is not Outcome.APPLIED)


def _edits_read(history: History, copies: Iterable[Copy], notes: tuple[str, ...]) -> EditsRead:
    """Tell what was read since the last build that came to its end.

    An older edit that loses against a new one stands in the log again, and is not counted again.
    """
    last = max((mark.build for mark in history.marks), default=0)
    old = {_typed(change) for change in history.changes if change.build <= last}
    new = [c for c in history.changes if c.build > last and c.source != SOURCE]
    cells = {(c.source, c.cell) for c in new if _typed(c) not in old}
    counts = dict.fromkeys((copy.source for copy in copies), 0)
    counts |= Counter(source for source, _ in cells)
    return EditsRead(counts=counts, disputed=tuple(_disputed(new)), notes=notes)


def _typed(change: Change) -> tuple[str, str, tuple[str, str, str], Value]:
    return change.time, change.source, change.cell, change.value


def _torn(log: ReadLog) -> Iterator[str]:
    if log.torn:
        yield f"The last line of {LOG} was torn off; it is kept in {LOG}{TORN}: {log.torn}"
