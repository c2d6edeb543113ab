"""Requirements have the title and the weight that the call gives them."""

from ranking.model.result import Result
from ranking.outputs.report.checks import requirements_of


def test_requirements_are_called_as_in_the_call(hostile_result: Result) -> None:
    (assessment,) = hostile_result.assessments
    call = hostile_result.call
    found = list(requirements_of(assessment, call))
    assert len(found) > 5
    assert [r.title for r in found] == [use.title for use in call.requirements]
    assert [r.gate for r in found] == [use.gate for use in call.requirements]
    assert [r.check for r in found] == list(assessment.requirements)
