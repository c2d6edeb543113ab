"""The log of decisions: whole lines only, nothing rewritten, and faults told by their line."""

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ranking.errors import UserError
from ranking.model.review import Change, History, Mark, Outcome
from ranking.review.log import append_log, read_log

MakeChange = Callable[..., Change]

MARK = Mark(
    build=1,
    time="2024-03-01T12:00:00Z",
    workbook="ab" * 32,
    defaults={"rule/cap": {"value": 6.0}, "topic/computer_vision": {"value": "application"}},
)


@pytest.fixture
def changes(make_change: MakeChange) -> tuple[Change, ...]:
    """Return changes of all sorts."""
    return (
        make_change(("evidence", "e1", "decision"), "reject", build=1),
        make_change(("weights", "rule/cap", "value"), 5.5, was=6, build=2),
        make_change(("evidence", "e1", "note"), "Gödel\nsaid “no” 🎓", build=2),
        make_change(("evidence", "e1", "decision"), "hm", build=3, outcome=Outcome.UNKNOWN),
        make_change(("evidence", "e1", "decision"), "", was="reject", build=3),
    )


def test_there_and_back(tmp_path: Path, changes: tuple[Change, ...]) -> None:
    path = tmp_path / "decisions.jsonl"
    assert read_log(path).history == History()
    append_log(path, [*changes[:2], MARK])
    earlier = path.read_bytes()
    append_log(path, changes[2:])
    assert path.read_bytes().startswith(earlier)
    read = read_log(path)
    assert (read.history, read.torn) == (History(changes=changes, marks=(MARK,)), "")


def test_a_line_is_readable(tmp_path: Path, changes: tuple[Change, ...]) -> None:
    path = tmp_path / "decisions.jsonl"
    append_log(path, changes[:1])
    (line,) = path.read_text(encoding="utf-8").splitlines()
    assert json.loads(line) == {
        "time": "2024-03-01T12:00:00Z",
        "build": 1,
        "source": "ranking.xlsx",
        "table": "evidence",
        "row": "e1",
        "field": "decision",
        "value": "reject",
        "was": "",
        "outcome": "applied",
    }


def test_the_logs_of_builds(tmp_path: Path, changes: tuple[Change, ...]) -> None:
    path = tmp_path / "decisions.jsonl"
    append_log(path, changes)
    history = read_log(path).history
    cap, note = ("weights", "rule/cap", "value"), ("evidence", "e1", "note")
    decision = ("evidence", "e1", "decision")
    assert history.at(0).cells == {}
    assert history.at(1).cells == {decision: "reject"}
    assert set(history.at(2).cells) == {decision, cap, note}
    assert set(history.now.cells) == {cap, note}
    assert history.now.build == 3


@pytest.mark.parametrize("torn", [b'{"time": "2024', "Gö".encode()[:-1], b"\x00\x00", b"[1, 2]"])
def test_a_torn_last_line(tmp_path: Path, changes: tuple[Change, ...], torn: bytes) -> None:
    path = tmp_path / "decisions.jsonl"
    append_log(path, changes[:2])
    whole = path.read_bytes()
    path.write_bytes(whole + torn)
    read = read_log(path)
    assert read.history.changes == changes[:2]
    assert read.torn == torn.decode(errors="replace")
    assert path.read_bytes() == whole + torn
    append_log(path, changes[2:])
    assert read_log(path).history.changes == changes
    assert read_log(path).torn == ""
    assert path.with_name("decisions.jsonl.torn").read_bytes() == torn + b"\n"


def test_a_last_line_that_lacks_only_its_end(tmp_path: Path, changes: tuple[Change, ...]) -> None:
    path = tmp_path / "decisions.jsonl"
    append_log(path, changes[:2])
    path.write_bytes(path.read_bytes()[:-1])
    assert read_log(path).history.changes == changes[:2]
    append_log(path, changes[2:])
    assert read_log(path).history.changes == changes
    assert not list(tmp_path.glob("*.torn"))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("not json", "Expecting value"),
        ('{"table": "evidence"}', "row"),
        ('{"build": "two", "time": "t", "workbook": ""}', "build"),
        ("[]", "dictionary"),
        ("", "Expecting value"),
    ],
)
def test_a_bad_line_is_told_by_its_number(
    tmp_path: Path, changes: tuple[Change, ...], line: str, why: str
) -> None:
    path = tmp_path / "decisions.jsonl"
    append_log(path, changes[:2])
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    append_log(path, changes[2:])
    with pytest.raises(UserError, match=rf"decisions\.jsonl, line 3 .*{why}") as caught:
        read_log(path)
    assert "backup" in caught.value.advice


def test_a_log_that_cannot_be_used(tmp_path: Path, changes: tuple[Change, ...]) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        read_log(tmp_path)
    with pytest.raises(UserError, match="cannot be written to"):
        append_log(tmp_path, changes)


def test_a_full_disk_leaves_the_log_as_it_was(
    tmp_path: Path, changes: tuple[Change, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "decisions.jsonl"
    append_log(path, changes[:2])
    before = path.read_bytes()

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(UserError, match="No space left on device"):
            append_log(path, changes[2:])
    assert path.read_bytes() == before
    append_log(path, changes[2:])
    assert read_log(path).history.changes == changes


def test_nothing_to_append_makes_no_file_and_the_first_line_makes_its_folder(
    tmp_path: Path, changes: tuple[Change, ...]
) -> None:
    path = tmp_path / "results" / "call" / "decisions.jsonl"
    append_log(path, ())
    assert not path.parent.exists()
    append_log(path, changes)
    assert read_log(path).history.changes == changes
