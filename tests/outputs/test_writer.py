"""All or nothing, and no work of the committee is lost."""

import errno
import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ranking.errors import UserError
from ranking.outputs.writer import OutputFolder

TABLES = {"ranking.jsonl": '{"total": 1}\n', "evidence.jsonl": '{"quote": "𝄞 åäö"}\n'}
AFTERWARDS = {"ranking.jsonl": '{"total": 2}\n'}

Content = dict[str, bytes]


def book(text: str) -> Callable[[Path], None]:
    """Return what writes a workbook."""

    def write(path: Path) -> None:
        path.write_text(text, encoding="utf-8")

    return write


def contents(folder: Path) -> Content:
    """Return every file below a folder, and every folder, with what is in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return the folder of an earlier build."""
    folder = tmp_path / "results" / "call"
    OutputFolder(folder).write(TABLES, {"built": "earlier"}, book("earlier"))
    return folder


def test_a_first_build(out: Path) -> None:
    assert sorted(contents(out)) == [
        "ranking.xlsx",
        "run.json",
        "tables",
        "tables/evidence.jsonl",
        "tables/ranking.jsonl",
    ]
    written = contents(out)
    assert written["tables/evidence.jsonl"] == TABLES["evidence.jsonl"].encode()
    sha256 = hashlib.sha256(b"earlier").hexdigest()
    run = {"built": "earlier", "outputs": {"ranking.xlsx": sha256}}
    assert json.loads(written["run.json"]) == run


def test_a_second_build_replaces_everything(out: Path) -> None:
    kept = OutputFolder(out).write(AFTERWARDS, {"built": "later"}, book("later"))
    assert kept is None
    written = contents(out)
    assert sorted(written) == ["ranking.xlsx", "run.json", "tables", "tables/ranking.jsonl"]
    assert written["ranking.xlsx"] == b"later"
    assert written["tables/ranking.jsonl"] == AFTERWARDS["ranking.jsonl"].encode()
    assert json.loads(written["run.json"])["built"] == "later"


def test_an_edited_workbook_is_kept(out: Path) -> None:
    (out / "ranking.xlsx").write_bytes(b"edited")
    os.utime(out / "ranking.xlsx", (1_700_000_000, 1_700_000_000))
    kept = OutputFolder(out).write(TABLES, {}, book("later"))
    assert kept == out / "ranking-edited-20231114T221320Z.xlsx"
    assert kept.read_bytes() == b"edited"
    assert kept.stat().st_mtime == 1_700_000_000
    assert (out / "ranking.xlsx").read_bytes() == b"later"
    again = OutputFolder(out).write(TABLES, {}, book("last"))
    assert (again, kept.read_bytes()) == (None, b"edited")


@pytest.mark.parametrize("run", [None, "not json", "[]", '{"outputs": 5}'])
def test_a_workbook_of_unknown_origin_is_kept(out: Path, run: str | None) -> None:
    if run is None:
        (out / "run.json").unlink()
    else:
        (out / "run.json").write_text(run, encoding="utf-8")
    kept = OutputFolder(out).write(TABLES, {}, book("later"))
    assert kept is not None
    assert kept.read_bytes() == b"earlier"


def test_without_a_workbook_the_earlier_one_stays_and_is_still_known(out: Path) -> None:
    assert OutputFolder(out).write(AFTERWARDS, {}, None) is None
    assert (out / "ranking.xlsx").read_bytes() == b"earlier"
    assert OutputFolder(out).write(AFTERWARDS, {}, book("later")) is None


def test_other_files_stay(out: Path) -> None:
    (out / "decisions.jsonl").write_text('{"decision": "yes"}\n', encoding="utf-8")
    (out / "notes").mkdir()
    (out / "notes" / "mine.txt").write_text("mine", encoding="utf-8")
    before = contents(out)
    OutputFolder(out).write(AFTERWARDS, {}, book("later"))
    after = contents(out)
    for name in ("decisions.jsonl", "notes/mine.txt"):
        assert after[name] == before[name]


def broken_workbook(path: Path) -> None:
    path.write_bytes(b"half of it")
    raise ValueError("a bug of the workbook")


def full_disk(path: Path) -> None:
    path.write_bytes(b"half of it")
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_broken_workbook_changes_nothing(out: Path) -> None:
    (out / "ranking.xlsx").write_bytes(b"edited")
    before = contents(out)
    with pytest.raises(ValueError, match="a bug of the workbook"):
        OutputFolder(out).write(AFTERWARDS, {}, broken_workbook)
    assert contents(out) == before


def test_a_full_disk_changes_nothing_and_is_told(out: Path) -> None:
    (out / "ranking.xlsx").write_bytes(b"edited")
    before = contents(out)
    with pytest.raises(UserError) as caught:
        OutputFolder(out).write(AFTERWARDS, {}, full_disk)
    assert contents(out) == before
    assert caught.value.message == f"{out} cannot be written to: No space left on device."
    assert "choose another --out" in caught.value.advice


@pytest.mark.parametrize("blocked", ["ranking.xlsx", "tables", "run.json"])
@pytest.mark.parametrize(
    "fault", [PermissionError(errno.EACCES, "Open in Excel"), KeyboardInterrupt]
)
def test_when_an_output_cannot_be_replaced_all_are_put_back(
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
    blocked: str,
    fault: BaseException | type[BaseException],
) -> None:
    (out / "ranking.xlsx").write_bytes(b"edited")
    before = contents(out)
    replace = Path.replace
    refused: list[Path] = []

    def refusing(path: Path, target: Path) -> Path:
        if target == out / blocked and not refused:
            refused.append(path)
            raise fault
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refusing)
    with pytest.raises((UserError, KeyboardInterrupt)):
        OutputFolder(out).write(AFTERWARDS, {}, book("later"))
    assert refused
    assert contents(out) == before


def test_out_is_a_file(tmp_path: Path) -> None:
    out = tmp_path / "results"
    out.write_text("mine", encoding="utf-8")
    with pytest.raises(UserError, match="cannot be written to: File exists"):
        OutputFolder(out).write(TABLES, {}, None)
    assert contents(tmp_path) == {"results": b"mine"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_out_may_not_be_written_to(out: Path) -> None:
    out.chmod(0o500)
    try:
        with pytest.raises(UserError, match="cannot be written to: Permission denied"):
            OutputFolder(out).write(AFTERWARDS, {}, book("later"))
    finally:
        out.chmod(0o700)
