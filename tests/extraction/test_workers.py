import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from ranking.extraction.worker import Job
from ranking.extraction.workers import Limits, Lost, Workers

# Functions that a worker process imports by name, as it would import a reader.
MISCHIEF = """
import os, signal, sys, time
from ranking.extraction.allowance import allow

def act(offset, what):
    if what == "hang":
        time.sleep(60)
    if what == "burn":
        while True:
            pass
    if what == "leave":
        os._exit(3)
    if what == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if what == "eat":
        return len(bytearray(3 * 1024**3))
    if what == "raise":
        raise LookupError("a bug")
    if what == "slow":
        allow(30)
        time.sleep(1.5)
    if what == "threads":
        return os.environ["OPENBLAS_NUM_THREADS"]
    if what == "who":
        return os.getpid()
    return offset + len(what)
"""


@pytest.fixture
def mischief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    (tmp_path / "mischief.py").write_text(MISCHIEF)
    monkeypatch.syspath_prepend(tmp_path)
    import mischief  # type: ignore[import-not-found]  # noqa: PLC0415

    yield mischief
    del sys.modules["mischief"]


@pytest.fixture
def run(mischief: ModuleType) -> Callable[..., list[object]]:
    def run(*acts: str, seconds: float = 20, **limits: int) -> list[object]:
        jobs = [Job((act,), seconds) for act in acts]
        with Workers(Limits(**{"processes": 2, **limits})) as workers:
            return list(workers.run(mischief.act, jobs, shared=(100,)))

    return run


@pytest.mark.parametrize("processes", [1, 2])
def test_results_come_in_the_order_of_the_jobs(
    processes: int, run: Callable[..., list[object]]
) -> None:
    assert run("a", "bbb", "", "cc", processes=processes) == [101, 103, 100, 102]


@pytest.mark.parametrize(
    ("act", "why"),
    [("leave", Lost.DIED), ("crash", Lost.DIED), ("eat", Lost.DIED), ("hang", Lost.TIMEOUT)],
)
def test_a_job_that_breaks_its_process_harms_no_other(
    act: str, why: Lost, run: Callable[..., list[object]]
) -> None:
    assert run("a", act, "bb", seconds=1.5, memory_megabytes=1500) == [101, why, 102]


def test_a_job_that_uses_up_its_processor_time_is_ended(run: Callable[..., list[object]]) -> None:
    began = time.monotonic()
    assert run("burn", "a", seconds=4) == [Lost.TIMEOUT, 101]
    assert time.monotonic() - began < 15


def test_a_job_may_ask_for_more_time(run: Callable[..., list[object]]) -> None:
    assert run("slow", seconds=1) == [104]


def test_what_a_function_raises_is_raised_here(run: Callable[..., list[object]]) -> None:
    with pytest.raises(LookupError, match="a bug"):
        run("a", "raise", "b")


def test_a_process_is_replaced_after_its_jobs(run: Callable[..., list[object]]) -> None:
    pids = run("who", "who", "who", "who", processes=2, jobs=2)
    assert len(set(pids)) == 2
    assert pids.count(pids[0]) == 2


def test_no_process_is_left_when_the_caller_stops(mischief: ModuleType) -> None:
    with Workers(Limits(processes=2)) as workers:
        results = workers.run(mischief.act, [Job(("who",), 20), Job(("hang",), 20)], (0,))
        pid = next(results)
        assert isinstance(pid, int)
        os.kill(pid, 0)
        results.close()  # type: ignore[attr-defined]
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_a_process_killed_by_hand_between_two_runs_is_replaced(mischief: ModuleType) -> None:
    with Workers(Limits(processes=2)) as workers:
        (pid,) = workers.run(mischief.act, [Job(("who",), 20)], (0,))
        assert isinstance(pid, int)
        os.kill(pid, signal.SIGKILL)
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
        assert list(workers.run(mischief.act, [Job(("a",), 20), Job(("bb",), 20)], (0,))) == [1, 2]


def test_algebra_has_one_thread_unless_somebody_wants_more(
    run: Callable[..., list[object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    assert run("threads") == ["1"]
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "3")
    assert run("threads") == ["3"]
