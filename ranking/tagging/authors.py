"""Whose work a passage tells of, by the names of authors that stand in it.

An article counts for its authors only, a list of publications in a CV may hold those of a group,
and what a work says with somebody's name and a citation is what they did.
"""

import re
import unicodedata
from collections.abc import Iterable

from ranking.model.application import Person
from ranking.model.document import Document

_AUTHOR_LINES = 30
_PROSE_WORDS = 14
_BEFORE_TEXT = ("abstract", "summary", "résumé", "resume", "zusammenfassung", "sammanfattning")
_THANKS = ("thank", "acknowledg", "grateful", "merci", "remerci", "danke", "tackar")
_SURNAME = r"(?:(?:van|von|de|der|den|di|da|del|le|la)\s+){0,2}[^\W\d_a-z][\w\u2019'-]+"
_INITIALS = r"(?:[^\W\d_a-z]\.\s?-?){1,3}"
_NAME = rf"(?:{_INITIALS}\s?{_SURNAME}|{_SURNAME},?\s{_INITIALS})"
_AND = r"(?:,\s*(?:and|und|et|och|e|y|en|&)?\s*|\s+(?:and|und|et|och|e|y|en|&)\s+)"
_AUTHOR_LIST = re.compile(
    rf"\W*(?:(?:19|20)\d\d\W+|\d{{1,2}}\W+)?(?P<names>{_NAME}(?:{_AND}{_NAME})*)\s*(?:[:,.(]|\b)"
)
_BETWEEN_NAMES = re.compile(
    r"\s*,\s*(?:(?:and|und|et|och|e|y|en)\s+)?|\s+(?:and|und|et|och|e|y|en|&)\s+"
)
_NAMES_IN_LINES = re.compile(r"[^\n]+(?:(?<=[,&])\n[^\n]+|(?<=\band)\n[^\n]+)*")
_CITED = (
    rf"{_SURNAME}(?:{_AND}{_SURNAME}|\s+et al\.?|\s+and coworkers)*"
    r"\s*(?:\[\d{1,3}\]|\((?:19|20)\d\d[a-z]?\))"
)
_CITED_BEFORE = re.compile(rf"\b{_CITED}")
_CITED_AFTER = re.compile(rf"\b(?:by|of|in|von|par|av)\s+{_CITED}")
_OWN = re.compile(
    r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|[Ii]ch|[Ww]ir|[Uu]nser\w*|[Nn]ous|[Nn]otre|[Vv]i)\b"
)


def is_author(document: Document, person: Person) -> bool:
    """Whether the family name stands among the authors of an article, or in its metadata."""
    if not document.pages:
        return False
    words = _plain_words([*_author_lines(document.pages[0].text), document.author])
    names = _plain_words([person.family_name])
    return bool(names) and names <= words


def author_position(document: Document, person: Person) -> int | None:
    """Return the place of a person among the authors of an article, from 0; None if unknown."""
    if not document.pages:
        return None
    head = "\n".join(_author_lines(document.pages[0].text))
    for wanted in ([person.family_name, *person.given_name.split()[:1]], [person.family_name]):
        names = _plain_words(wanted)
        for line in _NAMES_IN_LINES.findall(head):
            authors = [_plain_words([name]) for name in _BETWEEN_NAMES.split(line)]
            places = [place for place, words in enumerate(authors) if names and names <= words]
            if places:
                return places[0]
    return None


def lists_other_authors(text: str, person: Person) -> bool:
    """Whether a text begins with the names of authors, and the person is none of them."""
    found = _AUTHOR_LIST.match(text)
    if found is None or len(found["names"]) == len(text.strip()):
        return False
    return not _plain_words([person.family_name]) <= _plain_words([text])


def is_attributed(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is what somebody else did, named with a citation."""
    if _OWN.search(text):
        return False
    before, after = text[:end], text[start:]
    return _CITED_BEFORE.search(before) is not None or _CITED_AFTER.search(after) is not None


def _author_lines(text: str) -> list[str]:
    """Return the lines at the head of an article, up to its abstract or first prose."""
    lines: list[str] = []
    for line in text.split("\n")[:_AUTHOR_LINES]:
        start = line.strip().casefold()
        if start.startswith(_BEFORE_TEXT) or (lines and len(line.split()) > _PROSE_WORDS):
            break
        if not any(word in start for word in _THANKS):
            lines.append(line)
    return lines


def _plain_words(texts: Iterable[str]) -> set[str]:
    plain = unicodedata.normalize("NFKD", " ".join(texts)).casefold()
    kept = "".join(sign if sign.isalpha() else " " for sign in plain if not _is_mark(sign))
    return set(kept.split())


def _is_mark(sign: str) -> bool:
    return unicodedata.combining(sign) != 0
