"""Degree: a master's or a four-year bachelor's degree, held or expected by the start date.

``not_met`` only where documents themselves show it: a degree that is expected long after the start,
or nothing but a three-year bachelor's degree in an application that was read in full. Swedish rules
know other routes (240 credits, equivalent knowledge), so every other doubt is a question to ask.
"""

import datetime as dt

from ranking.model.assessment import Dossier, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.requirements.base.degrees import Claim, claims
from ranking.requirements.base.levels import Level, Standing
from ranking.requirements.base.passages import unread_that_could_be
from ranking.requirements.base.verdicts import shown, unclear

_ID = "degree"
_FLEXIBLE = dt.timedelta(days=183)
"""How much later than the start a degree may come before the documents speak against it: the start
is flexible, and half a year is one more term."""


def check(dossier: Dossier, call: Call) -> RequirementCheck:
    """Judge the claims of degrees, the strongest first."""
    found = claims(dossier.application, call.deadline)
    enough = [claim for claim in found if claim.level.suffices]
    held = [claim for claim in enough if claim.standing is Standing.HELD]
    if held:
        best = max(held, key=lambda claim: (claim.level is Level.MASTER, claim.explicit))
        return shown(_ID, best.passage, note=_held_note(best))
    expected = [claim for claim in enough if claim.standing is Standing.EXPECTED and claim.date]
    if expected:
        return _expected(expected, call)
    return _doubtful(dossier, found)


def _held_note(claim: Claim) -> str:
    if claim.level is Level.FOUR_YEAR_BACHELOR:
        return "Four-year bachelor's degree."
    return "" if claim.explicit else "Taken as held by its years: no word says so."


def _expected(expected: list[Claim], call: Call) -> RequirementCheck:
    """Words that say when outweigh years that merely end."""
    spoken = [claim for claim in expected if claim.explicit] or expected
    first = min(spoken, key=lambda claim: claim.date.last_day if claim.date else dt.date.max)
    if first.date is None or first.date.first_day <= call.start:
        return shown(_ID, first.passage, Verdict.EXPECTED, "Ask for the certificate at the start.")
    note = (
        f"Expected by {first.date.last_day}, after the start on {call.start}. The start is flexible"
        " and 240 credits are another route: for the committee to judge."
    )
    late = first.explicit and first.date.first_day > call.start + _FLEXIBLE
    return shown(_ID, first.passage, Verdict.NOT_MET if late else Verdict.UNCLEAR, note)


def _doubtful(dossier: Dossier, found: tuple[Claim, ...]) -> RequirementCheck:
    if not found:
        return unclear(_ID, "No degree was found in what was read. Ask which degrees are held.")
    best = max(found, key=lambda claim: claim.level)
    if best.level.suffices:
        note = "Enrolled, but when the degree is awarded is not said. Ask for the date."
        return shown(_ID, best.passage, Verdict.UNCLEAR, note)
    if best.level is Level.BACHELOR:
        note = (
            "How long the bachelor's programme takes is not said. Ask: four years or 240 credits?"
        )
        return shown(_ID, best.passage, Verdict.UNCLEAR, note)
    note = "A three-year bachelor's degree is the highest degree found."
    if unread := unread_that_could_be(dossier.application):
        return shown(_ID, best.passage, Verdict.UNCLEAR, f"{note} Not read: {', '.join(unread)}.")
    return shown(_ID, best.passage, Verdict.NOT_MET, f"{note} Ask about equivalent knowledge.")
