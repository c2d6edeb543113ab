"""Background: mathematics, theoretical physics or computer science.

Read from the field of the degrees. Degrees in a neighbouring field, or courses beside a degree in
another one, are a question for the committee. ``not_met`` only where every degree names another
field and no relevant study shows up in an application that was read in full.
"""

import re
from itertools import pairwise

from ranking.model.assessment import Dossier, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.model.evidence import is_substantial
from ranking.requirements.base.degree_words import BACHELOR, INSTITUTION, MASTER
from ranking.requirements.base.degrees import Claim, claims
from ranking.requirements.base.levels import Level
from ranking.requirements.base.passages import unread_that_could_be
from ranking.requirements.base.verdicts import shown, unclear

_ID = "background"

_IN_FIELD = re.compile(
    r"(?i:\b(?<!medical )(?<!health )(?<!chemical )(?<!business )(?<!clinical )"
    r"(?<!social )(?:"
    r"math(?:s\b|ematic|ematik|\.|\b)|mathémat|matem[aá]t|matematy|wiskunde|stærðfræð|μαθηματικ"
    r"|математик"
    r"|physi(?:cs|k|que|kk)\w*|fysi[ikc]\w*|f[ií]sica|fizyk\w*|fizik\w*|natuurkunde|eðlisfræð"
    r"|физик|数学|物理|计算机"
    r"|comput(?:er|ing|ational|ation)\s*(?:science|engineering|mathematics|physics|technology|and)?"
    r"|informati(?:cs|k|que|ca)\b|inform[aá]tica|informatyk\w*|tietojenkäsittely|datalogi"
    r"|datavetenskap|datateknik"
    r"|data\s+(?:science|analytics|engineering)|artificial\s+intelligence|machine\s+learning"
    r"|statisti\w*"
    r"|information\s+technology|software\s+(?:engineering|technology)|quantum\s+\w+|astrophysi\w*"
    r"|astronom\w*"
    r"|cosmolog\w*|probability|operations\s+research|actuarial|cybernetics|cryptograph\w*"
    r"|scientific\s+computing))"
)
_MIXED = re.compile(
    r"(?i:bio|chemi|medic|geo|neuro|econom|financ|business|cogniti|linguist|psycho|health|social"
    r"|educat|teach|lehramt)"
)
_BLEND = re.compile(
    r"\b(?:IT|(?i:information|informatics|computing|digital\w*|technolog\w*))\b[\s,&]+"
    r"(?i:(?:and|og|och|und|et|e|y|en)\s+)?(?i:[ck]ommuni[ck]a\w*+(?!\s+(?:te[ck]h?n|engineer|system))|organi[sz]a"
    r"|business|management|media|societ|market|leadership)"
)
"""Programmes that join computing with the study of people or firms."""

_LOOSE = re.compile(r"(?i:\binformation\s+technology)")

_NEIGHBOUR = re.compile(
    r"(?i:engineer|electr|signal|control|robot|mechatron|econom|financ|geophys|biophys"
    r"|bioinformat|biostat"
    r"|medical physics|chemical physics|materials|nano|meteorolog|ingenieur|ingénieur|ingegner"
    r"|teknik|technolog"
    r"|logic|systems|natural\s+sciences|analytics|photonic|optic)"
)
_OTHER = re.compile(
    r"(?i:biolog|zoolog|botan|ecolog|medicin|nursing|pharma|veterinar|dentist|law\b|juris|history"
    r"|geschichte"
    r"|histoire|literatur|linguist|theolog|psycholog|neurosci|sociolog|politic|relations|business"
    r"|management"
    r"|marketing|accounting|journalis|geograph|geolog|agricultur|forest|sports?\b|tourism"
    r"|architect|anthropolog"
    r"|archaeolog|\barts?\b|music|design\b|social\s+work|public\s+health|education\b|pedagog)"
)
_CUT = re.compile(
    r"(?i:\b(?:thesis|dissertation|masterarbeit|bachelorarbeit|uppsats|tesi\b|mémoire|advis"
    r"|supervis|minor\b"
    r"|nebenfach|biämne|of\s+which|courses?\b|topics?\b|project\b|gpa\b|average|elective)|\btitle:)"
)
_SEGMENT = re.compile(r"[,;:|()·•]|\s[-\u2013—]\s|\.\s|\bat\s|\bund der\b")
_ENOUGH_CREDITS = 90.0
"""Credits in the fields that count as a background where no degree names a field: half a bachelor's
degree."""


def check(dossier: Dossier, call: Call) -> RequirementCheck:
    """Judge the fields of the degrees, then the courses."""
    found = claims(dossier.application, call.deadline)
    blended = {claim.level for claim in found if _BLEND.search(claim.passage.text)}
    for claim in sorted(found, key=lambda claim: -claim.level):
        if _names_field(claim, blended):
            return shown(_ID, claim.passage)
    studied = _relevant_study(dossier)
    if not found:
        if _relevant_credits(dossier) >= _ENOUGH_CREDITS:
            return RequirementCheck(requirement=_ID, verdict=Verdict.MET, note=studied)
        return unclear(_ID, "No field of study was found in what was read. Ask for the degrees.")
    return _other_field(dossier, found, studied)


def _names_field(claim: Claim, blended: set[Level]) -> bool:
    """Whether a claim names one of the fields.

    A certificate may call a degree "information technology" of which the CV tells the whole name,
    "IT and communication": at the level of such a degree those words alone show nothing.
    """
    if _BLEND.search(claim.passage.text):
        return False
    segments = _segments(claim)
    if claim.level in blended:
        segments = [_LOOSE.sub("", segment) for segment in segments]
    return any(map(_in_field, segments))


def _other_field(dossier: Dossier, found: tuple[Claim, ...], studied: str) -> RequirementCheck:
    best = max(found, key=lambda claim: claim.level)
    near = next((c for c in found if any(_NEIGHBOUR.search(s) for s in _segments(c))), None)
    if near or studied:
        note = f"A neighbouring or mixed field. {studied} For the committee to judge.".replace(
            "  ", " "
        )
        return shown(_ID, (near or best).passage, Verdict.UNCLEAR, note)
    if unread := unread_that_could_be(dossier.application):
        return shown(_ID, best.passage, Verdict.UNCLEAR, f"Not read: {', '.join(unread)}.")
    if not all(_is_evidently_other(claim) for claim in found):
        note = "The field of the degrees is not certain. Ask for the main subject."
        return shown(_ID, best.passage, Verdict.UNCLEAR, note)
    note = "The degrees name other fields, and no relevant course was found."
    return shown(_ID, best.passage, Verdict.NOT_MET, note)


def _is_evidently_other(claim: Claim) -> bool:
    """Whether a claim names another field and holds no word of the fields asked for."""
    elsewhere = any(_OTHER.search(segment) for segment in _segments(claim))
    return elsewhere and not _IN_FIELD.search(claim.passage.text)


def _segments(claim: Claim) -> list[str]:
    """Return the parts of a claim that can name a field: no institution, no thesis, no minor."""
    text = claim.passage.text
    cut = _CUT.search(text)
    text = text[: cut.start()] if cut else text
    named = [match.start() for pattern in (MASTER, BACHELOR) for match in pattern.finditer(text)]
    edges = [0, *sorted(set(named)), len(text)]
    return [segment for begin, end in pairwise(edges) for segment in _fields(text[begin:end])]


def _fields(text: str) -> list[str]:
    """Return the segments of a text without institutions; the first starts with the degree."""
    first, *others = _SEGMENT.split(text)
    institution = INSTITUTION.search(first)
    if institution:
        first = first[: institution.start()]
    return [first, *(segment for segment in others if not INSTITUTION.search(segment))]


def _in_field(segment: str) -> bool:
    """Whether a segment names one of the fields, and not a mixture such as health informatics."""
    return bool(_IN_FIELD.search(segment)) and (
        not _MIXED.search(segment) or bool(re.search(r"(?i:\bmath|\bphysi)", segment))
    )


def _relevant_study(dossier: Dossier) -> str:
    """Say how many relevant courses or own works were found, "" if none."""
    courses = sum(course.area != "" and course.passed is not False for course in dossier.courses)
    works = len(
        {e.criterion for e in dossier.evidence if e.counted and _is_study(e.criterion, e.level)}
    )
    if not courses and not works:
        return ""
    return f"Relevant courses on transcripts: {courses}; areas with own work: {works}."


def _is_study(criterion: str, level: str) -> bool:
    return criterion not in {"programming", "statistics"} and is_substantial(level)


def _relevant_credits(dossier: Dossier) -> float:
    return sum(c.credits or 0.0 for c in dossier.courses if c.area and c.passed is not False)
