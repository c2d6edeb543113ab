"""Worker processes that may die: what a job does to its process harms no other job.

PDFium is not thread-safe, and a damaged or hostile file can hang it, crash it or eat the memory.
So jobs run in long-lived processes with limits; a process that dies or takes too long is replaced,
and its job is reported as lost. Processes are spawned, not forked, so that they hold nothing of
this one, and are added only while there is enough left to do to pay for their start.
"""

import multiprocessing
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from multiprocessing import connection
from types import ModuleType, TracebackType
from typing import Any, Self, TypeVar

from ranking.extraction.worker import Done, Job, More, Run, work

T = TypeVar("T")

_SIGXCPU = 24
_ENDING_SECONDS = 2.0
_PAYS_FROM = 20.0
"""One more process pays if what is left takes this many times as long as the first result did."""

_TELLING = 5
"""So many results tell the pace."""

_PATIENCE_SECONDS = 4.0
"""Without any result for so long, the jobs are long ones, and one more process pays."""


class Lost(Enum):
    """Why there is no result of a job."""

    TIMEOUT = "it took too long"
    DIED = "the process that read it broke down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits of the worker processes.

    Attributes:
        processes: The most processes; with 1 the jobs are done in this process, without limits,
            where a debugger reaches them.
        memory_megabytes: Address space of a process.
        jobs: Jobs after which a process is replaced, since libraries leak.
    """

    processes: int = 1
    memory_megabytes: int = 2048
    jobs: int = 200


@dataclass(slots=True)
class _Worker:
    """A process with its channel, and the job that it is at (None while it waits)."""

    process: Any
    channel: "connection.Connection[Any, Any]"
    index: int | None = None
    deadline: float = 0.0
    jobs: int = 0
    run: Run | None = None


class Workers:
    """Does jobs in processes; a context manager that leaves none behind."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all processes, whatever they are at."""
        while self._workers:
            self._end(self._workers[-1])

    def run(
        self, function: Callable[..., T], jobs: Sequence[Job], shared: tuple[Any, ...] = ()
    ) -> Iterator[T | Lost]:
        """Yield what a function makes of the arguments of each job, in the order of the jobs.

        Args:
            function: Called with the shared arguments and the job's own; a name that another
                process can import.
            jobs: The arguments, with the time that each may take.
            shared: First arguments of every call, sent to a process once.

        Raises:
            Exception: What the function raises, except for lack of memory, which loses the job.
        """
        if self._limits.processes == 1:
            yield from (function(*shared, *job.arguments) for job in jobs)
            return
        run = Run(function, shared)
        pace = _Pace()
        waiting = deque(range(len(jobs)))
        results: dict[int, T | Lost] = {}
        try:
            for index in range(len(jobs)):
                while index not in results:
                    self._give_out(run, jobs, waiting, pace)
                    found = self._collect()
                    pace.count(len(found))
                    results |= found
                yield results.pop(index)
        except BaseException:
            self.close()
            raise

    def _give_out(
        self, run: Run, jobs: Sequence[Job], waiting: "deque[int]", pace: "_Pace"
    ) -> None:
        for idle in [w for w in self._workers if w.index is None]:
            if not idle.process.is_alive():
                self._end(idle)
        while waiting and (worker := self._free(run, len(waiting), pace)):
            self._give(worker, run, jobs[waiting[0]], waiting.popleft())

    def _free(self, run: Run, waiting: int, pace: "_Pace") -> _Worker | None:
        """Return a process that is at the run already, else one more if that pays."""
        engaged = [worker for worker in self._workers if worker.run is run]
        idle = [worker for worker in engaged if worker.index is None]
        if idle or (engaged and not pace.pays(waiting, len(engaged))):
            return idle[0] if idle else None
        others = [worker for worker in self._workers if worker.index is None]
        if others or len(self._workers) >= self._limits.processes:
            return others[0] if others else None
        return self._start()

    def _give(self, worker: _Worker, run: Run, job: Job, index: int) -> None:
        worker.index, worker.deadline = index, time.monotonic() + job.seconds
        worker.jobs += 1
        try:
            if worker.run is not run:
                worker.run = run
                worker.channel.send(run)
            worker.channel.send(job)
        except OSError:
            worker.deadline = 0.0  # it has died; _collect finds out

    def _collect(self) -> dict[int, Any]:
        """Wait for something to happen; return the results by the job's place."""
        busy = [worker for worker in self._workers if worker.index is not None]
        soonest = min(worker.deadline for worker in busy)
        timeout = max(0.0, min(soonest - time.monotonic(), 1.0))
        heard = connection.wait([worker.channel for worker in busy], timeout)
        found: dict[int, Any] = {}
        for worker in busy:
            index = worker.index
            result = self._listen(worker) if worker.channel in heard else self._watch(worker)
            if index is not None and result is not None:
                found[index] = result.value if isinstance(result, Done) else result
        return found

    def _listen(self, worker: _Worker) -> Done | Lost | None:
        """Take a message of a worker, or notice that it has died."""
        try:
            message = worker.channel.recv()
        except (EOFError, OSError):
            worker.process.join(_ENDING_SECONDS)
            self._end(worker)
            return Lost.TIMEOUT if worker.process.exitcode == -_SIGXCPU else Lost.DIED
        if isinstance(message, More):
            worker.deadline += message.seconds
            return None
        if message.error is not None:
            raise message.error
        worker.index = None
        if message.out_of_memory or worker.jobs >= self._limits.jobs:
            self._end(worker)
        return Lost.DIED if message.out_of_memory else message

    def _watch(self, worker: _Worker) -> Lost | None:
        if time.monotonic() < worker.deadline:
            return None
        self._end(worker)
        return Lost.TIMEOUT

    def _start(self) -> _Worker:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=work, args=(theirs, self._limits.memory_megabytes), daemon=True
        )
        with _no_main():
            process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _end(self, worker: _Worker) -> None:
        """End a process; it holds nothing that needs to be put in order."""
        self._workers.remove(worker)
        worker.channel.close()
        worker.process.kill()
        worker.process.join()


class _Pace:
    """How fast the jobs of a run are done, to tell whether one more process pays."""

    def __init__(self) -> None:
        self._began = self._latest = time.monotonic()
        self._first = 0.0
        self._done = 0

    def count(self, results: int) -> None:
        """Take note of results."""
        if results:
            self._latest = time.monotonic()
            self._first = self._first or self._latest
            self._done += results

    def pays(self, waiting: int, processes: int) -> bool:
        """Whether one more process pays while so many jobs wait for so many processes."""
        now = time.monotonic()
        if self._done < _TELLING:
            return now - self._latest > _PATIENCE_SECONDS * processes
        left = waiting * (now - self._first) / (self._done - 1)
        return left > _PAYS_FROM * (self._first - self._began)


@contextmanager
def _no_main() -> Iterator[None]:
    """Keep a new process from running the user's script again, which may lack the usual guard."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
