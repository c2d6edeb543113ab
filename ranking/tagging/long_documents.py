"""Evidence in theses and articles: an area counts for what the work is substantially about.

A work is about an area when the area itself (a direct concept) stands in its title, or in its
abstract or headings and on many of its pages outside related work and bibliography. An area that
is used on many pages without being the subject is a project; a passing remark is a mention.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ranking.model.application import Person
from ranking.model.document import Document, Kind
from ranking.model.evidence import Assertion, Level
from ranking.tagging.assertion import Claim
from ranking.tagging.findings import Finding, why_not_counted
from ranking.tagging.matcher import Hit
from ranking.tagging.passages import Passage, passages
from ranking.tagging.tools import Tools

QUOTED_SECTIONS = frozenset({"bibliography", "related_work"})
_HEADING_LENGTH = 90
_FRONT_LINES = 14
_AUTHOR_LINES = 30
_BODY_QUOTES = 8
_OTHER_QUOTES = 2
_ABOUT_SHARE = 0.35
_ABOUT_SHARE_NAMED = 0.25
_ABOUT_SHARE_OUTLINED = 0.12
_USED_SHARE = 0.12

_OWN = frozenset({Assertion.AFFIRMED, Assertion.HYPOTHETICAL, Assertion.FAILED})
_PROMINENCE = ("title", "abstract", "heading", "body")


_Named = tuple[Passage, tuple[Hit, ...]]


@dataclass(slots=True)
class _Use:
    """Where a work names one area or topic: passages with their hits, by zone of the work."""

    zones: dict[str, list[_Named]] = field(default_factory=lambda: defaultdict(list))
    others: list[tuple[Passage, Hit, Claim]] = field(default_factory=list)

    def note(self, zone: str, named: _Named, tools: Tools) -> None:
        """Note a passage; one that denies, or speaks of other people's work, with its claim."""
        passage, (hit, *_) = named
        claim = tools.assertions.judge(passage.text, hit.start, hit.end)
        if zone == "quoted" or claim.assertion in _OWN:
            self.zones[zone].append(named)
        else:
            self.others.append((passage, hit, claim))

    def holds(self, zone: str) -> bool:
        """Whether a zone is about the area: one direct concept, or two related ones."""
        return _enough(hit for _, hits in self.zones[zone] for hit in hits)

    def outlines(self) -> int:
        """Count the distinct concepts in abstract and headings."""
        zones = (*self.zones["abstract"], *self.zones["heading"])
        return len({hit.concept.id for _, hits in zones for hit in hits})

    def pages(self) -> int:
        """Count the pages of abstract and body that are about the area."""
        by_page: dict[int, list[Hit]] = defaultdict(list)
        for zone in ("abstract", "body"):
            for passage, hits in self.zones[zone]:
                by_page[passage.page] += hits
        return sum(_enough(hits) for hits in by_page.values())


def _enough(hits: Iterable[Hit]) -> bool:
    found = tuple(hits)
    related = {hit.concept.id for hit in found}
    return any(hit.is_direct for hit in found) or len(related) > 1


def find_in_work(document: Document, person: Person, tools: Tools) -> Iterator[Finding]:
    """Yield what a thesis or article shows about areas and topics."""
    areas: dict[str, _Use] = defaultdict(_Use)
    topics: dict[str, _Use] = defaultdict(_Use)
    for passage in passages(document, tools.matcher.may_match, tools.mender.mend):
        hits = tools.matcher.find(passage.text)
        zone = _zone(passage, document.first_page) if hits else ""
        for uses, named in ((areas, tools.of_areas(hits)), (topics, tools.of_topics(hits))):
            for name, found in named.items():
                uses[name].note(zone, (passage, found), tools)
    own = document.kind is not Kind.ARTICLE or _is_author(document, person)
    body = max(1, document.page_count - _quoted_pages(document))
    for criterion, use in sorted(areas.items()):
        judged = _judge(use, document.kind, body)
        yield from _findings(criterion, "", use, judged, own=own)
    for topic, use in sorted(topics.items()):
        level, rule = _judge(use, document.kind, body)
        if tools.interests and level is not Level.MENTION:
            yield from _findings(tools.interests, topic, use, (level, rule), own=own)


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


def _judge(use: _Use, kind: Kind, body_pages: int) -> tuple[Level, str]:
    full = Level.PUBLICATION if kind is Kind.ARTICLE else Level.THESIS
    share = use.pages() / body_pages
    outlined = use.holds("abstract") or use.holds("heading")
    needed = _ABOUT_SHARE_OUTLINED if use.outlines() > 1 else _ABOUT_SHARE_NAMED
    if use.holds("title") or (use.zones["title"] and outlined):
        return full, "about-by-title"
    if outlined and share >= needed:
        return full, "about-by-outline-and-use"
    if share >= _ABOUT_SHARE:
        return full, "about-by-sustained-use"
    if outlined or share >= _USED_SHARE:
        return Level.PROJECT, "used-in-own-work"
    return Level.MENTION, "named-in-passing"


def _findings(
    criterion: str, topic: str, use: _Use, judged: tuple[Level, str], *, own: bool
) -> Iterator[Finding]:
    level, rule = judged
    limit = _BODY_QUOTES if level is not Level.MENTION else _OTHER_QUOTES
    stranger = Claim(Assertion.OTHER_PERSON, "not-an-author")
    for passage, hit in _most_telling(use, limit):
        yield Finding(
            criterion=criterion,
            concept=topic or hit.concept.id,
            level=level,
            passage=passage,
            hit=hit,
            rule=rule,
            claim=Claim(Assertion.AFFIRMED) if own else stranger,
            counted=own,
            reason="" if own else "the candidate's name is not among the authors",
            item=f"{topic} shown" if topic else "",
        )
    if not topic:
        yield from _words_of_others(criterion, use)


def _words_of_others(criterion: str, use: _Use) -> Iterator[Finding]:
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


def _most_telling(use: _Use, limit: int) -> Iterator[tuple[Passage, Hit]]:
    """Yield passages, most telling zone first, direct concepts first, one a page in the body."""
    pages: set[int] = set()
    count = 0
    for zone in _PROMINENCE:
        for passage, (hit, *_) in sorted(use.zones[zone], key=_telling):
            if count == limit:
                return
            if zone == "body" and passage.page in pages:
                continue
            pages.add(passage.page)
            count += 1
            yield passage, hit


def _telling(named: _Named) -> tuple[bool, int]:
    """Direct concepts first, then many concepts before few."""
    return not named[1][0].is_direct, -len(named[1])


def _quoted_pages(document: Document) -> int:
    return sum(
        bool(page.sections) and set(page.sections) <= QUOTED_SECTIONS for page in document.pages
    )


def _is_author(document: Document, person: Person) -> bool:
    """Whether the candidate's family name stands at the head of the article or in its metadata."""
    if not document.pages:
        return False
    head = "\n".join(document.pages[0].text.split("\n")[:_AUTHOR_LINES])
    words = _plain_words([head, document.author])
    names = _plain_words([person.family_name])
    return bool(names) and names <= words


def _plain_words(texts: Iterable[str]) -> set[str]:
    plain = unicodedata.normalize("NFKD", " ".join(texts)).casefold()
    kept = "".join(sign if sign.isalpha() else " " for sign in plain if not _is_mark(sign))
    return set(kept.split())


def _is_mark(sign: str) -> bool:
    return unicodedata.combining(sign) != 0
