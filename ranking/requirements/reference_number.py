"""Reference number: on the file names, or in the text of letter and CV.

Another number of the same shape in its place is ``not_met``; both numbers together are a question.
"""

import datetime as dt
import re
from collections.abc import Iterator

from ranking.model.assessment import Dossier, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.model.document import Kind
from ranking.requirements.base.passages import Passage, all_lines, unread_that_could_be
from ranking.requirements.base.verdicts import missing, shown

_ID = "reference_number"
_NAMED = re.compile(
    r"(?i:\bref(?:\.|\b|er)|\b(?:diarienummer|dnr|kennziffer|aktenzeichen|number|nr\b|no\b))"
)
_NEAR = 40


def check(dossier: Dossier, call: Call) -> RequirementCheck:
    """Look for the call's number and for rivals of its shape."""
    right: list[Passage] = []
    rivals: list[Passage] = []
    for place in _places(dossier):
        numbers = set(re.findall(_shape(call.reference_number), place.text))
        if call.reference_number in numbers:
            right.append(place)
        elif any(_rivals(number, place) for number in numbers):
            rivals.append(place)
    if right and rivals:
        note = f"Other places of the application have {call.reference_number}: ask."
        return shown(_ID, rivals[0], Verdict.UNCLEAR, note)
    if right:
        return shown(_ID, right[0])
    if rivals:
        return shown(_ID, rivals[0], Verdict.NOT_MET, f"The call is {call.reference_number}.")
    unread = unread_that_could_be(dossier.application, Kind.CV, Kind.LETTER)
    return missing(_ID, f"{call.reference_number} was not found", unread)


def _places(dossier: Dossier) -> Iterator[Passage]:
    """Yield the names of all files, then the lines of letter and CV."""
    for document in dossier.application.counted_documents:
        name = document.file.rsplit("/", 1)[-1]
        yield Passage(text=name, file=document.file, page=1, kind=document.kind, section="name")
    yield from all_lines(dossier.application, Kind.LETTER, Kind.CV)


def _shape(number: str) -> str:
    """Return a pattern of numbers that have digits and letters where this one has them."""
    pattern = "".join(
        r"\d" if char.isdigit() else r"[A-Za-z]" if char.isalpha() else re.escape(char)
        for char in number
    )
    return rf"(?<![\w+]){pattern}(?!\d)" if number[:1].isdigit() else pattern


def _rivals(number: str, place: Passage) -> bool:
    """Whether a number stands where a reference number would: named as one, or in a file's name.

    A date in a file's name is no rival, unless it stands after two commas as the call asks.
    """
    before = place.text[: place.text.index(number)]
    if _NAMED.search(before[-_NEAR:]):
        return True
    if place.section != "name" or place.kind not in {Kind.CV, Kind.LETTER}:
        return False
    return not _is_date(number) or before.count(",") > 1


def _is_date(number: str) -> bool:
    try:
        dt.datetime.strptime(number, "%Y%m%d").replace(tzinfo=dt.UTC)
    except ValueError:
        return False
    return True
