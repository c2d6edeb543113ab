"""Comments that somebody saved into a highlighted copy outlive the next build."""

import os
from pathlib import Path

import pytest

from ranking.outputs.annotated import keep_annotated
from ranking.outputs.folders import NOTE, sign

SAVED = 1_700_000_000
"""14 November 2023, 22:13:20 in UTC."""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return the folder of a build that signed its copies a minute before ``SAVED``."""
    copies = tmp_path / "out" / "highlighted"
    (copies / "C001").mkdir(parents=True)
    for name in ("cv-1.pdf", "letter-1.pdf"):
        (copies / "C001" / name).write_bytes(b"built")
    sign(copies, "highlighted")
    for path in (*copies.rglob("*.pdf"), copies / NOTE):
        os.utime(path, (SAVED - 60, SAVED - 60))
    return tmp_path / "out"


def test_what_nobody_changed_is_not_kept(out: Path, tmp_path: Path) -> None:
    assert keep_annotated(out, tmp_path) == ()
    assert not (out / "backups").exists()


def test_what_somebody_saved_is_kept_once(out: Path, tmp_path: Path) -> None:
    copy = out / "highlighted" / "C001" / "letter-1.pdf"
    copy.write_bytes(b"with a comment")
    os.utime(copy, (SAVED, SAVED))
    (kept,) = keep_annotated(out, tmp_path)
    assert kept == out / "backups" / "highlighted-20231114T221320Z" / "C001" / "letter-1.pdf"
    assert kept.read_bytes() == b"with a comment"
    assert kept.stat().st_mtime == SAVED
    assert keep_annotated(out, tmp_path) == ()


def test_files_that_somebody_added_are_kept(out: Path, tmp_path: Path) -> None:
    (out / "highlighted" / "C001" / "my notes.txt").write_text("mine", encoding="utf-8")
    (kept,) = keep_annotated(out, tmp_path)
    assert kept.name == "my notes.txt"


def test_without_earlier_copies_nothing_is_kept(tmp_path: Path) -> None:
    assert keep_annotated(tmp_path, tmp_path) == ()
