"""Whether a document of some kind is enclosed."""

from ranking.model.assessment import Dossier, RequirementCheck
from ranking.model.document import Kind
from ranking.requirements.base.passages import documents, unread_that_could_be
from ranking.requirements.base.verdicts import enclosed, missing

_UNREAD = "Not fully read, perhaps known by its name alone: look at it."


def check_enclosed(dossier: Dossier, requirement: str, name: str, *kinds: Kind) -> RequirementCheck:
    """Judge whether one of the kinds is there, ``unclear`` where an unread file could be it.

    A file that could not be opened is enclosed if its name says what it is: the note tells.
    """
    found = documents(dossier.application, *kinds)
    if found:
        best = next((d for d in found if d.fully_read), found[0])
        return enclosed(requirement, best, "" if best.fully_read else _UNREAD)
    unread = unread_that_could_be(dossier.application, *kinds)
    return missing(requirement, f"No {name} was found", unread)
