"""Research interests: the candidate names topics of the project as interests of their own."""

import re

from ranking.model.assessment import Dossier, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.model.document import Kind
from ranking.requirements.base.passages import collapse, units, unread_that_could_be
from ranking.requirements.base.verdicts import missing, shortened, shown

_ID = "research_interests"
_STATED = re.compile(
    r"(?i:\b(?:interest(?:s|ed)?\b|would\s+like\s+to\s+(?:work|study|understand|investigate"
    r"|research|do|explore|continue)"
    r"|want\s+to\s+(?:work|study|understand|investigate|explore)|research\s+(?:focus|question"
    r"|plan|proposal)"
    r"|I\s+(?:propose|hope\s+to\s+(?:study|work|understand))|fascinat\w+|curious\s+about))"
)


def check(dossier: Dossier, call: Call) -> RequirementCheck:
    """Judge the interests that count; words copied from the advert do not."""
    order = [topic.id for topic in call.topics]
    counted = sorted(
        (interest for interest in dossier.interests if interest.counted),
        key=lambda interest: order.index(interest.topic) if interest.topic in order else len(order),
    )
    if counted:
        first = counted[0]
        return RequirementCheck(
            requirement=_ID,
            verdict=Verdict.MET,
            quote=shortened(first.quote),
            file=first.file,
            page=first.page,
        )
    return _none_counted(dossier)


def _none_counted(dossier: Dossier) -> RequirementCheck:
    """Interests outside the project's topics, or copied ones, are for the committee to judge."""
    stated = [p for p in units(dossier.application, Kind.LETTER, Kind.CV) if _STATED.search(p.text)]
    if stated:
        copied = {collapse(interest.quote) for interest in dossier.interests}
        own = next((p for p in stated if p.text not in copied), stated[0])
        note = (
            "No topic of the project was recognized as an interest of the candidate's own: judge."
        )
        return shown(_ID, own, Verdict.UNCLEAR, note)
    unread = unread_that_could_be(dossier.application, Kind.LETTER, Kind.CV)
    return missing(_ID, "No research interests were found in letter and CV", unread)
