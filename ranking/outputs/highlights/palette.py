"""The colour of each criterion, the same in highlighted documents and in legends.

Why these: Paul Tol's light scheme was made to lie under black text and stays told apart by people
who see colours differently (Tol, Colour schemes, SRON technical note EPS-TN 09-002, 2021).
"""

from ranking.model.call import Call

COLOURS = (
    "77AADD", "EE8866", "EEDD88", "FFAABB", "44BB99", "99DDFF", "BBCC33", "AAAA00", "DDDDDD",
)  # fmt: skip
"""Blue, orange, yellow, pink, mint, cyan, pear, olive, grey: RGB, two digits each."""


def palette(call: Call) -> dict[str, str]:
    """Return the colour of each criterion by its id, in the order of the call.

    With more criteria than colours, colours come again; the note of a highlight tells them apart.
    """
    return {
        criterion.id: COLOURS[index % len(COLOURS)] for index, criterion in enumerate(call.criteria)
    }
