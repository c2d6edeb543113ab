"""From a workbook to the log and back: what two people typed holds in the next build."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ranking.model.input_tables import Value
from ranking.model.review import Mark
from ranking.review.log import append_log, read_log
from ranking.review.merge import merge
from ranking.review.reader import read_copy
from ranking.review.terms import Terms


def test_two_copies_and_a_second_build(
    make_book: Callable[..., Any], terms: Terms, tmp_path: Path
) -> None:
    log = tmp_path / "decisions.jsonl"
    shown: dict[str, dict[str, Value]] = {
        "criterion/group_theory": {"value": 1.5, "why": "The project's point of view."},
        "criterion/statistics": {"value": 0.5, "why": "Named as meritorious."},
    }
    append_log(log, [Mark(build=1, time="2024-03-01T12:00:00Z", workbook="", defaults=shown)])
    ada, bo = make_book("ada.xlsx"), make_book("bo.xlsx")
    ada.type("Evidence", "e1", "Decision", "Reject")
    ada.type("Own passages", "new-0", "Quote", "I classified groups.")
    bo.type("Evidence", "e2", "Decision", "dunno")
    bo.type("Weights", "criterion/statistics", "Weight", "0,75")
    copies = [read_copy(book.save()) for book in (ada, bo)]
    append_log(log, merge(read_log(log).history, copies, terms))
    history = read_log(log).history
    held = history.now
    (row,) = held.rows("own")
    assert held.cells == {
        ("evidence", "e1", "decision"): "reject",
        ("evidence", "e2", "note"): "[decision: dunno]",
        ("own", row, "quote"): "I classified groups.",
        ("weights", "criterion/statistics", "value"): 0.75,
    }
    assert merge(history, copies, terms) == ()
    second = make_book(build=2)
    second.type("Evidence", "e1", "Decision", "reject")
    second.type("Evidence", "e2", "Note", "[decision: dunno]")
    second.type("Own passages", "new-2", "Passage ID", row)
    second.type("Own passages", row, "Quote", "I classified groups.")
    second.type("Weights", "criterion/statistics", "Weight", 0.75)
    assert merge(history, [read_copy(second.save())], terms) == ()
