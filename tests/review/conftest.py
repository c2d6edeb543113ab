"""Workbooks as a build writes their inputs, and what people may do to them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.packaging.custom import IntProperty, StringProperty
from openpyxl.worksheet.worksheet import Worksheet

from ranking.model.call import Call
from ranking.model.input_tables import Cell, Value
from ranking.model.review import Change, Outcome
from ranking.review.copies import Copy
from ranking.review.terms import Terms, terms_of

EVIDENCE = (
    "ID",
    "Candidate",
    "Criterion",
    "Level",
    "Quote",
    "Decision",
    "Note",
    "Who",
    "Counts as",
)
NOT_COUNTED = ("Candidate", "Quote", "Why it does not count", "ID", "Decision", "Note", "Who")
REQUIREMENTS = ("Candidate", "Requirement", "Verdict", "Note", "ID", "Ruling", "Your note", "Who")
DECISIONS = ("ID", "Name", "Decision", "Reason", "Who", "Conflict of interest")
OWN = ("Passage ID", "Candidate", "Criterion", "Level", "Quote", "File", "Page", "Note", "Who")
REVIEWS = ("Review ID", "Candidate", "Member", "Score", "Comment")


@dataclass(slots=True)
class Book:
    """A workbook under the hands of its readers: cells by id and header."""

    workbook: Workbook
    path: Path

    def sheet(self, title: str) -> Worksheet:
        """Return a sheet."""
        sheet = self.workbook[title]
        assert isinstance(sheet, Worksheet)
        return sheet

    def place(self, title: str, row_id: str, header: str) -> tuple[int, int]:
        """Return row and column of an input."""
        sheet = self.sheet(title)
        columns = {cell.value: cell.column for row in sheet.iter_rows() for cell in row}
        rows = {cell.value: cell.row for row in sheet.iter_rows() for cell in row}
        column, row = columns[header], rows[row_id]
        assert isinstance(column, int)
        assert isinstance(row, int)
        return row, column

    def type(self, title: str, row_id: str, header: str, value: object) -> None:
        """Type a value into an input; None empties it."""
        row, column = self.place(title, row_id, header)
        cell = self.sheet(title).cell(row, column)
        cell.value = value  # type: ignore[assignment]

    def save(self) -> Path:
        """Save and return the path."""
        self.workbook.save(self.path)
        return self.path


@pytest.fixture
def make_book(tmp_path: Path) -> Callable[..., Book]:
    """Return what makes a workbook of two candidates with all inputs empty."""

    def make(name: str = "ranking.xlsx", *, schema: int = 1, build: int = 1) -> Book:
        workbook = Workbook()
        workbook.remove(workbook.worksheets[0])
        _fill(workbook)
        properties = workbook.custom_doc_props  # type: ignore[attr-defined]
        properties.append(IntProperty(name="ranking_schema", value=schema))
        properties.append(IntProperty(name="ranking_build", value=build))
        properties.append(StringProperty(name="ranking_run", value="demo"))
        return Book(workbook, tmp_path / name)

    return make


def _fill(workbook: Workbook) -> None:
    _table(workbook, "Evidence", EVIDENCE, [(f"e{n}", "C001", "Group theory") for n in range(6)])
    left_out = [("C001", "no", "negated", f"n{n}") for n in range(2)]
    _table(workbook, "Not counted", NOT_COUNTED, left_out)
    checks = [("C001", "Degree", "unclear", "Ask.", "C001/degree")]
    _table(workbook, "Requirements", REQUIREMENTS, checks)
    _table(workbook, "Decisions", DECISIONS, [("C001", "Ada Berg"), ("C002", "Bo Dahl")])
    _table(workbook, "Own passages", OWN, [(f"new-{n}",) for n in range(3)])
    _table(workbook, "Reviews", REVIEWS, [(f"new-{n}",) for n in range(3)])
    weights = workbook.create_sheet("Weights")
    for row in (
        ("Weights",),
        (),
        ("What counts how much",),
        ("Criterion", "Weight", "Scored as", "Why", "ID"),
        ("Group theory", 1.5, "area", "The project's point of view.", "criterion/group_theory"),
        ("Statistics", 0.5, "area", "Named as meritorious.", "criterion/statistics"),
        ("Areas together", 5, None, "The largest weights."),
        (),
        ("Rules",),
        ("Rule", "Number", "", "What it does", "ID", "Why"),
        ("Most points of a criterion", 6, None, "No score is higher.", "rule/cap"),
        (),
        ("Level", "Points", "", "Meaning", "ID", "Why"),
        ("project", 3, None, "a job", "level/project"),
        (),
        ("Rank", "Points", "", "Meaning", "ID", "Why"),
        ("core", 1.5, None, "near", "stated/core"),
        (),
        ("Topic", "Points", "Rank", "Title and group", "ID", "Why"),
        ("computer_vision", 0.5, "application", "Computer vision", "topic/computer_vision"),
    ):
        weights.append(row)


def _table(
    workbook: Workbook, title: str, header: tuple[str, ...], rows: Sequence[tuple[str, ...]]
) -> None:
    sheet = workbook.create_sheet(title)
    for row in ((title,), ("Yellow is yours.",), (), header, *rows):
        sheet.append(row)


@pytest.fixture(scope="session")
def terms(call: Call) -> Terms:
    """Return what the call lets the committee say."""
    return terms_of(call)


@pytest.fixture(scope="session")
def make_copy() -> Callable[..., Copy]:
    """Return what makes a copy of the workbook, given its cells."""

    def make(
        cells: dict[Cell, Value | tuple[Value, ...]],
        *,
        source: str = "ranking.xlsx",
        **more: object,
    ) -> Copy:
        held = {c: v if isinstance(v, tuple) else (v,) for c, v in cells.items()}
        fields: dict[str, object] = {"time": "2024-03-01T12:00:00Z", "build": 1, **more}
        return Copy(source=source, cells=held, **fields)  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def make_change() -> Callable[..., Change]:
    """Return what makes a change of a cell."""

    def make(cell: Cell, value: Value, **more: object) -> Change:
        table, row, name = cell
        fields: dict[str, object] = {
            "time": "2024-03-01T12:00:00Z",
            "build": 1,
            "source": "ranking.xlsx",
            "was": "",
            "outcome": Outcome.APPLIED,
            **more,
        }
        return Change(table=table, row=row, field=name, value=value, **fields)  # type: ignore[arg-type]

    return make
