"""The run, readable from top to bottom; the only module that knows the stages.

What belongs to one file is read without looking at another, and what belongs to one candidate is
judged without looking at another, so both run in parallel; only the ranking sees them all.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from joblib import Parallel, delayed

from ranking.classification.kinds import classify
from ranking.classification.sections import section_map
from ranking.extraction.reader import Reading, ReadOptions, read_file
from ranking.extraction.verify import verify
from ranking.inputs.applicants import read_applicant_list
from ranking.inputs.applications import read_folder
from ranking.inputs.assignment import Assigned, assign
from ranking.inputs.calls import Known, find_call, read_call
from ranking.inputs.duplicates import duplicate_problems, without_copies
from ranking.inputs.earlier import Earlier, read_earlier, refuse_other_applications
from ranking.inputs.identities import assign_ids, identities, identities_to_json
from ranking.inputs.kinds import read_kinds
from ranking.inputs.lexicons import read_lexicons
from ranking.inputs.rules import read_rules
from ranking.inputs.toml_file import fingerprint
from ranking.model.application import Application
from ranking.model.assessment import Assessment, Dossier
from ranking.model.call import Call
from ranking.model.document import Document, SourceFile
from ranking.model.kinds import Kinds
from ranking.model.lexicon import Lexicons
from ranking.model.problem import Problem
from ranking.model.result import Provenance, Result
from ranking.model.rules import Rules
from ranking.outputs.run_file import run_file, versions
from ranking.outputs.tables import render_tables
from ranking.outputs.workbook import write_workbook
from ranking.outputs.writer import OutputFolder
from ranking.requirements import REQUIREMENTS, check_all
from ranking.requirements.problems import problems as requirement_problems
from ranking.scoring import score
from ranking.scoring.totals import rank
from ranking.tagging import area_strengths, make_tools, tag

T = TypeVar("T")
Progress = Callable[[str, int, int], None]
"""Told a step's name, how much of it is done, and of how much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """What a check was asked for.

    Attributes:
        applications: The folder of applications.
        call: Id of a call, or the path of a call profile.
        data: The folder of call profiles, kinds, lexicons and rules.
        jobs: Processes to use; with 1 everything runs in this one.
        passwords: Tried on files that need one.
    """

    applications: Path
    call: str
    data: Path
    jobs: int = 1
    passwords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions(CheckOptions):
    """What a build was asked for.

    Attributes:
        out: The folder of outputs.
        fresh: Read every file again. Nothing is remembered of a file yet, so this is recorded only.
        workbook: Whether to write the workbook besides the tables.
    """

    out: Path
    fresh: bool = False
    workbook: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What steers a run: the call, and the data of the toolkit."""

    call: Call
    call_sha256: str
    kinds: Kinds
    lexicons: Lexicons
    rules: Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Who sent what. ``identities`` are all candidate ids ever given, as JSON."""

    applications: tuple[Application, ...]
    unassigned: tuple[Document, ...]
    problems: tuple[Problem, ...]
    ignored: tuple[str, ...]
    identities: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """The result of a build, and the copy of an edited earlier workbook if there was one."""

    result: Result
    kept_workbook: Path | None


def no_progress(_step: str, _done: int, _of: int) -> None:
    """Tell nobody."""


def build(options: BuildOptions, progress: Progress = no_progress) -> Built:
    """Read all applications, judge them, rank them, and write the outputs.

    Raises:
        UserError: If the user must mend something before a build makes sense.
    """
    clock = _Clock()
    knowledge = read_knowledge(options.call, options.data)
    intake = take_in(options, knowledge, read_earlier(options.out), progress)
    clock.note("reading")
    tasks = [(application, options, knowledge) for application in intake.applications]
    assessments = tuple(_in_parallel(assess, tasks, "Judging", options.jobs, progress))
    clock.note("judging")
    result = Result(
        call=knowledge.call,
        assessments=assessments,
        places=rank(assessments, knowledge.call),
        unassigned=intake.unassigned,
        problems=(*intake.problems, *(p for a in assessments for p in a.dossier.problems)),
        provenance=_provenance(options, knowledge, clock),
    )
    progress("Writing", 0, 1)
    kept = OutputFolder(options.out).write(
        tables=render_tables(result),
        run=run_file(
            result,
            applications=options.applications,
            ignored=intake.ignored,
            identities=intake.identities,
        ),
        workbook=(lambda path: write_workbook(result, path)) if options.workbook else None,
    )
    progress("Writing", 1, 1)
    return Built(result=result, kept_workbook=kept)


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
    intake = take_in(options, knowledge, Earlier(), progress)
    problems = list(intake.problems)
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
    knowledge = read_knowledge(call, data)
    tools = make_tools(knowledge.call, knowledge.lexicons, knowledge.rules)
    return lambda text: area_strengths(text, tools)


def take_in(
    options: CheckOptions, knowledge: Knowledge, earlier: Earlier, progress: Progress = no_progress
) -> Intake:
    """Read the files, tell what kind each is, and settle who sent them.

    Raises:
        UserError: If the folder cannot be read, or OUT belongs to other applications.
    """
    folder = read_folder(options.applications)
    refuse_other_applications(options.applications, folder.files, earlier)
    listed = read_applicant_list(options.applications)
    files = [file for file in folder.files if file.path != listed.file]
    documents, read_problems = _read_all(files, options, knowledge, progress)
    assigned = assign(files, documents, listed.applicants, knowledge.call.reference_number)
    hashes = {file.path: file.sha256 for file in files}
    ids = assign_ids(assigned.assignments, earlier.identities, hashes)
    applications = _applications(assigned, ids, documents)
    named = (replace(p, candidate=ids.get(p.candidate or "")) for p in assigned.problems)
    copies = duplicate_problems(applications)
    problems = (*folder.problems, *read_problems, *copies, *named)
    known = identities(assigned.assignments, ids, earlier.identities, hashes)
    return Intake(
        applications=applications,
        unassigned=tuple(documents[file] for file in assigned.unassigned),
        problems=_with_candidates(problems, applications),
        ignored=folder.ignored,
        identities=identities_to_json(known),
    )


def assess(application: Application, options: BuildOptions, knowledge: Knowledge) -> Assessment:
    """Find the evidence of one application, verify it, check the requirements, score."""
    call = knowledge.call
    tagged = tag(application, call, knowledge.lexicons, knowledge.rules)
    dossier = verify(tagged, options.applications, options.passwords)
    checks = check_all(dossier, call)
    problems = (*dossier.problems, *requirement_problems(dossier, checks, call))
    return Assessment(
        dossier=replace(dossier, problems=problems),
        requirements=checks,
        scores=score(dossier, call),
    )


def read_one(root: Path, file: SourceFile, reading: ReadOptions, kinds: Kinds) -> Reading:
    """Read one file and tell its kind, language and sections."""
    document, problems = read_file(root, file, reading)
    document = classify(document, kinds)
    sections = section_map(document, kinds)
    pages = tuple(replace(page, sections=sections[page.number]) for page in document.pages)
    return replace(document, pages=pages), problems


def _read_all(
    files: Sequence[SourceFile], options: CheckOptions, knowledge: Knowledge, progress: Progress
) -> tuple[dict[str, Document], tuple[Problem, ...]]:
    rules = knowledge.call.files
    reading = ReadOptions(
        passwords=options.passwords,
        max_pages=rules.max_pages,
        max_megabytes=rules.max_megabytes,
    )
    tasks = [(options.applications, file, reading, knowledge.kinds) for file in files]
    read = list(_in_parallel(read_one, tasks, "Reading", options.jobs, progress))
    documents = {document.file: document for document, _ in read}
    return documents, tuple(p for _, problems in read for p in problems)


def _applications(
    assigned: Assigned, ids: Mapping[str, str], documents: Mapping[str, Document]
) -> tuple[Application, ...]:
    applications = [
        Application(
            candidate=ids[assignment.key],
            person=assignment.person,
            documents=without_copies(documents[file] for file in assignment.files),
        )
        for assignment in assigned.assignments
    ]
    return tuple(sorted(applications, key=lambda application: application.candidate))


def _with_candidates(
    problems: Iterable[Problem], applications: Iterable[Application]
) -> tuple[Problem, ...]:
    owner = {d.file: a.candidate for a in applications for d in a.documents}
    return tuple(replace(p, candidate=p.candidate or owner.get(p.file or "")) for p in problems)


def _provenance(options: BuildOptions, knowledge: Knowledge, clock: "_Clock") -> Provenance:
    return Provenance(
        versions=versions(),
        call_sha256=knowledge.call_sha256,
        lexicons_sha256=knowledge.lexicons.fingerprint,
        kinds_sha256=knowledge.kinds.fingerprint,
        rules_sha256=knowledge.rules.fingerprint,
        options=(
            ("passwords_given", str(len(options.passwords))),
            ("fresh", str(options.fresh).lower()),
        ),
        seconds=tuple(clock.seconds.items()),
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


def _in_parallel(
    function: Callable[..., T],
    tasks: Sequence[tuple[Any, ...]],
    step: str,
    jobs: int,
    progress: Progress,
) -> Iterator[T]:
    """Yield the results in the order of the tasks, whatever the number of processes."""
    progress(step, 0, len(tasks))
    if jobs == 1:
        results: Iterable[T] = (function(*task) for task in tasks)
    else:
        parallel = Parallel(n_jobs=jobs, return_as="generator")
        calls = (delayed(function)(*task) for task in tasks)
        results = parallel(calls)
    for done, result in enumerate(results, start=1):
        progress(step, done, len(tasks))
        yield result
