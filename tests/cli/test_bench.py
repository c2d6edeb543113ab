import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ranking.inputs.data_root import data_root
from ranking.steps.defaults import applications_folder

Rank = Callable[..., Any]

BERG = {
    "id": "t01",
    "documents": [
        {"file": "CV, Berg, 20230018.pdf", "kind": "cv"},
        {"file": "Personal letter, Berg, 20230018.pdf", "kind": "letter"},
    ],
    "areas": {
        "programming": {"level": "project"},
        "quantum_field_theory": {"level": "publication"},
    },
    "requirements": {"cv": True},
}
DAHL = {
    "id": "t02",
    "documents": [{"file": "CV, Dahl, 20230018.pdf", "kind": "cv"}],
    "areas": {},
}


@pytest.fixture
def cohort(applications: Path, tmp_path: Path) -> Path:
    """Return a folder with the applications of two, and the truth about them."""
    root = tmp_path / "mine"
    shutil.copytree(applications, root / "applications")
    (root / "gold").mkdir()
    for one in (BERG, DAHL):
        (root / "gold" / f"{one['id']}.json").write_text(json.dumps(one), encoding="utf-8")
    order = {"consensus_order": ["t01", "t02"]}
    (root / "expert_ranking.json").write_text(json.dumps(order), encoding="utf-8")
    return root


def test_a_build_is_made_and_compared(rank: Rank, cohort: Path) -> None:
    ran = rank("bench", cohort, "--jobs", 1, "--json", "figures.json")
    out = Path("results", "bench", "mine")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Who sent what\n  applicants in the truth   2\n")
    assert "    - t01 quantum_field_theory: none, truth publication\n" in ran.out
    assert ran.out.endswith(f"Tables: {out / 'tables'}\n")
    assert not (out / "ranking.xlsx").exists()
    figures = json.loads(Path("figures.json").read_text(encoding="utf-8"))
    assert (figures["applicants"], figures["grouped_exactly"]) == (2, 1)
    assert figures["kind_accuracy"] == figures["quotes_verbatim_on_page"] == 1
    assert (figures["cells"], figures["ranked"]) == (2, 2)


def test_a_finished_build_is_compared_and_left_alone(rank: Rank, cohort: Path) -> None:
    assert rank("bench", cohort, "--jobs", 1, "--out", "OUT", "--json", "one.json").code == 0
    before = {path: path.stat().st_mtime_ns for path in Path("OUT").rglob("*")}
    ran = rank("bench", cohort, "--run", "OUT", "--json", "two.json")
    assert (ran.code, ran.err) == (0, "")
    assert Path("one.json").read_bytes() == Path("two.json").read_bytes()
    assert {path: path.stat().st_mtime_ns for path in Path("OUT").rglob("*")} == before
    assert not Path("results").exists()


def test_the_demo_is_meant_when_no_cohort_is_given() -> None:
    assert (applications_folder(None, data_root()).parent / "truth.json").is_file()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing"], "missing holds no truth: neither gold/*.json nor truth.json.\n"),
        (["mine", "--run", "missing"], "missing holds no complete build: "),
        (["mine", "--run", "OUT", "--json", "no/figures.json"], "no/figures.json cannot be"),
    ],
)
def test_what_the_user_must_mend(
    rank: Rank, cohort: Path, arguments: list[str], message: str
) -> None:
    assert rank("build", cohort / "applications", "--out", "OUT", "--jobs", 1).code == 0
    ran = rank("bench", *arguments)
    assert ran.code == 2
    assert ran.err.startswith(message)
    assert "Traceback" not in ran.err


def test_faults_of_the_truth_stop_before_a_build(rank: Rank, cohort: Path) -> None:
    (cohort / "gold" / "t02.json").write_text('{"id": "t02"}', encoding="utf-8")
    ran = rank("bench", cohort, "--jobs", 1)
    assert (ran.code, ran.out) == (2, "")
    assert "  t02.json: documents: Field required\n" in ran.err
    assert not Path("results").exists()
