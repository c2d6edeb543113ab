"""What the committee typed earlier, as the cells of a new workbook show it again."""

from ranking.model.input_tables import Cell, InputTable
from ranking.model.review import Review
from ranking.outputs.workbook.cells import Content


def typed(review: Review, table: InputTable, row: str) -> tuple[Content, ...]:
    """Return what the fields of a row hold, in the order of the table; None where nothing."""
    held = review.of(table.name, row)
    return tuple(held.get(name) for name in table.fields)


def typed_text(review: Review, cell: Cell) -> str:
    """Return what a cell holds if it is text: a formula that compares words sees no number."""
    value = review.value(cell)
    return value if isinstance(value, str) else ""
