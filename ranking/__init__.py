"""Reviewer-side candidate ranking toolkit: every point is a quote on a page.

The names a notebook needs; they are imported when they are first used, so that the command line
starts quickly.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ranking.api import Run, load_run
    from ranking.inputs.calls import read_call
    from ranking.pipeline import build
    from ranking.steps.options import BuildOptions

__all__ = ["BuildOptions", "Run", "build", "load_run", "read_call"]

_HOMES = {
    "Run": "ranking.api",
    "load_run": "ranking.api",
    "read_call": "ranking.inputs.calls",
    "BuildOptions": "ranking.steps.options",
    "build": "ranking.pipeline",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attribute may be anything
    """Import a public name from its home."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - a slow import, seldom asked for

        return version("ranking")
    if name not in _HOMES:
        raise AttributeError(f"module 'ranking' has no attribute '{name}'")
    return getattr(importlib.import_module(_HOMES[name]), name)
