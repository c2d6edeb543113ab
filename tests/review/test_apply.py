"""What the committee decided changes scores and totals, and nothing typed disappears."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from ranking.model.assessment import Assessment, Dossier, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.model.document import Document, Kind
from ranking.model.evidence import Evidence, Interest
from ranking.model.input_tables import Cell, Value
from ranking.model.result import Place
from ranking.model.review import Review, Unplaced
from ranking.review.apply import ELSEWHERE, GONE, Applied, apply
from ranking.scoring import score
from ranking.scoring.totals import rank

Make = Callable[..., Evidence]

OWN: dict[Cell, Value] = {
    ("own", "aaaaaaaaaa", "candidate"): "c001",
    ("own", "aaaaaaaaaa", "criterion"): "Group theory",
    ("own", "aaaaaaaaaa", "level"): "thesis",
    ("own", "aaaaaaaaaa", "quote"): "My thesis classifies finite groups of small order.",
    ("own", "aaaaaaaaaa", "file"): "thesis.pdf",
    ("own", "aaaaaaaaaa", "page"): 4,
}


@pytest.fixture
def found(
    make_evidence: Make,
    make_dossier: Callable[..., Dossier],
    make_document: Callable[..., Document],
) -> Assessment:
    """Return what was found about a candidate: two passages that count, and one that does not."""
    evidence = (
        make_evidence(id="best", level="project"),
        make_evidence(id="second", level="coursework", kind=Kind.TRANSCRIPT),
        make_evidence(id="wish", level="thesis", kind=Kind.THESIS, counted=False, reason="a plan"),
        make_evidence(
            id="prize", criterion="problem_solving", level="national", concept="olympiad"
        ),
        make_evidence(
            id="stated",
            criterion="research_interests",
            concept="neural_tangent_kernels",
            level="interest",
            quote="I wish to study neural tangent kernels.",
        ),
    )
    stated = evidence[-1]
    interest = Interest(
        candidate="C001",
        topic=stated.concept,
        quote=stated.quote,
        file=stated.file,
        page=stated.page,
        counted=True,
    )
    checks = tuple(
        RequirementCheck(requirement=name, verdict=verdict)
        for name, verdict in (("degree", Verdict.UNCLEAR), ("english", Verdict.MET))
    )
    documents = (make_document(Kind.THESIS, file="C001/Thesis.pdf"), make_document(Kind.CV))
    dossier = make_dossier(*evidence, documents=documents, interests=(interest,))
    return Assessment(dossier=dossier, requirements=checks, scores=())


def judged(cells: dict[Cell, Value], call: Call, found: Assessment) -> tuple[Applied, Place]:
    """Apply cells, score, and rank."""
    applied = apply(Review(cells=cells), call, [found])
    scored = [replace(a, scores=score(a.dossier, applied.call)) for a in applied.assessments]
    (place,) = rank(scored, applied.call)
    return replace(applied, assessments=tuple(scored)), place


def points(applied: Applied, criterion: str = "group_theory") -> float | None:
    """Return a score of the only candidate."""
    return applied.assessments[0].score(criterion).value


def passage(applied: Applied, passage_id: str) -> Evidence:
    """Return a passage of the only candidate."""
    evidence = applied.assessments[0].dossier.evidence
    return next(row for row in evidence if row.id == passage_id)


def test_nothing_decided_changes_nothing(call: Call, found: Assessment) -> None:
    applied = apply(Review(), call, [found])
    assert (applied.call, applied.assessments, applied.unplaced) == (call, (found,), ())


def test_rejecting_the_best_passage(call: Call, found: Assessment) -> None:
    before, place = judged({}, call, found)
    after, lower = judged({("evidence", "best", "decision"): "reject"}, call, found)
    assert (points(before), points(after)) == (3.25, 1.5)
    assert lower.total is not None
    assert place.total is not None
    assert lower.total < place.total
    row = passage(after, "best")
    assert (row.counted, row.decision, row.switched) == (False, "reject", True)
    assert row.reason == "rejected by the committee"


@pytest.mark.parametrize(
    ("word", "level", "value"),
    [
        ("accept", "coursework", 3.25),
        ("publication", "publication", 6.0),
        ("mention", "mention", 3.0),
        ("coursework", "coursework", 3.25),
    ],
)
def test_another_level(call: Call, found: Assessment, word: str, level: str, value: float) -> None:
    applied, _ = judged({("evidence", "second", "decision"): word}, call, found)
    row = passage(applied, "second")
    assert (row.level, row.decision, row.switched) == (level, word, False)
    assert row.found == ("" if level == "coursework" else "coursework")
    assert points(applied) == value


@pytest.mark.parametrize(
    ("word", "level", "value"), [("count", "thesis", 5.5), ("project", "project", 3.5)]
)
def test_a_suppressed_passage_switched_on(
    call: Call, found: Assessment, word: str, level: str, value: float
) -> None:
    applied, _ = judged({("not_counted", "wish", "decision"): word}, call, found)
    row = passage(applied, "wish")
    assert (row.counted, row.switched, row.level, row.decision) == (True, True, level, word)
    assert row.reason == "counted by the committee; found: a plan"
    assert points(applied) == value


def test_a_rejected_interest_is_rejected_in_both_tables(call: Call, found: Assessment) -> None:
    before, _ = judged({}, call, found)
    after, _ = judged({("evidence", "stated", "decision"): "reject"}, call, found)
    assert (points(before, "research_interests"), points(after, "research_interests")) == (1.5, 0)
    assert [i.counted for i in after.assessments[0].dossier.interests] == [False]


def test_a_weight_and_a_cap(call: Call, found: Assessment) -> None:
    _, place = judged({}, call, found)
    cells: dict[Cell, Value] = {("weights", "criterion/group_theory", "value"): 3.0}
    heavier, higher = judged(cells, call, found)
    assert heavier.call.criterion("group_theory").weight == 3.0
    assert place.total is not None
    assert higher.total is not None
    assert higher.total > place.total
    capped, _ = judged({("weights", "rule/cap", "value"): 3}, call, found)
    assert points(capped) == 3.0


def test_an_own_passage(call: Call, found: Assessment) -> None:
    applied, _ = judged(OWN, call, found)
    row = passage(applied, "aaaaaaaaaa")
    assert (row.rule, row.kind, row.file, row.page) == (
        "committee",
        Kind.THESIS,
        "C001/Thesis.pdf",
        4,
    )
    assert points(applied) == 5.5
    assert applied.unplaced == ()


def test_an_own_passage_may_be_decided_upon(call: Call, found: Assessment) -> None:
    rejected: Cell = ("evidence", "aaaaaaaaaa", "decision")
    applied, _ = judged({**OWN, rejected: "reject"}, call, found)
    assert points(applied) == 3.25
    assert applied.unplaced == ()


def test_an_own_passage_that_lacks_something_is_kept(call: Call, found: Assessment) -> None:
    lacking = {cell: value for cell, value in OWN.items() if cell[2] != "quote"}
    applied, _ = judged(lacking, call, found)
    assert points(applied) == 3.25
    assert {u.cell: u.value for u in applied.unplaced} == lacking
    assert {u.reason for u in applied.unplaced} == {"The row has no quote."}


def test_a_requirement_ruled(call: Call, found: Assessment) -> None:
    _, before = judged({}, call, found)
    applied, after = judged({("requirements", "C001/degree", "ruling"): "met"}, call, found)
    assert (before.formal, after.formal) == (Verdict.UNCLEAR, Verdict.MET)
    degree, english = applied.assessments[0].requirements
    assert (degree.verdict, degree.found) == (Verdict.MET, "unclear")
    assert (english.verdict, english.found) == (Verdict.MET, "")


@pytest.mark.parametrize(
    ("cell", "value", "reason"),
    [
        (("evidence", "gone", "decision"), "reject", GONE),
        (("evidence", "wish", "decision"), "reject", ELSEWHERE),
        (("not_counted", "best", "note"), "why not?", ELSEWHERE),
        (("evidence", "best", "decision"), "prize", "prize is no level of Group theory."),
        (("evidence", "prize", "decision"), "thesis", "thesis is no level of Problem solving."),
        (("requirements", "C009/degree", "ruling"), "met", GONE),
        (("weights", "criterion/astrology", "value"), 3, GONE),
        (("decisions", "C009", "decision"), "nominate", GONE),
        (("reviews", "bbbbbbbbbb", "candidate"), "C009", "There is no candidate C009."),
        (("reviews", "bbbbbbbbbb", "score"), 5, "There is no candidate in the row."),
    ],
)
def test_what_has_no_place_is_kept(
    call: Call, found: Assessment, cell: Cell, value: Value, reason: str
) -> None:
    applied, place = judged({cell: value}, call, found)
    assert applied.unplaced == (Unplaced(cell=cell, value=value, reason=reason),)
    assert place.total == judged({}, call, found)[1].total


def test_what_has_a_place_is_not_told_of(call: Call, found: Assessment) -> None:
    cells: dict[Cell, Value] = {
        ("evidence", "best", "note"): "a note alone",
        ("decisions", "C001", "decision"): "interview",
        ("reviews", "bbbbbbbbbb", "candidate"): "c001",
        ("reviews", "bbbbbbbbbb", "score"): 5,
        ("weights", "rule/cap", "why"): "as last year",
    }
    applied = apply(Review(cells=cells), call, [found])
    assert applied.unplaced == ()
    assert applied.assessments == (found,)
