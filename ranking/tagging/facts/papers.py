"""Facts of theses, articles and certificates, from their first page."""

import re
from collections.abc import Iterator
from itertools import islice

from ranking.model.application import Application
from ranking.model.document import Document
from ranking.tagging.facts.finding import Finding, Line, date_in, each_line, lines, shortened

_INSTITUTION = re.compile(
    r"(?i:\b(?:universi\w*|university|institut\w*|facult\w*|fakult\w*|department|school\s+of"
    r"|college"
    r"|école|högskola|hochschule|politecnico)\b)"
)
_NOT_TITLE = re.compile(
    r"(?i:\b(?:preprint|submitted|arxiv|doi|vol\.|journal|proceedings|received|accepted)\b"
    r"|\(\d{4}\)|^\W*\d+\W*$)"
)
_AFTER_TITLE = re.compile(
    r"(?i:\b(?:thesis|dissertation|master(?:['\u2019]?s)?\b|bachelor|examensarbete|masterarbeit"
    r"|bachelorarbeit|uppsats"
    r"|degree\s+project|mémoire|tesi\b|laurea|project\s+report|supervis|advis|betreu|handledare"
    r"|abstract"
    r"|submitted\s+(?:by|in|to)|by$|author|summary))"
)
_HEAD_LINES = 12
_MOST_TITLE_LINES = 4
_LEAST_TITLE = 10


def thesis_facts(document: Document, application: Application) -> Iterator[Finding]:
    """Yield the title on the title page of a thesis."""
    yield from _title("thesis_title", document, application)


def article_facts(document: Document, application: Application) -> Iterator[Finding]:
    """Yield the title of an article."""
    yield from _title("publication", document, application)


def certificate_facts(document: Document, application: Application) -> Iterator[Finding]:
    """Yield the first lines of a certificate, up to the name of the person."""
    head = _before_name(_head(document), application)[:2]
    if head:
        text = " ".join(line.text for line in head)
        dates = [date for line in lines(document) if (date := date_in(line.text))]
        date = dates[-1] if dates else ""
        yield Finding(fact="certificate", value=shortened(text), page=head[0].page, date=date)


def _title(fact: str, document: Document, application: Application) -> Iterator[Finding]:
    head = _head(document)
    dates = (date_in(line.text) for line in head)
    title: list[Line] = []
    for line in _before_name(head, application):
        if _AFTER_TITLE.search(line.text) and title:
            break
        if _is_title_line(line.text):
            title.append(line)
        elif title:
            break
    value = " ".join(line.text for line in title[:_MOST_TITLE_LINES])
    if len(value) >= _LEAST_TITLE:
        date = next(filter(None, dates), "")
        yield Finding(fact=fact, value=shortened(value), page=title[0].page, date=date)


def _is_title_line(text: str) -> bool:
    return not (
        _INSTITUTION.search(text)
        or _NOT_TITLE.search(text)
        or _AFTER_TITLE.search(text)
        or date_in(text)
    )


def _head(document: Document) -> tuple[Line, ...]:
    """Return the first lines of the first page that has any."""
    found = tuple(islice(each_line(document), _HEAD_LINES))
    return tuple(line for line in found if line.page == found[0].page)


def _before_name(head: tuple[Line, ...], application: Application) -> tuple[Line, ...]:
    """Return the lines above the one with the candidate's family name; all if that is the first."""
    name = application.person.family_name.casefold()
    for place, line in enumerate(head):
        if place and name and name in line.text.casefold():
            return head[:place]
    return head
