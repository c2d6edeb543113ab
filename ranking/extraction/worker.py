"""One worker process: takes jobs from a connection, one at a time, within its limits.

Where the operating system has no such limits (Windows), the wall time alone is watched over.
"""

import contextlib
import gc
import os
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import connection, parent_process
from types import ModuleType
from typing import Any

from ranking.extraction.allowance import watched_by

resource: ModuleType | None
try:
    import resource
except ImportError:  # pragma: no cover - Windows
    resource = None

_CPU_SHARE = 0.5
"""CPU time over wall time: the wall is generous, since the machine may be busy."""

_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "1")
"""There is a process for each core already; threads of the algebra library wait in a busy loop."""

_MEGABYTE = 1024 * 1024
_GARBAGE_THRESHOLD = 50_000
"""Jobs make many objects and hardly any cycles; looking for cycles often costs a tenth of the
time."""


@dataclass(frozen=True, slots=True)
class Run:
    """What the jobs of a run have in common; sent to a worker once."""

    function: Callable[..., Any]
    shared: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """Arguments of one call, and the seconds of wall time that it may take."""

    arguments: tuple[Any, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class More:
    """The worker's word that its job needs so many seconds more."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Done:
    """The worker's word that its job is done, with what came of it.

    ``error`` is an exception that the function raised: a bug, to be raised again.
    """

    value: Any = None
    error: Exception | None = None
    out_of_memory: bool = False


def work(channel: "connection.Connection[Any, Any]", memory_megabytes: int) -> None:
    """Do the jobs that come until the channel closes or the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    _limit_memory(memory_megabytes)
    os.environ.setdefault(*_ONE_THREAD)  # read when numpy is imported
    gc.set_threshold(_GARBAGE_THRESHOLD)
    run = Run(function=tuple, shared=())
    with contextlib.suppress(EOFError, OSError):
        while True:
            message = channel.recv()
            if isinstance(message, Run):
                run = message
            else:
                channel.send(_do(run, message, channel))


def _do(run: Run, job: Job, channel: "connection.Connection[Any, Any]") -> Done:
    def more(seconds: float) -> None:
        _add_cpu_time(seconds)
        channel.send(More(seconds))

    _set_cpu_time(job.seconds)
    try:
        with watched_by(more):
            return Done(value=run.function(*run.shared, *job.arguments))
    except MemoryError:
        return Done(out_of_memory=True)
    except Exception as error:  # noqa: BLE001 - raised again in the parent
        return Done(error=error)


def _leave_with_parent() -> None:
    """End this process when its parent has ended, however that came about."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _limit_memory(megabytes: int) -> None:
    if resource is not None:
        _lower(resource.RLIMIT_AS, megabytes * _MEGABYTE)
        _lower(resource.RLIMIT_CORE, 0)


def _set_cpu_time(seconds: float) -> None:
    if resource is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _lower(resource.RLIMIT_CPU, round(used.ru_utime + used.ru_stime + seconds * _CPU_SHARE) + 1)


def _add_cpu_time(seconds: float) -> None:
    if resource is not None:
        soft, _ = resource.getrlimit(resource.RLIMIT_CPU)
        _lower(resource.RLIMIT_CPU, soft + round(seconds * _CPU_SHARE))


def _lower(limit: int, value: int) -> None:
    """Set a soft limit, as far as the hard one and the operating system allow it."""
    if resource is not None:
        _, hard = resource.getrlimit(limit)
        most = value if hard == resource.RLIM_INFINITY else min(value, hard)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, hard))
