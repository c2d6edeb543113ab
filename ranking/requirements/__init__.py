"""The formal requirements: one module each, pure, never points.

A verdict is ``not_met`` only where what was read shows it; every doubt is ``unclear`` with a
question to ask.
"""

from collections.abc import Callable

from ranking.model.assessment import Dossier, RequirementCheck
from ranking.model.call import Call
from ranking.requirements import (
    background,
    cv,
    degree,
    english,
    file_names,
    letter_length,
    personal_letter,
    programming,
    reference_number,
    references,
    research_interests,
    thesis_copy,
    transcripts,
)

Check = Callable[[Dossier, Call], RequirementCheck]

REQUIREMENTS: dict[str, Check] = {
    "degree": degree.check,
    "background": background.check,
    "programming": programming.check,
    "english": english.check,
    "research_interests": research_interests.check,
    "cv": cv.check,
    "personal_letter": personal_letter.check,
    "letter_length": letter_length.check,
    "references": references.check,
    "thesis_copy": thesis_copy.check,
    "transcripts": transcripts.check,
    "file_names": file_names.check,
    "reference_number": reference_number.check,
}
"""How each requirement is checked; a new requirement is one module and one line here."""


def check_all(dossier: Dossier, call: Call) -> tuple[RequirementCheck, ...]:
    """Check every requirement that the call makes, in the call's order.

    Raises:
        KeyError: If the call names a requirement that no module checks.
    """
    return tuple(REQUIREMENTS[use.id](dossier, call) for use in call.requirements)
