"""LibreOffice computes what the workbook says it would, also after the committee's edits."""

import json
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
from ranking.model.call import Call, Scale, TopicRank
from ranking.model.result import Result
from ranking.outputs.workbook import write_workbook
from ranking.outputs.workbook.plan import make_plan
from ranking.outputs.workbook.tables import EVIDENCE
from ranking.outputs.workbook.twin import Values, evaluate
from ranking.outputs.workbook.weights_layout import RULES, make_layout

pytestmark = pytest.mark.libreoffice

SCRIPT = Path(__file__).with_name("recalculate.py")

Edit = tuple[str, str, str | float]
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


def decision_cell(result: Result, evidence_id: str) -> str:
    rows = {
        e.id: row
        for block in make_plan(result).blocks
        for row, e in enumerate(block.passages, start=block.first)
    }
    return EVIDENCE.at("decision", rows[evidence_id])


def test_stored_values(path: Path) -> None:
    assert_no_difference(recalculate(path))


def test_decisions(small: Result, path: Path) -> None:
    plan = make_plan(small)
    passages = [e for block in plan.blocks for e in block.passages]
    levels = ("reject", "publication", " Reject ", "accept", "interest", "own_result", "maybe?")
    decisions = {e.id: levels[n % len(levels)] for n, e in enumerate(passages) if n % 2}
    edits = [("Evidence", decision_cell(small, key), word) for key, word in decisions.items()]
    assert len(edits) > 50
    values = evaluate(plan, decisions)
    assert values.candidates != evaluate(plan).candidates
    assert_shows(recalculate(path, edits), small, values)


def test_rejecting_everything_of_one_candidate(small: Result, path: Path) -> None:
    plan = make_plan(small)
    decisions = {e.id: "reject" for b in plan.entries[2].blocks for e in b.passages}
    edits = [("Evidence", decision_cell(small, key), word) for key, word in decisions.items()]
    values = evaluate(plan, decisions)
    assert values.candidates["C003"].rank != evaluate(plan).candidates["C003"].rank
    assert_shows(recalculate(path, edits), small, values)


def test_weights_and_points(small: Result, call: Call, path: Path) -> None:
    layout = make_layout(make_plan(small))
    rule = {r.name: layout.rules + n for n, r in enumerate(RULES)}
    edits: list[Edit] = [
        ("Weights", f"B{layout.criteria + 1}", 4.0),
        ("Weights", f"B{layout.levels + 3}", 2.5),
        ("Weights", f"B{layout.achievements}", 0.75),
        ("Weights", f"B{layout.stated}", 1.25),
        ("Weights", f"B{rule['areas_counted']}", 2.0),
        ("Weights", f"B{rule['proof_bonus']}", 0.5),
        ("Weights", f"B{rule['shortlist']}", 3.0),
    ]
    changed = replace(
        call,
        criteria=tuple(
            replace(c, weight=4.0) if c.id == "group_theory" else c for c in call.criteria
        ),
        scoring=replace(
            call.scoring,
            levels={**call.scoring.levels, "project": 2.5},
            achievements={**call.scoring.achievements, "participation": 0.75},
            stated_points={**call.scoring.stated_points, TopicRank.CORE: 1.25},
            areas_counted=2,
            proof_bonus=0.5,
            shortlist=3,
        ),
    )
    values = evaluate(make_plan(replace(small, call=changed)))
    assert values.candidates != evaluate(make_plan(small)).candidates
    assert_shows(recalculate(path, edits), small, values)


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
