import hashlib
import os
from pathlib import Path

import pytest

from ranking.errors import UserError
from ranking.inputs.applications import read_folder


def write(root: Path, *paths: str) -> None:
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(path.encode())


def test_every_file_is_listed_with_size_and_hash_in_a_fixed_order(tmp_path: Path) -> None:
    write(tmp_path, "b.pdf", "B/a.pdf", "A.pdf", "ö.pdf", "o\u0308.txt", "B/deep/er/x.docx")
    files = read_folder(tmp_path).files
    assert [file.path for file in files] == [
        "A.pdf",
        "b.pdf",
        "B/a.pdf",
        "B/deep/er/x.docx",
        "ö.pdf",
        "o\u0308.txt",
    ]
    assert files[0].size == len("A.pdf")
    assert files[0].sha256 == hashlib.sha256(b"A.pdf").hexdigest()


def test_debris_is_ignored_and_listed(tmp_path: Path) -> None:
    debris = [".DS_Store", "Thumbs.db", "Ek/desktop.ini", "Ek/~$cv.docx", "Ek/.~lock.cv.odt#"]
    write(tmp_path, "Ek/cv.pdf", "__MACOSX/x.pdf", ".git/config", *debris)
    folder = read_folder(tmp_path)
    assert [file.path for file in folder.files] == ["Ek/cv.pdf"]
    assert set(folder.ignored) == {*debris, "__MACOSX/", ".git/"}


def test_links_inside_are_read_and_links_outside_are_reported(tmp_path: Path) -> None:
    root = tmp_path / "applications"
    write(tmp_path, "applications/a/cv.pdf", "outside/secret.pdf")
    (root / "b.pdf").symlink_to(root / "a" / "cv.pdf")
    (root / "loop").symlink_to(root)
    (root / "secret.pdf").symlink_to(tmp_path / "outside" / "secret.pdf")
    (root / "broken.pdf").symlink_to(root / "nothing")
    folder = read_folder(root)
    assert [file.path for file in folder.files] == ["a/cv.pdf", "b.pdf"]
    assert [one.file for one in folder.problems] == ["broken.pdf", "loop", "secret.pdf"]
    assert {one.code for one in folder.problems} == {"unreadable"}


def test_what_is_no_file_or_has_no_unicode_name_is_reported(tmp_path: Path) -> None:
    write(tmp_path, "cv.pdf")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / os.fsdecode(b"caf\xe9.pdf")).write_bytes(b"x")
    folder = read_folder(tmp_path)
    assert [file.path for file in folder.files] == ["cv.pdf"]
    assert [one.file for one in folder.problems] == ["caf\\udce9.pdf", "pipe"]


def test_file_that_cannot_be_read_keeps_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deny(self: Path, mode: str) -> None:
        raise PermissionError(self, mode)

    write(tmp_path, "cv.pdf")
    monkeypatch.setattr(Path, "open", deny)
    (file,) = read_folder(tmp_path).files
    assert (file.path, file.size, file.sha256) == ("cv.pdf", 6, "")


def test_missing_empty_or_locked_folder_is_told_with_advice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "file", "empty/.hidden")
    for path in ("nothing", "file", "empty"):
        with pytest.raises(UserError, match=path) as caught:
            read_folder(tmp_path / path)
        assert "folder per candidate" in caught.value.advice

    def deny(_folder: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", deny)
    with pytest.raises(UserError, match="cannot be read: Permission denied"):
        read_folder(tmp_path)


def test_a_folder_whose_name_is_not_valid_unicode_is_a_problem(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path) + b"/M\xfcller"
    os.mkdir(folder)  # noqa: PTH102 - pathlib cannot make such a name
    Path(os.fsdecode(folder + b"/cv.pdf")).write_bytes(b"%PDF-1.7")
    (tmp_path / "other.pdf").write_bytes(b"%PDF-1.7")
    found = read_folder(tmp_path)
    assert [file.path for file in found.files] == ["other.pdf"]
    assert [(p.code, p.file) for p in found.problems] == [("unreadable", "M\\udcfcller/cv.pdf")]
    found.problems[0].message.encode()
