from collections.abc import Callable
from typing import Any

import pytest

from ranking.evaluation.levels import levels
from ranking.evaluation.matching import Match
from ranking.evaluation.truth import Cell, Step

MakeMatch = Callable[..., Match]
FiguresOf = Callable[..., dict[str, Any]]


def test_agreement_and_substance(make_level_match: MakeMatch, figures_of: FiguresOf) -> None:
    section = levels(
        [
            make_level_match("thesis", "thesis"),
            make_level_match("coursework", "project"),
            make_level_match("project", "none"),
            make_level_match("mention", "mention"),
            make_level_match("none", "coursework", area="statistics"),
        ]
    )
    figures = figures_of(section)
    assert figures["cells"] == 5
    assert figures["level_exact"] == 0.4
    assert figures["level_within_one"] == 0.6
    assert figures["level_mean_abs_error"] == pytest.approx((1 + 4 + 3) / 5)
    assert figures["substantive_precision"] == figures["substantive_recall"] == 0.6667
    assert figures["substantive_f1"] == 0.6667
    assert figures["nothing_recognized_as_nothing"] == 0.5
    assert figures["f1_group_theory"] == pytest.approx(0.8)
    assert figures["f1_statistics"] == 0
    assert section.remarks == (
        "t01 group_theory: none, truth project",
        "t01 statistics: coursework, truth none",
    )


def test_any_level_that_a_reader_gave_is_right(
    make_level_match: MakeMatch, figures_of: FiguresOf
) -> None:
    figures = figures_of(levels([make_level_match("thesis", "mention", "mention")]))
    assert figures["level_exact"] == 1


def test_a_missing_applicant_has_nothing(make_match: MakeMatch, figures_of: FiguresOf) -> None:
    areas = {"group_theory": Cell(level=Step.THESIS), "statistics": Cell(level=Step.NOTHING)}
    figures = figures_of(levels([make_match(areas=areas)]))
    assert figures["level_exact"] == 0.5
    assert figures["level_kappa"] == 0
    assert figures["substantive_recall"] == 0
    assert figures["nothing_recognized_as_nothing"] == 1


def test_no_cells(figures_of: FiguresOf) -> None:
    assert set(figures_of(levels([])).values()) == {0}
