"""A TOML file as a frozen dataclass, every fault shown in one pass.

Why: the people who write call profiles and lexicons are not programmers. A mistyped key must never
silently count for nothing, and a file is mended in one go when all its faults are listed with the
key's path and the nearest known word.
"""

import dataclasses
import difflib
import functools
import hashlib
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import tomli
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, to_json

from ranking.errors import Fault, InputFileError, UserError

T = TypeVar("T")
Table = Mapping[str, Any]
"""A table as it stands in the file: anything may be missing or of another type."""


def no_faults(_raw: Table) -> Iterable[Fault]:
    """Find nothing."""
    return ()


def read_toml(
    path: Path, type_: type[T], check: Callable[[Table], Iterable[Fault]] = no_faults
) -> T:
    """Read a TOML file into a frozen dataclass.

    Args:
        path: The file.
        type_: The dataclass; unknown keys are errors, at every depth. A value must have the type
            of its key: "1" is no number and 1 is no truth value.
        check: Finds what else is wrong. It is given the file as it stands, so that its faults are
            listed together with those of keys and types.

    Raises:
        UserError: If the file cannot be read.
        InputFileError: If it is not TOML, or has faults (all of them are listed).
    """
    raw = parse_toml(path)
    faults = list(unknown_keys(raw, type_))
    try:
        # Only JSON, not Python's own objects, can be strict and still make tuples and enums.
        content = to_json(raw, inf_nan_mode="constants")
        value: T = _adapter(typing.cast("type", type_)).validate_json(content, strict=True)
    except ValidationError as error:
        faults += [*map(_fault, error.errors()), *check(raw)]
    else:
        faults += check(raw)
        if not faults:
            return value
    raise InputFileError(path.name, faults)


@functools.cache
def _adapter(dataclass: type) -> TypeAdapter[Any]:
    """Return what makes a dataclass of JSON; a build reads many files of few types."""
    return TypeAdapter(dataclass)


def parse_toml(path: Path) -> dict[str, Any]:
    """Parse a TOML file.

    Raises:
        UserError: If the file cannot be read.
        InputFileError: If it is not TOML.
    """
    try:
        return tomli.loads(_content(path).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputFileError(path.name, [Fault("", "it is not UTF-8 text")]) from None
    except tomli.TOMLDecodeError as error:
        raise InputFileError(path.name, [Fault("", f"it is not TOML: {error}")]) from None


def fingerprint(paths: list[Path]) -> str:
    """Return the sha256 over names and contents of files, in the order of their names.

    Raises:
        UserError: If a file cannot be read.
    """
    digest = hashlib.sha256()
    for path in sorted(paths):
        content = _content(path)
        digest.update(f"{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error.strerror}.", "Check the path.") from None


def suggestion(word: str, known: list[str]) -> str:
    """Return `` - did you mean 'x'?`` if a known word is near, else the empty string."""
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f" - did you mean '{near[0]}'?" if near else ""


def unknown_keys(raw: object, type_: object, place: str = "") -> Iterator[Fault]:
    """Yield a fault for every key that the dataclass does not have, at every depth."""
    if isinstance(raw, list):
        item = next(iter(typing.get_args(type_)), None)
        of_tables = dataclasses.is_dataclass(item) or typing.get_args(item)
        for index, element in enumerate(raw if of_tables else ()):
            yield from unknown_keys(element, item, f"{place}[{index}]")
    elif isinstance(raw, dict) and isinstance(type_, type) and dataclasses.is_dataclass(type_):
        types = _types_of(type_)
        for key, value in raw.items():
            inner = f"{place}.{key}" if place else key
            if key in types:
                yield from unknown_keys(value, types[key], inner)
            else:
                yield Fault(inner, f"unknown key{suggestion(key, list(types))}")


@functools.cache
def _types_of(dataclass: type) -> dict[str, object]:
    """Return the types of a dataclass by key; a file has hundreds of tables of few types."""
    return typing.get_type_hints(dataclass)


def _fault(error: ErrorDetails) -> Fault:
    place = ""
    for step in error["loc"]:
        if step == "[key]":  # pydantic's word for: the key itself, not its value
            continue
        place += f"[{step}]" if isinstance(step, int) else f"{'.' if place else ''}{step}"
    message = "is missing" if error["type"] == "missing" else error["msg"]
    if error["type"] == "enum":
        known = str(error.get("ctx", {}).get("expected", ""))
        words = [word.strip("'") for word in known.replace(" or ", ", ").split(", ")]
        message += suggestion(str(error["input"]), words)
    return Fault(place, message)
