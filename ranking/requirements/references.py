"""References: the number of people that the call asks for, with a way to contact them.

People named in the CV or letter and authors of reference letters count together, each once.
"""

import re

from ranking.model.assessment import Dossier, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.model.document import Document, Kind
from ranking.model.evidence import Fact
from ranking.requirements.base.passages import all_lines, documents, unread_that_could_be
from ranking.requirements.base.verdicts import missing, shown, unclear

_ID = "references"
_CONTACT = re.compile(r"[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w.-]+|\+?\d(?:[\s()/.-]?\d){6,}")
_ON_REQUEST = re.compile(
    r"(?i:\brefer(?:ences|ees|enser)\b.{0,40}\b(?:on|upon|by)\s+request|auf\s+anfrage)"
)


def check(dossier: Dossier, call: Call) -> RequirementCheck:
    """Count the referees among the facts, and the letters of further people."""
    named = [fact for fact in dossier.facts if fact.fact == "referee"]
    reachable = [fact for fact in named if _CONTACT.search(fact.value)]
    letters = [
        letter
        for letter in documents(dossier.application, Kind.REFERENCE)
        if not any(_is_by(letter, fact) for fact in reachable)
    ]
    count = len(reachable) + len(letters)
    if count >= call.files.references:
        return _met(reachable, letters)
    if len(named) + len(letters) >= call.files.references:
        return unclear(_ID, f"Named, but with a way to contact: {count}. Ask for e-mail addresses.")
    return _too_few(dossier, count, call.files.references)


def _met(named: list[Fact], letters: list[Document]) -> RequirementCheck:
    note = "; ".join([fact.value for fact in named[1:]] + [letter.file for letter in letters])
    first = named[0] if named else None
    return RequirementCheck(
        requirement=_ID,
        verdict=Verdict.MET,
        quote=first.value if first else "",
        file=first.file if first else letters[0].file,
        page=first.page if first else letters[0].first_page,
        note=f"Also: {note}" if note else "",
    )


def _too_few(dossier: Dossier, count: int, asked: int) -> RequirementCheck:
    note = f"Found: {count}; the call asks for {asked}"
    account = all_lines(dossier.application, Kind.CV, Kind.LETTER)
    on_request = next((line for line in account if _ON_REQUEST.search(line.text)), None)
    unread = unread_that_could_be(dossier.application, Kind.CV, Kind.LETTER, Kind.REFERENCE)
    if on_request and not unread:
        return shown(_ID, on_request, Verdict.NOT_MET, f"{note}. Ask for names and addresses.")
    return missing(_ID, note, unread)


def _is_by(letter: Document, fact: Fact) -> bool:
    """Whether a letter holds the e-mail address, or the name, of a person who is named already."""
    contact = _CONTACT.search(fact.value)
    name = fact.value.split(",")[0].split()
    return bool(contact and contact[0] in letter.text) or bool(name and name[-1] in letter.text)
