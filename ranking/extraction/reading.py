"""Reads all files of a build: what is known from the cache, the rest in worker processes.

A file that breaks its process, or takes too long, is tried once more: each page in a job of its
own, then all pages together that did no harm. What cannot be read becomes a problem.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ranking.extraction.allowance import START_SECONDS
from ranking.extraction.cache import ReadingCache
from ranking.extraction.page_list import page_list
from ranking.extraction.read_options import Reading, ReadOptions
from ranking.extraction.worker import Job
from ranking.extraction.workers import Lost, Workers
from ranking.model.document import Document, SourceFile
from ranking.model.problem import Problem, problem

ReadFile = Callable[[Path, SourceFile, ReadOptions], Reading]
"""What reads one file, such as ``read_here``."""

_MOST_BAD_PAGES = 3
"""Pages that may break their process before the rest of the file is given up."""

_CODES = {Lost.TIMEOUT: "timeout", Lost.DIED: "unreadable"}


def read_here(root: Path, source: SourceFile, options: ReadOptions) -> Reading:
    """Read one file; the process that does imports what reads, and no other."""
    from ranking.extraction.reader import read_file  # noqa: PLC0415

    return read_file(root, source, options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where and how files are read.

    Attributes:
        root: The applications folder.
        options: How files are read.
        cache: What is known of files.
        fresh: Read every file, known or not.
        read_file: Reads one file; a name that another process can import.
    """

    root: Path
    options: ReadOptions
    cache: ReadingCache
    fresh: bool
    read_file: ReadFile

    def known(self, source: SourceFile) -> Reading | None:
        """Return what is known of a file."""
        return None if self.fresh else self.cache.get(source)


def read_all(files: Sequence[SourceFile], desk: Desk, workers: Workers) -> Iterator[Reading]:
    """Yield what was read of each file, known files first."""
    unknown = []
    for file in files:
        if (reading := desk.known(file)) is not None:
            yield reading
        else:
            unknown.append(file)
    jobs = [Job((file,), START_SECONDS) for file in unknown]
    lost: list[tuple[SourceFile, Lost]] = []
    results = workers.run(read_one, jobs, shared=(desk,))
    for file, result in zip(unknown, results, strict=True):
        if isinstance(result, Lost):
            lost.append((file, result))
        else:
            yield result
    for file, why in lost:
        yield _read_page_by_page(file, why, desk, workers)


def read_one(desk: Desk, file: SourceFile) -> Reading:
    """Read a file and keep what was read."""
    reading = desk.read_file(desk.root, file, desk.options)
    desk.cache.put(file, reading)
    return reading


def _read_pages(desk: Desk, file: SourceFile, numbers: tuple[int, ...]) -> Reading:
    return desk.read_file(desk.root, file, replace(desk.options, only=numbers))


def _read_page_by_page(file: SourceFile, why: Lost, desk: Desk, workers: Workers) -> Reading:
    """Find the pages that do harm, and read the others."""
    opened = _once(workers, desk, file, ())
    if isinstance(opened, Lost):
        return Document(source=file), (_problem(file, why, None),)
    good: list[int] = []
    bad = 0
    numbers = desk.options.numbers(opened[0].page_count)
    for number in numbers:
        if bad < _MOST_BAD_PAGES:
            if isinstance(_once(workers, desk, file, (number,)), Lost):
                bad += 1
            else:
                good.append(number)
    reading = _once(workers, desk, file, tuple(good))
    if isinstance(reading, Lost):
        document = Document(source=file, page_count=opened[0].page_count)
        return document, (_problem(file, reading, None),)
    if left_out := [number for number in numbers if number not in good]:
        return reading[0], (*reading[1], _problem(file, why, left_out))
    return reading


def _once(
    workers: Workers, desk: Desk, file: SourceFile, numbers: tuple[int, ...]
) -> Reading | Lost:
    (result,) = workers.run(_read_pages, [Job((file, numbers), START_SECONDS)], shared=(desk,))
    return result


def _problem(file: SourceFile, why: Lost, pages: list[int] | None) -> Problem:
    what = f"{page_list(pages)}: not read; " if pages else "The file was not read: "
    message = f"{what[:1].upper()}{what[1:]}{why.value}."
    return problem(_CODES[why], message, file=file.path, page=pages[0] if pages else None)
