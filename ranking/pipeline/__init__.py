"""The run: the only package that knows the stages.

Its names are imported when they are first used, so that a worker process that judges applications
is not kept waiting by what reads folders and writes tables.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ranking.pipeline.options import BuildOptions, Built, CheckOptions, Intake, Knowledge
    from ranking.pipeline.run import area_tagger, build, check, read_knowledge

__all__ = [
    "BuildOptions",
    "Built",
    "CheckOptions",
    "Intake",
    "Knowledge",
    "area_tagger",
    "build",
    "check",
    "read_knowledge",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attribute may be anything
    """Import a public name from its home."""
    if name not in __all__:
        raise AttributeError(f"module 'ranking.pipeline' has no attribute '{name}'")
    home = "options" if name[0].isupper() else "run"
    return getattr(importlib.import_module(f"ranking.pipeline.{home}"), name)
