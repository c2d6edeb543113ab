"""Links of the workbook: to pages that the report has, as formulas, and none without a report."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ranking.model.result import Result
from ranking.outputs.report.go import landings
from ranking.outputs.report.links import page_of
from ranking.outputs.workbook import write_workbook
from tests.outputs.workbook.sheets_of import records, shown_by

Link = tuple[str, str, str]
"""A sheet, a cell of it, and the formula there."""


def formulas(path: Path) -> Iterator[Link]:
    for sheet in load_workbook(path):
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and "HYPERLINK" in cell.value:
                    yield sheet.title, cell.coordinate, cell.value


@pytest.fixture(scope="module")
def linked(small: Result, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("linked") / "ranking.xlsx"
    write_workbook(small, path, linked=True)
    return path


def test_every_passage_that_is_shown_leads_to_its_page(small: Result, linked: Path) -> None:
    reached = {
        match[1]: int(match[2])
        for sheet, _, formula in formulas(linked)
        if sheet in {"Evidence", "Not counted"}
        and (match := re.fullmatch(r'=HYPERLINK\("report/([^"]+)",(\d+)\)', formula))
    }
    pages = {e.id: e.page for a in small.assessments for e in a.dossier.evidence}
    made = {
        landing.path: pages[passage.id]
        for assessment in small.assessments
        for passage, landing in zip(
            (e for e in assessment.dossier.evidence if e.shown),
            list(landings(assessment, {}))[1:],
            strict=True,
        )
        if not passage.own
    }
    assert len(made) > 10
    assert reached == made


def test_a_passage_without_a_page_to_land_on_has_no_link(small: Result, tmp_path: Path) -> None:
    first, *others = small.assessments
    hidden = replace(
        first,
        dossier=replace(
            first.dossier,
            evidence=tuple(replace(e, shown=False) for e in first.dossier.evidence),
        ),
    )
    path = tmp_path / "ranking.xlsx"
    write_workbook(replace(small, assessments=(hidden, *others)), path, linked=True)
    told = "".join(formula for _, _, formula in formulas(path))
    assert "report/go/" in told
    assert not any(f"/{e.id}.html" in told for e in hidden.dossier.evidence)


def test_names_lead_to_candidates_in_whatever_order(small: Result, linked: Path) -> None:
    sheet = [link for link in formulas(linked) if link[0] == "Ranking"]
    assert len(sheet) == len(small.assessments)
    for _, cell, formula in sheet:
        match = re.match(r'=HYPERLINK\("(.*)"&B(\d+)&"(.*)",INDEX\(', formula)
        assert match
        assert cell == f"C{match[2]}"
        assert f"{match[1]}C001{match[3]}" == f"report/{page_of('C001')}"


def test_links_change_no_value(small: Result, linked: Path, tmp_path: Path) -> None:
    write_workbook(small, tmp_path / "plain.xlsx")
    assert not list(formulas(tmp_path / "plain.xlsx"))
    with_links, without = shown_by(linked), shown_by(tmp_path / "plain.xlsx")
    for sheet in ("Ranking", "Evidence", "Not counted", "Candidates"):
        assert with_links[sheet] == without[sheet]
    pages = {row["ID"]: row["Page"] for row in records(with_links["Evidence"], "Quote")}
    assert len(pages) > 10
    for assessment in small.assessments:
        for passage in assessment.dossier.evidence:
            assert pages.get(passage.id, passage.page) == passage.page


def test_only_a_linked_workbook_speaks_of_links(
    linked: Path, tmp_path: Path, small: Result
) -> None:
    write_workbook(small, tmp_path / "plain.xlsx")
    method = {str(row[0]) for row in shown_by(linked)["Method"]}
    (added,) = method - {str(row[0]) for row in shown_by(tmp_path / "plain.xlsx")["Method"]}
    assert "must stay beside this workbook" in added
