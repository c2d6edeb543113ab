"""The version of the code that made something: a changed line of code makes a new version.

Why not the version number: what is kept from an earlier build must never differ from what this
build would make, also between releases.
"""

import functools
import hashlib
import importlib.metadata
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@functools.cache
def code_version(parts: tuple[str, ...], packages: tuple[str, ...]) -> str:
    """Return a digest of parts of this package and of the versions of other packages.

    Args:
        parts: Modules and subpackages of ``ranking``, such as ``extraction``.
        packages: Names of installed distributions; those that are missing count as such.
    """
    found = hashlib.sha256("".join(map(_digest, parts)).encode())
    for package in packages:
        found.update(f"{package} {_version(package)}\0".encode())
    return found.hexdigest()


@functools.cache
def _digest(part: str) -> str:
    """Return the digest of a part; several versions share parts."""
    found = hashlib.sha256()
    for path in sorted((_PACKAGE / part).rglob("*.py")):
        found.update(f"{path.relative_to(_PACKAGE)}\0".encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "missing"
