"""How strongly a text of a few sentences is about each area; for authors of lexicons."""

from collections import defaultdict

from ranking.tagging.matcher import sentences
from ranking.tagging.tools import Tools

DIRECT = 1.0
RELATED = 0.5
"""Weight of a concept. A text is about an area from one direct or two related concepts on."""


def area_strengths(text: str, tools: Tools) -> dict[str, float]:
    """Return the strength of each area that a text is about, by criterion."""
    concepts = {
        (tools.areas[hit.lexicon], hit.concept.id): hit.is_direct
        for sentence in sentences(text)
        for hit in tools.matcher.find(sentence)
        if hit.lexicon in tools.areas
    }
    strengths: defaultdict[str, float] = defaultdict(float)
    for (area, _), is_direct in concepts.items():
        strengths[area] += DIRECT if is_direct else RELATED
    return {area: strength for area, strength in sorted(strengths.items()) if strength >= DIRECT}
