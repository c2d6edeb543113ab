"""The candidate's own stated interests, per topic of the call; wishes count here."""

from collections.abc import Iterator

from ranking.model.document import Document, Kind
from ranking.model.evidence import Assertion, Level
from ranking.tagging.accounts import OTHER_PEOPLE
from ranking.tagging.assertion import Claim
from ranking.tagging.findings import Finding, why_not_counted
from ranking.tagging.matcher import Hit
from ranking.tagging.passages import Passage, passages
from ranking.tagging.tools import Tools

TELLS = frozenset({Kind.CV, Kind.LETTER, Kind.OTHER})
_SECTIONS = frozenset({"interests"})
WORK_OF_THE_READER = "work-of-the-reader"
"""The rule for "your work on": whoever wishes to take part in it states an interest."""

_NOT_OWN = frozenset(
    {Assertion.NEGATED, Assertion.FAILED, Assertion.QUOTED, Assertion.OTHER_PERSON}
)


def find_interests(document: Document, tools: Tools) -> Iterator[Finding]:
    """Yield the topics that a letter, statement or CV names as the candidate's own interest.

    A topic counts when its passage wishes for it, when it stands in a CV's section of interests,
    or when an earlier passage of the same paragraph of a letter has begun to wish. A passage that
    lists many topics of the call repeats the call; it states no specific interest.
    """
    if document.kind not in TELLS or not tools.interests:
        return
    wishing_block = 0
    for passage in passages(document, mend=tools.mender.mend):
        if passage.section == OTHER_PEOPLE:
            continue
        hits = tools.matcher.find(passage.text)
        wishes = tools.assertions.wishes(passage.text)
        if document.kind is not Kind.CV and wishes:
            wishing_block = passage.block
        topics = tools.of_topics(hits)
        for topic, (hit, *_) in topics.items():
            claim = tools.judge(passage.text, hit, hits)
            stated = wishes or passage.block == wishing_block or passage.section in _SECTIONS
            if stated:
                yield _finding(topic, hit, passage, claim, tools)


def _finding(topic: str, hit: Hit, passage: Passage, claim: Claim, tools: Tools) -> Finding:
    counted = claim.assertion not in _NOT_OWN or claim.rule == WORK_OF_THE_READER
    return Finding(
        criterion=tools.interests,
        concept=topic,
        level=Level.INTEREST,
        passage=passage,
        hit=hit,
        rule="stated-interest",
        claim=Claim(Assertion.HYPOTHETICAL, claim.rule, claim.cue) if counted else claim,
        counted=counted,
        reason="" if counted else why_not_counted(claim),
        item=topic,
    )
