"""Report and copies move into place with the rest, or not at all; the tables know nothing of it."""

import errno
import json
import os
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ranking.errors import UserError
from ranking.extraction.workers import Limits
from ranking.inputs.data_root import data_root
from ranking.outputs.highlights import folder as copying
from ranking.pipeline import build
from ranking.steps import reporting
from ranking.steps.options import BuildOptions, Built
from tests.outputs.workbook.sheets_of import records, shown_by

TABLES_ONLY = {"workbook": False, "report": False, "highlights": False}


@pytest.fixture
def options(applications: Path, tmp_path: Path) -> BuildOptions:
    return BuildOptions(
        applications=applications,
        call="chalmers-20230018",
        data=data_root(),
        out=tmp_path / "out",
        limits=Limits(processes=1),
        cache=tmp_path / "cache",
    )


def contents(folder: Path, *names: str) -> dict[str, bytes]:
    """Return every file below a folder, or below some folders in it."""
    places = [folder / name for name in names] or [folder]
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for place in places
        for path in sorted(place.rglob("*"))
        if path.is_file()
    }


def test_outputs_do_not_depend_on_the_number_of_processes(options: BuildOptions) -> None:
    build(options)
    parallel = replace(options, out=options.out.with_name("two"), limits=Limits(processes=2))
    build(parallel)
    names = ("tables", "report", "highlighted")
    one, two = contents(options.out, *names), contents(parallel.out, *names)
    assert {"report/C002.html", "highlighted/C002/cv-1.pdf"} <= one.keys()
    assert one == two


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), UserError),
        (ValueError("a bug of the report"), ValueError),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ],
)
def test_a_failure_while_the_report_is_written_changes_nothing(
    options: BuildOptions,
    monkeypatch: pytest.MonkeyPatch,
    fault: BaseException,
    told: type[BaseException],
) -> None:
    build(options)
    before = contents(options.out)

    def half(folder: Path, *_: object) -> None:
        folder.mkdir()
        (folder / "index.html").write_text("half of", encoding="utf-8")
        raise fault

    monkeypatch.setattr(reporting, "write_pages", half)
    with pytest.raises(told):
        build(options)
    assert contents(options.out) == before


def test_a_copy_that_cannot_be_made_is_told_but_not_by_the_tables(
    options: BuildOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(replace(options, out=options.out.with_name("bare"), **TABLES_ONLY))  # type: ignore[arg-type]
    monkeypatch.setattr(copying, "highlighted", lambda *_: None)
    built = build(options)
    assert contents(options.out, "highlighted").keys() == {"highlighted/ABOUT.txt"}
    assert contents(options.out, "tables") == contents(options.out.with_name("bare"), "tables")

    told = [p.file for p in built.result.problems if p.code == "no-highlight"]
    assert len(told) == 4
    run = json.loads((options.out / "run.json").read_text(encoding="utf-8"))
    assert run["counts"]["problems"]["no-highlight"] == 4
    rows = records(shown_by(options.out / "ranking.xlsx")["Problems"], "Code")
    assert [row["File"] for row in rows if row["Code"] == "no-highlight"] == told
    page = (options.out / "report" / "C001.html").read_text(encoding="utf-8")
    assert "cannot be added without changing the document" in page
    assert "../highlighted/" not in page


def built_with(options: BuildOptions, outputs: Mapping[str, bool]) -> Built:
    return build(replace(options, **{**TABLES_ONLY, **outputs}))  # type: ignore[arg-type]


def test_what_stays_of_an_earlier_build(options: BuildOptions) -> None:
    build(options)
    left = built_with(options, {}).written.left
    assert left == ("ranking.xlsx", "highlighted", "report")
    assert (options.out / "report" / "index.html").exists()

    written = built_with(options, {"report": True}).written
    assert (written.removed, written.left) == ((), ("ranking.xlsx", "highlighted"))
    assert "highlighted/" not in (options.out / "report" / "C001.html").read_text(encoding="utf-8")
    run = json.loads((options.out / "run.json").read_text(encoding="utf-8"))
    assert run["options"]["outputs"] == "tables, report"

    written = built_with(options, {"workbook": True, "highlights": True}).written
    assert (written.removed, written.left) == (("report",), ())
    assert not (options.out / "report").exists()


def test_the_report_links_to_a_workbook_that_is_there(options: BuildOptions) -> None:
    index = options.out / "report" / "index.html"
    built_with(options, {"report": True})
    assert "ranking.xlsx" not in index.read_text(encoding="utf-8")
    built_with(options, {"workbook": True, "report": True})
    assert 'href="../ranking.xlsx"' in index.read_text(encoding="utf-8")
    built_with(options, {"report": True})
    assert 'href="../ranking.xlsx"' in index.read_text(encoding="utf-8")


@pytest.mark.parametrize("linked", [True, False])
def test_the_workbook_links_to_a_report_that_is_there(
    options: BuildOptions, *, linked: bool
) -> None:
    build(replace(options, report=linked))
    sheet = load_workbook(options.out / "ranking.xlsx")["Evidence"]
    cells = (str(cell.value) for row in sheet.iter_rows() for cell in row)
    targets = {found[1] for cell in cells if (found := re.match(r'=HYPERLINK\("([^"]+)"', cell))}
    assert bool(targets) is linked
    assert all((options.out / target).is_file() for target in targets)
