"""A hard problem that the applicant solved, confirmed by a referee in the third person.

A referee tells deeds shortly: "she found an error in a lemma of ours". Such a sentence names the
applicant, what they did, and the fault or the result that they did it to. What a referee tells of
the own deeds ("I proved") is no merit of the applicant, so the deed must be said to be theirs.
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

_ADVERBS = r"(?:\s+(?!not\b|never\b|would\b|could\b|I\b|we\b)\w+){0,2}?"
_FINDS = (
    r"found(?:\s+out)?|noticed|discovered|detected|spotted|caught|located|traced|identified|saw"
    r"|uncovered|pointed\s+(?:it\s+)?out|understood|explained|exposed|tracked\s+down|recogni[sz]ed"
    r"|reali[sz]ed|showed|demonstrated|convinced|told|wrote|reported|observed|revealed|diagnosed"
    r"|proved\s+(?:me|us)"
)
_MENDS = (
    r"repaired|corrected|fixed|solved|resolved|removed|settled|closed|filled|overcame|debugged"
    r"|answered|cracked|untangled|unravelled|worked\s+out|figured\s+out|circumvented|cured|eliminated|rescued|supplied|completed|simplified|shortened|got\s+around"
)
_PROVES = (
    r"proved|proven|disproved|refuted|constructed|produced|derived|destroyed|improved|sharpened"
    r"|generali[sz]ed|settled|found"
)
_FAULT = (
    r"\b(?:errors?|mistakes?|mistaken|bugs?|(?:a|the|gaping)\s+gap|flaws?|flawed|faults?|faulty|leaks?|discrepanc\w+"
    r"|contradict\w+|inconsisten\w+|double\s+counting|counter-?examples?|wrong|unsound|incorrect"
    r"|invalid|artefacts?|artifacts?|tacit\s+assumption|overlooked|(?:the|a)\s+(?:cause|reason)"
    r"|(?:is|was|were|are)\s+false|why\s+(?:our|the|my|it|a))\b"
)
_PROBLEM = (
    r"\b(?:(?:open|hard|difficult|old|long-standing|main|central|real)\s+(?:\w+\s+)?problem|obstacle"
    r"|(?:the|this|that|a)\s+problem\s+(?:that|which|of|on|with|behind)|difficult(?:y|ies)"
    r"|open\s+(?:question|case)|lemma|(?:the|a|my|our|an)\s+(?:\w+\s+)?proof|conjecture"
    r"|missing\s+(?:\w+\s+)?(?:step|argument|piece)|right\s+one|stuck|resisted|puzzled|baffled"
    r"|nobody|no\s+one|none\s+of\s+us|given\s+up|what\s+had\s+(?:taken|cost))\b"
)
_RESULT = (
    r"\b(?:theorems?|lemmas?|propositions?|conjectures?|bounds?|counter-?examples?"
    r"|open\s+(?:question|case|problem)|main\s+result|converse|proof\s+of)\b"
)
_NEWS = (
    r"(?:noticed|discovered|found\s+out|spotted|pointed\s+out(?:\s+to\s+(?:me|us))?"
    r"|(?:showed|convinced)\s+(?:me|us))\s+that\s+(?:our|my|the|an?|one|two|half|all|some)"
)
_WORK = r"(?:thesis|dissertation|project|paper|article|preprint)"
_HERS = r"(?:hers|his(?:\s+own)?|her\s+own)"
_SCHOOL = re.compile(
    r"\b(?:exam|examination|exercises?|homework|problem\s+sets?|assignments?|sheets?|textbook)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Rule:
    """How a deed is told, what must stand beside it, and its level."""

    level: str
    told: re.Pattern[str]
    beside: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Deed:
    level: str
    start: int
    end: int


class _Reader:
    """Finds the deeds of one person in what others write."""

    def __init__(self, person: Person) -> None:
        names = "|".join(re.escape(n) for n in (person.given_name, person.family_name) if n)
        titled = rf"(?:(?:mr|ms|mrs|miss|dr)\.?\s+)?(?:{names or 'he'})"
        who = rf"(?:{titled}|the\s+(?:candidate|applicant|student))"
        subject = rf"\b(?:he|she|{who})(?:\s+(?:had|has))?{_ADVERBS}\s+"
        self._rules = tuple(
            _Rule(level, _any(told), _any(beside))
            for level, told, beside in (
                ("own_result", rf"{subject}(?:{_PROVES})\b", _RESULT),
                ("own_result", *_contains_theorem()),
                ("own_result", *_belongs(r"theorem|lemma|proof|counter-?example|main\s+result")),
                ("told", rf"{subject}(?:{_FINDS})\b", _FAULT),
                ("told", rf"{subject}{_NEWS}\b", r"\bthat\b"),
                ("told", rf"{subject}(?:{_MENDS})\b", f"{_FAULT}|{_PROBLEM}"),
                ("told", rf"\b(?:{_FINDS}|{_MENDS})\s+by\s+(?:him|her|{who})\b", _FAULT),
                (
                    "told",
                    *_belongs(r"discovery|reduction|argument|solution|correction"),
                ),
            )
        )

    def deed(self, text: str) -> _Deed | None:
        """Return the greatest deed that a sentence tells, None if it tells none."""
        if _SCHOOL.search(text):
            return None
        for rule in self._rules:
            for match in rule.told.finditer(text):
                around = text[max(0, match.start() - _BEFORE) : match.end() + _AFTER]
                if rule.beside.search(around):
                    return _Deed(rule.level, *match.span())
        return None


def _contains_theorem() -> tuple[str, str]:
    """Return the patterns of: the thesis ended with a theorem that I had not foreseen."""
    does = (
        r"(?:contains?|contained|proves?|proved|settles?|settled|answers?|answered"
        r"|solves?|solved|ended\s+with|led\s+to)"
    )
    told = rf"\b(?:his|her|the|this)\s+(?:[\w\u2019'-]+\s+){{0,3}}{_WORK}\b[^.;]{{0,60}}?\b{does}\b"
    return (
        told,
        r"\b(?:theorem|new\s+(?:\w+\s+)?(?:result|proof)|counter-?example|conjecture|open\s+\w+)\b",
    )


def _belongs(what: str) -> tuple[str, str]:
    """Return the patterns of: the proof of the lemma is entirely hers."""
    theirs = rf"(?:is|was|are|were)\s+(?:\w+\s+){{0,2}}{_HERS}\b(?!\s+\w+er\b)"
    return rf"\b(?:{what})s?\b[^.;]{{0,90}}?\b{theirs}", rf"\b{_HERS}\b"


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
