"""Reviewer-side candidate ranking toolkit: every point is a quote on a page.

The names a notebook needs; they are imported when they are first used, so that the command line
starts quickly.
"""

import importlib
import importlib.metadata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ranking.api import Run, load_run
    from ranking.inputs.calls import read_call
    from ranking.pipeline import BuildOptions, build

__all__ = ["BuildOptions", "Run", "build", "load_run", "read_call"]
__version__ = importlib.metadata.version("ranking")

_HOMES = {
    "Run": "ranking.api",
    "load_run": "ranking.api",
    "read_call": "ranking.inputs.calls",
    "BuildOptions": "ranking.pipeline",
    "build": "ranking.pipeline",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attribute may be anything
    """Import a public name from its home."""
    if name not in _HOMES:
        raise AttributeError(f"module 'ranking' has no attribute '{name}'")
    return getattr(importlib.import_module(_HOMES[name]), name)
