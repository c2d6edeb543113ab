"""The requirements of the call, and how one application stands with them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ranking.model.assessment import Assessment, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.outputs.report.words import spaced

_NO_NOTES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A requirement of the call, how it stands, and what the committee wrote beside it."""

    title: str
    gate: bool
    check: RequirementCheck
    note: str


def requirements_of(
    assessment: Assessment, call: Call, notes: Mapping[str, str] = _NO_NOTES
) -> Iterator[Requirement]:
    """Yield the requirements in the order in which they were checked."""
    uses = {use.id: use for use in call.requirements}
    for check in assessment.requirements:
        use = uses[check.requirement]
        note = notes.get(f"{assessment.candidate}/{check.requirement}", "")
        yield Requirement(title=use.title, gate=use.gate, check=check, note=note)


def worst_gates(assessment: Assessment, call: Call, formal: Verdict) -> tuple[str, ...]:
    """Return which gates make the formal status what it is, none where all are met."""
    return tuple(
        spaced(found.check.requirement).capitalize()
        for found in requirements_of(assessment, call)
        if found.gate and found.check.verdict is formal is not Verdict.MET
    )
