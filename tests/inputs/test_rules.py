import shutil
from pathlib import Path

import pytest

from ranking.errors import InputFileError, UserError
from ranking.inputs.data_root import data_root
from ranking.inputs.rules import read_rules

FILES = (
    "rules/assertion.toml",
    "rules/level.toml",
    "rules/story.toml",
    "rules/interest.toml",
    "grade_scales.toml",
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a copy of the toolkit's rules."""
    (tmp_path / "rules").mkdir()
    for name in FILES:
        shutil.copy(data_root() / name, tmp_path / name)
    return tmp_path


def test_the_rules_of_the_toolkit() -> None:
    rules = read_rules(data_root())
    assert rules.assertion.rule
    assert rules.assertion.terminators
    assert rules.level.rule
    for scale in rules.grades.scale:
        assert all(value <= 1 for value in scale.grades.values())
    assert len({scale.id for scale in rules.grades.scale}) == len(rules.grades.scale) > 5


@pytest.mark.parametrize("name", FILES)
def test_any_change_makes_other_rules(data: Path, name: str) -> None:
    first = read_rules(data)
    same = read_rules(data)
    assert first == same
    assert hash(first) == hash(same)
    with (data / name).open("a", encoding="utf-8") as file:
        file.write("# another thought\n")
    assert read_rules(data) != first


@pytest.mark.parametrize("name", FILES)
def test_faults_name_their_file(data: Path, name: str) -> None:
    text = (data / name).read_text(encoding="utf-8")
    (data / name).write_text("colour = 1\n" + text, encoding="utf-8")
    with pytest.raises(InputFileError) as caught:
        read_rules(data)
    assert caught.value.file == Path(name).name
    assert [str(fault) for fault in caught.value.faults] == ["colour: unknown key"]


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file(data: Path, name: str) -> None:
    (data / name).unlink()
    with pytest.raises(UserError, match=f"{Path(name).name} cannot be read"):
        read_rules(data)


def test_rules_are_equal_to_rules_only() -> None:
    rules = read_rules(data_root())
    assert rules != rules.fingerprint
