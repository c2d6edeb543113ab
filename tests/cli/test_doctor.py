import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ranking.cli import doctor
from ranking.inputs import data_root as module
from ranking.inputs.data_root import data_root

Rank = Callable[..., Any]


def test_a_sound_installation(rank: Rank) -> None:
    ran = rank("doctor")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0].startswith("platform ")
    assert any(line.startswith("ok       python 3.") for line in lines)
    assert any(line.startswith("ok       pypdfium2 ") for line in lines)
    assert "ok       call chalmers-20230018" in lines


def test_optional_parts(rank: Rank, monkeypatch: pytest.MonkeyPatch) -> None:
    packages = {"json": "always there", "no_such_package": "never there"}
    monkeypatch.setattr(doctor, "OPTIONAL_PACKAGES", packages)
    monkeypatch.setattr(doctor, "OPTIONAL_PROGRAMS", {"no-such-program": "never there"})
    ran = rank("doctor")
    assert ran.code == 0
    assert ran.out.splitlines()[-3:] == [
        "ok       json (optional; always there)",
        "missing  no_such_package (optional; never there)",
        "missing  no-such-program (optional; never there)",
    ]


def test_faulty_data(rank: Rank, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "ranking"
    for name in ("calls", "kinds", "lexicons", "rules"):
        shutil.copytree(data_root() / name, package / "_data" / name)
    for file in data_root().glob("*.toml"):
        shutil.copy(file, package / "_data")
    monkeypatch.setattr(module, "_PACKAGE", package)
    assert rank("doctor").code == 0
    (package / "_data" / "grade_scales.toml").unlink()
    ran = rank("doctor")
    assert ran.code == 2
    assert "grade_scales.toml cannot be read" in ran.err


def test_no_data_at_all(rank: Rank, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "_PACKAGE", tmp_path / "ranking")
    ran = rank("doctor")
    assert ran.code == 2
    assert "The data files of the toolkit are missing.\nInstall the package again.\n" in ran.err
