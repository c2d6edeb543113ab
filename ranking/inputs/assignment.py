"""Who sent what: files, their documents and the applicant list become assignments.

A pure function. What a folder or a list says is taken; loose files go to the person whom their
names and pages name, by a clear margin, or to nobody, with a problem that says who is possible.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from ranking.inputs import names
from ranking.inputs.headlines import (
    lines,
    own_email,
    owner,
    seen_as_named,
    speaking_part,
    written_names,
)
from ranking.inputs.layout import folder_name, read_layout
from ranking.inputs.namesakes import absentees, namesakes, two_addresses
from ranking.inputs.newcomers import find_newcomers
from ranking.inputs.people import Traces, settle
from ranking.inputs.roster import Known, Roster
from ranking.model.application import Applicant, Assignment, Person
from ranking.model.document import Document, Kind, SourceFile
from ranking.model.problem import Problem, problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned:
    """The outcome: assignments by key, files of nobody, and what a person should know.

    The ``candidate`` of a problem is an assignment's key.
    """

    assignments: tuple[Assignment, ...]
    unassigned: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Draft:
    """A candidate while files are still being dealt out."""

    known: Known
    folder: str = ""
    listed: bool = False
    files: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The person's full name."""
        return self.known.person.name


def assign(
    files: Sequence[SourceFile],
    documents: Mapping[str, Document],
    applicants: Sequence[Applicant],
    reference_number: str,
) -> Assigned:
    """Deal out the files to the people who sent them.

    Args:
        files: Every file of the applications folder but the applicant list.
        documents: What was read of them, by path; files without a document have only a name.
        applicants: The applicant list, empty if there is none.
        reference_number: The call's; a folder of that name is nobody's.
    """
    papers = _papers(files, documents)
    drafts = [_Draft(known=Known(person=one.person), listed=True) for one in applicants]
    problems = _deal_listed(drafts, applicants, papers)
    loose = _deal_folders(drafts, papers, reference_number)
    if not applicants:
        people = find_newcomers(loose, [draft.known for draft in drafts])
        drafts += [_Draft(known=known) for known in people]
    unassigned, doubts = _deal_loose(drafts, loose)
    assignments = _finish(drafts, papers)
    absent = [draft.known.person for draft in drafts if draft.listed and not draft.files]
    checks = (*absentees(absent), *namesakes(assignments), *two_addresses(assignments, papers))
    return Assigned(
        assignments=assignments, unassigned=unassigned, problems=(*problems, *doubts, *checks)
    )


def _papers(files: Sequence[SourceFile], documents: Mapping[str, Document]) -> dict[str, Document]:
    """Return a document for each file in a fixed order, of the kind that the file's name states."""
    ordered = sorted(files, key=lambda file: (names.clean(file.path).casefold(), file.path))
    read = (documents.get(file.path) or Document(source=file) for file in ordered)
    return {paper.file: seen_as_named(speaking_part(paper)) for paper in read}


def _deal_listed(
    drafts: Sequence[_Draft], applicants: Sequence[Applicant], papers: Mapping[str, Document]
) -> list[Problem]:
    """Give applicants the files (or folders) that the list names; say which are not there."""
    problems = []
    for draft, applicant in zip(drafts, applicants, strict=True):
        for entry in applicant.files:
            found = _files_of_entry(entry, papers)
            draft.files += [path for path in found if path not in draft.files]
            if not found:
                text = f"The applicant list names {entry} for {draft.name}: no such file."
                problems.append(problem("missing-document", text, candidate=_key(draft)))
    return problems


def _files_of_entry(entry: str, papers: Iterable[str]) -> list[str]:
    """Return the file of this path or, if it is the only one, of this name; a folder's files."""
    wanted = names.clean(entry.replace("\\", "/").strip("/ ")).casefold()
    folded = {path: names.clean(path).casefold() for path in papers}
    exact = [path for path, key in folded.items() if key == wanted]
    inside = [path for path, key in folded.items() if key.startswith(f"{wanted}/")]
    same_name = [path for path, key in folded.items() if key.rpartition("/")[2] == wanted]
    return exact or inside or (same_name if len(same_name) == 1 else [])


def _deal_folders(
    drafts: list[_Draft], papers: Mapping[str, Document], reference_number: str
) -> list[Document]:
    """Add the candidates who have folders; return the papers that are still nobody's."""
    taken = {file for draft in drafts for file in draft.files}
    free = {path: paper for path, paper in papers.items() if path not in taken}
    layout = read_layout(free, reference_number)
    for folder, paths in layout.folders.items():
        _add_folder(drafts, folder, [papers[path] for path in paths])
    return [papers[path] for path in layout.loose]


def _add_folder(drafts: list[_Draft], folder: str, papers: Sequence[Document]) -> None:
    """Add the candidate of a folder, or give the folder to the listed person it names."""
    name = folder_name(folder)
    paths = tuple(paper.file for paper in papers)
    traces = Traces(paths=paths, documents=tuple(papers), folder=name)
    person = settle(_folder_words(name, papers), traces)
    same = [
        draft
        for draft in drafts
        if draft.listed and not draft.folder and names.same_person(draft.name, person.name)
    ]
    if len(same) == 1:
        same[0].folder = folder
        same[0].files += paths
    else:
        drafts.append(_Draft(known=Known(person=person), folder=folder, files=list(paths)))


def _folder_words(folder: str, papers: Sequence[Document]) -> tuple[str, ...]:
    """Return the name of a folder's person as the documents write it, else as the folder does."""
    residual = names.residual(folder)
    ordered = sorted(papers, key=lambda p: (p.kind is not Kind.CV, p.kind is not Kind.LETTER))
    for paper in ordered:
        for written in written_names(paper, residual):
            if residual and names.same_person(written.text, " ".join(residual)):
                return written.words
    if len(residual) > 1 and any(_is_headed_by(residual, paper) for paper in ordered):
        return residual
    for paper in ordered:
        hints = (*residual, *names.residual(names.stem(paper.file)))
        if paper.kind in {Kind.CV, Kind.LETTER} and (found := owner(paper, hints)):
            return found.words
    return residual or (folder,)


def _is_headed_by(words: Sequence[str], paper: Document) -> bool:
    """Whether the first line of a CV or letter holds a name, such as one beside an address."""
    said = {names.fold(word) for line in lines(paper, 1) for word in names.words(line)}
    return paper.kind in {Kind.CV, Kind.LETTER} and said.issuperset(map(names.fold, words))


def _deal_loose(
    drafts: Sequence[_Draft], loose: Sequence[Document]
) -> tuple[tuple[str, ...], list[Problem]]:
    """Give each loose file to its person; return the files of nobody, and why."""
    roster = Roster([draft.known for draft in drafts])
    unassigned, problems = [], []
    for paper in loose:
        decision = roster.decide(paper)
        if decision.owner is not None:
            drafts[decision.owner].files.append(paper.file)
            continue
        unassigned.append(paper.file)
        possible = ", ".join(sorted(drafts[index].name for index in decision.possible))
        text = f"It is not clear whose file this is: {decision.reason}"
        text += f" (possible: {possible})." if possible else "."
        problems.append(problem("unassigned-file", text, file=paper.file))
    return tuple(unassigned), problems


def _settled_again(draft: _Draft, papers: Mapping[str, Document]) -> Known:
    """Return the person with the name told apart by all their papers, not the CV alone."""
    words = draft.known.words
    own = tuple(papers[path] for path in sorted(draft.files))
    person = settle(words, Traces(paths=tuple(draft.files), documents=own)) if words else None
    return replace(draft.known, person=person) if person else draft.known


def _finish(drafts: Sequence[_Draft], papers: Mapping[str, Document]) -> tuple[Assignment, ...]:
    """Return the assignments of everybody who has files, with unique keys, by key."""
    groups: dict[str, list[_Draft]] = defaultdict(list)
    for draft in drafts:
        draft.known = _settled_again(draft, papers)
        if draft.files:
            groups[_key(draft)].append(draft)
    found: dict[str, Assignment] = {}
    for key, group in groups.items():
        group.sort(key=lambda draft: (draft.folder, min(draft.files)))
        free = _free_keys(key, taken=groups.keys())
        for draft in group:
            unique = next(free)
            found[unique] = _assignment(unique, draft, papers)
    return tuple(found[key] for key in sorted(found))


def _free_keys(key: str, taken: Collection[str]) -> Iterator[str]:
    """Yield a key, then numbered ones that no other group of candidates has."""
    yield key
    yield from (name for n in count(2) if (name := f"{key}-{n}") not in taken)


def _assignment(key: str, draft: _Draft, papers: Mapping[str, Document]) -> Assignment:
    theirs = set(draft.files)
    paths = tuple(path for path in papers if path in theirs)
    own = tuple(papers[path] for path in paths)
    person = draft.known.person if draft.listed else _with_given_name(draft.known.person, own)
    return Assignment(key=key, person=_with_email(person, own), files=paths)


def _with_given_name(person: Person, own: Sequence[Document]) -> Person:
    """Return a person known by the family name alone with the given name of their documents."""
    family = names.name_keys(person.family_name)
    for paper in () if person.given_name else own:
        for written in written_names(paper, tuple(person.family_name.split())):
            given = [word for word in written.words if not names.name_keys(word) & family]
            if given and family <= names.name_keys(written.text):
                return replace(person, given_name=" ".join(map(names.well_written, given)))
    return person


def _with_email(person: Person, own: Sequence[Document]) -> Person:
    covers = [paper for kind in (Kind.CV, Kind.LETTER) for paper in own if paper.kind is kind]
    found = [own_email(paper, tuple(person.name.split())) for paper in covers]
    return person if person.email else replace(person, email=next(filter(None, found), ""))


def _key(draft: _Draft) -> str:
    person = draft.known.person
    return names.key_of(folder_name(draft.folder) or f"{person.family_name} {person.given_name}")
