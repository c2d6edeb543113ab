"""Evidence in accounts: CVs, letters, references, certificates and other short documents."""

from collections.abc import Iterator

from ranking.model.document import Document, Kind
from ranking.model.evidence import Assertion, Level, is_substantial
from ranking.tagging.assertion import Claim
from ranking.tagging.findings import Finding, why_not_counted
from ranking.tagging.matcher import Hit
from ranking.tagging.passages import Passage, passages
from ranking.tagging.tools import Tools

OTHER_PEOPLE = "referees"
"""The section of a CV that tells of other people."""


def find_in_account(document: Document, tools: Tools) -> Iterator[Finding]:
    """Yield what an account says about areas, topics and problem solving."""
    for passage in passages(document, tools.matcher.may_match, tools.mender.mend):
        hits = tools.matcher.find(passage.text)
        for criterion, (hit, *_) in tools.of_areas(hits).items():
            claim = _claim(passage, hit, hits, tools)
            yield _area_finding(criterion, hit, passage, claim, _level(passage, document, tools))
        yield from _shown_topics(passage, hits, document, tools)
        yield from _achievements(passage, hits, tools)


def _claim(passage: Passage, hit: Hit, hits: tuple[Hit, ...], tools: Tools) -> Claim:
    if passage.section == OTHER_PEOPLE:
        return Claim(Assertion.OTHER_PERSON, "section-referees")
    return tools.judge(passage.text, hit, hits)


def _level(passage: Passage, document: Document, tools: Tools) -> tuple[Level, str]:
    if document.kind is Kind.CV:
        return tools.levels.in_section(passage.text, passage.section, passage.whole)
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


def _shown_topics(
    passage: Passage, hits: tuple[Hit, ...], document: Document, tools: Tools
) -> Iterator[Finding]:
    """Yield own work on a topic of the project; a topic merely named shows nothing."""
    for topic, (hit, *_) in tools.of_topics(hits).items():
        claim = _claim(passage, hit, hits, tools)
        level, rule = _level(passage, document, tools)
        if claim.assertion is Assertion.AFFIRMED and is_substantial(level) and tools.interests:
            yield Finding(tools.interests, topic, level, passage, hit, rule, item=f"{topic} shown")


def _achievements(passage: Passage, hits: tuple[Hit, ...], tools: Tools) -> Iterator[Finding]:
    """Yield the highest achievement that a passage tells of.

    Why: a passage that tells of a medal also names the contest; it is one achievement.
    """
    told = [hit for hit in hits if hit.lexicon == tools.achievements.lexicon]
    if not told:
        return
    hit = max(told, key=lambda hit: tools.achievements.points[hit.concept.level])
    claim = _claim(passage, hit, hits, tools)
    yield Finding(
        criterion=tools.achievements.criterion,
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
