"""What typed values mean."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ranking.model.input_tables import Cell, Value
from ranking.review.terms import Terms
from ranking.review.values import Typed, text_of, understood, value_of

CAP: Cell = ("weights", "rule/cap", "value")
AREAS: Cell = ("weights", "rule/areas_counted", "value")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (3.0, 3),
        (0.0, 0),
        (1.25, 1.25),
        (False, "FALSE"),
        ("  a\tb\x07 ", "a b"),
        (dt.date(2024, 5, 1), "2024-05-01"),
        (dt.timedelta(hours=30), "1 day, 6:00:00"),
    ],
)
def test_values(typed: Typed, value: Value) -> None:
    assert value_of(typed) == value
    assert type(value_of(typed)) is type(value)


@given(st.text(max_size=40))
def test_text_reads_back_as_it_was_written(text: str) -> None:
    assert value_of(str(value_of(text))) == value_of(text)


@pytest.mark.parametrize(("value", "text"), [("a", "a"), (3, "3"), (0.1, "0.1")])
def test_text(value: Value, text: str) -> None:
    assert text_of(value) == text


@pytest.mark.parametrize(
    ("cell", "value", "meaning"),
    [
        (("evidence", "e1", "decision"), " ACCEPT", "accept"),
        (("evidence", "e1", "decision"), "own  Result", "own_result"),
        (("evidence", "e1", "decision"), "count", None),
        (("evidence", "e1", "decision"), "accept?", None),
        (("evidence", "e1", "decision"), 1, None),
        (("evidence", "e1", "note"), 2024, "2024"),
        (("evidence", "e1", "note"), "ACCEPT", "ACCEPT"),
        (("not_counted", "e1", "decision"), "Count", "count"),
        (("not_counted", "e1", "decision"), "reject", None),
        (("requirements", "C001/degree", "ruling"), "Not met", "not_met"),
        (("decisions", "C001", "decision"), "Nominate", "nominate"),
        (("weights", "topic/x", "value"), "Core", "core"),
        (("weights", "topic/x", "value"), 1.5, None),
        (("own", "aa", "level"), "thesis", "thesis"),
        (("own", "aa", "page"), 0, None),
        (("own", "aa", "page"), "12", 12),
        (("reviews", "aa", "score"), "4,5", 4.5),
        (("unheard", "of", "field"), "kept", "kept"),
        (CAP, "", ""),
        (CAP, "1,5", 1.5),
        (CAP, "1.5", 1.5),
        (CAP, " 1 000 ", 1000),
        (CAP, ",5", 0.5),
        (CAP, "+2", 2),
        (CAP, "1,000.5", None),
        (CAP, "nan", None),
        (CAP, "1e3", None),
        (CAP, "-1", None),
        (CAP, 0, None),
        (CAP, 1001, None),
        (CAP, "TRUE", None),
        (CAP, "=1/0", None),
        (AREAS, 3, 3),
        (AREAS, 2.5, None),
        (AREAS, 0, None),
        (("weights", "stated/core", "value"), 0, None),
        (("weights", "stated/further", "value"), 0, 0),
        (("weights", "criterion/statistics", "value"), 101, None),
    ],
)
def test_what_a_field_understands(
    cell: Cell, value: Value, meaning: Value | None, terms: Terms
) -> None:
    assert understood(cell, value, terms) == meaning
