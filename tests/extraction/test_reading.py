import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from ranking.extraction.cache import ReadingCache
from ranking.extraction.read_options import Reading, ReadOptions
from ranking.extraction.reader import read_file
from ranking.extraction.reading import Desk, read_all
from ranking.extraction.store import Store
from ranking.extraction.workers import Limits, Workers
from ranking.model.document import SourceFile
from ranking.model.page_rules import PageRules
from tests.extraction.conftest import Applications, PdfBuilder

# A reader as a worker process imports it: bad on some files and on the second page of others.
BAD_READER = """
import os, signal, time
from pathlib import Path
from ranking.extraction.reader import read_file

def read(root, source, options):
    with (root / "log").open("a") as log:
        log.write(f"{source.path} {options.only}\\n")
    bad_page = options.only is None or 2 in options.only
    if source.path == "hangs.pdf":
        time.sleep(60)
    if source.path == "killed.pdf":
        os.kill(os.getpid(), signal.SIGKILL)
    if source.path == "leaves on page 2.pdf" and bad_page:
        os._exit(1)
    if source.path == "killed once.pdf" and not (root / "mark").exists():
        (root / "mark").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if source.path == "eats.pdf":
        bytearray(3 * 1024**3)
    return read_file(root, source, options)
"""


@pytest.fixture
def bad_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    folder = tmp_path / "modules"
    folder.mkdir()
    (folder / "bad_reader.py").write_text(BAD_READER)
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setattr("ranking.extraction.reading.START_SECONDS", 1.5)
    import bad_reader  # type: ignore[import-not-found]  # noqa: PLC0415

    yield bad_reader
    del sys.modules["bad_reader"]


@pytest.fixture
def desk(applications: Applications, page_rules: PageRules, tmp_path: Path) -> Desk:
    options = ReadOptions(max_pages=100, max_megabytes=1.0, pages=page_rules)
    return Desk(
        root=applications.root,
        options=options,
        cache=ReadingCache(Store(tmp_path / "cache" / "readings"), options),
        fresh=False,
        read_file=read_file,
    )


@pytest.fixture
def three_pages(
    applications: Applications, pdf: Callable[[], PdfBuilder]
) -> Callable[[str], SourceFile]:
    def add(name: str) -> SourceFile:
        builder = pdf()
        for number in (1, 2, 3):
            builder.text(f"Page {number} of a file with the name {name}")
        return applications.add(name, builder.bytes())

    return add


def read(desk: Desk, *files: SourceFile, processes: int = 2) -> dict[str, Reading]:
    limits = Limits(processes=processes, memory_megabytes=1500)
    with Workers(limits) as workers:
        return {reading[0].file: reading for reading in read_all(files, desk, workers)}


@pytest.mark.parametrize(
    ("name", "code"),
    [("hangs.pdf", "timeout"), ("killed.pdf", "unreadable"), ("eats.pdf", "unreadable")],
)
def test_a_file_that_cannot_be_read_is_reported_and_harms_no_other(
    name: str,
    code: str,
    desk: Desk,
    bad_reader: ModuleType,
    three_pages: Callable[[str], SourceFile],
) -> None:
    desk = replace(desk, read_file=bad_reader.read)
    files = [three_pages(path) for path in ("a.pdf", name, "z.pdf")]
    readings = read(desk, *files)
    (problem,) = readings[name][1]
    assert (problem.code, problem.file) == (code, name)
    assert readings[name][0].pages == ()
    for other in ("a.pdf", "z.pdf"):
        assert readings[other][0].fully_read
        assert not readings[other][1]


def test_pages_beside_a_page_that_cannot_be_read_are_kept(
    desk: Desk, bad_reader: ModuleType, three_pages: Callable[[str], SourceFile]
) -> None:
    name = "leaves on page 2.pdf"
    document, problems = read(replace(desk, read_file=bad_reader.read), three_pages(name))[name]
    assert [page.number for page in document.pages] == [1, 3]
    assert document.unread_pages == (2,)
    assert [(p.code, p.page) for p in problems] == [("unreadable", 2)]


def test_a_process_killed_by_hand_costs_nothing(
    desk: Desk, bad_reader: ModuleType, three_pages: Callable[[str], SourceFile]
) -> None:
    file = three_pages("killed once.pdf")
    reading = read(replace(desk, read_file=bad_reader.read), file)[file.path]
    assert reading == read_file(desk.root, file, desk.options)


def log(desk: Desk) -> list[str]:
    return (desk.root / "log").read_text().splitlines()


@pytest.mark.parametrize("processes", [1, 2])
def test_an_unchanged_file_is_never_read_twice(
    processes: int, desk: Desk, bad_reader: ModuleType, three_pages: Callable[[str], SourceFile]
) -> None:
    desk = replace(desk, read_file=bad_reader.read)
    file = three_pages("cv.pdf")
    first = read(desk, file, processes=processes)
    assert log(desk) == ["cv.pdf None"]
    assert read(desk, file, processes=processes) == first
    moved = replace(file, path="other folder/letter.pdf")
    (document, problems) = read(desk, moved, processes=processes)[moved.path]
    assert (document.file, problems) == (moved.path, ())
    assert log(desk) == ["cv.pdf None"]


def test_a_changed_file_is_read_again(
    desk: Desk, applications: Applications, pdf: Callable[[], PdfBuilder]
) -> None:
    for words in ("The first words of the applicant", "Other words of the applicant"):
        file = applications.add("cv.pdf", pdf().text(words).bytes())
        assert read(desk, file)["cv.pdf"][0].text == words


def test_fresh_reads_every_file_again(
    desk: Desk, bad_reader: ModuleType, three_pages: Callable[[str], SourceFile]
) -> None:
    desk = replace(desk, read_file=bad_reader.read, fresh=True)
    file = three_pages("cv.pdf")
    assert read(desk, file) == read(desk, file)
    assert log(desk) == ["cv.pdf None"] * 2
