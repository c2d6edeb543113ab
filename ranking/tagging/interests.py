"""The candidate's own stated interests, per topic of the call; wishes count here."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, zip_longest

from ranking.model.document import Document, Kind
from ranking.model.evidence import Assertion, Level
from ranking.tagging.accounts import OTHER_PEOPLE
from ranking.tagging.assertion import Claim
from ranking.tagging.call_words import count_words
from ranking.tagging.findings import Finding, why_not_counted
from ranking.tagging.matcher import Hit
from ranking.tagging.passages import Passage, passages
from ranking.tagging.tools import Tools, apart

TELLS = frozenset({Kind.CV, Kind.LETTER, Kind.OTHER})
WORK_OF_THE_READER = "work-of-the-reader"
"""The rule for "your work on": whoever wishes to take part in it states an interest."""

_SECTIONS = frozenset({"interests"})
_LISTED_TOPICS = 4
_LISTED_NAMES = 6
"""So many topics in the order of the call, or topics and areas in any, are its list ..."""

_OTHER_WORDS = 2.5
"""... if the sentence has no more other words than this for each: it says nothing else."""

_GOES_ON = re.compile(
    r"\W*(?:(?:first|second|third|fourth|last)(?:ly)?|finally|furthermore|[a-h1-9ivx]{1,3}[.)])(?!\w)",
    re.IGNORECASE,
)
"""How an item of an enumeration begins that is a paragraph of its own."""

_NOT_OWN = frozenset(
    {Assertion.NEGATED, Assertion.FAILED, Assertion.QUOTED, Assertion.OTHER_PERSON}
)
_LISTED = Claim(Assertion.QUOTED, "lists-the-call")
_TAKEN_BACK = Claim(Assertion.NEGATED, "interest-taken-back")
_OF_OTHERS = Claim(Assertion.OTHER_PERSON, "interest-of-others")


@dataclass(frozen=True, slots=True)
class _Statement:
    """A passage that states an interest, what follows it, and what its paragraph says anyway."""

    passage: Passage
    following: str
    known: frozenset[str]


def find_interests(document: Document, tools: Tools) -> Iterator[Finding]:
    """Yield the topics that a letter, statement or CV names as the candidate's own interest.

    A topic counts when its passage wishes for it or asks about it, when it stands in a CV's
    section of interests, or when an earlier passage of the same paragraph of a letter has begun to
    wish or is a heading of wishes. What is listed as in the call, said of others or taken back
    states no interest.
    """
    if document.kind not in TELLS or not tools.interests:
        return
    for statement in _statements(document, tools):
        passage = statement.passage
        hits = tools.matcher.find(passage.text, statement.known)
        for topic, (hit, *_) in tools.of_topics(hits).items():
            yield _finding(topic, hit, passage, _claim(statement, hit, hits, tools), tools)


def _statements(document: Document, tools: Tools) -> Iterator[_Statement]:
    wishes, is_cv = tools.wishes, document.kind is Kind.CV
    found = passages(document, mend=tools.mender.mend)
    wishing = headed = False
    for _, block in groupby(found, key=lambda passage: passage.block):
        paragraph = tuple(block)
        wishing = wishing and (headed or bool(_GOES_ON.match(paragraph[0].text)))
        known = wishes.words_of_learning(" ".join(passage.text for passage in paragraph))
        for passage, following in zip_longest(paragraph, paragraph[1:]):
            wished = wishes.wishes(passage.text)
            wishing = not is_cv and (wishing or wished or wishes.heads(passage.text))
            asked = not is_cv and passage.text.endswith("?")
            stated = wished or wishing or asked or passage.section in _SECTIONS
            if stated and passage.section != OTHER_PEOPLE:
                yield _Statement(passage, following.text if following else "", known)
        headed = wishing and (wishes.heads(passage.text) or passage.text.endswith(":"))


def _claim(statement: _Statement, hit: Hit, hits: tuple[Hit, ...], tools: Tools) -> Claim:
    text, wishes = statement.passage.text, tools.wishes
    if statement.passage.section not in _SECTIONS and _lists_the_call(text, hits, tools):
        return _LISTED
    if wishes.takes_back(text) or _is_taken_back(statement.following, tools):
        return _TAKEN_BACK
    if wishes.is_of_others(text, hit.start):
        return _OF_OTHERS
    claim = tools.judge(text, hit, hits)
    if claim.assertion is Assertion.NEGATED and wishes.redeems(text, hit.end):
        return Claim(Assertion.HYPOTHETICAL, claim.rule, claim.cue)
    return claim


def _lists_the_call(text: str, hits: Sequence[Hit], tools: Tools) -> bool:
    """Whether a sentence is little more than a list of topics and areas, as the call has them.

    Who names four topics may mean them; who names them in the order of the call repeats it.
    """
    listed = apart(hits, {**tools.areas, **tools.topics})
    in_order = _longest_run(tuple(apart(hits, tools.topics)), tuple(tools.topics.values()))
    if len(listed) < _LISTED_NAMES and in_order < _LISTED_TOPICS:
        return False
    named = sum(count_words(text[hit.start : hit.end]) for hit in listed.values())
    return count_words(text) - named <= _OTHER_WORDS * len(listed)


def _longest_run(names: Sequence[str], order: Sequence[str]) -> int:
    """Return how many names at most follow one another as they do in an order."""
    following = set(pairwise(order))
    longest = run = min(1, len(names))
    for pair in pairwise(names):
        run = run + 1 if pair in following else 1
        longest = max(longest, run)
    return longest


def _is_taken_back(following: str, tools: Tools) -> bool:
    """Whether the sentence that follows takes topics back without naming any of its own."""
    return tools.wishes.takes_back(following) and not tools.of_topics(tools.matcher.find(following))


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
