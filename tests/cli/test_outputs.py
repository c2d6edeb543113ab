"""What the terminal tells of the outputs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ranking.cli.outputs import output_lines
from ranking.model.result import Result
from ranking.outputs.writer import Written
from ranking.steps.options import BuildOptions, Built, EditsRead

Lines = Callable[..., list[str]]


@pytest.fixture
def lines(empty_result: Result) -> Lines:
    """Return what gives the lines of a build."""

    def tell(written: Written | None = None, **wanted: bool) -> list[str]:
        places = {name: Path(name) for name in ("applications", "data")}
        options = BuildOptions(call="", out=Path("OUT"), **places, **wanted)  # type: ignore[arg-type]
        built = Built(result=empty_result, edits=EditsRead(), written=written or Written())
        return list(output_lines(built, options))

    return tell


def test_what_to_open_comes_last(lines: Lines) -> None:
    assert lines() == [
        "Highlighted copies: OUT/highlighted",
        "Report: OUT/report/index.html",
        "Workbook: OUT/ranking.xlsx",
    ]
    (last,) = lines(Written(beside=Path("OUT/new.xlsx")), report=False, highlights=False)
    assert last == "Workbook: OUT/new.xlsx"


def test_what_is_gone_and_what_is_left(lines: Lines) -> None:
    assert lines(
        Written(
            annotated=(Path("OUT/backups/x/cv-1.pdf"),),
            removed=("highlighted", "report"),
            left=("ranking.xlsx",),
        ),
        workbook=False,
        report=False,
        highlights=False,
    ) == [
        "Saved by somebody since the last build, and kept: OUT/backups/x/cv-1.pdf",
        "Removed, since it was of an earlier build: highlighted, report.",
        "Left as an earlier build wrote it: ranking.xlsx.",
        "Tables: OUT/tables",
    ]
