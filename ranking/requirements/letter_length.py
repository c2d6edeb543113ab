"""Length of the letter, in pages that hold words, within the limits of the call."""

from ranking.model.assessment import Dossier, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.model.document import Document, Kind, Reader
from ranking.requirements.base.passages import documents, unread_that_could_be
from ranking.requirements.base.verdicts import enclosed, missing, unclear

_ID = "letter_length"


def check(dossier: Dossier, call: Call) -> RequirementCheck:
    """Count the pages of the longest letter."""
    letters = documents(dossier.application, Kind.LETTER)
    if not letters:
        unread = unread_that_could_be(dossier.application, Kind.LETTER)
        return missing(_ID, "No letter was found", unread)
    longest = max(letters, key=letter_pages)
    count = letter_pages(longest)
    if not count:
        return unclear(_ID, f"{longest.file} could not be read: count its pages.")
    low, high = call.files.letter_pages_min, call.files.letter_pages_max
    if low <= count <= high:
        return enclosed(_ID, longest, f"Pages: {count}.")
    return RequirementCheck(
        requirement=_ID,
        verdict=Verdict.NOT_MET,
        file=longest.file,
        page=longest.first_page,
        note=f"Pages: {count}; the call asks for {low} to {high}.",
    )


def letter_pages(document: Document) -> int:
    """Return the number of pages of a letter, without pages that hold no words."""
    return sum(page.reader is Reader.NONE or bool(page.text.strip()) for page in document.pages)
