"""The inputs of the workbook: tables, headers, words and limits, for its reader and its writer."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from ranking.model.evidence import Evidence

Cell = tuple[str, str, str]
"""An input of the workbook: table, row, field."""

Value = str | float
"""What stands in a cell; "" where it is empty."""

SCHEMA_VERSION = 1
SCHEMA_PROPERTY = "ranking_schema"
BUILD_PROPERTY = "ranking_build"
RUN_PROPERTY = "ranking_run"
"""Custom properties by which a workbook tells what it is, of which build, and of which run."""

NEW_ROW = "new-"
"""How the id of a blank row begins; a filled one gets a lasting id when it is read."""

ACCEPT, REJECT, COUNT = "accept", "reject", "count"
"""Decisions on passages, besides the levels of their scale."""

CANDIDATE_DECISIONS = ("shortlist", "interview", "nominate", "reserve", "decline")


class Content(StrEnum):
    """What a field holds: a word of a short list, a number, or free text."""

    WORD = "word"
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Headers:
    """A header row: the titles by which it is known, and the title of each field."""

    signature: tuple[str, ...]
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class InputTable:
    """The inputs of one sheet.

    Attributes:
        name: Name of the table in cells.
        id: Title of the column that identifies a row.
        contents: The fields and what they hold.
        headers: The header rows of its sheet; the first that fits is taken.
        note: The field that takes up what another field does not understand.
        grows: Whether people may add rows.
        sums: Whether rows without an id are the toolkit's own, such as sums.
    """

    name: str
    id: str
    contents: Mapping[str, Content]
    headers: tuple[Headers, ...]
    note: str = "note"
    grows: bool = False
    sums: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of the fields."""
        return tuple(self.contents)


_ON_A_PASSAGE = {"decision": "Decision", "note": "Note", "who": "Who"}
_WORD_NOTE_WHO = (Content.WORD, Content.TEXT, Content.TEXT)

EVIDENCE = InputTable(
    name="evidence",
    id="ID",
    contents=dict(zip(_ON_A_PASSAGE, _WORD_NOTE_WHO, strict=True)),
    headers=(Headers(("ID", "Counts as", "Decision"), _ON_A_PASSAGE),),
)
NOT_COUNTED = InputTable(
    name="not_counted",
    id="ID",
    contents=dict(zip(_ON_A_PASSAGE, _WORD_NOTE_WHO, strict=True)),
    headers=(Headers(("ID", "Why it does not count", "Decision"), _ON_A_PASSAGE),),
)
REQUIREMENTS = InputTable(
    name="requirements",
    id="ID",
    contents={"ruling": Content.WORD, "note": Content.TEXT, "who": Content.TEXT},
    headers=(
        Headers(
            ("ID", "Requirement", "Ruling"),
            {"ruling": "Ruling", "note": "Your note", "who": "Who"},
        ),
    ),
)
WEIGHTS = InputTable(
    name="weights",
    id="ID",
    contents={"value": Content.NUMBER, "why": Content.TEXT},
    headers=(
        Headers(("ID", "Criterion", "Weight", "Why"), {"value": "Weight", "why": "Why"}),
        Headers(("ID", "Rule", "Number", "Why"), {"value": "Number", "why": "Why"}),
        Headers(("ID", "Topic", "Rank", "Why"), {"value": "Rank", "why": "Why"}),
        Headers(("ID", "Level", "Points", "Why"), {"value": "Points", "why": "Why"}),
        Headers(("ID", "Rank", "Points", "Why"), {"value": "Points", "why": "Why"}),
    ),
    note="why",
    sums=True,
)
"""Its rows are ``criterion/<id>``, ``rule/<name>``, ``level/<level>``, ``achievement/<level>``,
``stated/<rank>`` and ``topic/<id>``; the value of a topic is its rank, a word.

Its signatures hold the column of reasons, since other sheets too have levels and points by id.
"""

DECISIONS = InputTable(
    name="decisions",
    id="ID",
    contents={
        "decision": Content.WORD,
        "reason": Content.TEXT,
        "who": Content.TEXT,
        "conflict": Content.TEXT,
    },
    headers=(
        Headers(
            ("ID", "Decision", "Conflict of interest"),
            {
                "decision": "Decision",
                "reason": "Reason",
                "who": "Who",
                "conflict": "Conflict of interest",
            },
        ),
    ),
    note="reason",
)
OWN = InputTable(
    name="own",
    id="Passage ID",
    contents={
        "candidate": Content.TEXT,
        "criterion": Content.TEXT,
        "level": Content.WORD,
        "quote": Content.TEXT,
        "file": Content.TEXT,
        "page": Content.NUMBER,
        "note": Content.TEXT,
        "who": Content.TEXT,
    },
    headers=(
        Headers(
            ("Passage ID", "Candidate", "Criterion", "Level", "Quote"),
            {
                "candidate": "Candidate",
                "criterion": "Criterion",
                "level": "Level",
                "quote": "Quote",
                "file": "File",
                "page": "Page",
                "note": "Note",
                "who": "Who",
            },
        ),
    ),
    grows=True,
)
REVIEWS = InputTable(
    name="reviews",
    id="Review ID",
    contents={
        "candidate": Content.TEXT,
        "member": Content.TEXT,
        "score": Content.NUMBER,
        "comment": Content.TEXT,
    },
    headers=(
        Headers(
            ("Review ID", "Candidate", "Member", "Score"),
            {"candidate": "Candidate", "member": "Member", "score": "Score", "comment": "Comment"},
        ),
    ),
    note="comment",
    grows=True,
)

INPUT_TABLES: Mapping[str, InputTable] = MappingProxyType(
    {
        table.name: table
        for table in (EVIDENCE, NOT_COUNTED, REQUIREMENTS, WEIGHTS, DECISIONS, OWN, REVIEWS)
    }
)
"""All inputs of the workbook, by name."""


def content_of(cell: Cell) -> Content:
    """Return what a cell holds; text where the table or field is not known."""
    table, row, name = cell
    if (table, name) == ("weights", "value") and row.startswith("topic/"):
        return Content.WORD
    known = INPUT_TABLES.get(table)
    return known.contents.get(name, Content.TEXT) if known else Content.TEXT


def requirement_row(candidate: str, requirement: str) -> str:
    """Return the row of a candidate's requirement."""
    return f"{candidate}/{requirement}"


def passage_table(evidence: Evidence) -> InputTable:
    """Return the table on which a passage stands: by how it was found, whatever was decided."""
    return EVIDENCE if evidence.counted != evidence.switched else NOT_COUNTED
