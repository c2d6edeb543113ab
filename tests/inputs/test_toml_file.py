"""Every fault of a file in one pass, with its place and the nearest known word."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pytest

from ranking.errors import Fault, InputFileError, UserError
from ranking.inputs.toml_file import Table, fingerprint, read_toml, suggestion


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


@dataclass(frozen=True, kw_only=True)
class Leg:
    length: float
    feet: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Chair:
    name: str
    colour: Colour
    built: dt.date
    seats: int = 1
    soft: bool = False
    leg: tuple[Leg, ...] = ()
    prices: dict[Colour, float] | None = None


RIGHT = """\
name = "stool"
colour = "red"
built = 2020-01-31
[[leg]]
length = 4
[[leg]]
length = 3.5
feet = ["rubber"]
[prices]
green = 7
"""

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return what writes a file of a chair."""

    def write(content: str | bytes) -> Path:
        path = tmp_path / "chair.toml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def faults(path: Path, check: Callable[[Table], Iterable[Fault]] | None = None) -> list[str]:
    """Return the faults of a file of a chair, one a line."""
    with pytest.raises(InputFileError) as caught:
        read_toml(path, Chair, *[check] if check else [])
    assert caught.value.file == "chair.toml"
    return [str(fault) for fault in caught.value.faults]


def test_a_file_without_faults(write: Write) -> None:
    assert read_toml(write(RIGHT), Chair) == Chair(
        name="stool",
        colour=Colour.RED,
        built=dt.date(2020, 1, 31),
        leg=(Leg(length=4.0), Leg(length=3.5, feet=("rubber",))),
        prices={Colour.GREEN: 7.0},
    )


def test_a_byte_order_mark_does_no_harm(write: Write) -> None:
    assert read_toml(write("\ufeff" + RIGHT), Chair).name == "stool"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("name =", "nmae =", "nmae: unknown key - did you mean 'name'?"),
        ('name = "stool"\n', "", "name: is missing"),
        ('"stool"', "5", "name: Input should be a valid string"),
        (
            '"red"',
            '"gren"',
            "colour: Input should be 'red' or 'green' - did you mean 'green'?",
        ),
        ('"red"', '"mauve"', "colour: Input should be 'red' or 'green'"),
        ("length = 3.5", "lenght = 3.5", "leg[1].lenght: unknown key - did you mean 'length'?"),
        ("length = 3.5", 'length = "3.5"', "leg[1].length: Input should be a valid number"),
        ("length = 3.5", "length = true", "leg[1].length: Input should be a valid number"),
        ('["rubber"]', "[1]", "leg[1].feet[0]: Input should be a valid string"),
        ("[[leg]]\nlength = 4", "soft = 1", "soft: Input should be a valid boolean"),
        ("[[leg]]\nlength = 4", "seats = 2.5", "seats: Input should be a valid integer"),
        ("green = 7", 'green = "free"', "prices.green: Input should be a valid number"),
        (
            "green = 7",
            "gren = 7",
            "prices.gren: Input should be 'red' or 'green' - did you mean 'green'?",
        ),
    ],
)
def test_a_fault_has_a_place(write: Write, old: str, new: str, fault: str) -> None:
    assert RIGHT.count(old) == 1
    assert fault in faults(write(RIGHT.replace(old, new)))


def test_all_faults_at_once(write: Write) -> None:
    content = 'colour = "gren"\nbuilt = "soon"\nsaets = 4\n[[leg]]\nfoot = 1\n'
    found = faults(write(content), lambda raw: [Fault("colour", f"{raw['colour']} is out")])
    assert [fault.partition(":")[0] for fault in found] == [
        "saets",
        "leg[0].foot",
        "name",
        "colour",
        "built",
        "leg[0].length",
        "colour",
    ]
    assert found[-1] == "colour: gren is out"


def test_a_check_alone_refuses_a_file(write: Write) -> None:
    assert faults(write(RIGHT), lambda _: [Fault("name", "is taken")]) == ["name: is taken"]


def test_the_message_lists_the_faults(write: Write) -> None:
    with pytest.raises(InputFileError) as caught:
        read_toml(write(RIGHT.replace("name", "nmae")), Chair)
    assert caught.value.message == (
        "chair.toml: 2 faults\n  nmae: unknown key - did you mean 'name'?\n  name: is missing"
    )
    assert caught.value.advice == "Mend chair.toml and run again."


def test_not_toml(write: Write) -> None:
    (fault,) = faults(write("name = stool"))
    assert fault.startswith("it is not TOML: ")
    assert "line 1" in fault


def test_not_utf8(write: Write) -> None:
    path = write(b'name = "f\xe5t\xf6lj"')  # type: ignore[arg-type]
    assert faults(path) == ["it is not UTF-8 text"]


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"none\.toml cannot be read: No such file") as caught:
        read_toml(tmp_path / "none.toml", Chair)
    assert not isinstance(caught.value, InputFileError)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read: Is a directory"):
        read_toml(tmp_path, Chair)


@pytest.mark.parametrize(
    ("word", "hint"),
    [("wieght", " - did you mean 'weight'?"), ("weight", " - did you mean 'weight'?"), ("x", "")],
)
def test_suggestion(word: str, hint: str) -> None:
    assert suggestion(word, ["title", "weight"]) == hint


def test_a_fingerprint_tells_names_contents_and_nothing_else(tmp_path: Path) -> None:
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    one.write_text("a", encoding="utf-8")
    two.write_text("b", encoding="utf-8")
    first = fingerprint([one, two])
    assert first == fingerprint([two, one])
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    copies = [path.rename(moved / path.name) for path in (one, two)]
    assert fingerprint(copies) == first
    copies[0].write_text("b", encoding="utf-8")
    copies[1].write_text("a", encoding="utf-8")
    swapped = fingerprint(copies)
    assert swapped != first
    assert fingerprint([copies[0].rename(moved / "1.toml"), copies[1]]) != swapped
