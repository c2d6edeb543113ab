"""Own results that a thesis or article states as new: proved, settled, corrected, refuted.

A theorem in a work may be anybody's, so a theorem alone is no achievement. The work must say that
the result is its own (this answers a question left open, the bound is new, our main result), or,
among several authors, that it is the applicant's ("Lemma 2 is due to the second author").
"""

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ranking.model.application import Person
from ranking.model.document import Document, Kind
from ranking.model.evidence import Assertion
from ranking.model.lexicon import Concept, Strength
from ranking.tagging.authors import author_position, is_author
from ranking.tagging.findings import Finding
from ranking.tagging.matcher import Hit, blank_english, rewriting
from ranking.tagging.passages import Passage, passages
from ranking.tagging.prefilter import Prefilter
from ranking.tagging.tools import Tools

RESULT = Concept(
    id="stated_result",
    title="Own result stated as new in an own work",
    strength=Strength.DIRECT,
    phrases={},
    level="own_result",
    deed="own_result",
)
_TELLING_PAGES = 12
"""So many pages at the front and at the end of a work say what is new in it."""

_SILENT = frozenset({"bibliography", "related_work", "acknowledgements", "contents"})
_STATEMENT = r"(?:theorem|lemma|proposition|corollary|conjecture|satz|théorème)s?"
_OWN = r"\b(?:this|we|i|our|my|which)\b[^.;]{0,60}?"
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_WHO = rf"(?:the\s+(?P<place>{'|'.join(_ORDINALS)})\s+author|(?P<initials>(?:[A-Z]\.\s?){{2,3}}))"
_DONE_BY = re.compile(
    rf"\b{_STATEMENT}\b[^.;]{{0,60}}?\b(?:proved\s+by|proven\s+by|due\s+to|found\s+by|work\s+of)\s+{_WHO}",
    re.IGNORECASE,
)
_WHO_DID = re.compile(
    rf"{_WHO}[^.;,]{{0,50}}?\b(?:proved|proves|found|obtained)\s+{_STATEMENT}\b", re.IGNORECASE
)
_NOT_CLAIMED = re.compile(
    r"\b(?:not|nothing|no|none|hardly|already|yet\s+to|whether|if|would|hope|could)\b",
    re.IGNORECASE,
)
_ANSWERS = (
    rf"{_OWN}\b(?:answers?|settles?|resolves?|solves?|completes?)\s+(?:\w+\s+){{0,3}}"
    r"(?:questions?|problems?|conjectures?|cases?)\b[^.;]{0,60}"
    r"\b(?:open|of|raised|posed|left|asked)\b"
)
_CORRECTS = (
    rf"{_OWN}\b(?:corrects?|repairs?|fix(?:es)?|fills?|closes?|points?\s+out)\b[^.;]{{0,30}}"
    r"(?:\b(?:errors?|mistakes?|flaws?|statements?|claims?)\b[^.;]{0,40}"
    r"\b(?:proofs?|lemma|theorem|argument|formula|literature|published|article|paper|\[\d)"
    r"|\bgaps?\s+in\s+(?:the\s+|an?\s+)?(?:\w+\s+)?(?:proof|argument)s?\b)"
)
_REFUTES = (
    rf"{_OWN}\b(?:disproves?|refutes?|counter-?examples?\s+to)\b[^.;]{{0,60}}"
    r"\b(?:conjecture|claim|belief|question|statement|lemma|theorem)\b"
)
_IS_NEW = (
    rf"\b(?:{_STATEMENT}|bounds?|results?|criteri\w+|estimates?|formulas?|proofs?|inequalit\w+"
    r"|statements?|constructions?|identit\w+|classifications?)\b[^.;]{0,50}?"
    r"\b(?:is|are|seems?|appears?)\s+(?:\w+\s+){0,2}?new\b(?!\s+(?:to\s+(?:me|us)|york))"
)
_WAS_OPEN = r"\b(?:case|question|problem)s?\s+(?:that|which)\s+(?:was|were|had\s+been)\s+open\b"
_IMPROVES = (
    rf"(?:{_OWN}|\btheorem\s+[\dA-Z][\d.]*\s+)\bimproves?\s+(?:on\s+|upon\s+)?(?:the|an?)\s+(?:\w+\s+){{0,2}}"
    r"(?:known|best|previous|earlier|published|classical)\s+(?:bound|result|estimate|theorem|constant)"
)
_CLAIMED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (_ANSWERS, _CORRECTS, _REFUTES, _IS_NEW, _WAS_OPEN, _IMPROVES)
)
_UNKNOWN = (
    r"(?:not|nowhere)\s+(?:previously\s+|yet\s+)?(?:been\s+)?"
    r"(?:known|proved|proven|published|considered|treated|stated|(?:to\s+be\s+found\s+)?in\s+the\s+literature)"
)
_FIRST = re.compile(
    rf"\bto\s+(?:the\s+best\s+of\s+)?(?:my|our|the\s+author[\u2019']s)\s+knowledge\b[^.;]{{0,90}}"
    rf"\b(?:new|the\s+first|{_UNKNOWN})\b"
    rf"|\b(?:{_STATEMENT}|bounds?|results?|proofs?|estimates?)\b[^.;]{{0,60}}\b{_UNKNOWN}\b"
    r"|\b(?:proved|proven)\s+(?:here\s+)?for\s+the\s+first\s+time\b"
    rf"|\b{_STATEMENT}\b[^.;]{{0,60}}\b(?:due\s+to|proved\s+by|found\s+by)\s+the\s+author\b",
    re.IGNORECASE,
)
_OWN_THEOREM = re.compile(
    r"\b(?:our|my)\s+(?:own\s+(?:result|theorem|lemma|proposition)|main\s+theorem)s?\b",
    re.IGNORECASE,
)
_MAIN_RESULT = re.compile(
    r"\b(?:(?:our|my)\s+main\s+results?|the\s+main\s+results?\s+(?:of|in)\s+(?:this|the\s+present))\b",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"\b(?:Theorem|Lemma|Proposition|Corollary|Satz|Théorème)\s+(?:[A-Z]|\d[\d.]*)\b"
)


_ANCHORS = (
    *("answers", "settles", "resolves", "solves", "completes", "corrects", "repairs", "fixes"),
    *("fills", "closes", "points out", "gap in", "gaps in", "disproves", "refutes"),
    *("counterexample", "counter example", "is new", "are new", "seems new", "seem new"),
    *("to be new", "appears new", "was open", "were open", "been open", "improves"),
    *("knowledge", "nowhere", "not known", "not proved", "not proven", "not published"),
    *("not previously", "not yet", "not been", "not considered", "not treated", "not in the"),
    *("first time", "the author", "own result", "own theorem", "own lemma", "own proposition"),
    *("main theorem", "main result", "proved by", "proven by", "due to", "found by", "work of"),
    *("theorem", "lemma", "proposition", "corollary", "Satz", "théorème"),
    *(f"{ordinal} author" for ordinal in _ORDINALS),
)
"""Every claim has one of these words, by which most pages are left out at little cost."""


@functools.cache
def _anchored() -> Callable[[str], bool]:
    return Prefilter(_ANCHORS, rewriting(blank_english())).may_match


def find_results(document: Document, person: Person, tools: Tools) -> Iterator[Finding]:
    """Yield the passage by which a work shows best that it has a result of the applicant's own."""
    own = document.kind is Kind.THESIS or (
        document.kind is Kind.ARTICLE and is_author(document, person)
    )
    if not own or not tools.achievements.criterion:
        return
    told = [p for p in passages(_ends(document), _anchored()) if p.section not in _SILENT]
    attributed = list(_attributed(told))
    if attributed:
        place = author_position(document, person)
        found = [(p, m) for p, m in attributed if _is_candidate(m, place, person)]
    else:
        found = [*_stated_as_new(told, tools), *_main_results(told)]
    for passage, match in found[:1]:
        yield _finding(passage, match, tools)


def _ends(document: Document) -> Document:
    """Return a work without its middle, if it is long."""
    pages = document.pages
    if len(pages) <= 2 * _TELLING_PAGES:
        return document
    return replace(document, pages=(*pages[:_TELLING_PAGES], *pages[-_TELLING_PAGES:]))


def _attributed(told: Sequence[Passage]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield where a joint work says which author a statement is due to."""
    for passage in told:
        for pattern in (_DONE_BY, _WHO_DID):
            for match in pattern.finditer(passage.text):
                yield passage, match


def _is_candidate(match: re.Match[str], place: int | None, person: Person) -> bool:
    if match["place"]:
        return place == _ORDINALS.index(match["place"].casefold())
    letters = [letter for letter in match["initials"] if letter.isalpha()]
    names = (*person.given_name.split(), *person.family_name.split())
    return letters == [name[:1] for name in names]


def _stated_as_new(
    told: Sequence[Passage], tools: Tools
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield where a work claims that it settles something, or that nobody knew it before."""
    for pattern in (*_CLAIMED, _FIRST):
        for passage in told:
            match = pattern.search(passage.text)
            if match and _is_claimed(passage, match, tools):
                yield passage, match


def _is_claimed(passage: Passage, match: re.Match[str], tools: Tools) -> bool:
    if match.re is _FIRST:
        return True
    claim = tools.assertions.judge(passage.text, match.start(), match.end(), in_work=True)
    return claim.assertion is Assertion.AFFIRMED and not _NOT_CLAIMED.search(match[0])


def _main_results(told: Sequence[Passage]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield where a work names a theorem as its own, or states its main result as a theorem."""
    for passage, following in zip(told, (*told[1:], None), strict=False):
        match = _OWN_THEOREM.search(passage.text) or _MAIN_RESULT.search(passage.text)
        if match and following and _STATES.match(following.text) and _beside(passage, following):
            yield replace(passage, text=f"{passage.text} {following.text}"), match
        elif match and (_STATES.search(passage.text) or match.re is _OWN_THEOREM):
            yield passage, match


def _beside(passage: Passage, following: Passage) -> bool:
    return passage.page == following.page and following.block - passage.block <= 1


def _finding(passage: Passage, match: re.Match[str], tools: Tools) -> Finding:
    home = tools.achievements
    return Finding(
        criterion=home.criterion,
        concept=RESULT.id,
        level=RESULT.level,
        passage=passage,
        hit=Hit(home.lexicon, RESULT, match[0], *match.span()),
        rule="stated-as-own-and-new",
        item=RESULT.id,
    )
