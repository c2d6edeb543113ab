"""Short ways to say a verdict with its passage, or the question to ask."""

from ranking.model.assessment import RequirementCheck, Verdict
from ranking.model.document import Document
from ranking.requirements.base.passages import Passage

_LONGEST_QUOTE = 400


def shown(
    requirement: str, passage: Passage, verdict: Verdict = Verdict.MET, note: str = ""
) -> RequirementCheck:
    """Return a verdict that a passage shows."""
    return RequirementCheck(
        requirement=requirement,
        verdict=verdict,
        quote=shortened(passage.text),
        file=passage.file,
        page=passage.page,
        note=note,
    )


def enclosed(requirement: str, document: Document, note: str = "") -> RequirementCheck:
    """Return ``met`` because a document is part of the application."""
    return RequirementCheck(
        requirement=requirement,
        verdict=Verdict.MET,
        file=document.file,
        page=document.first_page,
        note=note,
    )


def unclear(requirement: str, question: str) -> RequirementCheck:
    """Return ``unclear`` with the question to ask."""
    return RequirementCheck(requirement=requirement, verdict=Verdict.UNCLEAR, note=question)


def missing(requirement: str, note: str, unread: tuple[str, ...]) -> RequirementCheck:
    """Return ``not_met``, or ``unclear`` where an unread file could hold what was looked for."""
    if unread:
        return unclear(requirement, f"{note}, but not fully read: {', '.join(unread)}. Look there.")
    return RequirementCheck(requirement=requirement, verdict=Verdict.NOT_MET, note=f"{note}.")


def shortened(text: str) -> str:
    """Cut a long passage at a word; what is left is still verbatim."""
    if len(text) <= _LONGEST_QUOTE:
        return text
    return text[:_LONGEST_QUOTE].rsplit(" ", 1)[0]
