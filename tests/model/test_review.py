"""Cells, their tables, and what holds after which build."""

from ranking.model.input_tables import Cell, Value
from ranking.model.review import Change, History, Mark, Outcome, Review

NOTE: Cell = ("evidence", "e1", "note")
CAP: Cell = ("weights", "rule/cap", "value")


def change(cell: Cell, value: Value, build: int, outcome: Outcome = Outcome.APPLIED) -> Change:
    """Return a change of a cell."""
    table, row, name = cell
    return Change(
        time="2024-03-01T12:00:00Z",
        build=build,
        source="ranking.xlsx",
        table=table,
        row=row,
        field=name,
        value=value,
        was="",
        outcome=outcome,
    )


def test_a_review() -> None:
    review = Review(cells={NOTE: "see p. 3", CAP: 5, ("evidence", "e0", "decision"): "reject"})
    assert review.of("evidence", "e1") == {"note": "see p. 3"}
    assert review.of("evidence", "e2") == {}
    assert review.rows("evidence") == ("e0", "e1")
    assert review.rows("own") == ()
    assert (review.value(CAP), review.value(("own", "a", "level"))) == (5, "")


def test_what_held_at_a_build() -> None:
    history = History(
        changes=(
            change(NOTE, "one", 1),
            change(NOTE, "two", 2),
            change(NOTE, "lost", 2, Outcome.OVERRULED),
            change(CAP, "strange", 2, Outcome.UNKNOWN),
            change(NOTE, "", 4),
        )
    )
    notes = [history.at(build).value(NOTE) for build in range(6)]
    assert notes == ["", "one", "two", "two", "", ""]
    assert history.build == 4
    assert history.now == Review(cells={}, build=4)


def test_a_build_without_changes_has_its_number() -> None:
    history = History(marks=(Mark(build=3, time="", workbook=""),))
    assert (history.build, History().build) == (3, 0)
    assert history.with_changes((change(NOTE, "x", 4),)).build == 4


def test_the_calls_own_weights_at_a_build() -> None:
    marks = tuple(
        Mark(
            build=build, time="", workbook="", defaults={"rule/cap": {"value": cap}} if cap else {}
        )
        for build, cap in ((1, 6), (2, 0), (3, 5))
    )
    history = History(marks=marks)
    caps = [history.defaults_at(build).get(CAP) for build in range(5)]
    assert caps == [None, 6, 6, 5, 5]
