"""File names: CV and letter are named as the call asks.

Case, accents, blanks and the marks between the parts (a portal may change them) make no difference;
of a family name of several words one is enough. Other files need no particular name.
"""

import re
import unicodedata

from ranking.model.assessment import Dossier, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.model.document import Document, Kind
from ranking.requirements.base.passages import documents, unread_that_could_be
from ranking.requirements.base.verdicts import missing

_ID = "file_names"
_SEPARATOR = r"[\W_]*"
_SPECIAL = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "\u0131": "i", "æ": "ae", "œ": "oe", "ß": "ss"}
)


def check(dossier: Dossier, call: Call) -> RequirementCheck:
    """Compare the names of CV and letter with the call's templates."""
    wrong: list[tuple[Document, str]] = []
    seen = 0
    for kind, template in ((Kind.CV, call.files.cv_name), (Kind.LETTER, call.files.letter_name)):
        found = documents(dossier.application, kind)
        seen += len(found)
        if found and not any(_follows(template, document, dossier, call) for document in found):
            wrong.append((found[0], _wanted(template, dossier, call)))
    if wrong:
        return _judged(
            Verdict.NOT_MET, wrong[0][0], "; ".join(f"asked: {name}" for _, name in wrong)
        )
    if not seen:
        unread = unread_that_could_be(dossier.application)
        return missing(_ID, "Neither CV nor letter was found", unread)
    return RequirementCheck(requirement=_ID, verdict=Verdict.MET)


def _judged(verdict: Verdict, document: Document, note: str) -> RequirementCheck:
    return RequirementCheck(
        requirement=_ID, verdict=verdict, file=document.file, note=f"{_base(document)}: {note}"
    )


def _wanted(template: str, dossier: Dossier, call: Call) -> str:
    return template.format(
        family_name=dossier.application.person.family_name, reference_number=call.reference_number
    )


def _follows(template: str, document: Document, dossier: Dossier, call: Call) -> bool:
    family_name = folded(dossier.application.person.family_name)
    names = "|".join(map(re.escape, {family_name, *re.findall(r"\w{2,}", family_name)} - {""}))
    own = rf"(?:\w+{_SEPARATOR})*?(?:{names or '.+'})(?:{_SEPARATOR}[^\W\d_]+)*?"
    parts = re.split(r"(\{\w+\})", template)
    pattern = "".join(
        {
            "{family_name}": own,
            "{reference_number}": re.escape(call.reference_number),
        }.get(part, _SEPARATOR.join(["", *re.findall(r"\w+", folded(part)), ""]))
        for part in parts
    )
    return re.fullmatch(pattern + _SEPARATOR, folded(_base(document))) is not None


def _base(document: Document) -> str:
    """Return the file's name without its folder and its extension."""
    return re.sub(r"\.\w{2,4}\Z", "", document.file.rsplit("/", 1)[-1])


def folded(text: str) -> str:
    """Return text without case, accents and letters of other scripts, for comparison only.

    A name in another script may be transliterated in many ways, so any name will do then.
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_SPECIAL))
    return "".join(char for char in plain if not unicodedata.combining(char) and char.isascii())
