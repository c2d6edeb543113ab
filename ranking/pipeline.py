"""The run, readable from top to bottom.

What belongs to one file is read without looking at another, and what belongs to one candidate is
judged without looking at another, so both run in processes of their own; only the ranking sees
them all.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from ranking.errors import UserError
from ranking.extraction.workers import Workers
from ranking.inputs.calls import Known, find_call, read_call
from ranking.inputs.earlier import Earlier, read_earlier
from ranking.inputs.kinds import read_kinds
from ranking.inputs.lexicons import read_lexicons
from ranking.inputs.page_rules import read_page_rules
from ranking.inputs.rules import read_rules
from ranking.inputs.toml_file import fingerprint
from ranking.model.assessment import Assessment, Dossier
from ranking.model.problem import Problem
from ranking.model.result import Provenance, Result
from ranking.outputs.room import room
from ranking.outputs.run_file import run_file, versions
from ranking.outputs.tables import render_tables
from ranking.outputs.writer import OutputFolder, Outputs, SavedMeanwhileError, Written
from ranking.requirements import REQUIREMENTS, check_all
from ranking.requirements.problems import problems as requirement_problems
from ranking.scoring.totals import rank
from ranking.steps.intake import take_in
from ranking.steps.judging import Bench, judge_all
from ranking.steps.options import (
    JUDGEMENTS,
    BuildOptions,
    Built,
    CheckOptions,
    Intake,
    Knowledge,
    Progress,
    no_progress,
    store_of,
)
from ranking.steps.reviewing import Reviewed, look_ahead, mark_build, review
from ranking.steps.showing import Shown, prepare

ATTEMPTS = 3
"""How often edits are read where somebody saves the workbook while the new one is written."""


def build(options: BuildOptions, progress: Progress = no_progress) -> Built:
    """Read all applications, judge them, rank them, and write the outputs.

    Raises:
        UserError: If the user must mend something before a build makes sense.
    """
    clock = _Clock()
    knowledge = read_knowledge(options.call, options.data)
    earlier = read_earlier(options.out)
    look_ahead(options, earlier)
    with Workers(options.limits) as workers:
        intake = take_in(options, knowledge, earlier, workers, progress)
        clock.note("reading")
        found = _judged(intake, options, knowledge, workers, progress)
        clock.note("judging")
        for _ in range(ATTEMPTS):
            reviewed = review(options, earlier, knowledge.call, found)
            clock.note("edits")
            result = _result(intake, reviewed, _provenance(options, knowledge))
            with suppress(SavedMeanwhileError), room(options.out) as place:
                shown = prepare(result, options, place, workers, progress)
                clock.note("report and copies")
                progress("Writing", 0, 1)
                shown = replace(shown, result=clock.told(shown.result))
                written = _write(result, shown, intake, options, reviewed)
                progress("Writing", 1, 1)
                return Built(result=shown.result, edits=reviewed.edits, written=written)
    raise _saved_again_and_again(options.out)


def read_knowledge(call: str, data: Path) -> Knowledge:
    """Read the call profile and the data that it refers to.

    Raises:
        UserError: If a file is missing or has faults; all faults of a file are listed.
    """
    lexicons = read_lexicons(data / "lexicons")
    path = find_call(call, data / "calls")
    known = Known(
        lexicons={x.id: {c.level for c in x.concepts} for x in lexicons.lexicons},
        requirements=list(REQUIREMENTS),
    )
    return Knowledge(
        call=read_call(path, known),
        call_sha256=fingerprint([path]),
        kinds=read_kinds(data),
        lexicons=lexicons,
        page_rules=read_page_rules(data),
        rules=read_rules(data),
    )


def check(
    options: CheckOptions, progress: Progress = no_progress
) -> tuple[Intake, tuple[Problem, ...]]:
    """Return who sent what, and every problem that shows without judging the applications.

    Raises:
        UserError: If the user must mend something first, such as faults of the call profile.
    """
    knowledge = read_knowledge(options.call, options.data)
    with Workers(options.limits) as workers:
        intake = take_in(options, knowledge, Earlier(), workers, progress)
    # Where OCR was not asked for, it is not missed: pictures are told of as such.
    problems = [p for p in intake.problems if options.ocr or p.code != "ocr-missing"]
    for application in intake.applications:
        dossier = Dossier(application=application)
        checks = check_all(dossier, knowledge.call)
        problems += requirement_problems(dossier, checks, knowledge.call)
    return intake, tuple(problems)


def area_tagger(call: str, data: Path) -> Callable[[str], dict[str, float]]:
    """Return a function that gives the strength of each area in a text; absent areas are left out.

    Raises:
        UserError: If a file is missing or has faults.
    """
    from ranking.tagging import area_strengths, make_tools  # noqa: PLC0415 - a build needs neither

    knowledge = read_knowledge(call, data)
    tools = make_tools(knowledge.call, knowledge.lexicons, knowledge.rules)
    return lambda text: area_strengths(text, tools)


def _judged(
    intake: Intake,
    options: BuildOptions,
    knowledge: Knowledge,
    workers: Workers,
    progress: Progress,
) -> tuple[Assessment, ...]:
    bench = Bench(
        knowledge=knowledge,
        root=options.applications,
        passwords=options.passwords,
        store=store_of(options, JUDGEMENTS),
    )
    count = len(intake.applications)
    progress("Judging", 0, count)
    assessments = []
    for assessment in judge_all(intake.applications, bench, workers, fresh=options.fresh):
        assessments.append(assessment)
        progress("Judging", len(assessments), count)
    return tuple(assessments)


def _result(intake: Intake, reviewed: Reviewed, provenance: Provenance) -> Result:
    applied = reviewed.applied
    return Result(
        call=applied.call,
        assessments=applied.assessments,
        places=rank(applied.assessments, applied.call),
        unassigned=intake.unassigned,
        problems=(*intake.problems, *(p for a in applied.assessments for p in a.dossier.problems)),
        provenance=provenance,
        review=reviewed.review,
        unplaced=applied.unplaced,
        conflicts=reviewed.conflicts,
        build=reviewed.mark.build,
        run=reviewed.run,
    )


def _write(
    result: Result, shown: Shown, intake: Intake, options: BuildOptions, reviewed: Reviewed
) -> Written:
    """Write the outputs; the log is told of the build just before they move into place."""
    run = run_file(
        shown.result,
        applications=options.applications,
        ignored=intake.ignored,
        identities=intake.identities,
    )
    write_workbook = partial(_write_workbook, shown.result, linked=options.report)
    outputs = Outputs(
        tables=render_tables(result),
        run=run,
        workbook=write_workbook if options.workbook else None,
        folders=shown.folders,
        seen=reviewed.seen,
        built=reviewed.built,
        ready=lambda sha256: mark_build(options.out, reviewed.mark, sha256),
    )
    return OutputFolder(options.out).write(outputs)


def _saved_again_and_again(out: Path) -> UserError:
    return UserError(
        f"The workbook in {out} was saved again and again while the new one was written.",
        "Close it and build again. What was saved is still there.",
    )


def _write_workbook(result: Result, path: Path, *, linked: bool) -> None:
    from ranking.outputs.workbook import write_workbook  # noqa: PLC0415 - openpyxl takes its time

    write_workbook(result, path, linked=linked)


def _provenance(options: BuildOptions, knowledge: Knowledge) -> Provenance:
    return Provenance(
        versions=versions(),
        call_sha256=knowledge.call_sha256,
        lexicons_sha256=knowledge.lexicons.fingerprint,
        kinds_sha256=knowledge.kinds.fingerprint,
        rules_sha256=knowledge.rules.fingerprint,
        options=(
            ("passwords_given", str(len(options.passwords))),
            ("ocr", str(options.ocr).lower()),
            ("fresh", str(options.fresh).lower()),
            ("outputs", ", ".join(options.outputs)),
        ),
    )


class _Clock:
    """Seconds of wall time by step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._since = time.monotonic()

    def note(self, step: str) -> None:
        now = time.monotonic()
        self.seconds[step] = round(now - self._since, 3)
        self._since = now

    def told(self, result: Result) -> Result:
        """Return the result with the seconds so far."""
        seconds = tuple(self.seconds.items())
        return replace(result, provenance=replace(result.provenance, seconds=seconds))
