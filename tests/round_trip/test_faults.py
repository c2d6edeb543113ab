"""Whatever goes wrong, the old workbook stays whole and nothing typed is lost."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ranking import pipeline
from ranking.errors import UserError
from ranking.model.review import Outcome
from ranking.outputs.writer import OutputFolder
from ranking.pipeline import build
from ranking.review.log import read_log
from ranking.steps.options import BuildOptions, Built
from tests.round_trip.conftest import (
    Book,
    book,
    changes,
    check_tables,
    fill,
    log_lines,
)


def test_nothing_is_written_while_the_workbook_is_open(options: BuildOptions) -> None:
    mine = book(options)
    fill(mine, options.out)
    mine.save()
    lock = options.out / ".~lock.ranking.xlsx#"
    lock.write_text(",ada,pc7,01.03.2024 12:00,file:///;", encoding="utf-8")
    before = state(options.out)
    with pytest.raises(UserError, match=r"ada on pc7 has .* open in LibreOffice"):
        build(options)
    assert state(options.out) == before
    built = build(replace(options, force=True))
    assert built.edits.counts["ranking.xlsx"] > 0


def test_the_workbook_is_opened_during_the_build(
    options: BuildOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged = pipeline._judged  # noqa: SLF001 - a moment after the first look

    def opening(*arguments: Any) -> Any:  # noqa: ANN401
        (options.out / "~$ranking.xlsx").touch()
        return judged(*arguments)

    monkeypatch.setattr(pipeline, "_judged", opening)
    before = state(options.out)
    with pytest.raises(UserError, match="open in Excel"):
        build(options)
    after = state(options.out)
    after.pop("~$ranking.xlsx")
    assert after == before


def state(out: Path) -> dict[str, bytes]:
    """Return every file of OUT."""
    paths = [path for path in out.rglob("*") if path.is_file()]
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in paths}


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20_000])


def foreign(path: Path) -> None:
    copy = load_workbook(path)
    copy.custom_doc_props.props.clear()  # type: ignore[attr-defined]
    copy.save(path)


def of_another_run(path: Path) -> None:
    copy = load_workbook(path)
    for one in copy.custom_doc_props.props:  # type: ignore[attr-defined]
        if one.name == "ranking_run":
            one.value = "other"
    copy.save(path)


def no_workbook(path: Path) -> None:
    path.write_bytes(b"")


Spoil = Callable[[Path], None]


SPOILT: dict[Spoil, str] = {
    cut_off: "cannot be read as a workbook",
    foreign: "is no workbook of this toolkit",
    of_another_run: "belongs to the builds of another --out",
    no_workbook: "cannot be read as a workbook",
}


@pytest.mark.parametrize(("spoil", "told"), SPOILT.items())
def test_a_workbook_that_is_not_ours_is_let_be(
    options: BuildOptions,
    spoil: Spoil,
    told: str,
) -> None:
    spoil(options.out / "ranking.xlsx")
    before = state(options.out)
    with pytest.raises(UserError, match=told) as caught:
        build(options)
    assert "--force" in caught.value.advice
    assert state(options.out) == before
    built = build(replace(options, force=True))
    (kept,) = built.written.backups
    assert kept.read_bytes() == before["ranking.xlsx"]
    assert any(told in note for note in built.edits.notes)
    assert book(options).read("Decisions", "C001", "Decision") is None


@pytest.mark.parametrize(("spoil", "told"), SPOILT.items())
def test_a_copy_that_is_not_ours(
    options: BuildOptions,
    tmp_path: Path,
    spoil: Spoil,
    told: str,
) -> None:
    mine = book(options)
    mine.type("Decisions", "C001", Decision="reserve")
    copy = mine.save(tmp_path / "copy.xlsx")
    spoil(copy)
    before = state(options.out)
    with pytest.raises(UserError, match=told):
        build(replace(options, edits=(copy,)))
    assert state(options.out) == before
    forced = replace(options, edits=(copy,), force=True)
    if spoil is of_another_run:
        build(forced)
        assert book(options).read("Decisions", "C001", "Decision") == "reserve"
    else:
        with pytest.raises(UserError, match=told):
            build(forced)


def saving(monkeypatch: pytest.MonkeyPatch, options: BuildOptions, decisions: list[str]) -> None:
    """Save another decision each time that a new workbook has been written."""
    write = pipeline._write_workbook  # noqa: SLF001 - the moment that takes longest

    def write_and_save(result: Any, path: Path, *, linked: bool) -> None:  # noqa: ANN401
        write(result, path, linked=linked)
        if decisions:
            mine = book(options)
            mine.type("Decisions", "C001", Decision=decisions.pop(0))
            mine.save(time=f"2024-03-01T1{9 - len(decisions)}:00:00Z")

    monkeypatch.setattr(pipeline, "_write_workbook", write_and_save)


def test_what_is_saved_meanwhile_is_read(
    options: BuildOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    saving(monkeypatch, options, ["decline", "reserve"])
    built = build(options)
    assert book(options).read("Decisions", "C001", "Decision") == "reserve"
    assert built.edits.counts == {"ranking.xlsx": 1}
    assert [change["value"] for change in changes(options.out)] == ["decline", "reserve"]
    assert len([line for line in log_lines(options.out) if "table" not in line]) == 2


def test_a_workbook_that_is_saved_again_and_again_is_let_be(
    options: BuildOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = (options.out / "run.json").read_bytes()
    saving(monkeypatch, options, ["decline", "reserve", "nominate"])
    with pytest.raises(UserError, match="saved again and again"):
        build(options)
    assert book(options).read("Decisions", "C001", "Decision") == "nominate"
    assert (options.out / "run.json").read_bytes() == run
    monkeypatch.undo()
    build(options)
    assert book(options).read("Decisions", "C001", "Decision") == "nominate"


def test_a_held_workbook_and_the_new_one_are_both_read(
    options: BuildOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_file = Path.replace

    def held(path: Path, target: Path) -> Path:
        if target == options.out / "ranking.xlsx":
            raise PermissionError(errno.EACCES, "Open")
        return replace_file(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", held)
        built = build(options)
    new = options.out / "ranking.new.xlsx"
    assert built.written.beside == new
    for path, candidate in ((new, "C001"), (options.out / "ranking.xlsx", "C002")):
        mine = Book(path)
        mine.type("Decisions", candidate, Decision="interview")
        mine.save()
    built = build(options)
    assert built.edits.counts == {"ranking.xlsx": 1, "ranking.new.xlsx": 1}
    assert not new.exists()
    for candidate in ("C001", "C002"):
        assert book(options).read("Decisions", candidate, "Decision") == "interview"


def test_a_full_disk_keeps_the_workbook_and_the_log(
    options: BuildOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = book(options)
    fill(mine, options.out)
    mine.save()
    before = state(options.out)

    def full(_result: object, path: Path, **_: object) -> None:
        path.write_bytes(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "_write_workbook", full)
        with pytest.raises(UserError, match="No space left on device"):
            build(options)
    after = state(options.out)
    log = after.pop("decisions.jsonl")
    assert after == {k: v for k, v in before.items() if k != "decisions.jsonl"}
    assert log.startswith(before["decisions.jsonl"])
    told = build(options)
    assert told.edits.counts["ranking.xlsx"] > 20
    assert changes(options.out)[-1]["build"] == 2
    assert told.result.build == 3


KILLED = """
import os, signal, sys
from dataclasses import replace
from pathlib import Path
from ranking import pipeline
from ranking.extraction.workers import Limits
from ranking.inputs.data_root import data_root
from ranking.outputs.writer import OutputFolder
from ranking.steps.options import BuildOptions

def die(*_arguments, **_more):
    os.kill(os.getpid(), signal.SIGKILL)

moment, applications, out, cache = sys.argv[1:]
if moment == "after the log":
    pipeline._write_workbook = die
elif moment == "before the mark":
    pipeline.mark_build = die
else:
    OutputFolder._replace_workbook = die
pipeline.build(pipeline.BuildOptions(
    applications=Path(applications), call="chalmers-20230018", data=data_root(), out=Path(out),
    limits=Limits(processes=1), cache=Path(cache),
))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
@pytest.mark.parametrize("moment", ["after the log", "before the mark", "before the workbook"])
def test_a_kill_loses_nothing(options: BuildOptions, moment: str) -> None:
    mine = book(options)
    rejected, changed = fill(mine, options.out)
    before = mine.save().read_bytes()
    arguments = (options.applications, options.out, options.cache)
    ended = subprocess.run(  # noqa: S603 - this test and no other input
        [sys.executable, "-c", KILLED, moment, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    assert (options.out / "ranking.xlsx").read_bytes() == before
    log = read_log(options.out / "decisions.jsonl")
    assert log.torn == ""
    assert {change.outcome for change in log.history.changes} == {Outcome.APPLIED}
    typed = len(log.history.changes)
    assert typed == 24
    build(options)
    assert len(changes(options.out)) == typed
    assert book(options).read("Evidence", rejected, "Decision") == "reject"
    assert book(options).read("Evidence", changed, "Decision") == "publication"
    check_tables(options.out, rejected, changed)


def test_a_lost_log_is_made_again_from_the_workbook(options: BuildOptions) -> None:
    mine = book(options)
    rejected, changed = fill(mine, options.out)
    mine.save()
    build(options)
    (options.out / "decisions.jsonl").unlink()
    built: Built = build(options)
    assert built.result.build == 3
    check_tables(options.out, rejected, changed)


def test_open_workbooks_do_not_stop_the_tables(options: BuildOptions) -> None:
    (options.out / "~$ranking.xlsx").touch()
    with pytest.raises(UserError):
        OutputFolder(options.out).refuse_open_workbooks()
    build(replace(options, workbook=False))
