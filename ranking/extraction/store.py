"""Small files kept by key on this machine; a key that is found has the content it was kept with.

The folder is readable by its owner only, since it holds what applicants wrote. Writing is atomic,
so two builds may use the folder at once. A store that cannot be written to keeps nothing, and a
build goes on without it.
"""

import contextlib
import functools
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

T = TypeVar("T")

_OWNER_ONLY = 0o700
_SHELF_DIGITS = 2


def cache_folder() -> Path:
    """Return the folder of everything that is kept: ``$XDG_CACHE_HOME/ranking``.

    A relative ``XDG_CACHE_HOME`` is invalid and ignored (XDG Base Directory Specification).
    """
    home = os.environ.get("XDG_CACHE_HOME", "")
    base = Path(home) if Path(home).is_absolute() else Path.home() / ".cache"
    return base / "ranking"


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of content by key. Keys are hexadecimal digests."""

    folder: Path

    def get(self, key: str) -> bytes | None:
        """Return what was kept under a key, None if nothing was."""
        try:
            return self._path(key).read_bytes()
        except OSError:
            return None

    def put(self, key: str, content: bytes) -> None:
        """Keep content under a key."""
        path = self._path(key)
        with contextlib.suppress(OSError):
            self._make_shelf(path.parent)
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
                try:
                    file.write(content)
                    file.close()
                    Path(file.name).replace(path)
                except BaseException:
                    Path(file.name).unlink(missing_ok=True)
                    raise

    def _path(self, key: str) -> Path:
        return self.folder / key[:_SHELF_DIGITS] / f"{key}.json"

    def _make_shelf(self, shelf: Path) -> None:
        if not shelf.is_dir():
            for folder in (self.folder.parent, self.folder, shelf):
                folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)


@functools.cache
def adapter(type_: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - any type has one
    """Return what makes JSON of a type and back; making it takes a while, so only on first use."""
    return TypeAdapter(type_)


class Records(Generic[T]):
    """Values of one type in a store, as JSON; what cannot be read back counts as not kept.

    Args:
        type_: The type, such as a dataclass.
        store: Where they are kept, None to keep nothing.
    """

    def __init__(self, type_: Any, store: Store | None) -> None:  # noqa: ANN401 - T itself
        self._type = type_
        self._store = store

    def get(self, key: str) -> T | None:
        """Return the value that was kept under a key, None if none was."""
        content = self._store.get(key) if self._store else None
        if content is None:
            return None
        try:
            value: T = adapter(self._type).validate_json(content)
        except ValidationError:
            return None
        return value

    def put(self, key: str, value: T) -> None:
        """Keep a value under a key."""
        if self._store:
            self._store.put(key, adapter(self._type).dump_json(value))


def digest(parts: Iterable[str]) -> str:
    """Return a key made of texts."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def kept(folder: Path) -> tuple[int, int]:
    """Return how many files a folder of stores holds, and their bytes."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)


def purge(folder: Path, stores: Iterable[str]) -> None:
    """Delete stores of a folder, and nothing else that may lie there.

    Raises:
        OSError: If something cannot be deleted.
    """
    for name in stores:
        if (folder / name).is_dir():
            shutil.rmtree(folder / name)
    with contextlib.suppress(OSError):
        folder.rmdir()
