"""How long a job may take: what it was given, and more as it finds out how much there is to do.

Why: how many pages a file has shows only when it is open, and how many of them are pictures only
when they have been looked at. A reader says so here; whoever watches over it waits longer.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

START_SECONDS = 30.0
"""Wall time to open a file and to look around in it."""

PAGE_SECONDS = 0.5
"""Wall time for a page, a hundred times what a usual page takes."""

OCR_PAGE_SECONDS = 30.0
"""Wall time for a page that is read by OCR, ten times what a usual page takes."""

_listeners: list[Callable[[float], None]] = []


def allow(seconds: float) -> None:
    """Ask for more time; without effect where nobody watches over the job."""
    for listener in _listeners:
        listener(seconds)


@contextmanager
def watched_by(listener: Callable[[float], None]) -> Iterator[None]:
    """Tell a listener of every second that is asked for."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)
