"""Evidence in accounts: CVs, letters, references, certificates and other short documents."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ranking.model.application import Person
from ranking.model.document import Document, Kind
from ranking.model.evidence import Assertion, Level, is_substantial
from ranking.tagging.assertion import Claim
from ranking.tagging.authors import lists_other_authors
from ranking.tagging.findings import Finding, why_not_counted
from ranking.tagging.matcher import Hit
from ranking.tagging.passages import Passage, passages
from ranking.tagging.stories import STORY, find_stories
from ranking.tagging.tools import Tools

OTHER_PEOPLE = "referees"
"""The section of a CV that tells of other people."""

_WRITER = frozenset({"i", "my", "we", "our", "me"})
_PERSON = re.compile(
    r"\b(?:I|my|we|our|me|he|she|his|her|him|they|their|mr|ms|mrs|miss|student|candidate|applicant)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Account:
    """A document with the person that it is about, and the tools."""

    document: Document
    person: Person
    tools: Tools

    def claim(self, passage: Passage, hit: Hit, hits: tuple[Hit, ...]) -> Claim:
        """Return what a passage claims about a concept found in it, beside all its concepts."""
        kind = self.document.kind
        if passage.section == OTHER_PEOPLE:
            return Claim(Assertion.OTHER_PERSON, "section-referees")
        if kind is Kind.CV and lists_other_authors(passage.text, self.person):
            return Claim(Assertion.OTHER_PERSON, "authors-without-the-candidate")
        if kind is Kind.REFERENCE and _is_of_referee(passage.text, hit):
            return Claim(Assertion.OTHER_PERSON, "words-of-the-referee")
        if kind is Kind.LETTER and self.tools.lists_the_areas(hits):
            return Claim(Assertion.QUOTED, "lists-the-areas-of-the-call")
        return self.tools.judge(passage.text, hit, hits)


def find_in_account(document: Document, person: Person, tools: Tools) -> Iterator[Finding]:
    """Yield what an account says about areas, topics and problem solving."""
    account = _Account(document, person, tools)
    achievements = tools.achievements
    home = achievements.criterion, achievements.lexicon
    stories = list(find_stories(document, tools.stories, home)) if achievements.criterion else []
    yield from stories
    told = frozenset(story.passage.block for story in stories)
    for passage in passages(document, tools.matcher.may_match, tools.mender.mend):
        hits = tools.matcher.find(passage.text)
        for criterion, (hit, *_) in tools.of_areas(hits).items():
            claim = account.claim(passage, hit, hits)
            yield _area_finding(criterion, hit, passage, claim, _level(passage, document, tools))
        yield from _shown_topics(account, passage, hits)
        yield from _achievements(account, passage, hits, in_story=passage.block in told)


def _is_of_referee(text: str, hit: Hit) -> bool:
    """Whether the last person named before a concept is the one who writes the reference."""
    people = [match[0] for match in _PERSON.finditer(text, 0, hit.start)]
    return bool(people) and people[-1].casefold() in _WRITER


def _level(passage: Passage, document: Document, tools: Tools) -> tuple[Level, str]:
    if document.kind is Kind.CV:
        return tools.levels.in_section(passage.text, passage.section, passage.entry)
    level, rule = tools.levels.claimed(passage.text)
    if document.kind is Kind.CERTIFICATE and is_substantial(level):
        return Level.COURSEWORK, rule
    return level, rule


def _area_finding(
    criterion: str, hit: Hit, passage: Passage, claim: Claim, judged: tuple[Level, str]
) -> Finding:
    level, rule = judged
    match claim.assertion:
        case Assertion.AFFIRMED:
            counted, reason = True, ""
        case Assertion.HYPOTHETICAL:
            level, counted, reason = Level.INTEREST, True, why_not_counted(claim)
        case _:
            counted, reason = False, why_not_counted(claim)
    return Finding(
        criterion=criterion,
        concept=hit.concept.id,
        level=level,
        passage=passage,
        hit=hit,
        rule=claim.rule or rule,
        claim=claim,
        counted=counted,
        reason=reason,
    )


def _shown_topics(account: _Account, passage: Passage, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    """Yield own work on a topic of the project; a topic merely named shows nothing."""
    tools = account.tools
    for topic, (hit, *_) in tools.of_topics(hits).items():
        claim = account.claim(passage, hit, hits)
        level, rule = _level(passage, account.document, tools)
        if claim.assertion is Assertion.AFFIRMED and is_substantial(level) and tools.interests:
            yield Finding(tools.interests, topic, level, passage, hit, rule, item=f"{topic} shown")


def _achievements(
    account: _Account, passage: Passage, hits: tuple[Hit, ...], *, in_story: bool
) -> Iterator[Finding]:
    """Yield the highest achievement that a passage tells of.

    Why: a passage that tells of a medal also names the contest; it is one achievement. And the
    sentences of a story (``in_story``) tell of that one problem.
    """
    achievements = account.tools.achievements
    told = [
        hit
        for hit in hits
        if hit.lexicon == achievements.lexicon
        and not (in_story and hit.concept.level == STORY.level)
    ]
    if told:
        hit = max(told, key=lambda hit: achievements.points[hit.concept.level])
        yield _achievement(account, passage, hit, hits)


def _achievement(account: _Account, passage: Passage, hit: Hit, hits: tuple[Hit, ...]) -> Finding:
    claim = account.claim(passage, hit, hits)
    return Finding(
        criterion=account.tools.achievements.criterion,
        concept=hit.concept.id,
        level=hit.concept.level,
        passage=passage,
        hit=hit,
        rule=claim.rule or "achievement",
        claim=claim,
        counted=claim.assertion is Assertion.AFFIRMED,
        reason=why_not_counted(claim),
        item=hit.concept.id,
    )
