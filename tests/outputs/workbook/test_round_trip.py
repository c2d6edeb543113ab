"""What the workbook shows in its inputs is what the next build reads back."""

import random
from pathlib import Path

from ranking.model.input_tables import INPUT_TABLES, Cell, Value
from ranking.model.result import Result
from ranking.model.review import History
from ranking.outputs.workbook import write_workbook
from ranking.outputs.workbook.own_rows import own_rows
from ranking.outputs.workbook.plan import make_plan
from ranking.review.merge import merge
from ranking.review.reader import read_copy
from ranking.review.terms import defaults_of, terms_of
from tests.outputs.workbook.editing import random_cells, reviewed


def test_an_untouched_workbook_brings_no_changes(small: Result, tmp_path: Path) -> None:
    write_workbook(reviewed(small, {}), tmp_path / "ranking.xlsx")
    copy = read_copy(tmp_path / "ranking.xlsx")
    assert (copy.build, copy.notes) == (1, ())
    assert {table for table, _, _ in copy.cells} >= set(INPUT_TABLES) - {"own", "reviews"}
    assert merge(History(), [copy], terms_of(small.call)) == ()


def test_every_input_shows_what_was_typed(small: Result, tmp_path: Path) -> None:
    cells: dict[Cell, Value] = dict(random_cells(small, random.Random(5)))  # noqa: S311 - invented
    cells["weights", "rule/cap", "why"] = "_x0041_ is no A"
    cells["requirements", "C001/degree", "note"] = "see the transcript"
    write_workbook(reviewed(small, cells), tmp_path / "ranking.xlsx")
    copy = read_copy(tmp_path / "ranking.xlsx")
    assert copy.notes == ()
    typed = {cell: values[0] for cell, values in copy.cells.items() if values != ("",)}
    typed = {
        cell: str(value).replace(" ", "_") if cell[2] == "ruling" else value
        for cell, value in typed.items()
    }
    weights = {
        ("weights", row, name): value
        for row, fields in defaults_of(small.call).items()
        for name, value in fields.items()
    }
    assert typed == {**weights, **cells}


def test_the_part_of_a_merged_file_tells_the_proof(merged_file: Result) -> None:
    rows = own_rows(make_plan(merged_file))[:4]
    proofs = [("", "account", "transcript")[row.group] for row in rows]
    assert proofs == ["account", "transcript", "", "account"]
    own = {e.id: e.proof for e in merged_file.assessments[0].dossier.evidence if e.own}
    assert [own[key] for key in sorted(own)] == proofs
