"""The requirements of the call, and how one application stands with them."""

from collections.abc import Iterator
from dataclasses import dataclass

from ranking.model.assessment import Assessment, RequirementCheck
from ranking.model.call import Call


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A requirement of the call and how it stands."""

    title: str
    gate: bool
    check: RequirementCheck


def requirements_of(assessment: Assessment, call: Call) -> Iterator[Requirement]:
    """Yield the requirements in the order in which they were checked."""
    uses = {use.id: use for use in call.requirements}
    for check in assessment.requirements:
        use = uses[check.requirement]
        yield Requirement(title=use.title, gate=use.gate, check=check)
