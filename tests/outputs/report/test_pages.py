"""Files are linked where a reader finds them, whatever they are called."""

from pathlib import Path

from ranking.model.result import Result
from ranking.outputs.report.candidate import candidate_page
from ranking.outputs.report.context import context_of
from ranking.outputs.report.go import Landing
from ranking.outputs.report.pages import candidate_html, go_html
from ranking.outputs.report.pictures import Images
from ranking.scoring.explanation import explain


def html(result: Result, links: dict[str, str]) -> str:
    (assessment,) = result.assessments
    place = result.place(assessment.candidate)
    explanation = explain(assessment.dossier, assessment.scores, place, result.call)
    page = candidate_page(assessment, explanation, context_of(result), Images())
    return candidate_html(page, links)


def test_a_known_file_is_linked_at_its_page(hostile_result: Result) -> None:
    file = hostile_result.assessments[0].dossier.evidence[0].file
    linked = html(hostile_result, {file: '../highlighted/C001/a "b" #1?.pdf'})
    assert 'href="../highlighted/C001/a%20%22b%22%20%231%3F.pdf#page=1"' in linked


def test_an_unknown_file_is_named_and_not_linked(hostile_result: Result) -> None:
    assert ".pdf#page=" not in html(hostile_result, {})


def test_a_place_without_a_picture_says_so(hostile_result: Result) -> None:
    shown = [e for e in hostile_result.assessments[0].dossier.evidence if e.shown]
    assert shown
    assert html(hostile_result, {}).count("There is no picture of this place") == len(shown)


def test_what_is_unknown_is_not_told_as_nothing(demo_report: tuple[Result, Path]) -> None:
    result, folder = demo_report
    unknown = {a.candidate: sum(s.value is None for s in a.scores) for a in result.assessments}
    assert any(unknown.values())
    for candidate, count in unknown.items():
        told = (folder / f"{candidate}.html").read_text(encoding="utf-8")
        assert told.count("Unknown: taken as good as the rest") == count
        assert told.count("Nothing could be read that tells.") == count


def test_a_page_that_sends_readers_on_needs_no_script() -> None:
    landing = Landing(
        path="go/a.html", target="../C001.html#e-a", report="../C001.html#e-a",
        title="<b>.pdf, page 1", quote="<script>alert(1)</script>",
    )  # fmt: skip
    html = go_html(landing)
    assert '<meta http-equiv="refresh" content="0; url=../C001.html#e-a">' in html
    assert '<a href="../C001.html#e-a"><bdi>&lt;b&gt;.pdf, page 1</bdi></a>' in html
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert len(html) < 1_000
