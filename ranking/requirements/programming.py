"""Programming: some experience is compulsory.

Counted evidence at coursework or more shows it, and so does a passed course. Languages that are
merely listed show it where the candidate also says what was written with them.
"""

import re

from ranking.model.assessment import Dossier, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.model.document import Kind
from ranking.model.evidence import LADDER, Evidence, is_substantial
from ranking.requirements.base.passages import Passage, units, unread_that_could_be
from ranking.requirements.base.verdicts import shortened, shown, unclear

_ID = "programming"
_LANGUAGE = re.compile(
    r"(?<![\w+#])(?:Python|C\+\+(?:\d\d)?|C#|Java(?:Script)?|Julia|MATLAB|Matlab|Fortran|FORTRAN"
    r"|Haskell|Rust"
    r"|Go(?=[ ,].{0,40}\b(?:code|develop|program|backend))|Mathematica|PyTorch|TensorFlow|JAX"
    r"|NumPy|CUDA"
    r"|GAP|SageMath|Sage|Lean|Scala|OCaml|Kotlin|TypeScript|PHP|SQL|Lisp|Ruby|Perl|Stata|Stan"
    r"|[RC](?=[ ,.;)](?!\.)))(?![\w+#])"
)
_USE = re.compile(
    r"(?i:\b(?:implement|wrote|written|develop|program(?:m|s\b)|code[ds]?\b|coding|script"
    r"|software|simulat|built"
    r"|maintain|library|package|repositor|debug|numerical|compiler|backend)\w*|\blines of\b)"
)
_NONE = re.compile(
    r"(?i:\b(?:no|never|not any|without(?: any)?)\s+(?:\w+\s){0,3}(?:programming|programmed"
    r"|coding|coded)\b)"
)
_PAST = re.compile(r"(?i:\b(?:will|would|hope|plan|want|learning to|am learning|like to)\b)")


def check(dossier: Dossier, call: Call) -> RequirementCheck:
    """Judge the evidence of programming; the call adds nothing to it."""
    del call
    counted = [e for e in dossier.evidence if e.counted and e.criterion == _ID]
    substantial = [e for e in counted if is_substantial(e.level)]
    if substantial:
        return _by_evidence(max(substantial, key=_rank))
    for course in dossier.courses:
        if course.area == _ID and course.passed:
            quote = Passage(text=course.course, file=course.file, page=course.page, kind=Kind.OTHER)
            return shown(_ID, quote, note="Course on the transcript.")
    account = list(units(dossier.application, Kind.CV, Kind.LETTER))
    used = next((p for p in account if _shows_use(p.text)), None)
    if used:
        return shown(_ID, used, note="Languages with what was written in them.")
    return _not_shown(dossier, counted, account)


def _rank(evidence: Evidence) -> int:
    return [level.value for level in LADDER].index(evidence.level)


def _by_evidence(evidence: Evidence) -> RequirementCheck:
    return RequirementCheck(
        requirement=_ID,
        verdict=Verdict.MET,
        quote=shortened(evidence.quote),
        file=evidence.file,
        page=evidence.page,
        note=f"Level: {evidence.level}.",
    )


def _shows_use(text: str) -> bool:
    return bool(_LANGUAGE.search(text) and _USE.search(text)) and not (
        _NONE.search(text) or _PAST.search(text)
    )


def _not_shown(
    dossier: Dossier, counted: list[Evidence], account: list[Passage]
) -> RequirementCheck:
    denied = next((p for p in account if _NONE.search(p.text)), None)
    if denied and not counted and not unread_that_could_be(dossier.application):
        return shown(_ID, denied, Verdict.NOT_MET, "The candidate says so.")
    listed = next((p for p in account if _LANGUAGE.search(p.text)), None)
    if listed:
        note = "Listed, with nothing behind it. Ask what was programmed, and how much."
        return shown(_ID, listed, Verdict.UNCLEAR, note)
    return unclear(_ID, "Nothing was found in what was read. Ask for programming experience.")
