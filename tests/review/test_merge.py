"""Three-way merges: nothing typed is lost, the newest wins, and reading twice changes nothing."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ranking.model.input_tables import INPUT_TABLES, Cell, Content, Value, content_of
from ranking.model.review import Change, History, Mark, Outcome, Review
from ranking.review.copies import Copy
from ranking.review.merge import merge, next_build
from ranking.review.terms import Terms
from ranking.review.values import text_of, understood

MakeCopy = Callable[..., Copy]
MakeChange = Callable[..., Change]

DECISION: Cell = ("evidence", "e1", "decision")
NOTE: Cell = ("evidence", "e1", "note")
CAP: Cell = ("weights", "rule/cap", "value")
LATER = "2024-03-02T12:00:00Z"
LATEST = "2024-03-03T12:00:00Z"
BUILT = History(marks=(Mark(build=1, time="2024-02-28T00:00:00Z", workbook="00"),))


def told(changes: tuple[Change, ...]) -> list[tuple[str, Value, str]]:
    """Return field, value and outcome of changes."""
    return [(c.field, c.value, c.outcome.value) for c in changes]


def after(history: History, changes: tuple[Change, ...]) -> Review:
    """Return what holds after some changes."""
    return history.with_changes(changes).now


def test_an_edit(make_copy: MakeCopy, terms: Terms) -> None:
    (change,) = merge(BUILT, [make_copy({DECISION: " Accept ", NOTE: ""})], terms)
    assert change.value == "accept"
    assert (change.was, change.build, change.source) == ("", 2, "ranking.xlsx")
    assert (change.time, change.outcome) == ("2024-03-01T12:00:00Z", Outcome.APPLIED)
    assert after(BUILT, (change,)).cells == {DECISION: "accept"}


def test_an_emptied_cell_takes_a_decision_back(
    make_copy: MakeCopy, make_change: MakeChange, terms: Terms
) -> None:
    history = BUILT.with_changes((make_change(DECISION, "reject"),))
    changes = merge(history, [make_copy({DECISION: ""})], terms)
    assert told(changes) == [("decision", "", "applied")]
    assert changes[0].was == "reject"
    assert after(history, changes).cells == {}


def test_a_row_that_is_missing_takes_nothing_back(
    make_copy: MakeCopy, make_change: MakeChange, terms: Terms
) -> None:
    history = BUILT.with_changes((make_change(DECISION, "reject"),))
    assert merge(history, [make_copy({})], terms) == ()


def test_the_newer_copy_wins_and_the_other_is_overruled(make_copy: MakeCopy, terms: Terms) -> None:
    ada = make_copy({DECISION: "reject"}, source="ada.xlsx")
    bo = make_copy({DECISION: "thesis"}, source="bo.xlsx", time=LATER)
    changes = merge(BUILT, [ada, bo], terms)
    assert told(changes) == [("decision", "reject", "overruled"), ("decision", "thesis", "applied")]
    assert after(BUILT, changes).cells == {DECISION: "thesis"}


def test_two_copies_that_agree(make_copy: MakeCopy, terms: Terms) -> None:
    copies = [make_copy({DECISION: word}, source=f"{word}.xlsx") for word in ("reject", "REJECT ")]
    changes = merge(BUILT, copies, terms)
    assert told(changes) == [("decision", "reject", "applied")] * 2


def test_a_copy_against_what_was_decided_since(
    make_copy: MakeCopy, make_change: MakeChange, terms: Terms
) -> None:
    since = make_change(DECISION, "reject", build=2, time=LATER)
    history = BUILT.with_changes((since,))
    old = merge(history, [make_copy({DECISION: "accept"}, source="ada.xlsx")], terms)
    assert told(old) == [("decision", "accept", "overruled")]
    assert after(history, old).cells == {DECISION: "reject"}
    young = make_copy({DECISION: "accept"}, source="ada.xlsx", time=LATEST)
    changes = merge(history, [young], terms)
    assert told(changes) == [("decision", "reject", "overruled"), ("decision", "accept", "applied")]
    assert after(history, changes).cells == {DECISION: "accept"}


def test_a_copy_of_an_earlier_build_touches_only_what_was_edited_in_it(
    make_copy: MakeCopy, make_change: MakeChange, terms: Terms
) -> None:
    since = make_change(NOTE, "see p. 3", build=2, time=LATER, source="bo.xlsx")
    history = BUILT.with_changes((since,))
    copy = make_copy({DECISION: "accept", NOTE: ""}, time=LATEST)
    changes = merge(history, [copy], terms)
    assert after(history, changes).cells == {DECISION: "accept", NOTE: "see p. 3"}


def test_a_stale_copy_that_was_saved_again_revives_nothing(
    make_copy: MakeCopy, terms: Terms
) -> None:
    stale = make_copy({DECISION: "accept"}, source="ada.xlsx")
    first = BUILT.with_changes(merge(BUILT, [stale], terms))
    newer = make_copy({DECISION: "reject"}, build=2, time=LATER)
    second = first.with_changes(merge(first, [newer], terms))
    saved_again = replace(stale, time=LATEST, cells={**stale.cells, NOTE: ("one more",)})
    changes = merge(second, [saved_again], terms)
    assert told(changes) == [("note", "one more", "applied")]


def test_what_is_typed_and_taken_back_in_one_workbook(make_copy: MakeCopy, terms: Terms) -> None:
    """A build that wrote no workbook, or did not come to its end, read the first words."""
    history, words = BUILT, ("accept", "reject", "accept", "", "reject", "reject")
    for number, word in enumerate(words):
        copy = make_copy({DECISION: word, NOTE: word}, time=f"2024-03-0{number + 1}T00:00:00Z")
        changes = merge(history, [copy], terms)
        assert {change.outcome for change in changes} <= {Outcome.APPLIED}
        history = history.with_changes(changes)
        assert history.now.value(DECISION) == history.now.value(NOTE) == word
    assert changes == ()


def test_what_another_copy_overruled_is_not_taken_back(make_copy: MakeCopy, terms: Terms) -> None:
    ada = make_copy({DECISION: "accept"}, source="ada.xlsx")
    bo = make_copy({DECISION: "reject"}, source="bo.xlsx", time=LATER)
    history = BUILT.with_changes(merge(BUILT, [ada, bo], terms))
    emptied = replace(ada, time=LATEST, cells={DECISION: ("",)})
    assert merge(history, [emptied], terms) == ()


def test_an_earlier_workbook_that_is_put_back_takes_nothing_back(
    make_copy: MakeCopy, make_change: MakeChange, terms: Terms
) -> None:
    mark = replace(BUILT.marks[0], build=2)
    since = make_change(NOTE, "see p. 3", build=3, time=LATER)
    history = replace(BUILT, marks=(*BUILT.marks, mark)).with_changes((since,))
    assert merge(history, [make_copy({NOTE: ""}, time=LATEST)], terms) == ()


def test_a_decision_may_come_back_in_the_next_workbook(make_copy: MakeCopy, terms: Terms) -> None:
    history = BUILT
    for build, word in enumerate(("accept", "reject", "accept"), start=1):
        copy = make_copy({DECISION: word}, build=build, time=f"2024-03-0{build}T00:00:00Z")
        history = history.with_changes(merge(history, [copy], terms))
        assert history.now.cells == {DECISION: word}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("accept", "accept"), [("decision", "accept", "applied")]),
        (("", "reject"), [("decision", "reject", "applied")]),
        (("reject", ""), [("decision", "reject", "applied")]),
        (
            ("reject", "thesis"),
            [("decision", "reject", "overruled"), ("decision", "thesis", "applied")],
        ),
        (("", ""), []),
    ],
)
def test_a_row_that_stands_twice(
    make_copy: MakeCopy,
    terms: Terms,
    values: tuple[Value, ...],
    expected: list[tuple[str, Value, str]],
) -> None:
    assert told(merge(BUILT, [make_copy({DECISION: values})], terms)) == expected


def test_a_decided_row_that_stands_twice_and_is_emptied_once(
    make_copy: MakeCopy, make_change: MakeChange, terms: Terms
) -> None:
    history = BUILT.with_changes((make_change(DECISION, "reject"),))
    changes = merge(history, [make_copy({DECISION: ("reject", "")})], terms)
    assert told(changes) == [("decision", "", "applied")]


def test_a_word_that_no_field_knows_becomes_a_note(make_copy: MakeCopy, terms: Terms) -> None:
    copy = make_copy({DECISION: "Maybe?", NOTE: "ask Ada"})
    changes = merge(BUILT, [copy], terms)
    assert told(changes) == [
        ("decision", "Maybe?", "unknown"),
        ("note", "ask Ada [decision: Maybe?]", "applied"),
    ]
    history = BUILT.with_changes(changes)
    assert history.now.cells == {NOTE: "ask Ada [decision: Maybe?]"}
    assert merge(history, [copy], terms) == ()


@pytest.mark.parametrize(
    ("cell", "value", "note"),
    [
        (CAP, "a lot", "why"),
        (CAP, 0, "why"),
        (("weights", "topic/computer_vision", "value"), 3, "why"),
        (("requirements", "C001/degree", "ruling"), "perhaps", "note"),
        (("decisions", "C001", "decision"), "hire!", "reason"),
        (("own", "0123456789", "level"), "great", "note"),
        (("reviews", "0123456789", "score"), "2024-05-01", "comment"),
    ],
)
def test_every_table_keeps_what_it_does_not_know(
    make_copy: MakeCopy, terms: Terms, cell: Cell, value: Value, note: str
) -> None:
    changes = merge(BUILT, [make_copy({cell: value})], terms)
    assert told(changes) == [
        (cell[2], value, "unknown"),
        (note, f"[{cell[2]}: {text_of(value)}]", "applied"),
    ] or told(changes) == [
        (note, f"[{cell[2]}: {text_of(value)}]", "applied"),
        (cell[2], value, "unknown"),
    ]


def test_a_decision_stays_when_something_strange_is_typed_over_it(
    make_copy: MakeCopy, make_change: MakeChange, terms: Terms
) -> None:
    history = BUILT.with_changes((make_change(DECISION, "reject"),))
    changes = merge(history, [make_copy({DECISION: "hm", NOTE: ""})], terms)
    assert after(history, changes).cells == {DECISION: "reject", NOTE: "[decision: hm]"}


def test_the_calls_own_weights_are_no_edits(make_copy: MakeCopy, terms: Terms) -> None:
    assert merge(BUILT, [make_copy({CAP: 6})], terms) == ()
    (change,) = merge(BUILT, [make_copy({CAP: "5,5"})], terms)
    assert (change.value, change.was) == (5.5, 6.0)
    (why,) = merge(
        BUILT, [make_copy({("weights", "criterion/statistics", "why"): "Needed."})], terms
    )
    assert why.was == terms.defaults["weights", "criterion/statistics", "why"]


def test_a_call_that_changed_since_makes_no_edits(make_copy: MakeCopy, terms: Terms) -> None:
    mark = Mark(build=1, time=LATER, workbook="00", defaults={"rule/cap": {"value": 5}})
    assert merge(History(marks=(mark,)), [make_copy({CAP: 5})], terms) == ()
    (change,) = merge(History(marks=(mark,)), [make_copy({CAP: 6})], terms)
    assert (change.value, change.was) == (6, 5)


def test_an_emptied_weight_is_the_calls_again(
    make_copy: MakeCopy, make_change: MakeChange, terms: Terms
) -> None:
    history = BUILT.with_changes((make_change(CAP, 5),))
    changes = merge(history, [make_copy({CAP: ""})], terms)
    assert told(changes) == [("value", "", "applied")]
    assert after(history, changes).cells == {}


def test_last_digits_that_a_spreadsheet_lost(
    make_copy: MakeCopy, make_change: MakeChange, terms: Terms
) -> None:
    history = BUILT.with_changes((make_change(CAP, 0.1 + 0.2),))
    assert merge(history, [make_copy({CAP: 0.3})], terms) == ()


def test_a_lost_log_is_made_again_from_the_workbook(make_copy: MakeCopy, terms: Terms) -> None:
    copy = make_copy({DECISION: "reject", CAP: 5, NOTE: ""}, build=9)
    changes = merge(History(), [copy], terms)
    assert {change.build for change in changes} == {10}
    assert after(History(), changes).cells == {DECISION: "reject", CAP: 5}


def test_numbers_of_builds(make_copy: MakeCopy) -> None:
    assert next_build(History(), []) == 1
    assert next_build(BUILT, [make_copy({})]) == 2
    assert next_build(BUILT, [make_copy({}, build=4)]) == 5


CELLS: tuple[Cell, ...] = (
    DECISION,
    NOTE,
    ("evidence", "e2", "decision"),
    CAP,
    ("decisions", "C001", "decision"),
    ("decisions", "C001", "reason"),
    ("requirements", "C001/degree", "ruling"),
)
VALUES = st.sampled_from(
    ("", "accept", "reject", "Thesis", "maybe?", "met", "nominate", 5, "4,5", "see p. 3")
)
TIMES = st.integers(1, 4).map(lambda day: f"2024-03-0{day}T00:00:00Z")
COPIES = st.builds(
    lambda source, time, build, cells: Copy(
        source=source, time=time, build=build, cells={c: tuple(v) for c, v in cells.items()}
    ),
    source=st.sampled_from(("ada.xlsx", "bo.xlsx", "cy.xlsx")),
    time=TIMES,
    build=st.integers(1, 3),
    cells=st.dictionaries(
        st.sampled_from(CELLS), st.lists(VALUES, min_size=1, max_size=2), max_size=len(CELLS)
    ),
)


def made(copies: list[list[Copy]], terms: Terms) -> History:
    """Return the history of some builds."""
    history = BUILT
    for group in copies:
        history = history.with_changes(merge(history, group, terms))
    return history


@given(earlier=st.lists(st.lists(COPIES, max_size=2), max_size=2), copy=COPIES)
def test_nothing_typed_is_lost(earlier: list[list[Copy]], copy: Copy, terms: Terms) -> None:
    history = made(earlier, terms)
    changes = history.with_changes(merge(history, [copy], terms)).changes
    base = {**terms.defaults, **history.at(copy.build).cells}
    for cell, values in copy.cells.items():
        for value in values:
            meant = understood(cell, value, terms)
            typed = value if meant is None else meant
            if typed == base.get(cell, ""):
                continue
            kept = [c for c in changes if c.cell == cell and c.source == copy.source]
            assert any(
                c.value == typed
                or (content_of(cell) is Content.TEXT and str(typed) in str(c.value))
                for c in kept
            )


@given(
    earlier=st.lists(st.lists(COPIES, max_size=2), max_size=2), copies=st.lists(COPIES, max_size=3)
)
def test_the_order_of_copies_does_not_matter(
    earlier: list[list[Copy]], copies: list[Copy], terms: Terms
) -> None:
    history = made(earlier, terms)
    assert len({merge(history, order, terms) for order in permutations(copies)}) == 1


@given(
    earlier=st.lists(st.lists(COPIES, max_size=2), max_size=2), copies=st.lists(COPIES, max_size=3)
)
def test_merging_twice_changes_nothing(
    earlier: list[list[Copy]], copies: list[Copy], terms: Terms
) -> None:
    history = made(earlier, terms)
    once = history.with_changes(merge(history, copies, terms))
    assert merge(once, copies, terms) == ()


@given(earlier=st.lists(st.lists(COPIES, max_size=2), max_size=3), build=st.integers(1, 4))
def test_an_untouched_copy_changes_nothing(
    earlier: list[list[Copy]], build: int, terms: Terms
) -> None:
    history = made(earlier, terms)
    shown = {**terms.defaults, **history.at(build).cells}
    empty = {(t.name, "e9", name): "" for t in INPUT_TABLES.values() for name in t.fields}
    cells = {cell: (value,) for cell, value in {**empty, **shown}.items()}
    copy = Copy(source="dora.xlsx", time=LATEST, build=build, cells=cells)
    assert merge(history, [copy], terms) == ()
