"""What the terminal tells of the committee's edits."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ranking.cli.edits import SHOWN, edit_lines
from ranking.model.result import Result
from ranking.model.review import Change, Outcome, Unplaced
from ranking.outputs.writer import Written
from ranking.steps.options import Built, EditsRead

HELD = (
    "The workbook could not be replaced; is it open? The new one is OUT/new.xlsx. Close the old "
    "one and build again: edits of both are read."
)

Lines = Callable[..., list[str]]


@pytest.fixture
def lines(empty_result: Result) -> Lines:
    """Return what gives the lines of a build."""

    def tell(
        edits: EditsRead, *, unplaced: tuple[Unplaced, ...] = (), written: Written | None = None
    ) -> list[str]:
        result = replace(empty_result, unplaced=unplaced)
        return list(edit_lines(Built(result=result, edits=edits, written=written or Written())))

    return tell


def change(outcome: Outcome, value: str | float, row: str = "C001") -> Change:
    return Change(
        time="2024-03-01T12:00:00Z",
        build=2,
        source="ada/copy.xlsx",
        table="decisions",
        row=row,
        field="decision",
        value=value,
        was="",
        outcome=outcome,
    )


def test_without_edits_nothing_is_told(lines: Lines) -> None:
    assert lines(EditsRead()) == []
    assert lines(EditsRead(counts={"ranking.xlsx": 0})) == []


def test_everything_that_a_person_should_know(lines: Lines) -> None:
    disputed = (change(Outcome.OVERRULED, ""), change(Outcome.UNKNOWN, "maybe?"))
    unplaced = Unplaced(cell=("evidence", "e1", "decision"), value="reject", reason="Gone.")
    assert lines(
        EditsRead(counts={"ranking.xlsx": 3, "b/x.xlsx": 0}, disputed=disputed, notes=("Torn.",)),
        unplaced=(unplaced,),
        written=Written(backups=(Path("OUT/backups/a.xlsx"),), beside=Path("OUT/new.xlsx")),
    ) == [
        "Edits read: 3 from ranking.xlsx, 0 from b/x.xlsx.",
        "Torn.",
        "Overruled by a newer edit: 1 (all are on the sheet Carried over).",
        "  decisions C001 decision: (emptied), ada/copy.xlsx",
        "Not understood, kept as a note: 1 (all are on the sheet Carried over).",
        "  decisions C001 decision: 'maybe?', ada/copy.xlsx",
        "Without effect: 1 (all are on the sheet Carried over).",
        "  evidence e1 decision: 'reject'. Gone.",
        "The earlier workbook is kept as OUT/backups/a.xlsx.",
        HELD,
    ]


def test_long_lists_are_cut(lines: Lines) -> None:
    disputed = tuple(change(Outcome.OVERRULED, 1, f"C{number:03}") for number in range(9))
    told = lines(EditsRead(counts={"ranking.xlsx": 9}, disputed=disputed))
    assert told[1] == "Overruled by a newer edit: 9 (all are on the sheet Carried over)."
    assert len(told) == 2 + SHOWN
