"""The overview: places in order, shades that follow scores, what nobody's page tells."""

from pathlib import Path

from ranking.model.result import Result
from ranking.outputs.report.overview import HEAT_STEPS, Overview, overview
from ranking.scoring.explanation import explain


def view(result: Result) -> Overview:
    explanations = [
        explain(a.dossier, a.scores, result.place(a.candidate), result.call)
        for a in result.assessments
    ]
    return overview(result, explanations)


def test_rows_stand_in_the_order_of_places(demo_report: tuple[Result, Path]) -> None:
    result, _ = demo_report
    assert [row.candidate for row in view(result).rows] == [p.candidate for p in result.places]


def test_shades_follow_scores(demo_report: tuple[Result, Path]) -> None:
    cells = [cell for row in view(demo_report[0]).rows for cell in row.cells]
    known = sorted((cell.score, cell.heat) for cell in cells if cell.score is not None)
    assert [heat for _, heat in known] == sorted(heat for _, heat in known)
    assert (known[0][1], known[-1]) == (0, (6.0, HEAT_STEPS))
    unknown = [cell for cell in cells if cell.score is None]
    assert unknown
    assert {(cell.text, cell.heat) for cell in unknown} == {("?", -1)}


def test_unread_files_and_files_of_nobody_are_told(
    demo_report: tuple[Result, Path], hostile_result: Result
) -> None:
    result, _ = demo_report
    not_read = {a.candidate for a in result.assessments if a.dossier.application.not_fully_read}
    assert not_read
    assert {found.candidate for found in view(result).unread} == not_read
    hostile = view(hostile_result)
    assert len(hostile.unassigned) == 1
    assert [problem.code for problem in hostile.problems] == ["unassigned-file"]
    assert hostile.rows[0].flags == ("unreadable",)
