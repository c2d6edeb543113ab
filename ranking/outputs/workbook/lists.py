"""What formulas look up: names of criteria and topics, candidates, their files, and the gates.

They stand on a hidden sheet, one table beside the other, each with names for its columns.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from ranking.model.assessment import RequirementCheck
from ranking.model.call import Scale
from ranking.model.document import Document
from ranking.model.evidence import LADDER, PROOFS
from ranking.model.input_tables import requirement_row
from ranking.model.plain import plain
from ranking.outputs.workbook.plan import FIRST, Entry, Plan
from ranking.outputs.workbook.rules import proof_number, topic_groups
from ranking.outputs.workbook.tables import LISTS

ANY_PAGE = 1_000_000
"""A page that no file has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What somebody may call a criterion, or a topic that stands for research interests.

    Attributes:
        name: A title or an id.
        criterion: Place of the criterion in the plan, from 1.
        topic: Place of the topic in the call, from 1; 0 for no topic.
        group: Number of the topic's group; 0 for no topic.
    """

    name: str
    criterion: int
    topic: int = 0
    group: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """A file, or a part of one, by which a passage of the committee is placed."""

    candidate: str
    path: str
    first_page: int
    last_page: int
    proof: int

    @property
    def names(self) -> tuple[str, str, str]:
        """What somebody may call it: its path, its name, its name without the ending."""
        path = PurePosixPath(self.path)
        return plain(self.path), plain(path.name), plain(path.stem)


def choices(plan: Plan) -> tuple[Choice, ...]:
    """Return what may be typed as a criterion: first the titles, which are offered, then the ids.

    Passages about research interests need a topic, and passages about grades earn nothing.
    """
    return (*_choices(plan, "title"), *_choices(plan, "id"))


def offered(plan: Plan) -> int:
    """Return how many of the choices are offered."""
    return sum(1 for _ in _choices(plan, "title"))


def _choices(plan: Plan, field: str) -> Iterator[Choice]:
    interests = 0
    for number, criterion in enumerate(plan.criteria, start=1):
        if criterion.scale is Scale.INTERESTS:
            interests = number
        elif criterion.scale is not Scale.GRADES:
            yield Choice(name=getattr(criterion, field), criterion=number)
    groups = topic_groups(plan.call)
    for number, topic in enumerate(plan.call.topics, start=1):
        if interests:
            name, group = getattr(topic, field), groups[topic.id]
            yield Choice(name=name, criterion=interests, topic=number, group=group)


def file_rows(plan: Plan) -> tuple[FileRow, ...]:
    """Return all files; the first row that fits names and page is the one that is meant."""
    return tuple(
        row
        for entry in plan.entries
        for document in entry.assessment.dossier.application.documents
        for row in _file_rows(entry.candidate, document)
    )


def _file_rows(candidate: str, document: Document) -> Iterator[FileRow]:
    """Yield the parts of a file, and at last the file itself for any other page."""
    for part in document.part_documents if document.merged else ():
        last = part.first_page + part.page_count - 1
        yield _file_row(candidate, part, (part.first_page, last))
    yield _file_row(candidate, document, (1, ANY_PAGE))


def _file_row(candidate: str, document: Document, pages: tuple[int, int]) -> FileRow:
    return FileRow(
        candidate=candidate,
        path=document.file,
        first_page=pages[0],
        last_page=pages[1],
        proof=proof_number(PROOFS.get(document.kind, "")),
    )


def gate_checks(entry: Entry, plan: Plan) -> tuple[RequirementCheck, ...]:
    """Return a candidate's checks that are part of the formal status."""
    gates = {use.id for use in plan.call.requirements if use.gate}
    return tuple(c for c in entry.assessment.requirements if c.requirement in gates)


def gate_rows(plan: Plan) -> dict[str, tuple[int, int]]:
    """Return the first row of every candidate's gates on Lists, and the row after the last."""
    rows, row = {}, FIRST
    for entry in plan.entries:
        count = len(gate_checks(entry, plan))
        rows[entry.candidate] = (row, row + count)
        row += count
    return rows


def gate_ids(plan: Plan) -> Iterator[tuple[str, RequirementCheck]]:
    """Yield the rows of all gates on Requirements."""
    for entry in plan.entries:
        for check in gate_checks(entry, plan):
            yield requirement_row(entry.candidate, check.requirement), check


def list_names(plan: Plan) -> dict[str, str]:
    """Return the absolute reference of every name of a column that formulas use."""
    tables: dict[str, Sequence[object]] = {
        "choice": choices(plan),
        "list": plan.entries,
        "file": file_rows(plan),
        "level": LADDER,
        "achievement": tuple(plan.call.scoring.achievements),
    }
    return {
        column.key: LISTS.span(column.key, FIRST, FIRST + max(1, len(tables[table])) - 1)
        for column in LISTS.columns
        if (table := column.key.partition("_")[0]) in tables
    }
