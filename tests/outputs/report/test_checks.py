"""Requirements have the title and the weight that the call gives them."""

from dataclasses import replace

from ranking.model.assessment import Verdict
from ranking.model.result import Result
from ranking.outputs.report.checks import requirements_of, worst_gates


def test_requirements_are_called_as_in_the_call(hostile_result: Result) -> None:
    (assessment,) = hostile_result.assessments
    call = hostile_result.call
    found = list(requirements_of(assessment, call))
    assert len(found) > 5
    assert [r.title for r in found] == [use.title for use in call.requirements]
    assert [r.gate for r in found] == [use.gate for use in call.requirements]
    assert [r.check for r in found] == list(assessment.requirements)


def test_the_gates_behind_a_formal_status_are_named(hostile_result: Result) -> None:
    (assessment,) = hostile_result.assessments
    first, *others = assessment.requirements
    checks = (replace(first, verdict=Verdict.NOT_MET), *others)
    found = replace(assessment, requirements=checks)
    call = hostile_result.call
    assert worst_gates(found, call, Verdict.NOT_MET) == ("Degree",)
    unclear = worst_gates(found, call, Verdict.UNCLEAR)
    assert {"Background", "Thesis copy"} <= set(unclear)
    assert "Degree" not in unclear
    assert "Cv" not in unclear
    assert worst_gates(found, call, Verdict.MET) == ()
