"""The call with other weights and points: what the committee could type on the sheet Weights.

Why by way of the cells: a question "what if" then has the same words, the same limits and the same
outcome as typing the numbers into the workbook and building again.
"""

from collections.abc import Collection, Mapping

from ranking.errors import UserError
from ranking.inputs.toml_file import suggestion
from ranking.model.call import Call
from ranking.model.input_limits import limits_of
from ranking.model.input_tables import WEIGHTS, Cell, Value
from ranking.model.review import Review
from ranking.review.terms import Terms, defaults_of, terms_of
from ranking.review.values import understood
from ranking.review.weights import weighed

_WEIGHTS = ("criterion",)
_POINTS = ("level", "achievement", "stated")


def what_if(call: Call, weights: Mapping[str, float], points: Mapping[str, float]) -> Call:
    """Return the call with other weights of criteria and other points of levels.

    Args:
        call: The call as a build used it.
        weights: New weights by id of the criterion.
        points: New points by level of the ladder, by level of problem solving, or by rank of a
            stated topic. Where two of them share a name, the row of the sheet tells which is
            meant: ``level/project``, ``achievement/prize``, ``stated/core``.

    Raises:
        UserError: If a name is not known, is that of several, or its number cannot be.
    """
    rows, terms = defaults_of(call), terms_of(call)
    cells: dict[Cell, Value] = {}
    for what, given, sections in (("criterion", weights, _WEIGHTS), ("level", points, _POINTS)):
        known = [row for row in rows if row.partition("/")[0] in sections]
        for name, number in given.items():
            cell = (WEIGHTS.name, _row(what, name, known), "value")
            cells[cell] = _number(cell, number, terms)
    return weighed(call, Review(cells=cells))


def _number(cell: Cell, number: float, terms: Terms) -> Value:
    value = understood(cell, number, terms)
    if value is None or value == "":
        limits = limits_of(cell)
        raise UserError(
            f"{cell[1]} cannot be {number!r}.",
            f"Give a number from {limits.least:g} to {limits.most:g}.",
        )
    return value


def _row(what: str, name: str, rows: Collection[str]) -> str:
    """Return the one row that a name means: its id, or the part behind the stroke."""
    meant = [row for row in rows if name in (row, row.partition("/")[2])]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise UserError(
            f"'{name}' is the name of several: {', '.join(meant)}.", "Give one of these."
        )
    known = list(dict.fromkeys(row.partition("/")[2] for row in rows))
    raise UserError(
        f"There is no {what} '{name}'{suggestion(name, known)}", f"Known: {', '.join(known)}."
    )
