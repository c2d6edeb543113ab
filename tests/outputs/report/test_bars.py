"""Bars sum up to totals, and go on to what they could be."""

from pathlib import Path

import pytest

from ranking.model.result import Result
from ranking.outputs.highlights.palette import palette
from ranking.outputs.report.bars import bar_of
from ranking.scoring.explanation import explain


def test_bars_sum_up_to_the_total(demo_report: tuple[Result, Path]) -> None:
    result, _ = demo_report
    longest = 0.0
    for assessment in result.assessments:
        place = result.place(assessment.candidate)
        explanation = explain(assessment.dossier, assessment.scores, place, result.call)
        bar = bar_of(explanation, palette(result.call))
        assert place.total is not None
        assert place.could_be is not None
        assert sum(piece.length for piece in bar.pieces) == pytest.approx(place.total, abs=0.1)
        ends = [piece.start + piece.length for piece in bar.pieces]
        starts = [piece.start for piece in bar.pieces]
        assert starts == pytest.approx([0.0, *ends[:-1]], abs=0.02)
        assert all(piece.title in bar.told for piece in bar.pieces)
        assert bar.open == pytest.approx(place.could_be - place.total, abs=0.01)
        longest = max(longest, bar.open)
    assert longest > 10
