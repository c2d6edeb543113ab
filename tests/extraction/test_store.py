import multiprocessing
from collections.abc import Iterator
from pathlib import Path

import pytest

from ranking.extraction.store import Store, cache_folder, digest, kept, purge


def test_content_is_found_under_its_key_alone(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache" / "words")
    store.put(digest(["a", "b"]), b"one")
    store.put(digest(["ab"]), b"two")
    assert (store.get(digest(["a", "b"])), store.get(digest(["ab"]))) == (b"one", b"two")
    assert store.get(digest(["c"])) is None
    assert kept(tmp_path / "cache") == (2, 6)


def test_a_folder_that_cannot_be_written_to_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = Store(tmp_path / "file" / "words")
    store.put("ab", b"content")
    assert store.get("ab") is None


def _seen_while_writing(folder: Path, content: bytes) -> Iterator[bytes | None]:
    store = Store(folder)
    for _ in range(200):
        store.put("ab", content)
        yield store.get("ab")


def _only_whole_contents(folder: Path, content: bytes) -> bool:
    whole = {bytes([char]) * len(content) for char in b"xy"}
    return whole.issuperset(_seen_while_writing(folder, content))


def test_two_builds_that_write_at_once_read_whole_contents_only(tmp_path: Path) -> None:
    jobs = [(tmp_path, bytes([char]) * 300_000) for char in b"xy"]
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert all(pool.starmap(_only_whole_contents, jobs))
    assert [path.name for path in tmp_path.rglob("*.json")] == ["ab.json"]


def test_purge_deletes_its_stores_and_nothing_else(tmp_path: Path) -> None:
    Store(tmp_path / "cache" / "words").put("ab", b"content")
    (tmp_path / "cache" / "mine.txt").touch()
    purge(tmp_path / "cache", ("words", "others"))
    assert [path.name for path in tmp_path.rglob("*")] == ["cache", "mine.txt"]
    (tmp_path / "cache" / "mine.txt").unlink()
    purge(tmp_path / "cache", ("words",))
    assert not (tmp_path / "cache").exists()
    purge(tmp_path / "cache", ("words",))


def test_where_the_cache_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "ranking"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache_folder() == Path.home() / ".cache" / "ranking"
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert cache_folder() == Path.home() / ".cache" / "ranking"
