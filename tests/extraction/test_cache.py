import json
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ranking.extraction.cache import ReadingCache
from ranking.extraction.read_options import ReadOptions
from ranking.extraction.reader import read_file
from ranking.extraction.store import Store
from ranking.model.page_rules import PageRules
from tests.extraction.conftest import Applications, PdfBuilder


@pytest.fixture
def options(page_rules: PageRules) -> ReadOptions:
    return ReadOptions(max_pages=100, max_megabytes=1.0, pages=page_rules)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "ranking" / "readings")


def test_a_reading_comes_back_as_it_was(
    applications: Applications, pdf: Callable[[], PdfBuilder], options: ReadOptions, store: Store
) -> None:
    builder = pdf().text("Words of the first page, \u00e9t\u00e9").text("Words of the second page")
    file = applications.add("cv.pdf", builder.bytes())
    reading = read_file(applications.root, file, options)
    cache = ReadingCache(store, options)
    assert cache.get(file) is None
    cache.put(file, reading)
    assert cache.get(file) == reading


def test_a_password_given_later_opens_a_locked_file(
    applications: Applications, pdf: Callable[[], PdfBuilder], options: ReadOptions, store: Store
) -> None:
    builder = pdf().text("Words behind a lock, enough of them")
    builder.writer.encrypt("secret", "owner", algorithm="AES-256")
    locked = applications.add("cv.pdf", builder.bytes())
    open_file = applications.add("letter.pdf", pdf().text("Words of a letter, enough").bytes())
    cache = ReadingCache(store, options)
    for file in (locked, open_file):
        cache.put(file, read_file(applications.root, file, options))
    with_password = ReadingCache(store, replace(options, passwords=("secret",)))
    assert with_password.get(locked) is None
    assert with_password.get(open_file) == cache.get(open_file)
    assert cache.get(locked) is not None


def test_another_limit_of_pages_is_another_reading(
    applications: Applications, pdf: Callable[[], PdfBuilder], options: ReadOptions, store: Store
) -> None:
    file = applications.add("cv.pdf", pdf().text("Words of a page, enough of them").bytes())
    ReadingCache(store, options).put(file, read_file(applications.root, file, options))
    assert ReadingCache(store, replace(options, max_pages=1)).get(file) is None


def test_a_torn_entry_counts_as_none(
    applications: Applications, pdf: Callable[[], PdfBuilder], options: ReadOptions, store: Store
) -> None:
    file = applications.add("cv.pdf", pdf().text("Words of a page, enough of them").bytes())
    cache = ReadingCache(store, options)
    cache.put(file, read_file(applications.root, file, options))
    (entry,) = store.folder.rglob("*.json")
    json.loads(entry.read_text())
    entry.write_bytes(entry.read_bytes()[:-9])
    assert cache.get(file) is None


def test_what_is_kept_is_readable_by_its_owner_only(
    applications: Applications, pdf: Callable[[], PdfBuilder], options: ReadOptions, store: Store
) -> None:
    file = applications.add("cv.pdf", pdf().text("Words of a page, enough of them").bytes())
    ReadingCache(store, options).put(file, read_file(applications.root, file, options))
    kept = [store.folder.parent, store.folder, *store.folder.rglob("*")]
    assert len(kept) == 4
    assert not any(stat.S_IMODE(path.stat().st_mode) & 0o077 for path in kept)
