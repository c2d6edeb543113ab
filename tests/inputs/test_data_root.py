from pathlib import Path

import pytest

from ranking.errors import UserError
from ranking.inputs import data_root as module
from ranking.inputs.data_root import data_root


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a package without data."""
    folder = tmp_path / "ranking"
    folder.mkdir()
    monkeypatch.setattr(module, "_PACKAGE", folder)
    return folder


def test_this_installation_has_its_data() -> None:
    for name in ("calls", "kinds", "lexicons", "rules"):
        assert list((data_root() / name).glob("*.toml"))


def test_in_a_checkout(package: Path) -> None:
    (package.parent / "data" / "calls").mkdir(parents=True)
    assert data_root() == package.parent / "data"


def test_in_an_installed_package(package: Path) -> None:
    (package / "_data" / "calls").mkdir(parents=True)
    (package.parent / "data" / "calls").mkdir(parents=True)  # somebody else's
    assert data_root() == package / "_data"


def test_nowhere(package: Path) -> None:
    (package.parent / "data").mkdir()
    with pytest.raises(UserError, match="data files of the toolkit are missing"):
        data_root()
