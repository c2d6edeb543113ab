"""Folders that people open: replaced and taken back as a whole, and only if they are ours."""

import errno
from contextlib import ExitStack
from pathlib import Path

import pytest

from ranking.errors import UserError
from ranking.outputs.folders import (
    FOLDERS,
    NOTE,
    is_ours,
    refuse_foreign,
    replace_folder,
    replace_folders,
    sign,
)


def made(folder: Path, text: str, name: str = "report") -> Path:
    """Return a folder as a build makes it."""
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(text, encoding="utf-8")
    sign(folder, name)
    return folder


@pytest.fixture
def building(tmp_path: Path) -> Path:
    folder = tmp_path / "building"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("name", FOLDERS)
def test_a_note_says_what_a_folder_is(tmp_path: Path, name: str) -> None:
    sign(tmp_path / "new" / name, name)
    assert is_ours(tmp_path / "new" / name)
    assert "of your own elsewhere" in (tmp_path / "new" / name / NOTE).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "content"), [("mine.txt", b"mine"), (NOTE, b"mine"), (NOTE, b"\xff\xfe")]
)
def test_what_no_build_made_is_not_ours(tmp_path: Path, name: str, content: bytes) -> None:
    folder = tmp_path / "report"
    folder.mkdir()
    assert is_ours(folder)  # nothing is in it
    (folder / name).write_bytes(content)
    assert not is_ours(folder)
    with pytest.raises(UserError, match="was not made by rank build"):
        refuse_foreign(tmp_path, FOLDERS)


def test_a_file_in_the_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    refuse_foreign(tmp_path, FOLDERS)
    (tmp_path / "highlighted").write_text("mine", encoding="utf-8")
    refuse_foreign(tmp_path, ["report"])
    with pytest.raises(UserError, match="highlighted was not made"):
        refuse_foreign(tmp_path, FOLDERS)


def test_folders_are_replaced_or_removed(tmp_path: Path, building: Path) -> None:
    made(tmp_path / "report", "earlier")
    made(tmp_path / "highlighted", "earlier", "highlighted")
    new = made(building / "report", "later")
    with ExitStack() as undo:
        folders = {"highlighted": None, "report": new}
        assert list(replace_folders(tmp_path, folders, building, undo)) == ["highlighted"]
        undo.pop_all()
    assert (tmp_path / "report" / "index.html").read_text(encoding="utf-8") == "later"
    assert not (tmp_path / "highlighted").exists()


def test_what_was_replaced_can_be_taken_back(tmp_path: Path, building: Path) -> None:
    made(tmp_path / "report", "earlier")
    made(tmp_path / "highlighted", "earlier", "highlighted")
    new = made(building / "report", "later")
    with ExitStack() as undo:
        folders = {"highlighted": None, "report": new}
        assert list(replace_folders(tmp_path, folders, building, undo)) == ["highlighted"]
    for name in FOLDERS:
        assert (tmp_path / name / "index.html").read_text(encoding="utf-8") == "earlier"
    assert (new / "index.html").read_text(encoding="utf-8") == "later"


def test_somebody_else_s_folder_is_not_removed(tmp_path: Path, building: Path) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "mine.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "highlighted").write_text("mine", encoding="utf-8")
    with ExitStack() as undo:
        folders = dict.fromkeys(FOLDERS)
        assert list(replace_folders(tmp_path, folders, building, undo)) == []
    assert (tmp_path / "report" / "mine.txt").exists()
    assert (tmp_path / "highlighted").is_file()


def test_an_open_file_is_told(
    tmp_path: Path, building: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, new = made(tmp_path / "report", "earlier"), made(building / "report", "later")

    def held(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Access is denied")

    with ExitStack() as undo, monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held)
        with pytest.raises(UserError) as caught:
            replace_folder(place, new, building, undo)
    assert caught.value.message.startswith(f"{place} cannot be replaced: a file in it is open")
    assert (place / "index.html").read_text(encoding="utf-8") == "earlier"
