"""The Python API for notebooks: a build, its tables, why they say so, and what if."""

from ranking.api.build import build_run
from ranking.api.run import Run, load_run

__all__ = ["Run", "build_run", "load_run"]
