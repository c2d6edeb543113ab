"""Puts the report into a folder: an overview, pages of candidates, pictures, one style sheet."""

from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path

from ranking.model.explanation import Explanation
from ranking.model.result import Result
from ranking.outputs.report.candidate import candidate_page
from ranking.outputs.report.context import context_of
from ranking.outputs.report.go import landings
from ranking.outputs.report.links import GO, Beside, page_of
from ranking.outputs.report.overview import overview
from ranking.outputs.report.pages import candidate_html, go_html, overview_html
from ranking.outputs.report.pictures import Pictured, write_pictures

STATIC = ("report.css", "report.js")


def write_report(
    folder: Path,
    result: Result,
    explanations: Sequence[Explanation],
    pictured: Iterable[Pictured],
    beside: Beside,
) -> None:
    """Write the report; the same result gives the same bytes.

    Args:
        folder: Where the report goes; made if it is missing.
        result: The result of a run.
        explanations: Why each candidate has its total, in the order of the assessments.
        pictured: The pictures of each candidate, in the same order; one at a time is held.
        beside: What links can lead to outside the report.

    Raises:
        OSError: If the folder cannot be written to.
    """
    (folder / GO).mkdir(parents=True, exist_ok=True)
    for name in STATIC:
        text = (files(__package__) / "static" / name).read_text(encoding="utf-8")
        _write(folder / name, text)
    _write(folder / "index.html", _index(result, explanations, beside))
    context = context_of(result)
    found = zip(result.assessments, explanations, pictured, strict=True)
    for assessment, explanation, images in found:
        candidate = assessment.candidate
        made = write_pictures(folder, assessment, images)
        page = candidate_page(assessment, explanation, context, made)
        _write(folder / page_of(candidate), candidate_html(page, beside.links))
        for landing in landings(assessment, beside.links):
            _write(folder / landing.path, go_html(landing))


def _index(result: Result, explanations: Sequence[Explanation], beside: Beside) -> str:
    return overview_html(overview(result, explanations), workbook=beside.workbook)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
