"""What people edited is kept as a backup, whole, and no backup is ever replaced."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from ranking.outputs.earlier_workbooks import back_up, seen_workbooks, sha256_of

TIME = 1_700_000_000
NAME = "ranking-20231114T221320Z.xlsx"


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    """Return the folder for what is half done."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    return folder


def save(out: Path, content: bytes, name: str = "ranking.xlsx") -> None:
    (out / name).write_bytes(content)
    os.utime(out / name, (TIME, TIME))


def test_what_is_seen(tmp_path: Path) -> None:
    assert seen_workbooks(tmp_path) == {}
    save(tmp_path, b"one")
    before = seen_workbooks(tmp_path)
    assert before == seen_workbooks(tmp_path)
    save(tmp_path, b"two")  # the same time, the same size
    assert seen_workbooks(tmp_path) != before
    save(tmp_path, b"one")
    assert seen_workbooks(tmp_path) == before
    save(tmp_path, b"new", "ranking.new.xlsx")
    assert list(seen_workbooks(tmp_path)) == ["ranking.xlsx", "ranking.new.xlsx"]


def test_a_workbook_as_it_was_built_needs_no_backup(tmp_path: Path, scratch: Path) -> None:
    save(tmp_path, b"built")
    built = {sha256_of(tmp_path / "ranking.xlsx")}
    assert back_up(tmp_path, seen_workbooks(tmp_path), built, scratch) == ()
    assert not (tmp_path / "backups").exists()


def test_all_backups_are_kept(tmp_path: Path, scratch: Path) -> None:
    names = []
    for content in (b"one", b"two", b"one"):
        save(tmp_path, content)
        (kept,) = back_up(tmp_path, seen_workbooks(tmp_path), (), scratch)
        assert kept.read_bytes() == content
        assert kept.stat().st_mtime == TIME
        names.append(kept.name)
    assert names == [NAME, NAME.replace("Z.", "Z-2."), NAME]
    assert len(list((tmp_path / "backups").iterdir())) == 2
    assert (tmp_path / "ranking.xlsx").read_bytes() == b"one"


def test_two_workbooks_are_both_kept(tmp_path: Path, scratch: Path) -> None:
    save(tmp_path, b"old")
    save(tmp_path, b"new", "ranking.new.xlsx")
    kept = back_up(tmp_path, seen_workbooks(tmp_path), (), scratch)
    assert [path.read_bytes() for path in kept] == [b"old", b"new"]


def test_a_full_disk_leaves_no_half_backup(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(tmp_path, b"edited")

    def full(_source: Path, target: Path) -> None:
        target.write_bytes(b"edi")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(shutil, "copy2", full)
    with pytest.raises(OSError, match="No space left"):
        back_up(tmp_path, seen_workbooks(tmp_path), (), scratch)
    assert list((tmp_path / "backups").iterdir()) == []
    assert (tmp_path / "ranking.xlsx").read_bytes() == b"edited"
