"""Own work: a copy of a thesis or an article.

``expected`` where the only thesis that the candidate names is still being written.
"""

import re

from ranking.model.assessment import Dossier, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.model.document import Kind
from ranking.requirements.base.enclosures import check_enclosed
from ranking.requirements.base.passages import units
from ranking.requirements.base.verdicts import shown

_ID = "thesis_copy"
_THESIS = re.compile(
    r"(?i:\b(?:thes[ei]s|dissertation|masterarbeit|bachelorarbeit|examensarbete|uppsats|tesi\b"
    r"|mémoire))"
)
_ONGOING = re.compile(
    r"(?i:\b(?:ongoing|in\s+progress|in\s+preparation|not\s+(?:yet\s+)?(?:finished|complete\w*"
    r"|written)|expected|pågående"
    r"|started|working\s+on|am\s+writing|is\s+being\s+written|to\s+be\s+(?:submitted|defended)"
    r"|will\s+be"
    r"|planned|laufend|en\s+cours|in\s+corso))"
)


def check(dossier: Dossier, call: Call) -> RequirementCheck:
    """Look for own work; the call adds nothing to it."""
    del call
    found = check_enclosed(dossier, _ID, "thesis or article", Kind.THESIS, Kind.ARTICLE)
    if found.verdict is not Verdict.NOT_MET:
        return found
    named = [p for p in units(dossier.application, Kind.CV, Kind.LETTER) if _THESIS.search(p.text)]
    if named and all(_ONGOING.search(passage.text) for passage in named):
        return shown(_ID, named[0], Verdict.EXPECTED, "Still being written: ask for a draft.")
    return found
