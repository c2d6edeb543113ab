"""The file: what other tools look for, formulas with values, safety, identical bytes."""

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

from ranking.model.assessment import Assessment, Dossier
from ranking.model.call import Scale
from ranking.model.evidence import Fact
from ranking.model.input_tables import INPUT_TABLES
from ranking.model.problem import problem
from ranking.model.result import Result
from ranking.outputs.workbook import write_workbook
from ranking.outputs.workbook.book import PAGES
from ranking.outputs.workbook.facts import FACTS
from ranking.outputs.workbook.sheets.compare import CHOICE, TABLE
from tests.outputs.workbook.editing import places

MakeDossier = Callable[..., Dossier]
MakeResult = Callable[..., Result]

HOSTILE = (
    '=HYPERLINK("http://example.org","click")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "_x003D_1",
    "\x01\x1fcontrol",
    "\ud834 lone",
    "\u202egnp.exe",
    "<script>&amp;]]>",
    "tab\there\r\nline",
    "{=1}",
    "#REF!",
    "TRUE",
    "00123",
)


@pytest.fixture(scope="module")
def path(small: Result, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("book") / "ranking.xlsx"
    write_workbook(small, path)
    return path


@pytest.fixture(scope="module")
def book(path: Path) -> Workbook:
    return load_workbook(path)


@pytest.fixture(scope="module")
def stored(path: Path) -> dict[str, list[list[object]]]:
    """Return what a reader without formulas sees, by sheet."""
    found = CalamineWorkbook.from_path(path)
    return {
        name: [list(row) for row in found.get_sheet_by_name(name).to_python(skip_empty_area=False)]
        for name in found.sheet_names
    }


def sheet_xml(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                yield archive.read(name).decode()


def column(rows: list[list[object]], header: str) -> list[object]:
    """Return the values below the first cell with this header."""
    for number, row in enumerate(rows):
        if header in row:
            return [below[row.index(header)] for below in rows[number + 1 :]]
    raise AssertionError(header)


def test_sheets_in_their_order(book: Workbook) -> None:
    assert book.sheetnames == [page.title for page in PAGES]
    assert book.active is book["Ranking"]
    assert book["Working"].sheet_state == "hidden"


def test_names_that_other_tools_look_for(stored: dict[str, list[list[object]]]) -> None:
    for header in ("ID", "Candidate", "Criterion", "Level", "Points", "Decision", "Note"):
        assert column(stored["Evidence"][:15], header)
    assert column(stored["Candidates"], "Total")
    assert "C001" in column(stored["Candidates"], "ID")
    (weights,) = [row for row in stored["Weights"] if row[0] == "Group theory"]
    assert next(cell for cell in weights if isinstance(cell, float)) == 2.0


def test_every_formula_has_a_value(path: Path) -> None:
    formulas = 0
    for xml in sheet_xml(path):
        cells = re.findall(r"<c [^>]*><f>.*?</c>", xml)
        assert all(re.search(r"</f><v>.*</v></c>$", cell, re.DOTALL) for cell in cells)
        formulas += len(cells)
    assert formulas > 1000


def test_only_functions_of_excel_2010(path: Path) -> None:
    text = "".join("".join(sheet_xml(path)).split())
    assert "_xlfn" not in text
    used = set(re.findall(r"([A-Z]{2,})\(", " ".join(re.findall(r"<f>(.*?)</f>", text))))
    assert used <= {
        "ABS", "AND", "AVERAGEIF", "CHAR", "CHOOSE", "COUNT", "COUNTA", "COUNTIF", "COUNTIFS", "IF",
        "IFERROR", "INDEX", "INT", "LARGE", "LEFT", "LEN", "MATCH", "MAX", "MIN", "MOD", "N",
        "NOT", "OR", "RANK", "REPT", "ROUND", "ROW", "ROWS", "SUBSTITUTE", "SUM",
        "SUMPRODUCT", "TRIM", "VALUE",
    }  # fmt: skip
    assert used


def test_stored_values_are_those_of_the_result(
    small: Result, stored: dict[str, list[list[object]]]
) -> None:
    places = {place.candidate: place for place in small.places}
    ids = column(stored["Candidates"], "ID")
    for header, field in (("Total", "total"), ("Low", "low"), ("Could be", "could_be")):
        for candidate, value in zip(ids, column(stored["Candidates"], header), strict=True):
            expected = getattr(places[str(candidate)], field)
            assert value == ("" if expected is None else expected)
    ranked = column(stored["Ranking"], "ID")
    assert ranked == [place.candidate for place in small.places]


def test_unknown_scores_are_question_marks(
    small: Result, stored: dict[str, list[list[object]]]
) -> None:
    ids = column(stored["Ranking"], "ID")
    grades = dict(zip(ids, column(stored["Ranking"], "Course grades"), strict=True))
    for assessment in small.assessments:
        value = assessment.score("course_grades").value
        assert grades[assessment.candidate] == ("?" if value is None else value)
    assert "?" in grades.values()


def test_every_counted_passage_is_on_evidence(
    small: Result, stored: dict[str, list[list[object]]]
) -> None:
    passages = [e for a in small.assessments for e in a.dossier.evidence]
    assert set(column(stored["Evidence"], "ID")) == {e.id for e in passages if e.counted}
    left_out = set(column(stored["Not counted"], "ID")) - {""}
    assert left_out == {e.id for e in passages if not e.counted}
    assert "copied from the call" in column(stored["Not counted"], "Why it does not count")


def test_only_inputs_are_unlocked(book: Workbook, path: Path) -> None:
    for sheet in book.worksheets:
        assert sheet.protection.sheet, sheet.title
        assert not sheet.protection.password
    unlocked = {
        (sheet.title, cell.coordinate)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    }
    inputs = places(path)
    choices = {("Compare", TABLE.at("criterion", row)) for row in CHOICE.values()}
    assert unlocked - choices <= set(inputs.values())
    assert choices < unlocked
    open_to_typing = {cell[0] for cell, place in inputs.items() if place in unlocked}
    assert open_to_typing == set(INPUT_TABLES)


def test_decisions_offered_fit_the_scale(small: Result, book: Workbook) -> None:
    sheet = book["Evidence"]
    offered = {
        cell: str(rule.formula1)
        for rule in sheet.data_validations.dataValidation
        for area in rule.sqref.ranges
        for row in area.rows
        for cell in row
    }
    titles = {c.title: c for c in small.call.criteria}
    seen = set()
    for (row, _), choice in offered.items():
        criterion = titles[str(sheet.cell(row, 4).value)]
        seen.add(criterion.scale)
        assert ("own_result" in choice) == (criterion.scale is Scale.ACHIEVEMENTS)
        assert len(choice) < 255
    assert seen == {Scale.AREA, Scale.INTERESTS, Scale.ACHIEVEMENTS}


def test_bytes_are_identical_for_identical_input(small: Result, path: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.xlsx"
    write_workbook(small, again)
    assert again.read_bytes() == path.read_bytes()


def test_method_follows_the_call(small: Result, make_result: MakeResult, tmp_path: Path) -> None:
    call = replace(small.call, scoring=replace(small.call.scoring, areas_counted=2, shortlist=3))
    path = tmp_path / "other.xlsx"
    write_workbook(make_result([small.assessments[0].dossier], call), path)
    text = " ".join(str(row[0].value) for row in load_workbook(path)["Method"].iter_rows())
    assert "only the best 2" in text
    assert "3 places" in text
    assert "Ctrl+Shift+F9" in text


def test_nobody_applied(make_result: MakeResult, tmp_path: Path) -> None:
    path = tmp_path / "empty.xlsx"
    write_workbook(make_result([]), path)
    assert load_workbook(path)["Evidence"].max_row < 5


def hostile_dossier(dossier: Dossier, text: str) -> Dossier:
    """Put a text wherever a candidate's words, names and files go."""
    person = replace(dossier.application.person, family_name=text, given_name="")
    return replace(
        dossier,
        application=replace(dossier.application, person=person),
        evidence=tuple(
            replace(e, quote=text, file=text, section=text, reason=text, rule=text)
            for e in dossier.evidence
        ),
        interests=tuple(replace(i, quote=text, file=text) for i in dossier.interests),
        problems=(problem("scanned", text, file=text),),
        courses=tuple(replace(c, course=text, grade=text, file=text) for c in dossier.courses),
        facts=tuple(
            Fact(candidate=dossier.candidate, fact=fact, value=text, date=text, file=text, page=1)
            for fact in FACTS
        ),
    )


def hostile_checks(assessment: Assessment, text: str) -> Assessment:
    """Put a text into what was found on the requirements."""
    checks = tuple(replace(r, quote=text, file=text, note=text) for r in assessment.requirements)
    return replace(assessment, requirements=checks)


def hostile_result(make_dossier: MakeDossier, make_result: MakeResult) -> Result:
    """Return a result in which every candidate is hostile in another way."""
    dossiers = [
        hostile_dossier(make_dossier(number, passages=1), text)
        for number, text in enumerate(HOSTILE, start=1)
    ]
    result = make_result(dossiers)
    assessments = map(hostile_checks, result.assessments, HOSTILE)
    return replace(result, assessments=tuple(assessments))


def test_hostile_text_stays_text(
    make_dossier: MakeDossier, make_result: MakeResult, tmp_path: Path
) -> None:
    path = tmp_path / "hostile.xlsx"
    write_workbook(hostile_result(make_dossier, make_result), path)
    for xml in sheet_xml(path):
        root = ET.fromstring(xml)  # noqa: S314 - our own file
        formulas = [f.text or "" for f in root.iter() if f.tag.endswith("}f")]
        assert not any(bad in formula for formula in formulas for bad in ("HYPERLINK", "cmd|"))
    cells = [c for s in load_workbook(path).worksheets for row in s.iter_rows() for c in row]
    texts = [c for c in cells if isinstance(c.value, str) and c.data_type == "s"]
    dangerous = [c for c in texts if str(c.value).startswith(("=", "+", "-", "@"))]
    assert dangerous
    assert all(c.quotePrefix for c in dangerous)
    assert not any(c.data_type == "e" for c in cells)
    assert not any("\u202e" in str(c.value) for c in texts)
