"""Questions are what is open, the gravest first, and nothing that an applicant cannot settle."""

from dataclasses import replace

from ranking.model.assessment import RequirementCheck, Verdict
from ranking.model.problem import problem
from ranking.model.result import Result
from ranking.outputs.report.checks import requirements_of
from ranking.outputs.report.questions import questions
from ranking.scoring.explanation import explain


def of_checks(result: Result, *checks: RequirementCheck) -> tuple[str, ...]:
    assessment = replace(result.assessments[0], requirements=checks)
    return questions(list(requirements_of(assessment, result.call)), (), ())


def test_open_requirements_become_questions_gates_first(hostile_result: Result) -> None:
    first, second = of_checks(
        hostile_result,
        RequirementCheck(requirement="transcripts", verdict=Verdict.NOT_MET),
        RequirementCheck(requirement="degree", verdict=Verdict.UNCLEAR, note="Ask for the date."),
        RequirementCheck(requirement="english", verdict=Verdict.MET, note="Fine."),
    )
    assert first.endswith(" (unclear): Ask for the date.")
    assert second.endswith(" (not met): ask for it.")


def test_what_is_form_only_is_not_asked(hostile_result: Result) -> None:
    misnamed = RequirementCheck(requirement="file_names", verdict=Verdict.NOT_MET, note="CV1.pdf")
    assert of_checks(hostile_result, misnamed) == ()


def test_files_that_an_applicant_can_mend_become_questions() -> None:
    told = (
        problem("password-needed", "Locked.", file="Berg_Ada/CV.pdf"),
        problem("password-needed", "Locked.", file="Berg_Ada/CV.pdf"),
        problem("scanned", "A picture.", file="Berg_Ada/CV.pdf"),
    )
    (question,) = questions((), told, ())
    assert question.startswith("CV.pdf: Locked. Ask the applicant for the password")


def test_unknown_scores_become_questions(hostile_result: Result) -> None:
    (assessment,) = hostile_result.assessments
    scores = tuple(
        replace(score, value=None if score.criterion == "course_grades" else 1.0)
        for score in assessment.scores
    )
    place = hostile_result.place("C001")
    criteria = explain(assessment.dossier, scores, place, hostile_result.call).criteria
    (question,) = questions((), (), criteria)
    assert question.startswith("Course grades: ")
