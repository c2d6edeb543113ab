"""Every command: help, exit codes, and messages without tracebacks."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ranking import pipeline as run
from ranking.cli.app import app

COMMANDS = {"build", "check", "explain", "tag", "bench", "new-call", "doctor", "purge"}

Rank = Callable[..., Any]


def test_help_lists_every_command() -> None:
    """Run as users do: a process of its own, not main() in this one."""
    done = subprocess.run(
        [sys.executable, "-m", "ranking", "--help"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Usage: ")
    listed = [line.split()[0] for line in done.stdout.partition("Commands:")[2].splitlines()[1:]]
    assert set(listed) >= COMMANDS
    assert len(listed) == len(app.registered_commands)


def test_help_does_not_load_what_only_a_build_needs() -> None:
    code = "import ranking.cli.app, sys; print({'spacy', 'pypdf', 'openpyxl'} & set(sys.modules))"
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "set()\n"


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_help(rank: Rank, command: str) -> None:
    ran = rank(command, "--help")
    assert ran.code == 0
    assert re.match(rf"Usage: .*\b{command} ", ran.out)
    assert "--help" in ran.out


@pytest.mark.parametrize(
    "arguments", [["biuld"], ["build", "--frsh"], ["build", "--jobs", "0"], ["build", "a", "b"]]
)
def test_a_mistyped_command_line(rank: Rank, arguments: list[str]) -> None:
    ran = rank(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "Error" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["build", "missing"], "There is no folder missing.\n", id="missing folder"),
        pytest.param(["check", "empty"], "There are no files in empty.\n", id="empty folder"),
        pytest.param(["build", "debris"], "There are no files in debris.\n", id="folder of debris"),
        pytest.param(["check", "file.txt"], "file.txt is not a folder.\n", id="a file"),
        pytest.param(
            ["build", "file.txt", "--call", "chalmers-20230081"],
            "There is no call 'chalmers-20230081' - did you mean 'chalmers-20230018'?\n",
            id="unknown call",
        ),
        pytest.param(
            ["build", "file.txt", "--call", "none.toml"],
            "none.toml cannot be read: ",
            id="missing profile",
        ),
        pytest.param(
            ["build", "file.txt", "--call", "file.txt"], "file.txt: 1 fault\n", id="no profile"
        ),
    ],
)
def test_what_the_user_must_mend(rank: Rank, arguments: list[str], message: str) -> None:
    for name in ("empty", "debris"):
        Path(name).mkdir()
    Path("debris", ".DS_Store").touch()
    Path("file.txt").write_text("an invented file", encoding="utf-8")
    ran = rank(*arguments, "--jobs", 1)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(message)
    advice = ran.err.splitlines()[-1]
    assert advice
    assert advice not in message
    assert "Traceback" not in ran.err
    assert not Path("results").exists()


def test_a_faulty_call_profile(rank: Rank) -> None:
    Path("mine.toml").write_text('titel = "PhD student"\ncriteria = 5\n', encoding="utf-8")
    ran = rank("check", ".", "--call", "mine.toml")
    assert ran.code == 2
    first, *faults = ran.err.splitlines()
    assert first == f"mine.toml: {len(faults) - 1} faults"
    assert "  titel: unknown key - did you mean 'title'?" in faults
    assert "  title: is missing" in faults
    assert "  criteria: Input should be a valid array" in faults
    assert faults[-1] == "Mend mine.toml and run again."


def test_a_bug_is_called_a_bug(
    rank: Rank, monkeypatch: pytest.MonkeyPatch, applications: Path
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("an invented bug")

    monkeypatch.setattr(run, "rank", broken)
    ran = rank("build", applications, "--out", "OUT", "--jobs", 1)
    assert (ran.code, ran.out) == (1, "")
    assert "ZeroDivisionError: an invented bug\n" in ran.err
    assert ran.err.endswith("This is a bug of the toolkit; please report the lines above.\n")
    assert not Path("OUT").exists()
