"""Decisions follow their passage to the sheet on which it stands."""

from collections.abc import Callable

import pytest

from ranking.model.assessment import Assessment, Dossier
from ranking.model.call import Call
from ranking.model.evidence import Evidence
from ranking.model.input_tables import Cell, Value
from ranking.model.review import History, Review
from ranking.review.apply import ELSEWHERE, apply
from ranking.review.follow import followed

TIME = "2024-03-01T12:00:00Z"


@pytest.fixture
def pool(
    make_evidence: Callable[..., Evidence], make_dossier: Callable[..., Dossier]
) -> list[Assessment]:
    """Return a candidate with a passage that counts and one that does not."""
    evidence = (make_evidence(id="counts"), make_evidence(id="left", counted=False, page=2))
    return [Assessment(dossier=make_dossier(*evidence), requirements=(), scores=())]


def moved(cells: dict[Cell, Value], pool: list[Assessment]) -> dict[Cell, Value]:
    """Return the cells after decisions followed their passages."""
    changes = followed(Review(cells=cells), pool, build=2, time=TIME)
    assert all((c.build, c.time, c.source) == (2, TIME, "build") for c in changes)
    held = {**cells, **{change.cell: change.value for change in changes}}
    left = {cell: value for cell, value in held.items() if value != ""}
    assert followed(Review(cells=left), pool, build=3, time=TIME) == ()
    return left


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (("evidence", "left", "accept"), ("not_counted", "count")),
        (("evidence", "left", "thesis"), ("not_counted", "thesis")),
        (("not_counted", "counts", "count"), ("evidence", "accept")),
        (("not_counted", "counts", "mention"), ("evidence", "mention")),
    ],
)
def test_decision_and_note_move(
    pool: list[Assessment], source: tuple[str, str, str], target: tuple[str, str]
) -> None:
    table, row, word = source
    other, becomes = target
    cells: dict[Cell, Value] = {(table, row, "decision"): word, (table, row, "who"): "Ada"}
    assert moved(cells, pool) == {(other, row, "decision"): becomes, (other, row, "who"): "Ada"}


def test_what_stands_where_it_belongs_stays(pool: list[Assessment]) -> None:
    cells: dict[Cell, Value] = {
        ("evidence", "counts", "decision"): "reject",
        ("not_counted", "left", "note"): "right",
        ("evidence", "gone", "decision"): "accept",
    }
    assert moved(cells, pool) == cells


def test_a_rejection_waits_where_it_is(pool: list[Assessment], call: Call) -> None:
    cells: dict[Cell, Value] = {("evidence", "left", "decision"): "reject"}
    assert moved(cells, pool) == cells
    (kept,) = apply(Review(cells=cells), call, pool).unplaced
    assert kept.reason == ELSEWHERE


def test_the_changes_hold_in_the_log(pool: list[Assessment]) -> None:
    cells: dict[Cell, Value] = {("evidence", "left", "decision"): "accept"}
    history = History(changes=followed(Review(cells=cells), pool, build=2, time=TIME))
    assert history.now.cells == {("not_counted", "left", "decision"): "count"}
