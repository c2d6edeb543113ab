"""The numbers that inputs may hold."""

import pytest

from ranking.model.input_limits import RULE_LIMITS, Limits, limits_of
from ranking.model.input_tables import Cell


@pytest.mark.parametrize(
    ("limits", "number", "held"),
    [
        (Limits(), 0, True),
        (Limits(), -0.1, False),
        (Limits(least=1, whole=True), 2, True),
        (Limits(least=1, whole=True), 2.5, False),
        (Limits(most=3), 3.1, False),
    ],
)
def test_limits(limits: Limits, number: float, *, held: bool) -> None:
    assert limits.hold(number) is held


def test_limits_of_what_is_divided_by() -> None:
    assert limits_of(("weights", "rule/cap", "value")).least > 0
    assert limits_of(("weights", "stated/core", "value")).least > 0


@pytest.mark.parametrize(
    ("cell", "limits"),
    [
        (("weights", "rule/shortlist", "value"), RULE_LIMITS["shortlist"]),
        (("weights", "rule/unheard_of", "value"), Limits()),
        (("weights", "criterion/group_theory", "value"), Limits(most=100)),
        (("weights", "stated/further", "value"), Limits()),
        (("weights", "level/thesis", "value"), Limits()),
        (("own", "p1", "page"), Limits(least=1, most=1e6, whole=True)),
        (("reviews", "r1", "score"), Limits()),
    ],
)
def test_limits_of_a_cell(cell: Cell, limits: Limits) -> None:
    assert limits_of(cell) == limits
