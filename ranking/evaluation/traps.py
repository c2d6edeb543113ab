"""Traps: words that look like evidence and are not. Does the run fall for them?"""

import re
from collections.abc import Sequence

from ranking.evaluation.figures import Figure, Section
from ranking.evaluation.matching import Match
from ranking.evaluation.outcome import Found, Passage
from ranking.evaluation.text import squashed
from ranking.evaluation.truth import Cell

SHORTEST = 8
"""Letters that a wording must have; shorter ones stand anywhere."""

_QUOTED = re.compile(r"(?<!\w)'(.+?)'(?!\w)")  # an apostrophe within a word ends no quotation
_REASON = re.compile(r"\s[-\u2013(\u2014:]\s?")


def traps(matches: Sequence[Match]) -> Section:
    """Count the traps, and those whose words count as more than the truth allows for the area."""
    count, sprung = 0, []
    for match in matches:
        for area, cell in match.applicant.areas.items():
            for trap in cell.traps:
                wordings = wordings_of(trap)
                count += bool(wordings)
                if hit := _sprung(wordings, area, cell, match.found):
                    sprung.append(f"{match.applicant.id} {area}: {hit.step}, {hit.quote!r}; {trap}")
    return Section(
        "Traps",
        (
            Figure("traps", "traps", count),
            Figure("traps_counted_as_evidence", "traps sprung", len(sprung)),
        ),
        tuple(sprung),
    )


def wordings_of(trap: str) -> set[str]:
    """Return the words of a trap: those in quotes before ``--``, or all before the reason."""
    quoted = _QUOTED.findall(trap.partition(" -- ")[0]) or [_REASON.split(trap)[0]]
    return {wording for wording in map(squashed, quoted) if len(wording) >= SHORTEST}


def _sprung(wordings: set[str], area: str, cell: Cell, found: Found) -> Passage | None:
    """Return a passage with a trap's words that claims more than any reader gave, if any."""
    for passage in found.passages:
        if passage.criterion != area or passage.step.height <= cell.highest:
            continue
        quote = squashed(passage.quote)
        if len(quote) >= SHORTEST and any(one in quote or quote in one for one in wordings):
            return passage
    return None
