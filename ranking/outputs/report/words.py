"""Verdicts, names and counts as a reader sees them."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from ranking.model.assessment import Verdict
from ranking.model.document import Kind

SIGNS: Mapping[Verdict, str] = {
    Verdict.MET: "✓",
    Verdict.EXPECTED: "◔",
    Verdict.UNCLEAR: "?",
    Verdict.NOT_MET: "✗",
}
"""Beside the words and colours, for those who see no colours and those who skim."""


def spaced(identifier: str) -> str:
    """Return an identifier in words."""
    return identifier.replace("_", " ").replace("-", " ")


def kind_name(kind: Kind) -> str:
    """Return what a kind of document is called."""
    return "CV" if kind is Kind.CV else kind.value


def plural(count: int, one: str) -> str:
    """Return a count with its noun."""
    return f"{count} {one}" if count == 1 else f"{count} {one}s"


def file_name(path: str) -> str:
    """Return a file's name without its folders."""
    return PurePosixPath(path).name
