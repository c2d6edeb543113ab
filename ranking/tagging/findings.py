"""A finding in a document, and the evidence row it becomes."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from ranking.model.document import Document, Page, Reader
from ranking.model.evidence import Assertion, Evidence
from ranking.tagging.assertion import AFFIRMED, Claim
from ranking.tagging.matcher import Hit
from ranking.tagging.passages import Passage, clipped

_GAPS = re.compile(r"[\s\u00ad\ufffe\u2010-\u2015-]+")
_REASONS = {
    Assertion.NEGATED: "the passage denies it",
    Assertion.HYPOTHETICAL: "a wish, a plan or something not finished",
    Assertion.OTHER_PERSON: "the passage speaks of somebody else's work",
    Assertion.FAILED: "failed, withdrawn or not completed",
    Assertion.QUOTED: "quoted, not the candidate's own words or work",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage about a criterion, before it has an id.

    ``rule`` names the rule that gave the level; the evidence's rule adds the lexicon's entry.
    ``item`` tells findings of one passage and criterion apart (its topics, its achievements).
    """

    criterion: str
    concept: str
    level: str
    passage: Passage
    hit: Hit
    rule: str
    claim: Claim = AFFIRMED
    counted: bool = True
    reason: str = ""
    item: str = ""


def evidence(finding: Finding, document: Document, candidate: str) -> Evidence:
    """Make the evidence row of a finding."""
    quote = clipped(finding.passage.verbatim, finding.hit.start, finding.hit.end)
    page = finding.passage.page
    return Evidence(
        id=_evidence_id(candidate, finding, document.source.sha256, quote),
        candidate=candidate,
        criterion=finding.criterion,
        concept=finding.hit.concept.deed or finding.concept,
        level=finding.level,
        quote=quote,
        file=document.file,
        page=page,
        section=finding.passage.section,
        kind=document.kind,
        assertion=finding.claim.assertion,
        counted=finding.counted,
        reason=finding.reason,
        rule=f"{finding.hit.lexicon}:{finding.hit.concept.id} > {finding.rule}",
        reader=_page(document, page).reader if document.pages else Reader.TEXT,
    )


def why_not_counted(claim: Claim) -> str:
    """Say in plain words why a passage with this claim does not count."""
    reason = _REASONS.get(claim.assertion, "")
    return f'{reason} ("{claim.cue}")' if reason and claim.cue else reason


def _evidence_id(candidate: str, finding: Finding, content: str, quote: str) -> str:
    words = _GAPS.sub("", unicodedata.normalize("NFKC", quote).casefold())
    parts = (candidate, finding.criterion, finding.item, content, str(finding.passage.page), words)
    return hashlib.sha1("|".join(parts).encode(), usedforsecurity=False).hexdigest()[:10]


def _page(document: Document, number: int) -> Page:
    return next(page for page in document.pages if page.number == number)
