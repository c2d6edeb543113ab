import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from ranking.errors import UserError
from ranking.inputs.earlier import (
    Earlier,
    Used,
    read_earlier,
    read_used,
    refuse_other_applications,
)
from ranking.inputs.identities import Identity
from ranking.model.call import Call
from ranking.model.document import SourceFile

RUN: dict[str, Any] = {
    "applications": "/srv/applications",
    "inputs": {"a/cv.pdf": "11", "b/cv.pdf": "22"},
    "identities": [{"candidate": "C001", "key": "berg", "family_name": "Berg", "sha256s": ["11"]}],
    "counts": {},
}


def write(out: Path, content: str) -> Path:
    (out / "run.json").write_text(content, encoding="utf-8")
    return out


def file(sha256: str) -> SourceFile:
    return SourceFile(path="cv.pdf", size=1, sha256=sha256)


def test_no_earlier_build(tmp_path: Path) -> None:
    assert read_earlier(tmp_path) == Earlier()
    assert read_earlier(tmp_path / "missing") == Earlier()


def test_an_earlier_build(tmp_path: Path) -> None:
    assert read_earlier(write(tmp_path, json.dumps(RUN))) == Earlier(
        applications="/srv/applications",
        hashes=frozenset({"11", "22"}),
        identities={
            "C001": Identity(candidate="C001", key="berg", family_name="Berg", sha256s=("11",))
        },
        out=str(tmp_path),
    )


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "null",
        '"run"',
        "{}",
        json.dumps({**RUN, "inputs": ["11"]}),
        json.dumps({**RUN, "inputs": {"a/cv.pdf": ["11"]}}),
        json.dumps({key: value for key, value in RUN.items() if key != "identities"}),
        json.dumps({key: value for key, value in RUN.items() if key != "applications"}),
    ],
)
def test_what_cannot_be_understood_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(UserError, match="candidates would get new ids") as caught:
        read_earlier(write(tmp_path, content))
    assert caught.value.advice == "Restore the file from a backup, or choose another --out."


def test_other_bytes_than_text(tmp_path: Path) -> None:
    (tmp_path / "run.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserError, match="cannot be understood"):
        read_earlier(tmp_path)


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "run.json").mkdir()
    with pytest.raises(UserError, match="cannot be understood"):
        read_earlier(tmp_path)


@pytest.mark.parametrize("identities", ["C001", [{"candidate": "C001"}], {"C001": "Berg"}])
def test_broken_identities_are_refused(tmp_path: Path, identities: object) -> None:
    with pytest.raises(UserError, match="candidate ids of earlier builds cannot be read"):
        read_earlier(write(tmp_path, json.dumps({**RUN, "identities": identities})))


@pytest.mark.parametrize(
    ("folder", "sha256"),
    [
        pytest.param("here", "99", id="the same folder with other files"),
        pytest.param("elsewhere", "11", id="a moved folder with a known file"),
    ],
)
def test_the_same_applications(tmp_path: Path, folder: str, sha256: str) -> None:
    earlier = Earlier(
        applications=str((tmp_path / "here").resolve()), hashes=frozenset({"11"}), out="OUT"
    )
    refuse_other_applications(tmp_path / "other" / ".." / folder, [file(sha256)], earlier)


def test_a_first_build_refuses_nothing(tmp_path: Path) -> None:
    refuse_other_applications(tmp_path, [file("99")], Earlier())


def test_other_applications_are_refused(tmp_path: Path) -> None:
    earlier = Earlier(applications="/other", hashes=frozenset({"11"}), out="OUT")
    with pytest.raises(UserError) as caught:
        refuse_other_applications(tmp_path, [file("99")], earlier)
    assert caught.value.message == "OUT was made from other applications (/other)."
    assert caught.value.advice == "Choose another --out."


def test_the_call_as_it_was_used(tmp_path: Path, call: Call) -> None:
    mine = replace(call, id="mine", scoring=replace(call.scoring, cap=7.0))
    profile = TypeAdapter(Call).dump_python(mine, mode="json")
    run = {**RUN, "call": {"id": "mine", "profile": profile}}
    write(tmp_path, json.dumps(run))
    assert read_used(tmp_path) == Used(call=mine, hidden=frozenset())
    write(tmp_path, json.dumps({**run, "not_shown": ["e1", "e2"]}))
    assert read_used(tmp_path).hidden == {"e1", "e2"}


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        json.dumps({**RUN, "call": {"id": "mine", "sha256": "c"}}),
        json.dumps({**RUN, "call": {"profile": {"id": "mine"}}}),
    ],
)
def test_a_build_without_its_call(tmp_path: Path, content: str) -> None:
    with pytest.raises(UserError, match="does not tell with which call") as caught:
        read_used(write(tmp_path, content))
    assert caught.value.advice.startswith("Run `rank build` again")


def test_no_build_no_call(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="does not tell with which call"):
        read_used(tmp_path)
