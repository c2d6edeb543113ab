"""The README keeps up with the toolkit."""

import re
from pathlib import Path

import pytest

from ranking.cli.app import app
from ranking.model.problem import CODES

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```bash\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def table(first_header: str) -> list[str]:
    """Return the first cells of the table that begins with this header."""
    head, rows = re.escape(first_header), r"((?:\|.*\n)+)"
    found = re.search(rf"^\| {head} \|.*\n\| --- \|.*\n{rows}", README, re.MULTILINE)
    assert found, f"README.md has no table of every {first_header}"
    return [row.split(" | ")[0].removeprefix("| ") for row in found[1].splitlines()]


def test_problem_codes() -> None:
    """Every code stands in the table of codes once, and no other code does."""
    listed = [code for cell in table("code") for code in re.findall(r"`([^`]+)`", cell)]
    assert sorted(listed) == sorted(CODES)


def test_commands() -> None:
    """Every command stands in the table of commands, and no other command does."""
    listed = [cell.split()[1].strip("`") for cell in table("command")]
    commands = [command.callback for command in app.registered_commands]
    assert sorted(listed) == sorted(one.__name__.replace("_", "-") for one in commands if one)


@pytest.mark.parametrize(
    ("number", "last"), [(0, ".venv/bin/rank build"), (1, ".venv/bin/python -m pytest")]
)
def test_blocks_of_commands(number: int, last: str) -> None:
    """The first two blocks build the demo and run the tests, each from a fresh checkout."""
    assert len(BLOCKS) >= 2
    lines = BLOCKS[number].splitlines()
    assert lines[0] == "python3 -m venv .venv"
    assert lines[1].startswith(".venv/bin/python -m pip install ")
    assert lines[-1] == last
