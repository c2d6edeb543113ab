"""How strongly a text of a few sentences is about each area; for authors of lexicons.

A single word of an area may be a passing remark, and the longer a text is, the more remarks it
has room for. So a text is about an area that it names by several concepts, or again and again.
"""

from collections import defaultdict

from ranking.tagging.matcher import sentences
from ranking.tagging.tools import Tools

DIRECT = 1.0
RELATED = 0.5
"""Weight of a concept, however often it is named."""
REPEATED = 1 / 3
"""Weight of a concept named in a further sentence."""
MOST_REPEATS = 3
ABOUT = 1.6
"""A text is about an area from this strength on; one of a single sentence from half of it."""


def area_strengths(text: str, tools: Tools) -> dict[str, float]:
    """Return the strength of each area that a text is about, by criterion."""
    parts = sentences(text)
    times: defaultdict[str, dict[tuple[str, bool], int]] = defaultdict(dict)
    for hit in (hit for sentence in parts for hit in tools.matcher.find(sentence)):
        if hit.lexicon in tools.areas:
            named = times[tools.areas[hit.lexicon]]
            concept = hit.concept.id, hit.is_direct
            named[concept] = named.get(concept, 0) + 1
    needed = min(ABOUT, len(parts) * ABOUT / 2)
    strengths = {area: _strength(named) for area, named in sorted(times.items())}
    return {area: strength for area, strength in strengths.items() if strength >= needed}


def _strength(named: dict[tuple[str, bool], int]) -> float:
    """Return the strength of an area, given how many sentences name each of its concepts."""
    concepts = sum(DIRECT if is_direct else RELATED for _, is_direct in named)
    repeats = sum(named.values()) - len(named)
    return round(concepts + REPEATED * min(repeats, MOST_REPEATS), 2)
