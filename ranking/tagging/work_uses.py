"""Where a thesis or article names an area or topic, and what it says of it there."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from ranking.model.evidence import Assertion
from ranking.tagging.assertion import Claim
from ranking.tagging.level import OWN_WORK
from ranking.tagging.matcher import Hit
from ranking.tagging.passages import Passage
from ranking.tagging.tools import Tools

_DONE = re.compile(
    r"\b(?:was|were|is|are|been)\s+(?:\w+\s+)?(?:implemented|programmed|written|coded|computed|trained|simulated"
    r"|fitted|estimated|evaluated|analy[sz]ed)\b"
)
"""A work tells what was done for it in the passive voice."""

_CITED = re.compile(r"\[\d{1,3}[\],\s]|\((?:[^()]*\s)?(?:19|20)\d\d[a-z]?\)|\bet al\b")
_OWN = frozenset({Assertion.AFFIRMED, Assertion.FAILED})
PROMINENCE = ("title", "abstract", "heading", "body")
"""Zones of a work, the most telling first."""


Named = tuple[Passage, tuple[Hit, ...]]
"""A passage and its concepts of one area or topic."""


@dataclass(slots=True)
class Use:
    """Where a work names one area or topic.

    Attributes:
        zones: Passages with their hits, by zone of the work.
        wishes: Passages that only wish or suppose.
        others: Passages that deny, or speak of other people's work.
    """

    zones: dict[str, list[Named]] = field(default_factory=lambda: defaultdict(list))
    wishes: list[Named] = field(default_factory=list)
    others: list[tuple[Passage, Hit, Claim]] = field(default_factory=list)

    def note(self, zone: str, named: Named, tools: Tools) -> None:
        """Note a passage; one that denies, or speaks of other people's work, with its claim."""
        passage, (hit, *_) = named
        claim = tools.judge_in_work(passage.text, hit)
        if zone == "quoted" or claim.assertion in _OWN:
            self.zones[zone].append(named)
        elif claim.assertion is Assertion.HYPOTHETICAL:
            self.wishes.append(named)
        else:
            self.others.append((passage, hit, claim))

    def holds(self, zone: str) -> bool:
        """Whether a zone is about the area: one direct concept, or two related ones."""
        return enough(hit for _, hits in self.zones[zone] for hit in hits)

    def done(self, tools: Tools) -> dict[Passage, tuple[Hit, ...]]:
        """Return the passages that tell of own work with it."""
        return {
            passage: hits
            for zone in PROMINENCE
            for passage, hits in self.zones[zone]
            if _tells_of_own_work(passage, hits[0], tools)
        }

    def outlines(self) -> int:
        """Count the distinct concepts in abstract and headings."""
        zones = (*self.zones["abstract"], *self.zones["heading"])
        return len({hit.concept.id for _, hits in zones for hit in hits})

    def pages(self, *, cited: bool) -> int:
        """Count the pages of abstract and body that are about the area.

        Args:
            cited: Whether sentences count that cite somebody.
        """
        by_page: dict[int, list[Hit]] = defaultdict(list)
        for zone in ("abstract", "body"):
            for passage, hits in self.zones[zone]:
                if cited or not _CITED.search(passage.text):
                    by_page[passage.page] += hits
        return sum(enough(hits) for hits in by_page.values())


def enough(hits: Iterable[Hit]) -> bool:
    """Whether concepts show an area: one direct, or two related ones."""
    found = tuple(hits)
    related = {hit.concept.id for hit in found}
    return any(hit.is_direct for hit in found) or len(related) > 1


def _tells_of_own_work(passage: Passage, hit: Hit, tools: Tools) -> bool:
    """Whether a passage of a work says that something was done for it, and cites nobody."""
    text = passage.text
    told = _DONE.search(text) is not None or tools.levels.claimed(text)[1] == OWN_WORK
    return (
        told
        and _CITED.search(text) is None
        and tools.judge_in_work(text, hit).assertion is Assertion.AFFIRMED
    )
