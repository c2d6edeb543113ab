"""Referees: people whom the candidate names for a reference.

They stand under a heading that says so. Where no heading does ("Persons who know my work"), the
e-mail address of another person tells: nobody gives it in a CV but to have that person asked.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from ranking.model.application import Application
from ranking.model.document import Document, Kind
from ranking.tagging.facts.finding import Finding, Line, lines, shortened

_HEADING = re.compile(
    r"(?i:[\W\d]*(?:(?:academic|professional|personal|my)\s+)?(?:references|referees|referenzen"
    r"|referenser"
    r"|références|referencias|referenze|referências|recommenders|referenties|referanser"
    r"|contacts?\s+for\s+references?|letters\s+of\s+recommendation)\b[\W]*(?:\(.*\))?[:\s]*)"
)
_HEADED = re.compile(
    r"(?i:\W*(?:references|referees|referenzen|referenser)(?:\s*:\s*(?=\S)|\s+(?-i:(?=[A-ZÀ-Þ]))))"
)
_EMAIL = re.compile(r"[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\s?\.\s?[\w-]+)*")
_PHONE = re.compile(r"(?<![\w/])\+?\d(?:[\s()/-]?\d){7,}(?!\w)")
_PERSON = re.compile(
    r"\W*(?:(?i:prof|doc|dr|mr|mrs|ms|mme|m|pd|sir|dame|univ|assoc|assistant|associate|senior"
    r"|full|docent"
    r"|professor\w*|dott|ing|lic|mgr|habil|tekn|fil|emeritus)\.?,?\s+)*"
    r"(?:[^\W\d_a-zß-öø-ÿ][\w'\u2019.-]*\s+){1,4}[^\W\d_a-zß-öø-ÿ][\w'\u2019-]+"
)
_TITLE = re.compile(
    r"(?i:\W*(?:prof|doc|dr|mr|mrs|ms|mme|pd|docent|professor|associate\s+prof|assistant\s+prof"
    r"|assoc)\b)"
)
_CONTACT = re.compile(
    rf"(?:{_EMAIL.pattern})(?:\W{{1,3}}(?:(?i:tel|phone)\W{{1,3}})?{_PHONE.pattern})?"
)
_LINK = re.compile(r"\A(?:[\s,;.|•·)\u2013—-]|(?:and|och|und|et|og|y)\s)+")
"""What may stand between two people."""

_BLOCK_LINES = 24
_LINES_OF_A_PERSON = 4
_SHORTEST_NAME = 3
_OWN_NAMES = 2
"""With so many of the candidate's names, a person is the candidate."""

_WORD = re.compile(r"[^\W\d_]+")
_NOT_PEOPLE = frozenset({"publications", "talks", "patents"})


def referee_facts(document: Document, application: Application) -> Iterator[Finding]:
    """Yield the referees under a heading, else the people given with an address, each once."""
    headed = [
        Finding(fact="referee", value=shortened(text), page=page)
        for page, block in _blocks(document)
        for text in _people(block)
        if not _is_own(text, application)
    ]
    if headed or document.kind is not Kind.CV:
        yield from headed
    else:
        yield from _addressed(lines(document), application)


def _addressed(found: tuple[Line, ...], application: Application) -> Iterator[Finding]:
    """Yield the people whose name stands shortly before an e-mail address that fits it."""
    before: list[str] = []
    page = 1
    for line in found:
        before, page, rest = before if line.page == page else [], line.page, line.text
        while line.section not in _NOT_PEOPLE and (email := _EMAIL.search(rest)):
            text = _named([*before, rest[: email.end()]], email[0], application)
            if text and not _is_own(text, application):
                yield Finding(fact="referee", value=shortened(text), page=line.page)
            before, rest = [], rest[email.end() :]
        before = [*before, rest][1 - _LINES_OF_A_PERSON :]


def _named(before: list[str], email: str, application: Application) -> str | None:
    """Return the words from the nearest name that fits an address, None if there is none."""
    own = _names(application.person.name)
    for place in range(len(before) - 1, -1, -1):
        for person in reversed([*_PERSON.finditer(before[place])]):
            names = _names(person[0])
            fits = any(name in _plain(email.partition("@")[0]) for name in names)
            if (fits or _TITLE.match(person[0])) and len(names & own) < _OWN_NAMES:
                return " ".join([before[place][person.start() :], *before[place + 1 :]]).strip()
    return None


def _names(text: str) -> set[str]:
    return {name for name in _WORD.findall(_plain(text)) if len(name) >= _SHORTEST_NAME}


def _is_own(text: str, application: Application) -> bool:
    own = application.person.email.casefold()
    return bool(own) and own in text.casefold()


def _plain(text: str) -> str:
    """Return text without case and accents, as addresses are spelt."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


def _blocks(document: Document) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines of the section of referees on each page, or what follows its heading."""
    found = lines(document)
    chosen = [line for line in found if line.section == "referees"] or _after_heading(found)
    for page in sorted({line.page for line in chosen}):
        block = [line.text for line in chosen if line.page == page]
        yield page, [text for text in block if not _HEADING.fullmatch(text)]


def _after_heading(found: tuple[Line, ...]) -> list[Line]:
    for place, line in enumerate(found):
        if _HEADING.fullmatch(line.text) or _HEADED.match(line.text):
            return list(found[place : place + _BLOCK_LINES])
    return []


def _people(block: list[str]) -> Iterator[str]:
    """Split a block into people: by contacts where there are any, else by titles."""
    text = " ".join(block)
    ends = [match.end() for match in _CONTACT.finditer(text)]
    if not ends:
        ends = [match.end() for match in _PHONE.finditer(text)]
    if not ends:
        yield from (line for line in block if _TITLE.match(line) and _PERSON.match(line))
        return
    for begin, end in pairwise([0, *ends]):
        piece = _LINK.sub("", text[begin:end], count=1)
        if _PERSON.search(_HEADED.sub("", piece)) or begin:
            yield piece
