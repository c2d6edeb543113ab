from collections.abc import Callable
from pathlib import Path
from typing import Any

Rank = Callable[..., Any]


def test_purge_says_what_is_kept_and_deletes_it_when_told(rank: Rank, applications: Path) -> None:
    cache = Path.cwd() / "cache" / "ranking"
    assert rank("check", applications, "--jobs", 1).code == 0
    assert list(cache.rglob("*.json"))
    asked = rank("purge")
    assert asked.code == 0
    assert asked.out.startswith("8 files, ")
    assert "`rank purge --cache` deletes them" in asked.out
    assert list(cache.rglob("*.json"))
    assert rank("purge", "--cache").out.startswith("Deleted: 8 files, ")
    assert not cache.exists()
    assert rank("purge", "--cache").out.startswith("Deleted: 0 files, ")
