"""A hard problem that the applicant solved, confirmed by a referee in the third person.

A referee tells deeds shortly: "she found an error in a lemma of ours". Such a sentence names the
applicant, what they did, and the fault or the result that they did it to. What a referee tells of
the own deeds ("I proved") is no merit of the applicant, so the verb must have them as its subject.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ranking.model.application import Person
from ranking.model.document import Document, Kind
from ranking.model.evidence import Assertion
from ranking.model.lexicon import Concept, Strength
from ranking.tagging.findings import Finding
from ranking.tagging.matcher import Hit
from ranking.tagging.passages import Passage, passages
from ranking.tagging.tools import Tools

_KINDS = frozenset({Kind.REFERENCE, Kind.CERTIFICATE})
"""Who employed somebody confirms deeds as a referee does."""

_BEFORE, _AFTER = 70, 130
"""So many characters from the deed its object may stand."""

_ADVERBS = r"(?:\s+(?!not\b|never\b)\w+){0,2}?"
_FINDS = (
    r"found(?:\s+out)?|noticed|discovered|detected|spotted|caught|located|traced|identified"
    r"|uncovered|pointed\s+out|understood|explained|exposed|tracked\s+down"
)
_MENDS = (
    r"repaired|corrected|fixed|solved|resolved|removed|settled|closed|filled|overcame"
    r"|circumvented|cured|eliminated|rescued"
)
_PROVES = r"proved|proven|disproved|refuted|constructed|produced|derived|destroyed"
_FAULT = (
    r"\b(?:errors?|mistakes?|bugs?|gaps?|flaws?|flawed|faults?|leaks?|discrepanc\w+|contradict\w+"
    r"|inconsisten\w+|double\s+counting|counter-?examples?|wrong|false|unsound|incorrect|invalid"
    r"|artefacts?|artifacts?|tacit\s+assumption|(?:the|a)\s+(?:cause|reason)|why)\b"
)
_PROBLEM = (
    r"\b(?:(?:open|hard|difficult|old|long-standing|main|central|real)\s+(?:\w+\s+)?problem|obstacle"
    r"|(?:the|this|that|a)\s+problem\s+(?:that|which|of|on|with|behind)|difficult(?:y|ies)"
    r"|open\s+(?:question|case)|lemma|proof|conjecture)\b"
)
_RESULT = (
    r"\b(?:theorems?|lemmas?|propositions?|conjectures?|bounds?|counter-?examples?|criteri\w+"
    r"|open\s+(?:question|case)|main\s+result|converse)\b"
)
_DEEDS = (
    ("told", _FINDS, _FAULT),
    ("told", _MENDS, f"{_FAULT}|{_PROBLEM}"),
    ("own_result", _PROVES, _RESULT),
)
_SCHOOL = re.compile(
    r"\b(?:exam|examination|exercises?|homework|problem\s+sets?|assignments?|sheets?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Deed:
    level: str
    start: int
    end: int


class _Reader:
    """Finds the deeds of one person in what others write."""

    def __init__(self, person: Person) -> None:
        names = [re.escape(name) for name in (person.given_name, person.family_name) if name]
        titled = rf"(?:(?:mr|ms|mrs|miss|dr)\.?\s+)?(?:{'|'.join(names)})" if names else "he"
        subject = rf"\b(?:he|she|{titled}|the\s+(?:candidate|applicant|student))(?:\s+(?:had|has))?"
        self._deeds = tuple(
            (level, re.compile(rf"{subject}{_ADVERBS}\s+(?:{verbs})\b", re.IGNORECASE), _any(what))
            for level, verbs, what in _DEEDS
        )

    def deed(self, text: str) -> _Deed | None:
        """Return the greatest deed that a sentence tells, None if it tells none."""
        if _SCHOOL.search(text):
            return None
        for level, told, what in reversed(self._deeds):
            for match in told.finditer(text):
                around = text[max(0, match.start() - _BEFORE) : match.end() + _AFTER]
                if what.search(around):
                    return _Deed(level, *match.span())
        return None


def find_confirmations(document: Document, person: Person, tools: Tools) -> Iterator[Finding]:
    """Yield what a referee or an employer confirms that the applicant found, mended or proved."""
    if document.kind not in _KINDS or not tools.achievements.criterion:
        return
    reader = _Reader(person)
    for passage in passages(document):
        deed = reader.deed(passage.text)
        if deed:
            finding = _finding(passage, deed, tools)
            if finding.claim.assertion is Assertion.AFFIRMED:
                yield finding


def _finding(passage: Passage, deed: _Deed, tools: Tools) -> Finding:
    home = tools.achievements
    concept = _concept(deed.level)
    hit = Hit(home.lexicon, concept, passage.text[deed.start : deed.end], deed.start, deed.end)
    return Finding(
        criterion=home.criterion,
        concept=concept.id,
        level=deed.level,
        passage=passage,
        hit=hit,
        rule="confirmed-by-others",
        claim=tools.judge(passage.text, hit, (hit,)),
        item=concept.id,
    )


def _concept(level: str) -> Concept:
    """Return what a deed counts as: the same as when the applicant tells it."""
    return Concept(
        id="confirmed",
        title="A deed of the applicant, confirmed by others",
        strength=Strength.DIRECT,
        phrases={},
        level=level,
        deed="story" if level == "told" else level,
    )


def _any(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
