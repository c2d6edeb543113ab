"""Why a total is what it is, and why one candidate stands above another."""

from collections.abc import Callable, Sequence

import pytest

from ranking.model.assessment import Assessment, Dossier, Score
from ranking.model.call import Call
from ranking.model.document import Document, Kind
from ranking.model.evidence import Course, Evidence, Interest
from ranking.model.explanation import Explanation
from ranking.scoring import score
from ranking.scoring.explanation import compare, explain
from ranking.scoring.totals import rank

MakeEvidence = Callable[..., Evidence]
Explain = Callable[..., Explanation]


@pytest.fixture(scope="session")
def explained(call: Call, make_dossier: Callable[..., Dossier]) -> Explain:
    """Return what explains a dossier, with the scores that it gets or with others."""

    def make(
        *evidence: Evidence, scores: Sequence[Score] | None = None, **fields: object
    ) -> Explanation:
        dossier = make_dossier(*evidence, **fields)
        given = tuple(score(dossier, call) if scores is None else scores)
        (place,) = rank([Assessment(dossier=dossier, requirements=(), scores=given)], call)
        return explain(dossier, given, place, call)

    return make


def test_passages_are_what_made_it_repeats_or_not_counted(
    explained: Explain, make_evidence: MakeEvidence
) -> None:
    made = make_evidence(level="thesis")
    repeat = make_evidence(level="mention", page=2)
    planned = make_evidence(level="interest", counted=False, reason="failed", page=3)
    other = make_evidence(criterion="statistics")
    one = explained(made, repeat, planned, other).criterion("group_theory")
    assert [step.passage for step in one.steps] == [made]
    assert one.repeats == (repeat,)
    assert one.not_counted == (planned,)
    assert one.best is not None
    assert one.best.passage == made
    assert (one.score.value, one.cap) == (5.0, 6.0)
    assert one.share.contribution == pytest.approx(100 * 2 * 5 / 60)


def test_every_passage_stands_somewhere_once(
    explained: Explain, make_evidence: MakeEvidence, call: Call
) -> None:
    passages = [
        make_evidence(criterion=area.id, level=level, page=page, counted=page != 2)
        for area in call.areas
        for page, level in enumerate(("thesis", "mention", "project"), start=1)
    ]
    found = [
        passage
        for one in explained(*passages).criteria
        for passage in (
            *(step.passage for step in one.steps if step.passage),
            *one.repeats,
            *one.not_counted,
        )
    ]
    assert len(found) == len(passages)
    assert set(found) == set(passages)


def test_interests_that_do_not_count(explained: Explain, make_evidence: MakeEvidence) -> None:
    passage = make_evidence(
        criterion="research_interests", concept="computer_vision", counted=False, reason="copied"
    )
    same, other = (
        Interest(
            candidate="C001",
            topic=topic,
            quote=passage.quote,
            file=passage.file,
            page=passage.page,
            counted=False,
            reason="copied",
        )
        for topic in ("computer_vision", "explainable_ai")
    )
    found = explained(passage, interests=(same, other))
    assert found.criterion("research_interests").not_counted == (passage, other)
    assert found.criterion("group_theory").not_counted == ()


def test_courses(explained: Explain, make_course: Callable[..., Course]) -> None:
    counts, failed = make_course(), make_course(passed=False)
    elsewhere, unmapped = make_course(area=""), make_course(grade_0_1=None)
    untold = make_course(passed=None)
    found = explained(courses=(counts, failed, elsewhere, unmapped, untold))
    one = found.criterion("course_grades")
    assert one.courses == (counts,)
    assert one.courses_left_out == (
        (failed, "failed or not completed"),
        (elsewhere, "no relevant field"),
        (unmapped, "no grade on a known scale"),
        (untold, "whether it was passed is not told"),
    )
    assert found.criterion("group_theory").courses == ()
    assert found.criterion("group_theory").courses_left_out == ()


def test_what_was_not_read(explained: Explain, make_document: Callable[..., Document]) -> None:
    documents = (make_document(), make_document(Kind.THESIS, reader="none"))
    found = explained(documents=documents)
    assert found.not_fully_read == ("C001/thesis.pdf",)
    assert found.files == ("C001/cv.pdf", "C001/thesis.pdf")
    assert found.criterion("group_theory").best is None
    with pytest.raises(KeyError, match="astrology"):
        found.criterion("astrology")


def scores_of(call: Call, **values: float | None) -> list[Score]:
    given: dict[str, float | None] = {criterion.id: 3.0 for criterion in call.criteria}
    return [
        Score(criterion=name, value=value, could_be=6.0) for name, value in (given | values).items()
    ]


def test_the_largest_difference_comes_first(explained: Explain, call: Call) -> None:
    ours = explained(scores=scores_of(call, group_theory=5.25, statistics=5.0))
    theirs = explained(scores=scores_of(call, problem_solving=6.0, course_grades=2.0))
    found = compare(ours, theirs)
    order = [(d.ours.criterion.id, round(d.contribution, 6)) for d in found.differences]
    # Ours: 10.5 + 3 + 3 + 3 (statistics' 2.5 is the fifth) + 6 + 6 + 3 of 60.
    assert order[:3] == [
        ("problem_solving", -10.0),
        ("group_theory", 7.5),
        ("course_grades", pytest.approx(100 / 60)),
    ]
    assert [name for name, _ in order[3:]] == [
        name.id
        for name in call.criteria
        if name.id not in {"problem_solving", "group_theory", "course_grades"}
    ]
    assert found.total == pytest.approx(sum(d.contribution for d in found.differences), abs=1e-6)


def test_the_unknown_of_one_is_no_difference_of_everything(explained: Explain, call: Call) -> None:
    known = explained(scores=scores_of(call))
    unknown = explained(scores=scores_of(call, course_grades=None))
    found = compare(known, unknown)
    assert found.total == pytest.approx(0.0, abs=1e-6)
    assert [d.contribution for d in found.differences] == pytest.approx([0.0] * 9, abs=1e-6)


def test_nothing_known_cannot_be_compared(explained: Explain, call: Call) -> None:
    nothing = explained(scores=scores_of(call, **dict.fromkeys(c.id for c in call.criteria)))
    assert compare(explained(scores=scores_of(call)), nothing).total is None
