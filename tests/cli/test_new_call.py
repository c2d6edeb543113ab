"""A call profile to start from: valid as it stands, complete, and explained."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from ranking.inputs.data_root import data_root
from ranking.model.call import Call, Criterion, FileRules, RequirementUse, Scale, Scoring, Topic
from ranking.pipeline import read_knowledge
from ranking.requirements import REQUIREMENTS

Rank = Callable[..., Any]

TEMPLATE = (data_root() / "templates" / "call.toml").read_text(encoding="utf-8")
TABLES = {
    "files": FileRules,
    "criteria": Criterion,
    "topics": Topic,
    "requirements": RequirementUse,
    "scoring": Scoring,
}
NO_SUBJECT = {"study_fields"}
"""Lexicons that are for no criterion: which courses matter for grades."""


def test_a_profile_that_is_read_without_faults(rank: Rank) -> None:
    ran = rank("new-call", "oslo-7")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Wrote oslo-7.toml. Fill in ")
    assert ran.out.endswith("rank check FOLDER --call oslo-7.toml\n")
    call = read_knowledge("oslo-7.toml", data_root()).call
    assert call.id == "oslo-7"
    assert {criterion.scale for criterion in call.criteria} == set(Scale)
    written = Path("oslo-7.toml").read_text(encoding="utf-8")
    assert written == TEMPLATE.replace('id = "new-call"', 'id = "oslo-7"')


def test_check_and_build_accept_it(rank: Rank, applications: Path) -> None:
    rank("new-call", "oslo-7", "--out", "mine.toml")
    text = Path("mine.toml").read_text(encoding="utf-8")
    Path("mine.toml").write_text(text.replace("2026-0000", "20230018"), encoding="utf-8")
    checked = rank("check", applications, "--call", "mine.toml", "--jobs", 1)
    assert (checked.code, checked.err) == (0, "")
    assert "2 candidates" in checked.out
    assert "wrong-reference-number" not in checked.out
    built = rank("build", applications, "--call", "mine.toml", "--jobs", 1)
    assert (built.code, built.err) == (0, "")
    assert Path("results", "mine", "ranking.xlsx").is_file()


def test_nothing_is_overwritten(rank: Rank) -> None:
    Path("oslo-7.toml").write_text("mine", encoding="utf-8")
    ran = rank("new-call", "oslo-7")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("oslo-7.toml is there already.\nNothing was written.")
    assert Path("oslo-7.toml").read_text(encoding="utf-8") == "mine"


def test_a_file_that_cannot_be_written(rank: Rank) -> None:
    ran = rank("new-call", "oslo-7", "--out", "none/mine.toml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[-1] == "Give another --out."
    assert not Path("none").exists()


@pytest.mark.parametrize(
    "name", ["", "Oslo-7", "oslo 7", "oslo_7", "-oslo", "oslo--7", "oslo-", "../oslo", 'o"', "ås"]
)
def test_ids_are_slugs(rank: Rank, name: str) -> None:
    ran = rank("new-call", "--", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"'{name}' cannot be the id of a call.\n")
    assert list(Path().glob("**/*.toml")) == []


def test_every_key_of_a_call_is_there() -> None:
    raw = tomllib.loads(TEMPLATE)
    assert set(raw) == {field.name for field in fields(Call)}
    for name, type_ in TABLES.items():
        rows = raw[name] if isinstance(raw[name], list) else [raw[name]]
        assert {key for row in rows for key in row} == {field.name for field in fields(type_)}


def test_every_key_is_explained() -> None:
    """Beside it, above it or, for the rows of a list, in the comment above the first row."""
    lines = TEMPLATE.splitlines()
    rows = lines.index("[[criteria]]"), lines.index("[scoring]")
    values = [n for n, line in enumerate(lines) if re.match(r"\w+ = ", line)]
    silent = [
        lines[n]
        for n in values
        if not rows[0] < n < rows[1]
        and " # " not in lines[n]
        and not lines[n - 1].startswith("#")
        and not lines[n].startswith(('advert = """', "further", "application"))
        and n < lines.index("[scoring.unread_holds]")
    ]
    assert len(values) > 50
    assert silent == []
    for name in ("criteria", "topics", "requirements"):
        above = TEMPLATE.partition(f"[[{name}]]")[0].rpartition("\n\n#")[2]
        told = set(re.findall(r"^# (\w+) {2}", above, re.MULTILINE))
        assert told == {field.name for field in fields(TABLES[name])}


def test_everything_that_may_be_named_is_named() -> None:
    raw = tomllib.loads(TEMPLATE)
    assert [use["id"] for use in raw["requirements"]] == list(REQUIREMENTS)
    lexicons = {path.stem for path in (data_root() / "lexicons").glob("*.toml")} - NO_SUBJECT
    listed = re.search(r"There are: ([^.]*)\.", TEMPLATE.replace("\n#", ""))
    assert listed
    assert set(re.split(r",\s+", listed[1])) == lexicons
