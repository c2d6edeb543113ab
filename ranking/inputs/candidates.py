"""Which candidate is meant by an id or a part of a name."""

import re
from collections.abc import Mapping

from ranking.errors import UserError
from ranking.inputs.names import bare_spellings


def find_candidate(wanted: str, names: Mapping[str, str]) -> str:
    """Return the id of the candidate who is meant by an id or a part of a name.

    Case and diacritics do not matter. Whole words of a name go before parts of words.

    Raises:
        UserError: If nobody or more than one is meant; the message lists who there is.
    """
    known = {candidate.casefold(): candidate for candidate in names}
    if wanted.strip().casefold() in known:
        return known[wanted.strip().casefold()]
    meant: list[str] = []
    for whole in (True, False):
        meant = meant or [c for c in names if _is_meant(wanted, names[c], whole=whole)]
    if len(meant) == 1:
        return meant[0]
    listed = "".join(f"\n  {candidate} {names[candidate]}" for candidate in meant or names)
    if meant:
        raise UserError(f"'{wanted}' is the name of several candidates:{listed}", "Give the id.")
    raise UserError(
        f"There is no candidate '{wanted}'. Candidates are:{listed}", "Give an id, or a name."
    )


def _is_meant(wanted: str, name: str, *, whole: bool) -> bool:
    """Whether every word of what is wanted is a word of the name, or, if not whole, a part."""
    return any(
        all(word in (_words(spelling) if whole else spelling) for word in asked)
        for spelled in bare_spellings(wanted)
        if (asked := _words(spelled))
        for spelling in bare_spellings(name)
    )


def _words(text: str) -> list[str]:
    """Return the words of a text; digits too, so that an unknown id is no part of a name."""
    return re.findall(r"\w+", text)
