"""Who sent what: the files are read, told apart by kind, and dealt out to the candidates."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ranking.extraction.cache import ReadingCache
from ranking.extraction.read_options import ReadOptions
from ranking.extraction.reading import Desk, read_all, read_here
from ranking.extraction.workers import Workers
from ranking.inputs.applicants import read_applicant_list
from ranking.inputs.applications import read_folder
from ranking.inputs.assignment import Assigned, assign
from ranking.inputs.duplicates import duplicate_problems, similar_letters, without_copies
from ranking.inputs.earlier import Earlier, refuse_other_applications
from ranking.inputs.identities import assign_ids, identities, identities_to_json
from ranking.model.application import Application
from ranking.model.call import FileRules
from ranking.model.document import Document, SourceFile
from ranking.model.page_rules import PageRules
from ranking.model.problem import Problem
from ranking.steps.options import (
    KINDS,
    READINGS,
    CheckOptions,
    Intake,
    Knowledge,
    Progress,
    store_of,
)
from ranking.steps.telling import Teller


def take_in(
    options: CheckOptions,
    knowledge: Knowledge,
    earlier: Earlier,
    workers: Workers,
    progress: Progress,
) -> Intake:
    """Read the files, tell what kind each is, and settle who sent them.

    Raises:
        UserError: If the folder cannot be read, or OUT belongs to other applications.
    """
    folder = read_folder(options.applications)
    refuse_other_applications(options.applications, folder.files, earlier)
    listed = read_applicant_list(options.applications)
    files = [file for file in folder.files if file.path != listed.file]
    desk = desk_for(options, knowledge.call.files, knowledge.page_rules)
    teller = Teller(knowledge.kinds, store_of(options, KINDS), fresh=options.fresh)
    documents, read_problems = _read(files, desk, teller, workers, progress)
    assigned = assign(files, documents, listed.applicants, knowledge.call.reference_number)
    hashes = {file.path: file.sha256 for file in files}
    ids = assign_ids(assigned.assignments, earlier.identities, hashes)
    applications = _applications(assigned, ids, documents)
    known = identities(assigned.assignments, ids, earlier.identities, hashes)
    return Intake(
        applications=applications,
        unassigned=tuple(documents[file] for file in assigned.unassigned),
        problems=_problems((*folder.problems, *read_problems), applications, assigned, ids),
        ignored=folder.ignored,
        identities=identities_to_json(known),
    )


def desk_for(options: CheckOptions, rules: FileRules, pages: PageRules) -> Desk:
    """Return where and how the files of a run are read."""
    reading = ReadOptions(
        passwords=options.passwords,
        max_pages=rules.max_pages,
        max_megabytes=rules.max_megabytes,
        pages=pages,
        ocr=options.ocr,
        max_ocr_pages=rules.max_ocr_pages,
    )
    return Desk(
        root=options.applications,
        options=reading,
        cache=ReadingCache(store_of(options, READINGS), reading),
        fresh=options.fresh,
        read_file=read_here,
    )


def _read(
    files: Sequence[SourceFile], desk: Desk, teller: Teller, workers: Workers, progress: Progress
) -> tuple[dict[str, Document], tuple[Problem, ...]]:
    documents: dict[str, Document] = {}
    found: dict[str, tuple[Problem, ...]] = {}
    progress("Reading", 0, len(files))
    for document, problems in read_all(files, desk, workers):
        documents[document.file] = teller.tell(document)
        found[document.file] = problems
        progress("Reading", len(documents), len(files))
    ordered = [file.path for file in files]
    problems = tuple(problem for path in ordered for problem in found[path])
    return {path: documents[path] for path in ordered}, problems


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


def _problems(
    found: Iterable[Problem],
    applications: Sequence[Application],
    assigned: Assigned,
    ids: Mapping[str, str],
) -> tuple[Problem, ...]:
    """Add the problems of copies and of dealing out; each gets the candidate it concerns."""
    copies = (*duplicate_problems(applications), *similar_letters(applications))
    named = (replace(p, candidate=ids.get(p.candidate or "")) for p in assigned.problems)
    owner = {d.file: a.candidate for a in applications for d in a.documents}
    return tuple(
        replace(p, candidate=p.candidate or owner.get(p.file or ""))
        for p in (*found, *copies, *named)
    )
