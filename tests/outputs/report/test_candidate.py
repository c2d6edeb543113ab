"""The page of a candidate: everything found, in order, nothing twice."""

from dataclasses import replace
from pathlib import Path

from ranking.model.evidence import Fact
from ranking.model.problem import problem
from ranking.model.result import Result
from ranking.outputs.report.candidate import CandidatePage, candidate_page
from ranking.outputs.report.context import context_of
from ranking.outputs.report.pictures import Images
from ranking.scoring.explanation import explain


def page(result: Result, index: int = 0) -> CandidatePage:
    assessment = result.assessments[index]
    place = result.place(assessment.candidate)
    explanation = explain(assessment.dossier, assessment.scores, place, result.call)
    return candidate_page(assessment, explanation, context_of(result), Images())


def test_summands_give_the_score(demo_report: tuple[Result, Path]) -> None:
    result, _ = demo_report
    for index, assessment in enumerate(result.assessments):
        for section in page(result, index).sections:
            found = sum(float(line.points) for line in section.summands)
            assert abs(found - (assessment.score(section.id).value or 0.0)) < 0.02


def test_every_shown_passage_stands_on_the_page_once(demo_report: tuple[Result, Path]) -> None:
    result, _ = demo_report
    for index, assessment in enumerate(result.assessments):
        found = [
            passage.id
            for section in page(result, index).sections
            for passage in (
                *(line.passage for line in section.summands if line.passage),
                *section.repeats,
                *section.not_counted,
            )
            if passage.id
        ]
        assert sorted(found) == sorted(e.id for e in assessment.dossier.evidence if e.shown)


def test_problems_of_reading_stand_on_the_page(hostile_result: Result) -> None:
    told = problem("password-needed", "Locked.", file="a.pdf", candidate="C001")
    others = problem("password-needed", "Locked.", file="b.pdf", candidate="C002")
    shown = page(replace(hostile_result, problems=(told, others)))
    assert shown.problems == (told,)
    assert any(question.startswith("a.pdf: Locked.") for question in shown.questions)


def test_a_fact_is_told_once_with_its_date(hostile_result: Result) -> None:
    (assessment,) = hostile_result.assessments
    values = (("MSc", "2022"), ("MSc", "2022"), ("BSc 2020", "2020"))
    facts = tuple(
        Fact(candidate="C001", fact="thesis_title", value=value, date=date, file="a.pdf", page=1)
        for value, date in values
    )
    dossier = replace(assessment.dossier, facts=facts)
    result = replace(hostile_result, assessments=(replace(assessment, dossier=dossier),))
    assert page(result).facts == (("Thesis title", ("MSc (2022)", "BSc 2020")),)


def test_courses_say_why_they_do_not_count(hostile_result: Result) -> None:
    (assessment,) = hostile_result.assessments
    (course,) = assessment.dossier.courses
    courses = (replace(course, course="Failed", passed=False), course)
    dossier = replace(assessment.dossier, courses=courses)
    result = replace(hostile_result, assessments=(replace(assessment, dossier=dossier),))
    assert [row.left_out for row in page(result).courses] == ["", "failed or not completed"]
