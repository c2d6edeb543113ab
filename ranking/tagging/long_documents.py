"""Evidence in theses and articles: an area counts for what the work is substantially about.

A work is about an area when the area itself (a direct concept) stands in its title, or in its
abstract or headings and on many of its pages outside related work and bibliography. An area that
is used on many pages without being the subject is a project; a passing remark is a mention.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from ranking.model.application import Person
from ranking.model.document import Document, Kind
from ranking.model.evidence import Assertion, Level, is_substantial
from ranking.tagging.assertion import Claim
from ranking.tagging.authors import is_author
from ranking.tagging.findings import Finding, why_not_counted
from ranking.tagging.matcher import Hit
from ranking.tagging.passages import Passage, passages
from ranking.tagging.tools import Tools
from ranking.tagging.work_uses import PROMINENCE, Named, Use, enough

QUOTED_SECTIONS = frozenset({"bibliography", "related_work"})
_HEADING_LENGTH = 90
_FRONT_LINES = 14
_BODY_QUOTES = 8
_OTHER_QUOTES = 2
_ABOUT_SHARE = 0.35
_ABOUT_SHARE_NAMED = 0.25
_ABOUT_SHARE_OUTLINED = 0.12
_USED_SHARE = 0.12
_FEWEST_PAGES_ABOUT = 3
_FEWEST_PAGES_USED = 2
"""In a short work a share of the pages is soon reached; a remark or two make no work about it."""


def find_in_work(document: Document, person: Person, tools: Tools) -> Iterator[Finding]:
    """Yield what a thesis or article shows about areas and topics."""
    areas: dict[str, Use] = defaultdict(Use)
    topics: dict[str, Use] = defaultdict(Use)
    for passage in passages(document, tools.matcher.may_match, tools.mender.mend):
        hits = tools.matcher.find(passage.text)
        zone = _zone(passage, document.first_page) if hits else ""
        for uses, named in ((areas, tools.of_areas(hits)), (topics, tools.of_topics(hits))):
            for name, found in named.items():
                uses[name].note(zone, (passage, found), tools)
    own = document.kind is not Kind.ARTICLE or is_author(document, person)
    body = max(1, document.page_count - _quoted_pages(document))
    for criterion, use in sorted(areas.items()):
        judged = _judge(use, document.kind, body) or _told(use, tools)
        yield from _findings(criterion, "", use, judged, own=own)
    for topic, use in sorted(topics.items()):
        judged = _judge(use, document.kind, body) or _told(use, tools)
        if tools.interests and is_substantial(judged.level):
            yield from _findings(tools.interests, topic, use, judged, own=own)


_ZONES = {
    "bibliography": "quoted",
    "related_work": "quoted",
    "acknowledgements": "silent",
    "abstract": "abstract",
    "contents": "heading",
}


def _zone(passage: Passage, first_page: int) -> str:
    """Return the zone of a work: title, abstract, heading, body, quoted or silent."""
    if passage.section in _ZONES:
        return _ZONES[passage.section]
    if passage.page == first_page and passage.line < _FRONT_LINES and not passage.section:
        return "title"
    return "heading" if _is_heading(passage.text) else "body"


def _is_heading(text: str) -> bool:
    return len(text) < _HEADING_LENGTH and text.rstrip()[-1:] not in ".!?:,;" and _numbered(text)


def _numbered(text: str) -> bool:
    return text[:1].isdigit() or text.lower().startswith(("chapter", "section", "kapitel"))


@dataclass(frozen=True, slots=True)
class _Judged:
    """The level of a work for an area, the rule, and passages that made it (if only some did)."""

    level: Level
    rule: str
    made_by: dict[Passage, tuple[Hit, ...]] = field(default_factory=dict)


def _judge(use: Use, kind: Kind, body_pages: int) -> _Judged | None:
    """Return the level of a work that is about the area or uses it much, else None."""
    full = Level.PUBLICATION if kind is Kind.ARTICLE else Level.THESIS
    pages = use.pages(cited=True)
    share = pages / body_pages
    outlined = use.holds("abstract") or use.holds("heading")
    needed = _ABOUT_SHARE_OUTLINED if use.outlines() > 1 else _ABOUT_SHARE_NAMED
    if use.holds("title") or (use.zones["title"] and outlined):
        return _Judged(full, "about-by-title")
    if outlined and share >= needed:
        return _Judged(full, "about-by-outline-and-use")
    fewest = min(_FEWEST_PAGES_ABOUT, max(_FEWEST_PAGES_USED, body_pages))
    if share >= _ABOUT_SHARE and pages >= fewest:
        return _Judged(full, "about-by-sustained-use")
    used = use.pages(cited=False)
    if outlined or (used >= _FEWEST_PAGES_USED and used / body_pages >= _USED_SHARE):
        return _Judged(Level.PROJECT, "used-in-own-work")
    return None


def _told(use: Use, tools: Tools) -> _Judged:
    """Return the level of a work that names the area here and there, by what it says of it."""
    done = use.done(tools)
    if enough(hit for hits in done.values() for hit in hits):
        return _Judged(Level.PROJECT, "told-as-own-work", done)
    if any(use.zones[zone] for zone in PROMINENCE):
        return _Judged(Level.MENTION, "named-in-passing")
    return _Judged(Level.INTEREST, "wished-for", dict(use.wishes))


def _findings(
    criterion: str, topic: str, use: Use, judged: _Judged, *, own: bool
) -> Iterator[Finding]:
    stranger = Claim(Assertion.OTHER_PERSON, "not-an-author")
    for passage, hit in _most_telling(use, judged):
        yield Finding(
            criterion=criterion,
            concept=topic or hit.concept.id,
            level=judged.level,
            passage=passage,
            hit=hit,
            rule=judged.rule,
            claim=Claim(Assertion.AFFIRMED) if own else stranger,
            counted=own,
            reason="" if own else "the candidate's name is not among the authors",
            item=f"{topic} shown" if topic else "",
        )
    if not topic:
        yield from _words_of_others(criterion, use)


def _words_of_others(criterion: str, use: Use) -> Iterator[Finding]:
    """Yield passages that quote, deny, or speak of other people's work: kept, not counted."""
    for passage, (hit, *_) in use.zones["quoted"][:_OTHER_QUOTES]:
        reason = f"stands in the section {passage.section.replace('_', ' ')}"
        claim = Claim(Assertion.QUOTED, f"section-{passage.section}")
        yield _not_own(criterion, passage, hit, claim, reason)
    for passage, hit, claim in use.others[:_OTHER_QUOTES]:
        yield _not_own(criterion, passage, hit, claim, why_not_counted(claim))


def _not_own(criterion: str, passage: Passage, hit: Hit, claim: Claim, reason: str) -> Finding:
    return Finding(
        criterion=criterion,
        concept=hit.concept.id,
        level=Level.MENTION,
        passage=passage,
        hit=hit,
        rule=claim.rule,
        claim=claim,
        counted=False,
        reason=reason,
    )


def _most_telling(use: Use, judged: _Judged) -> Iterator[tuple[Passage, Hit]]:
    """Yield the passages to quote: those that made the level, else the most telling ones."""
    limit = _BODY_QUOTES if is_substantial(judged.level) else _OTHER_QUOTES
    if judged.made_by:
        made = sorted(judged.made_by.items(), key=_telling)
        yield from ((passage, hits[0]) for passage, hits in made[:limit])
    else:
        yield from islice(_by_prominence(use), limit)


def _by_prominence(use: Use) -> Iterator[tuple[Passage, Hit]]:
    """Yield passages, most telling zone first, direct concepts first, one a page in the body."""
    pages: set[int] = set()
    for zone in PROMINENCE:
        for passage, (hit, *_) in sorted(use.zones[zone], key=_telling):
            if zone != "body" or passage.page not in pages:
                pages.add(passage.page)
                yield passage, hit


def _telling(named: Named) -> tuple[bool, int]:
    """Direct concepts first, then many concepts before few."""
    return not named[1][0].is_direct, -len(named[1])


def _quoted_pages(document: Document) -> int:
    return sum(
        bool(page.sections) and set(page.sections) <= QUOTED_SECTIONS for page in document.pages
    )
