"""What the committee typed about something that is no longer there: kept, shown, never dropped."""

from collections.abc import Iterator

from ranking.model.review import Review, Unplaced


def unplaced_row(review: Review, table: str, row: str, reason: str) -> Iterator[Unplaced]:
    """Yield the filled cells of a row."""
    for name, value in review.of(table, row).items():
        yield Unplaced(cell=(table, row, name), value=value, reason=reason)
