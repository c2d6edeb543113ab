"""What a build costs, by stage, against PDFium reading the same text once.

usage: python tests/benchmarks/speed.py [APPLICATIONS]

Without a folder the demo cohort is taken. Everything runs in this process, one stage after the
other, so that seconds of CPU time can be told apart; a build spreads them over processes. Last come
whole builds in processes of their own: with an empty cache, and again with nothing changed.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2

from ranking.extraction.verify import verify
from ranking.extraction.workers import Workers
from ranking.inputs.data_root import data_root
from ranking.inputs.earlier import Earlier
from ranking.pipeline import read_knowledge
from ranking.steps.intake import take_in
from ranking.steps.judging import Bench, conclude, find
from ranking.steps.options import BuildOptions, no_progress

CALL = "chalmers-20230018"


@contextmanager
def stage(name: str, seconds: dict[str, float]) -> Iterator[None]:
    """Note the CPU time of a stage."""
    began = time.process_time()
    yield
    seconds[name] = time.process_time() - began


def bare_pdfium(folder: Path) -> int:
    """Read the text of every page once; return how many pages there are."""
    pages = 0
    for path in sorted(folder.rglob("*.pdf")):
        try:
            pdf = pypdfium2.PdfDocument(path)  # type: ignore[no-untyped-call]
        except pypdfium2.PdfiumError:
            continue
        for index in range(len(pdf)):
            pdf[index].get_textpage().get_text_range()
            pages += 1
    return pages


def stages(folder: Path) -> dict[str, float]:
    """Return the CPU seconds of each stage."""
    seconds: dict[str, float] = {}
    options = BuildOptions(
        applications=folder, call=CALL, data=data_root(), out=Path("unused"), ocr=False
    )
    with stage("call, lexicons and rules", seconds):
        knowledge = read_knowledge(CALL, options.data)
    with stage("reading, kinds, assignment", seconds), Workers(options.limits) as workers:
        intake = take_in(options, knowledge, Earlier(), workers, no_progress)
    bench = Bench(knowledge=knowledge, root=folder, passwords=(), store=None)
    with stage("tagging", seconds):
        found = [find(bench, application) for application in intake.applications]
    with stage("verification", seconds):
        verified = [verify(dossier, folder, ()) for dossier in found]
    with stage("requirements and scores", seconds):
        for dossier in verified:
            conclude(dossier, knowledge)
    return seconds


def build_seconds(folder: Path, out: Path, cache: Path) -> float:
    """Return the CPU seconds of a whole build, child processes included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "ranking", "build", str(folder), "--out", str(out)]
    subprocess.run(  # noqa: S603 - our own command
        [*command, "--no-ocr", "--outputs", "tables"],
        check=True,
        capture_output=True,
        env={"XDG_CACHE_HOME": str(cache), "PYTHONPATH": ":".join(sys.path)},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print pages, CPU seconds and their ratio to bare PDFium."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else data_root() / "demo" / "applications"
    began = time.process_time()
    pages = bare_pdfium(folder)
    bare = time.process_time() - began
    rows = {"bare PDFium": bare, **stages(folder)}
    with tempfile.TemporaryDirectory() as name:
        for build in ("whole build, cold", "whole build, unchanged"):
            rows[build] = build_seconds(folder, Path(name) / "out", Path(name) / "cache")
    print(f"{pages} pages")
    for what, seconds in rows.items():
        print(f"{what:<28} {seconds:7.2f} s {seconds / bare:7.2f} x")


if __name__ == "__main__":
    main()
