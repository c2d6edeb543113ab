import pytest

from ranking.tagging.courses.legends import printed_scale
from ranking.tagging.courses.words import Words


@pytest.mark.parametrize(
    "lines",
    [
        ["S 90–100, A 80–90, B 70–80, F below 60"],  # noqa: RUF001
        ["S = Outstanding 95", "A = Very good 85", "B = Good 75", "F = Fail 0"],
        ["S (outstanding, 10), A (good, 9), B (pass, 8), F 0"],
    ],
)
def test_legend_with_numbers_is_a_scale(words: Words, lines: list[str]) -> None:
    scale = printed_scale(lines, words)
    assert scale
    assert scale.grades["S"] == 1.0
    assert scale.grades["A"] == pytest.approx(0.7)
    assert scale.grades["B"] == pytest.approx(0.4)
    assert scale.grades.get("F", -1.0) < 0


@pytest.mark.parametrize(
    "lines",
    [
        ["A best 10%, B next 25%, C next 30%, D next 25%, E next 10%"],
        ["MA1 Topology 6 A 9", "Analysis B 8", "Room C 12"],
        ["A 90, B 80"],
        [],
    ],
)
def test_other_lines_are_no_scale(words: Words, lines: list[str]) -> None:
    assert printed_scale(lines, words) is None
