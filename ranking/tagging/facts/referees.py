"""Referees: people whom the candidate names for a reference."""

import re
from collections.abc import Iterator
from itertools import pairwise

from ranking.model.application import Application
from ranking.model.document import Document
from ranking.tagging.facts.finding import Finding, Line, lines, shortened

_HEADING = re.compile(
    r"(?i:[\W\d]*(?:(?:academic|professional|personal|my)\s+)?(?:references|referees|referenzen"
    r"|referenser"
    r"|références|referencias|referenze|referências|recommenders|referenties|referanser"
    r"|contacts?\s+for\s+references?|letters\s+of\s+recommendation)\b[\W]*(?:\(.*\))?[:\s]*)"
)
_HEADED = re.compile(r"(?i:\W*(?:references|referees|referenzen|referenser)\s*:\s*(?=\S))")
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
_BLOCK_LINES = 24


def referee_facts(document: Document, application: Application) -> Iterator[Finding]:
    """Yield the referees of the block under its heading, one a person."""
    own = application.person.email.casefold()
    for page, block in _blocks(document):
        for text in _people(block):
            if not (own and own in text.casefold()):
                yield Finding(fact="referee", value=shortened(text), page=page)


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
        piece = text[begin:end].lstrip(" ,;.|•·)")
        if _PERSON.search(_HEADED.sub("", piece)) or begin:
            yield piece
