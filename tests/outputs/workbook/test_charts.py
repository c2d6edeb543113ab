"""Charts: bars as long as the totals, and a matrix of levels, best first."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ranking.model.call import Scale
from ranking.model.result import Result
from ranking.outputs.workbook.styles import LEVEL_SHADES, OKABE_ITO, level_rules
from tests.outputs.workbook.sheets_of import Rows, records, written


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("charts") / "ranking.xlsx"


@pytest.fixture(scope="module")
def rows(small: Result, path: Path) -> Rows:
    return written(small, path)["Charts"]


def test_bars_sum_up_to_the_totals(rows: Rows, small: Result) -> None:
    found = records(rows, "Place")
    assert [row["ID"] for row in found] == [p.candidate for p in small.places][: len(found)]
    titles = [c.title for c in small.call.criteria]
    for row in found:
        added = sum(float(str(row[title])) for title in titles)
        assert added == pytest.approx(small.place(str(row["ID"])).total or 0, abs=1e-4)


def test_the_chart_has_axes_names_and_a_colour_a_criterion(
    rows: Rows, small: Result, path: Path
) -> None:
    assert rows
    sheet: Any = load_workbook(path)["Charts"]
    (chart,) = sheet._charts  # noqa: SLF001 - there is no public way
    assert chart.x_axis.delete is False
    assert chart.y_axis.delete is False
    colors = [s.graphicalProperties.solidFill.srgbClr for s in chart.series]
    assert colors == list(OKABE_ITO[: len(small.call.criteria)])
    assert chart.series[0].cat.strRef.f.startswith("'Charts'!$C$")


def test_levels_are_those_of_the_best_passages(rows: Rows, small: Result) -> None:
    start = next(n for n, row in enumerate(rows) if str(row[0]).startswith("Who has shown"))
    found = records(rows[start:], "Place")
    assert [row["ID"] for row in found] == [p.candidate for p in small.places]
    assessments = {a.candidate: a for a in small.assessments}
    areas = [c for c in small.call.criteria if c.scale is Scale.AREA]
    known = 0
    for row in found:
        assessment = assessments[str(row["ID"])]
        for area in areas:
            points = [
                small.call.scoring.levels[e.level]
                for e in assessment.dossier.evidence
                if e.counted and e.criterion == area.id
            ]
            level = str(row[area.title])
            if assessment.score(area.id).value is None:
                assert level == "?"
            elif max(points, default=0) == 0:
                assert level == ""
            else:
                assert small.call.scoring.levels[level] == max(points)
                known += 1
    assert known > 10


def test_every_level_has_a_colour(small: Result) -> None:
    scoring = small.call.scoring
    rules: Any = level_rules([*scoring.levels], [*scoring.achievements])
    words = [str(rule.formula[0]).strip('"') for rule in rules]
    assert words == [*scoring.levels, *scoring.achievements]
    fills = [rule.dxf.fill.bgColor.rgb[-6:] for rule in rules]
    assert fills[0] == LEVEL_SHADES[0]
    assert fills[len(scoring.levels) - 1] == fills[-1] == LEVEL_SHADES[-1]
