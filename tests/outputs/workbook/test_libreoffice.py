"""LibreOffice computes what the workbook says it would, also after the committee's edits."""

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ranking.model.assessment import Dossier
from ranking.model.call import Scale
from ranking.model.result import Result
from ranking.outputs.workbook import write_workbook
from ranking.outputs.workbook.plan import FIRST, make_plan
from ranking.outputs.workbook.twin import Values, evaluate
from tests.outputs.workbook.editing import Edit, edits, random_cells, reviewed

pytestmark = pytest.mark.libreoffice

SCRIPT = Path(__file__).with_name("recalculate.py")

MakeResult = Callable[..., Result]


@cache
def bridge() -> str:
    """Return the Python that knows LibreOffice, "" if there is none."""
    if shutil.which("soffice") is None:
        return ""
    for python in (sys.executable, "/usr/bin/python3", shutil.which("python3") or ""):
        command = [python, "-c", "import uno"]
        if python and not subprocess.run(command, capture_output=True, check=False).returncode:  # noqa: S603
            return python
    return ""


def recalculate(path: Path, edits: Sequence[Edit] = ()) -> dict[str, Any]:
    """Return all cells before and after the edits, and their formulas."""
    if not bridge():
        pytest.skip("LibreOffice Calc or its Python bridge (python3-uno) is not installed")
    edits_path = path.with_suffix(".json")
    edits_path.write_text(json.dumps(list(edits)))
    done = subprocess.run(  # noqa: S603 - our own script
        [bridge(), str(SCRIPT), str(path), str(edits_path)],
        capture_output=True,
        check=True,
        timeout=120,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def assert_no_difference(found: dict[str, Any], least: int = 500) -> None:
    """Compare every formula's stored value with what LibreOffice computes."""
    compared = 0
    for sheet, formulas in found["formulas"].items():
        for row, cells in enumerate(formulas):
            for column, formula in enumerate(cells):
                if not str(formula).startswith("="):
                    continue
                before = found["before"][sheet][row][column]
                after = found["after"][sheet][row][column]
                assert not str(after).startswith(("#", "Err:")), (sheet, row, column, formula)
                if isinstance(after, float):
                    after = pytest.approx(after, rel=1e-9, abs=1e-9)
                assert before == after, (sheet, row + 1, column + 1, formula)
                compared += 1
    assert compared > least


def assert_shows(found: dict[str, Any], result: Result, values: Values) -> None:
    """Compare what LibreOffice shows after the edits with the twin."""
    candidates = {row[0]: row for row in found["after"]["Candidates"][4:]}
    assert len(candidates) == len(result.assessments)
    for candidate, value in values.candidates.items():
        row = candidates[candidate]
        for cell, expected in zip(
            row[2:7],
            (value.total, value.low, value.could_be, value.rank, value.order),
            strict=True,
        ):
            assert cell == ("" if expected is None else pytest.approx(expected, abs=1e-6))
    ranked = [row[1] for row in found["after"]["Ranking"][5:]]
    assert ranked == sorted(values.candidates, key=lambda c: values.candidates[c].order)


@pytest.fixture(scope="module")
def path(small: Result, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("libreoffice") / "ranking.xlsx"
    write_workbook(small, path)
    return path


def assert_same(one: Any, other: Any, but: str = "") -> None:  # noqa: ANN401 - cells of a sheet
    """Compare what two sheets show, but for one column."""
    assert len(one) == len(other)
    left_out = one[FIRST - 2].index(but) + 1 if but else 0
    for row, (mine, theirs) in enumerate(zip(one, other, strict=True), start=1):
        for column, (a, b) in enumerate(zip(mine, theirs, strict=True), start=1):
            if column == left_out:
                continue
            if isinstance(a, float) and isinstance(b, float):
                assert a == pytest.approx(b, rel=1e-9, abs=1e-9), (row, column)
            else:
                assert str(a) == str(b), (row, column)


def test_stored_values(path: Path) -> None:
    assert_no_difference(recalculate(path))


def test_pages_of_merged_files(merged_file: Result, tmp_path: Path) -> None:
    path = tmp_path / "merged.xlsx"
    write_workbook(merged_file, path)
    assert_no_difference(recalculate(path))


def test_edits_where_not_everything_is_shown(small: Result, tmp_path: Path) -> None:
    scoring = replace(small.call.scoring, passages_shown=1)
    few = replace(small, call=replace(small.call, scoring=scoring))
    before = reviewed(few, {})
    shown = {e.id for a in before.assessments for e in a.dossier.evidence if e.shown}
    cells = random_cells(few, random.Random(9))  # noqa: S311 - invented edits
    cells = {
        (table, row, name): value
        for (table, row, name), value in cells.items()
        if row in shown or table not in {"evidence", "not_counted"}
    }
    after = reviewed(few, cells)
    assert len(shown) < sum(len(a.dossier.evidence) for a in few.assessments) - 10
    path = tmp_path / "few.xlsx"
    write_workbook(before, path)
    assert_shows(recalculate(path, edits(path, cells)), after, evaluate(make_plan(after)))


@pytest.mark.parametrize("seed", range(4))
def test_edits_in_libreoffice_show_what_the_next_build_computes(
    seed: int, small: Result, path: Path, tmp_path: Path
) -> None:
    cells = random_cells(small, random.Random(seed))  # noqa: S311 - invented edits
    assert {table for table, _, _ in cells} >= {"evidence", "not_counted", "own", "requirements"}
    after = reviewed(small, cells)
    assert [p.total for p in after.places] != [p.total for p in small.places]
    again = tmp_path / "again.xlsx"
    write_workbook(after, again)
    rebuilt, edited = recalculate(again), recalculate(path, edits(path, cells))
    assert_no_difference(rebuilt)
    assert_shows(edited, after, evaluate(make_plan(after)))
    # Where weights change what is strongest, the same passages stand in another order.
    for sheet, but in (("Breakdown", "Best place"), ("Weights", ""), ("Requirements", "")):
        assert_same(edited["after"][sheet], rebuilt["after"][sheet], but)
    mine, theirs = (found["after"]["Own evidence"][: FIRST + 29] for found in (edited, rebuilt))
    assert_same(mine, theirs, "Passage ID")
    assert "complete: it counts" in {row[10] for row in mine}


def test_hostile_names(
    make_dossier: Callable[..., Dossier], make_result: MakeResult, tmp_path: Path
) -> None:
    names = ("=1+1", "_x0041_", "<b>&amp;", "TRUE", "00123", "-2", "line\nbreak")
    dossiers = []
    for number, name in enumerate(names, start=1):
        dossier = make_dossier(number)
        person = replace(dossier.application.person, family_name=name, given_name="")
        dossiers.append(replace(dossier, application=replace(dossier.application, person=person)))
    path = tmp_path / "hostile.xlsx"
    write_workbook(make_result(dossiers), path)
    found = recalculate(path)
    shown = {row[2] for row in found["after"]["Ranking"][5:]}
    assert shown == set(names)
    assert_no_difference(found)


@pytest.mark.parametrize("scales", [(Scale.AREA,), (Scale.GRADES, Scale.ACHIEVEMENTS)])
def test_calls_without_areas_or_with_nothing_else(
    scales: tuple[Scale, ...], odd: Callable[..., Result], tmp_path: Path
) -> None:
    path = tmp_path / "odd.xlsx"
    write_workbook(odd(scales), path)
    assert_no_difference(recalculate(path), least=50)
