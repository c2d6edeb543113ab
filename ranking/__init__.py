"""Reviewer-side candidate ranking toolkit: every point is a quote on a page.

The names a notebook needs; they are imported when they are first used, so that the command line
starts quickly.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ranking.api import Run, build_run, load_run
    from ranking.errors import UserError
    from ranking.inputs.calls import read_call
    from ranking.inputs.data_root import data_root
    from ranking.pipeline import area_tagger, build
    from ranking.steps.options import BuildOptions
    from ranking.steps.trying import try_lexicon

__all__ = [
    "BuildOptions",
    "Run",
    "UserError",
    "area_tagger",
    "build",
    "build_run",
    "data_root",
    "load_run",
    "read_call",
    "try_lexicon",
]

_HOMES = {
    "Run": "ranking.api",
    "UserError": "ranking.errors",
    "build_run": "ranking.api",
    "load_run": "ranking.api",
    "data_root": "ranking.inputs.data_root",
    "read_call": "ranking.inputs.calls",
    "BuildOptions": "ranking.steps.options",
    "area_tagger": "ranking.pipeline",
    "build": "ranking.pipeline",
    "try_lexicon": "ranking.steps.trying",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attribute may be anything
    """Import a public name from its home."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - a slow import, seldom asked for

        return version("ranking")
    if name not in _HOMES:
        raise AttributeError(f"module 'ranking' has no attribute '{name}'")
    return getattr(importlib.import_module(_HOMES[name]), name)
