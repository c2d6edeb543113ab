"""All or nothing, and no work of the committee is lost."""

import errno
import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ranking.errors import UserError
from ranking.outputs.writer import OutputFolder, Outputs, SavedMeanwhileError, Written

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


def write(folder: Path, tables: dict[str, str], text: str = "", **more: object) -> Written:
    """Write outputs as a build does: the workbooks are looked at first."""
    out = OutputFolder(folder)
    outputs: dict[str, Any] = {
        "tables": tables,
        "run": {"built": text},
        "workbook": book(text) if text else None,
        **({} if "seen" in more else {"seen": out.seen()}),
        **more,
    }
    return out.write(Outputs(**outputs))


def edit(path: Path, content: bytes = b"edited") -> None:
    """Save a workbook at a fixed time."""
    path.write_bytes(content)
    os.utime(path, (1_700_000_000, 1_700_000_000))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return the folder of an earlier build."""
    folder = tmp_path / "results" / "call"
    write(folder, TABLES, "earlier")
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
    assert write(out, AFTERWARDS, "later") == Written()
    written = contents(out)
    assert sorted(written) == ["ranking.xlsx", "run.json", "tables", "tables/ranking.jsonl"]
    assert written["ranking.xlsx"] == b"later"
    assert written["tables/ranking.jsonl"] == AFTERWARDS["ranking.jsonl"].encode()
    assert json.loads(written["run.json"])["built"] == "later"


def test_an_edited_workbook_is_kept(out: Path) -> None:
    edit(out / "ranking.xlsx")
    (kept,) = write(out, TABLES, "later").backups
    assert kept == out / "backups" / "ranking-20231114T221320Z.xlsx"
    assert kept.read_bytes() == b"edited"
    assert kept.stat().st_mtime == 1_700_000_000
    assert (out / "ranking.xlsx").read_bytes() == b"later"
    assert write(out, TABLES, "last").backups == ()
    assert kept.read_bytes() == b"edited"


@pytest.mark.parametrize("run", [None, "not json", "[]", '{"outputs": 5}'])
def test_a_workbook_of_unknown_origin_is_kept(out: Path, run: str | None) -> None:
    if run is None:
        (out / "run.json").unlink()
    else:
        (out / "run.json").write_text(run, encoding="utf-8")
    (kept,) = write(out, TABLES, "later").backups
    assert kept.read_bytes() == b"earlier"


def test_a_workbook_that_the_log_knows_needs_no_backup(out: Path) -> None:
    (out / "run.json").unlink()
    built = frozenset({hashlib.sha256(b"earlier").hexdigest()})
    assert write(out, TABLES, "later", built=built).backups == ()


def test_without_a_workbook_the_earlier_one_stays_and_is_still_known(out: Path) -> None:
    told: list[str] = []
    write(out, AFTERWARDS, ready=told.append)
    assert (out / "ranking.xlsx").read_bytes() == b"earlier"
    assert told == [""]
    assert write(out, AFTERWARDS, "later") == Written()


def folder(path: Path, text: str) -> Path:
    """Make a folder for people to open, in a place of its own."""
    path.mkdir(parents=True)
    (path / "index.html").write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def shown(out: Path, tmp_path: Path) -> Path:
    """Return the folder of an earlier build with a report and highlighted copies."""
    names = ("highlighted", "report")
    write(out, TABLES, "shown", folders={n: folder(tmp_path / "1" / n, "shown") for n in names})
    return out


def test_folders_are_replaced_removed_or_left(shown: Path, tmp_path: Path) -> None:
    before = contents(shown)
    assert before["report/index.html"] == b"shown"
    assert before["highlighted/ABOUT.txt"]
    assert write(shown, AFTERWARDS).left == ("ranking.xlsx", "highlighted", "report")
    assert {k: v for k, v in contents(shown).items() if "/" in k and "tables" not in k} == {
        k: v for k, v in before.items() if "/" in k and "tables" not in k
    }
    folders = {"highlighted": None, "report": folder(tmp_path / "2" / "report", "later")}
    written = write(shown, AFTERWARDS, "later", folders=folders)
    assert written == Written(removed=("highlighted",))
    after = contents(shown)
    assert after["report/index.html"] == b"later"
    assert "highlighted" not in after


def test_comments_in_a_highlighted_copy_are_kept(shown: Path) -> None:
    edit(shown / "highlighted" / "index.html", b"with a comment")
    os.utime(shown / "highlighted" / "ABOUT.txt", (1_600_000_000, 1_600_000_000))
    assert write(shown, AFTERWARDS).annotated == ()  # the folder stays
    (kept,) = write(shown, AFTERWARDS, folders={"highlighted": None}).annotated
    assert kept == shown / "backups" / "highlighted-20231114T221320Z" / "index.html"
    assert kept.read_bytes() == b"with a comment"


def test_a_folder_that_no_build_made_is_refused(out: Path, tmp_path: Path) -> None:
    folder(out / "report", "mine")
    before = contents(out)
    new = folder(tmp_path / "2" / "report", "later")
    with pytest.raises(UserError, match="report was not made by rank build"):
        write(out, AFTERWARDS, "later", folders={"report": new})
    with pytest.raises(UserError, match="report was not made by rank build"):
        OutputFolder(out).refuse_foreign_folders(["report"])
    assert contents(out) == before
    assert write(out, TABLES, "earlier", folders={"report": None}) == Written(left=())
    assert contents(out) == before


def test_a_folder_that_a_viewer_holds_changes_nothing(
    shown: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(shown)
    new = {n: folder(tmp_path / "2" / n, "later") for n in ("highlighted", "report")}
    refused = refuse_to_replace(monkeypatch, shown / "report", PermissionError(errno.EACCES, "x"))
    with pytest.raises(UserError, match="report cannot be replaced: a file in it is open"):
        write(shown, AFTERWARDS, "later", folders=new)
    assert refused
    assert contents(shown) == before


def test_other_files_stay(out: Path) -> None:
    (out / "decisions.jsonl").write_text('{"decision": "yes"}\n', encoding="utf-8")
    (out / "notes").mkdir()
    (out / "notes" / "mine.txt").write_text("mine", encoding="utf-8")
    before = contents(out)
    write(out, AFTERWARDS, "later")
    after = contents(out)
    for name in ("decisions.jsonl", "notes/mine.txt"):
        assert after[name] == before[name]


def test_the_hash_is_told_while_everything_is_still_the_old(out: Path) -> None:
    edit(out / "ranking.xlsx")
    told: list[tuple[str, bytes, bytes]] = []

    def ready(sha256: str) -> None:
        state = contents(out)
        told.append((sha256, state["ranking.xlsx"], state["tables/ranking.jsonl"]))

    write(out, AFTERWARDS, "later", ready=ready)
    later = hashlib.sha256(b"later").hexdigest()
    assert told == [(later, b"edited", TABLES["ranking.jsonl"].encode())]


def test_when_the_log_cannot_be_told_nothing_moves(out: Path) -> None:
    edit(out / "ranking.xlsx")
    before = contents(out)

    def ready(_sha256: str) -> None:
        raise UserError("decisions.jsonl cannot be written to.", "Check space.")

    with pytest.raises(UserError, match="decisions"):
        write(out, AFTERWARDS, "later", ready=ready)
    after = contents(out)
    assert {name: after[name] for name in before} == before


def saved_by_somebody(out: Path) -> Callable[[Path], None]:
    """Return what writes a workbook while somebody saves the old one, at the same size."""

    def write_new(path: Path) -> None:
        path.write_bytes(b"later")
        edit(out / "ranking.xlsx", b"EDITED")

    return write_new


@pytest.mark.parametrize("change", ["saved", "removed", "appeared"])
def test_a_workbook_that_changed_meanwhile_is_let_be(out: Path, change: str) -> None:
    edit(out / "ranking.xlsx")
    seen = OutputFolder(out).seen()
    if change == "saved":
        workbook = saved_by_somebody(out)
    else:
        workbook = book("later")
        (out / "ranking.xlsx").unlink()
        seen = {} if change == "appeared" else seen
        if change == "appeared":
            edit(out / "ranking.xlsx")
    told: list[str] = []
    before = contents(out)
    with pytest.raises(SavedMeanwhileError):
        write(out, AFTERWARDS, "later", workbook=workbook, seen=seen, ready=told.append)
    expected = before | ({"ranking.xlsx": b"EDITED"} if change == "saved" else {})
    assert contents(out) == expected
    assert told == []


def test_a_save_during_the_backup_is_noticed(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(out / "ranking.xlsx")
    fsync = os.fsync

    def slow(file: int) -> None:
        fsync(file)
        if (out / "backups").exists():
            edit(out / "ranking.xlsx", b"EDITED")

    monkeypatch.setattr(os, "fsync", slow)
    with pytest.raises(SavedMeanwhileError):
        write(out, AFTERWARDS, "later")
    assert (out / "ranking.xlsx").read_bytes() == b"EDITED"


def broken_workbook(path: Path) -> None:
    path.write_bytes(b"half of it")
    raise ValueError("a bug of the workbook")


def full_disk(path: Path) -> None:
    path.write_bytes(b"half of it")
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_broken_workbook_changes_nothing(out: Path) -> None:
    edit(out / "ranking.xlsx")
    before = contents(out)
    with pytest.raises(ValueError, match="a bug of the workbook"):
        write(out, AFTERWARDS, workbook=broken_workbook)
    assert contents(out) == before


def test_a_full_disk_changes_nothing_and_is_told(out: Path) -> None:
    edit(out / "ranking.xlsx")
    before = contents(out)
    with pytest.raises(UserError) as caught:
        write(out, AFTERWARDS, workbook=full_disk)
    assert contents(out) == before
    assert caught.value.message == f"{out} cannot be written to: No space left on device."
    assert "choose another --out" in caught.value.advice


def refuse_to_replace(
    monkeypatch: pytest.MonkeyPatch, blocked: Path, fault: BaseException | type[BaseException]
) -> list[Path]:
    """Make the first attempt to replace a path fail; return a list of what was refused."""
    replace = Path.replace
    refused: list[Path] = []

    def refusing(path: Path, target: Path) -> Path:
        if target == blocked and not refused:
            refused.append(path)
            raise fault
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refusing)
    return refused


@pytest.mark.parametrize(
    ("blocked", "fault"),
    [
        ("tables", PermissionError(errno.EACCES, "Open")),
        ("tables", KeyboardInterrupt),
        ("run.json", PermissionError(errno.EACCES, "Open")),
        ("run.json", KeyboardInterrupt),
        ("ranking.xlsx", OSError(errno.EIO, "Broken disk")),
        ("ranking.xlsx", KeyboardInterrupt),
    ],
)
def test_when_an_output_cannot_be_replaced_all_are_put_back(
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
    blocked: str,
    fault: BaseException | type[BaseException],
) -> None:
    edit(out / "ranking.xlsx")
    before = contents(out)
    refused = refuse_to_replace(monkeypatch, out / blocked, fault)
    with pytest.raises((UserError, KeyboardInterrupt)):
        write(out, AFTERWARDS, "later")
    assert refused
    after = contents(out)
    assert {name for name in after if not name.startswith("backups")} == set(before)
    assert {name: after[name] for name in before} == before
    assert after["backups/ranking-20231114T221320Z.xlsx"] == b"edited"


def test_a_first_build_that_fails_leaves_no_outputs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_to_replace(monkeypatch, tmp_path / "ranking.xlsx", OSError(errno.EIO, "Broken disk"))
    with pytest.raises(UserError, match="Broken disk"):
        write(tmp_path, TABLES, "first")
    assert contents(tmp_path) == {}


def test_a_workbook_that_is_held_stays_and_the_new_one_stands_beside(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(out / "ranking.xlsx")
    with monkeypatch.context() as patched:
        refuse_to_replace(patched, out / "ranking.xlsx", PermissionError(errno.EACCES, "Open"))
        written = write(out, AFTERWARDS, "later")
    assert written.beside == out / "ranking.new.xlsx"
    state = contents(out)
    assert (state["ranking.xlsx"], state["ranking.new.xlsx"]) == (b"edited", b"later")
    assert state["tables/ranking.jsonl"] == AFTERWARDS["ranking.jsonl"].encode()
    # Somebody works in the new one; the next build keeps both and leaves one workbook.
    edit(out / "ranking.new.xlsx", b"edited later")
    last = write(out, AFTERWARDS, "last")
    assert {path.read_bytes() for path in last.backups} >= {b"edited later"}
    assert last.beside is None
    state = contents(out)
    assert state["ranking.xlsx"] == b"last"
    assert "ranking.new.xlsx" not in state
    assert {b"edited", b"edited later"} <= set(state.values())


def test_what_a_killed_build_left_is_swept_away_after_a_day(out: Path) -> None:
    left, fresh = out / ".building-killed", out / ".building-running"
    for folder in (left, fresh):
        folder.mkdir()
        (folder / "run.json").write_text("words", encoding="utf-8")
    os.utime(left, (1_700_000_000, 1_700_000_000))
    write(out, AFTERWARDS, "later")
    assert (left.exists(), fresh.exists()) == (False, True)


def test_open_workbooks_are_refused(out: Path) -> None:
    OutputFolder(out).refuse_open_workbooks()
    for name in ("~$ranking.xlsx", ".~lock.ranking.new.xlsx#"):
        lock = out / name
        lock.touch()
        with pytest.raises(UserError, match=r"Somebody has .* less than a minute"):
            OutputFolder(out).refuse_open_workbooks()
        lock.unlink()


def test_out_is_a_file(tmp_path: Path) -> None:
    out = tmp_path / "results"
    out.write_text("mine", encoding="utf-8")
    with pytest.raises(UserError, match="cannot be written to: it is a file"):
        write(out, TABLES)
    with pytest.raises(UserError, match="cannot be written to: File exists"):
        write(out, TABLES, seen={})
    assert contents(tmp_path) == {"results": b"mine"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_out_may_not_be_written_to(out: Path) -> None:
    out.chmod(0o500)
    try:
        with pytest.raises(UserError, match="cannot be written to: Permission denied"):
            write(out, AFTERWARDS, "later")
    finally:
        out.chmod(0o700)


KILLED = """
import os, signal, sys
from pathlib import Path
from ranking.outputs.writer import OutputFolder, Outputs

out, when = Path(sys.argv[1]), int(sys.argv[2])
calls = 0

def count(function):
    def counted(*arguments, **more):
        global calls
        calls += 1
        if calls == when:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*arguments, **more)
    return counted

report = out.with_name(f"{out.name}-report")
report.mkdir()
for name in ("replace", "rename", "unlink", "mkdir", "write_text"):
    setattr(Path, name, count(getattr(Path, name)))
os.fsync = count(os.fsync)
folder = OutputFolder(out)
folder.write(Outputs(
    tables={"ranking.jsonl": "later\\n"},
    run={"built": "later"},
    workbook=lambda path: path.write_text("later"),
    folders={"report": report, "highlighted": None},
    seen=folder.seen(),
    ready=count(lambda sha256: None),
))
print(calls)
"""


def killed(out: Path, when: int) -> subprocess.CompletedProcess[str]:
    """Write in a process of its own that is killed at its n-th step."""
    return subprocess.run(  # noqa: S603 - this test and no other input
        [sys.executable, "-c", KILLED, str(out), str(when)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_kill_at_any_moment_leaves_a_whole_workbook_and_run_file(tmp_path: Path) -> None:
    moments, whole = 0, {b"edited", b"later"}
    for when in range(1, 40):
        out = tmp_path / str(when)
        folders = {n: folder(tmp_path / f"{when}-1" / n, "1") for n in ("highlighted", "report")}
        write(out, TABLES, "earlier", folders=folders)
        edit(out / "ranking.xlsx")
        ended = killed(out, when)
        state = contents(out)
        assert state["ranking.xlsx"] in whole
        assert json.loads(state["run.json"])["built"] in {"earlier", "later"}
        for name in folders:  # whole, or gone until the next build
            assert (name in state) == (f"{name}/ABOUT.txt" in state)
        if state["ranking.xlsx"] == b"later":
            assert b"edited" in {v for k, v in state.items() if k.startswith("backups/")}
        if ended.returncode == 0:
            break
        assert ended.returncode == -signal.SIGKILL, ended.stderr
        moments += 1
        # The next build needs no help.
        write(out, AFTERWARDS, "last")
        assert (out / "ranking.xlsx").read_bytes() == b"last"
    assert ended.returncode == 0
    assert moments >= 10
