"""What has no place is told cell by cell."""

from ranking.model.review import Review
from ranking.review.unplaced import unplaced_row


def test_every_filled_cell_of_the_row() -> None:
    review = Review(
        cells={
            ("evidence", "e1", "note"): "see p. 3",
            ("evidence", "e1", "decision"): "reject",
            ("evidence", "e2", "decision"): "accept",
        }
    )
    told = [(u.cell[2], u.value, u.reason) for u in unplaced_row(review, "evidence", "e1", "gone")]
    assert told == [("decision", "reject", "gone"), ("note", "see p. 3", "gone")]
