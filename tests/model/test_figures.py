import pytest

from ranking.model.figures import number, signed


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        (5.25, 1, "5.3"),
        (5.35, 1, "5.4"),
        (57.449999999999996, 1, "57.5"),
        (0.125, 2, "0.13"),
        (-0.04, 1, "0.0"),
        (100, 1, "100.0"),
        (1e-9, 2, "0.00"),
        (None, 1, "?"),
    ],
)
def test_halves_go_up_as_in_a_spreadsheet(value: float | None, places: int, shown: str) -> None:
    assert number(value, places) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [(0.125, "+0.13"), (-0.5, "-0.50"), (0.0, "+0.00"), (-0.001, "+0.00")]
)
def test_summands_have_a_sign(value: float, shown: str) -> None:
    assert signed(value) == shown
