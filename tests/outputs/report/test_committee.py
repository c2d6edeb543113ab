"""What the committee wrote stands on the page of the candidate whom it is about."""

from dataclasses import replace

from ranking.model.input_tables import Cell, Value
from ranking.model.result import Result
from ranking.model.review import Review
from ranking.outputs.report.committee import Opinion, committee_of, notes_of
from tests.outputs.report.test_pages import html

HOSTILE = "<b>strong</b>"
CELLS: dict[Cell, Value] = {
    ("decisions", "C001", "decision"): "interview",
    ("decisions", "C001", "reason"): HOSTILE,
    ("decisions", "C002", "decision"): "decline",
    ("reviews", "r1", "candidate"): " c001",
    ("reviews", "r1", "member"): "Bo",
    ("reviews", "r1", "score"): 8.5,
    ("reviews", "r2", "candidate"): "C002",
    ("reviews", "r2", "comment"): "of somebody else",
    ("requirements", "C001/english", "note"): "heard him speak",
    ("requirements", "C001/english", "who"): "AB",
    ("evidence", "0123456789", "note"): "not his",
    ("not_counted", "9876543210", "who"): "Bo",
    ("own", "new-1", "quote"): "said so",
}
REVIEW = Review(cells=CELLS)


def test_decision_and_reviews_of_one_candidate() -> None:
    found = committee_of("C001", REVIEW)
    assert (found.decision, found.reason, found.who, found.conflict) == (
        "interview", HOSTILE, "", "",
    )  # fmt: skip
    assert found.opinions == (Opinion(member="Bo", score="8.5", comment=""),)
    assert not found.is_silent
    assert committee_of("C003", REVIEW).is_silent


def test_notes_name_who_wrote_them() -> None:
    assert notes_of(REVIEW) == {
        "C001/english": "heard him speak (AB)",
        "0123456789": "not his",
        "9876543210": "Bo",
    }


def test_the_page_tells_all_of_it_as_text(hostile_result: Result) -> None:
    told = html(replace(hostile_result, review=REVIEW), {})
    assert '<h2 id="committee">Committee</h2>' in told
    assert HOSTILE not in told
    assert "&lt;b&gt;strong&lt;/b&gt;" in told
    assert "heard him speak (AB)" in told
    assert "somebody else" not in told
    assert 'id="committee"' not in html(hostile_result, {})
