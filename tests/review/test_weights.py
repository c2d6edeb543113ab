"""The call as the committee weighs it."""

from ranking.model.call import Call, TopicRank
from ranking.model.input_tables import Cell, Value
from ranking.model.review import Review
from ranking.review.weights import weighed


def changed(call: Call, row: str, value: Value, name: str = "value") -> Call:
    """Return a call with one cell changed."""
    cells: dict[Cell, Value] = {("weights", row, name): value}
    return weighed(call, Review(cells=cells))


def test_nothing_changed(call: Call) -> None:
    assert weighed(call, Review()) == call


def test_every_kind_of_row(call: Call) -> None:
    heavier = changed(call, "criterion/statistics", 2)
    assert heavier.criterion("statistics").weight == 2.0
    reason = "We teach it."
    assert (
        changed(call, "criterion/statistics", reason, "why").criterion("statistics").reason
        == reason
    )
    assert changed(call, "rule/shown_share", 0.25).scoring.shown_share == 0.25
    assert changed(call, "level/thesis", 4).scoring.levels["thesis"] == 4.0
    assert changed(call, "achievement/prize", 6).scoring.achievements["prize"] == 6.0
    assert changed(call, "stated/core", 2).scoring.stated_points[TopicRank.CORE] == 2.0
    assert changed(call, "topic/computer_vision", "core").topic("computer_vision").rank == "core"


def test_counts_stay_whole(call: Call) -> None:
    counted = changed(call, "rule/areas_counted", 3.0).scoring.areas_counted
    assert (counted, type(counted)) == (3, int)


def test_what_the_call_does_not_know_is_let_be(call: Call) -> None:
    assert changed(call, "criterion/astrology", 3) == call
