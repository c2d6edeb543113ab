"""Formal requirements: are shortfalls found, and is nobody told of one that is not there?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ranking.evaluation.figures import Figure, Section
from ranking.evaluation.matching import Match
from ranking.evaluation.measures import share
from ranking.model.assessment import Verdict

IDS = {
    "degree": "degree",
    "background": "background",
    "programming": "programming",
    "english": "english",
    "cv": "cv",
    "letter": "personal_letter",
    "letter_pages_ok": "letter_length",
    "two_references": "references",
    "thesis_copy": "thesis_copy",
    "transcripts": "transcripts",
    "file_names_ok": "file_names",
    "ref_number_ok": "reference_number",
}
"""The requirement that a key of the truth speaks of; other keys are not compared."""

VERDICTS: dict[bool | str, Verdict] = {
    True: Verdict.MET,
    False: Verdict.NOT_MET,
    "shown": Verdict.MET,
    "not_shown": Verdict.UNCLEAR,
    **{verdict.value: verdict for verdict in Verdict},
}
"""The verdict that a value of the truth stands for."""

_GATES = ("degree", "background", "programming", "english")
_SELDOM_PROVABLE = ("degree", "background", "programming")


@dataclass(frozen=True, slots=True)
class _Case:
    applicant: str
    requirement: str
    want: Verdict
    got: str

    @property
    def agrees(self) -> bool:
        """Whether the verdict is right, or as careful as the documents allow."""
        if self.got == self.want:
            return True
        if self.requirement == "english":
            return (self.want, self.got) == (Verdict.UNCLEAR, Verdict.NOT_MET)
        careful = self.requirement in _SELDOM_PROVABLE
        return careful and (self.want, self.got) == (Verdict.NOT_MET, Verdict.UNCLEAR)

    @property
    def rejects_wrongly(self) -> bool:
        """Whether a gate is closed that should be open."""
        shut = self.requirement in _GATES and self.got == Verdict.NOT_MET
        return shut and self.want in {Verdict.MET, Verdict.EXPECTED}


def requirements(matches: Sequence[Match]) -> Section:
    """Compare the verdicts on formal requirements."""
    cases = list(_cases(matches))
    fine = [case.agrees for case in cases if case.want is Verdict.MET]
    short = [case.agrees for case in cases if case.want is not Verdict.MET]
    balanced = (share(sum(fine), len(fine)) + share(sum(short), len(short))) / 2
    right = share(sum(case.agrees for case in cases), len(cases))
    wrong = sum(case.rejects_wrongly for case in cases)
    return Section(
        "Formal requirements",
        (
            Figure("requirement_accuracy", "verdicts that agree", right),
            Figure("requirement_balanced_accuracy", "balanced accuracy", balanced),
            Figure("requirement_shortfalls", "shortfalls", len(short)),
            Figure("requirement_shortfalls_found", "shortfalls found", sum(short)),
            Figure("gates_wrongly_not_met", "gates wrongly not met", wrong),
        ),
        tuple(
            f"{case.applicant} {case.requirement}: {case.got or 'no verdict'}, truth {case.want}"
            for case in cases
            if not case.agrees
        ),
    )


def _cases(matches: Sequence[Match]) -> Iterable[_Case]:
    for match in matches:
        for key, value in match.applicant.requirements.items():
            if key in IDS and value is not None:
                got = match.found.verdicts.get(IDS[key], "")
                yield _Case(match.applicant.id, IDS[key], VERDICTS[value], got)
