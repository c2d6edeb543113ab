"""A workbook that is open elsewhere is let be, and the message says whose it is."""

import datetime as dt
import os
from pathlib import Path

import pytest

from ranking.errors import UserError
from ranking.outputs.locks import locks_of, refuse_open

NOW = dt.datetime(2024, 3, 1, 12, 0, tzinfo=dt.UTC)


def excel(name: str, *, wide: bool = True) -> bytes:
    """Return a lock as Excel writes it: 165 bytes, the name in two ways of writing."""
    narrow = name.encode("cp1252", "replace")
    letters = name.encode("utf-16-le") if wide else b""
    count = len(letters) // 2
    return (
        bytes([len(narrow)])
        + narrow.ljust(54, b" ")
        + count.to_bytes(2, "little")
        + letters.ljust(108, b"\x00")
    )


def libreoffice(*fields: str) -> bytes:
    return (",".join(fields) + ";").encode()


def lock(folder: Path, name: str, content: bytes, age: dt.timedelta) -> Path:
    path = folder / name
    path.write_bytes(content)
    time = (NOW - age).timestamp()
    os.utime(path, (time, time))
    return path


EXCEL, OFFICE = "~$ranking.xlsx", ".~lock.ranking.xlsx#"


@pytest.mark.parametrize(
    ("name", "content", "age", "told"),
    [
        (EXCEL, excel("Ada Berg"), {"minutes": 12}, ("Ada Berg has", "in Excel, for 12 minutes")),
        (EXCEL, excel("Åsa Öberg 李"), {"hours": 1}, ("Åsa Öberg 李 has", "for 1 hour ")),
        (EXCEL, excel("Bo", wide=False), {"seconds": 4}, ("Bo has", "for less than a minute")),
        (EXCEL, b"", {"days": 3}, ("Somebody has", "in Excel, for 3 days")),
        (
            OFFICE,
            libreoffice("Ada Berg", "ada", "pc7", "01.03.2024 11:48", "file:///home/ada"),
            {"minutes": 12},
            ("Ada Berg on pc7 has", "in LibreOffice, for 12 minutes"),
        ),
        (
            OFFICE,
            libreoffice("", "ada", "pc7", "", ""),
            {"days": 1},
            ("ada on pc7 has", "for 1 day "),
        ),
        (OFFICE, b"\xff\xfe\x1b[31m", {"hours": 30}, ("\ufffd\ufffd[31m has", "for 1 day (")),
        (OFFICE, b"", {"minutes": -5}, ("Somebody has", "in LibreOffice, for less than a minute")),
    ],
)
def test_owner_and_age(
    tmp_path: Path, name: str, content: bytes, age: dict[str, float], told: tuple[str, str]
) -> None:
    path = lock(tmp_path, name, content, dt.timedelta(**age))
    with pytest.raises(UserError) as caught:
        refuse_open(tmp_path / "ranking.xlsx", NOW)
    assert caught.value.message.startswith(told[0])
    assert told[1] in caught.value.message
    assert name in caught.value.message
    assert f"delete {path}, or build with --force" in caught.value.advice
    assert "\x1b" not in caught.value.message


def test_a_lock_that_nobody_may_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock(tmp_path, EXCEL, excel("Ada"), dt.timedelta())

    def refused(*_arguments: object, **_more: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refused)
    (found,) = locks_of(tmp_path / "ranking.xlsx")
    assert (found.program, found.owner) == ("Excel", "")


def test_locks_of_other_files_stop_nothing(tmp_path: Path) -> None:
    lock(tmp_path, "~$other.xlsx", excel("Ada"), dt.timedelta())
    lock(tmp_path, ".~lock.other.xlsx#", libreoffice("Ada"), dt.timedelta())
    refuse_open(tmp_path / "ranking.xlsx", NOW)
