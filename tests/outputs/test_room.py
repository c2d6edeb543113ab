"""A room inside OUT is gone afterwards, and what killed builds left is swept away."""

import errno
import os
import time
from pathlib import Path

import pytest

from ranking.errors import UserError
from ranking.outputs.room import room


def test_a_room_is_gone_afterwards(tmp_path: Path) -> None:
    out = tmp_path / "results" / "call"
    with room(out) as place:
        (place / "half").write_text("half", encoding="utf-8")
        assert place.parent == out
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt])
def test_a_room_is_gone_after_a_failure(tmp_path: Path, fault: type[BaseException]) -> None:
    def fail() -> None:
        with room(tmp_path) as place:
            (place / "half").write_text("half", encoding="utf-8")
            raise fault

    with pytest.raises(fault):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught, room(tmp_path):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert caught.value.message == f"{tmp_path} cannot be written to: No space left on device."


def test_only_old_rooms_are_swept_away(tmp_path: Path) -> None:
    for name, age in ((".building-old", 48), (".building-new", 1), ("mine", 48)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "words.txt").touch()
        then = time.time() - age * 3600
        os.utime(tmp_path / name, (then, then))
    with room(tmp_path):
        pass
    assert {path.name for path in tmp_path.iterdir()} == {".building-new", "mine"}
