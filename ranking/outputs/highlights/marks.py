"""What is to be highlighted in which file, and what the note of each highlight says."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from ranking.model.application import Application
from ranking.model.call import Call
from ranking.model.document import Box, SourceFile
from ranking.model.evidence import Evidence
from ranking.model.result import Result
from ranking.outputs.highlights.palette import palette

_NOT_SHOWN = " (further passage)"
"""Of passages that the workbook does not show, since stronger ones stand for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A highlight. Passages with the same words on the same page share one.

    Why: of highlights that lie on each other, viewers show the note of the topmost only.

    Attributes:
        page: Page of the file, from 1.
        boxes: Where the words stand, a box a line.
        colours: The colours of the criteria, in the order of the call.
        note: Criterion, level and rule of each passage.
    """

    page: int
    boxes: tuple[Box, ...]
    colours: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A copy to be made of a file.

    Attributes:
        candidate: Id of the candidate.
        source: The file.
        path: Where the copy goes, below the folder of all copies; no word of it is an applicant's.
        marks: The highlights, in the order of pages.
        unplaced: How many passages that count have no known place on their page.
    """

    candidate: str
    source: SourceFile
    path: str
    marks: tuple[Mark, ...]
    unplaced: int


def plan_copies(result: Result) -> tuple[Copy, ...]:
    """Return the copies to be made: of each file that holds passages that count."""
    return tuple(
        copy
        for assessment in result.assessments
        for copy in _copies(
            assessment.dossier.application, assessment.dossier.evidence, result.call
        )
    )


def _copies(application: Application, evidence: Iterable[Evidence], call: Call) -> Iterator[Copy]:
    by_file: dict[str, list[Evidence]] = defaultdict(list)
    for row in evidence:
        if row.counted:
            by_file[row.file].append(row)
    paths = _paths(application)
    for document in sorted(application.documents, key=lambda d: d.file):
        if rows := by_file.get(document.file):
            yield Copy(
                candidate=application.candidate,
                source=document.source,
                path=paths[document.file],
                marks=tuple(_marks(rows, call)),
                unplaced=sum(not row.boxes for row in rows),
            )


def _paths(application: Application) -> dict[str, str]:
    """Name the copies by kind and number; numbers do not depend on what counts."""
    numbers: Counter[str] = Counter()
    paths: dict[str, str] = {}
    for document in sorted(application.documents, key=lambda d: d.file):
        numbers[document.kind] += 1
        name = f"{document.kind}-{numbers[document.kind]}.pdf"
        paths[document.file] = str(PurePosixPath(application.candidate, name))
    return paths


def _marks(rows: Iterable[Evidence], call: Call) -> Iterator[Mark]:
    order = {criterion.id: index for index, criterion in enumerate(call.criteria)}
    colours = palette(call)
    by_place: dict[tuple[int, tuple[Box, ...]], list[Evidence]] = defaultdict(list)
    for row in sorted(rows, key=lambda e: (order[e.criterion], e.id)):
        if row.boxes:
            by_place[row.page, row.boxes].append(row)
    for (page, boxes), passages in sorted(by_place.items()):
        yield Mark(
            page=page,
            boxes=boxes,
            colours=tuple(dict.fromkeys(colours[row.criterion] for row in passages)),
            note="\n".join(dict.fromkeys(_told(row, call) for row in passages)),
        )


def _told(row: Evidence, call: Call) -> str:
    further = "" if row.shown else _NOT_SHOWN
    told = f"{call.criterion(row.criterion).title}: {row.level}{further}\n  {row.rule}"
    return told.replace("_", " ")
