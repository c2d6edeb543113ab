"""What holds for every candidate, whatever was found."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ranking.inputs.data_root import data_root
from ranking.inputs.toml_file import read_toml
from ranking.model.application import Application, Person
from ranking.model.assessment import Assessment, Dossier, RequirementCheck, Verdict
from ranking.model.call import Call, Scale
from ranking.model.document import Document, Kind, Page, Reader, SourceFile
from ranking.model.evidence import LADDER, Course, Evidence
from ranking.scoring import SCORERS, score
from ranking.scoring.totals import rank, shares, total
from ranking.scoring.workings import steps

CALL = read_toml(data_root() / "calls" / "chalmers-20230018.toml", Call)
TOLD = [criterion for criterion in CALL.criteria if criterion.scale is not Scale.GRADES]


# The best of everything but interests: totals at the upper end, where intervals are narrow.
STRONG = tuple(
    Evidence(
        id=f"strong{number}",
        candidate="C001",
        criterion=criterion.id,
        concept="one",
        level="own_result" if criterion.scale is Scale.ACHIEVEMENTS else "publication",
        quote="a clause that can be judged alone",
        file="C001/article.pdf",
        page=1,
        kind=Kind.ARTICLE,
    )
    for number, criterion in enumerate(TOLD)
    if criterion.scale is not Scale.INTERESTS
)


@st.composite
def passages(draw: st.DrawFn, counted: tuple[bool, ...] = (True, False)) -> Evidence:
    """Draw a passage about any criterion of the call."""
    criterion = draw(st.sampled_from(TOLD))
    concepts, levels = ["one", "two", "three"], list[str](LADDER)
    if criterion.scale is Scale.INTERESTS:
        concepts = [topic.id for topic in CALL.topics]
    if criterion.scale is Scale.ACHIEVEMENTS:
        levels = list(CALL.scoring.achievements)
    return Evidence(
        id=f"{draw(st.integers(0, 16**10 - 1)):010x}",
        candidate="C001",
        criterion=criterion.id,
        concept=draw(st.sampled_from(concepts)),
        level=draw(st.sampled_from(levels)),
        quote="a clause that can be judged alone",
        file="C001/file.pdf",
        page=1,
        kind=draw(st.sampled_from(Kind)),
        counted=draw(st.sampled_from(counted)),
    )


def document(kind: Kind, reader: Reader) -> Document:
    return Document(
        source=SourceFile(path=f"{kind}-{reader}.pdf", size=1, sha256=f"{kind}{reader}"),
        page_count=1,
        pages=(Page(number=1, text="", reader=reader),),
        kind=kind,
    )


documents = st.builds(document, st.sampled_from(Kind), st.sampled_from([Reader.TEXT, Reader.NONE]))
courses = st.builds(
    Course,
    candidate=st.just("C001"),
    course=st.just("Algebra"),
    area=st.sampled_from(["", "mathematics"]),
    credits=st.none() | st.floats(0, 60),
    grade=st.just("A"),
    grade_0_1=st.none() | st.floats(0, 1),
    scale=st.just("ects"),
    passed=st.sampled_from([True, False, None]),
    file=st.just("C001/transcript.pdf"),
    page=st.just(1),
)


@st.composite
def dossiers(draw: st.DrawFn, least: int = 0) -> Dossier:
    """Draw what was found about a candidate."""
    evidence = draw(st.lists(passages(), min_size=least, max_size=12, unique_by=lambda e: e.id))
    evidence += draw(st.sampled_from([(), STRONG]))
    application = Application(
        candidate="C001",
        person=Person(family_name="Berg"),
        documents=tuple(draw(st.lists(documents, max_size=4))),
    )
    found = tuple(draw(st.lists(courses, max_size=3)))
    return Dossier(application=application, evidence=tuple(evidence), courses=found)


def values(dossier: Dossier) -> dict[str, float | None]:
    return {one.criterion: one.value for one in score(dossier, CALL)}


def test_every_scale_has_its_scorer() -> None:
    assert SCORERS.keys() == set(Scale)
    assert {criterion.scale for criterion in CALL.criteria} == set(Scale)


@settings(max_examples=40)
@given(dossiers(least=1), st.data())
def test_repeating_a_passage_changes_no_score(dossier: Dossier, data: st.DataObject) -> None:
    said = data.draw(st.sampled_from(dossier.evidence))
    times = data.draw(st.integers(1, 10))
    again = tuple(replace(said, id=f"again{n}", page=n) for n in range(1, times + 1))
    assert values(replace(dossier, evidence=dossier.evidence + again)) == values(dossier)


@given(dossiers(), passages(counted=(True,)))
def test_more_evidence_never_lowers_a_score(dossier: Dossier, further: Evidence) -> None:
    before = values(dossier)
    after = values(replace(dossier, evidence=(*dossier.evidence, further)))
    assert before.keys() == {criterion.id for criterion in CALL.criteria}
    for criterion, value in before.items():
        more = after[criterion]
        assert value is None or (more is not None and more >= value)


@given(dossiers())
def test_scores_keep_to_the_cap(dossier: Dossier) -> None:
    scores = score(dossier, CALL)
    assert len(scores) == 9
    for one in scores:
        assert 0 <= (one.value or 0) <= one.could_be <= CALL.scoring.cap


@given(dossiers())
def test_totals_keep_to_their_interval(dossier: Dossier) -> None:
    assessment = Assessment(dossier=dossier, requirements=(), scores=score(dossier, CALL))
    (place,) = rank([assessment], CALL)
    assert place.could_be is not None
    if place.total is None:
        assert place.low is None
    else:
        assert place.low is not None
        assert 0 <= place.low <= place.total <= place.could_be <= 100


@given(dossiers())
def test_the_summands_give_the_score(dossier: Dossier) -> None:
    for one in score(dossier, CALL):
        found = steps(dossier, one, CALL)
        assert sum(s.points for s in found) == pytest.approx(one.value or 0.0, abs=1e-6)
        told = [s.passage.id for s in found if s.passage]
        assert sorted(told) == sorted(one.evidence)


@given(dossiers())
def test_the_shares_give_the_total(dossier: Dossier) -> None:
    scores = score(dossier, CALL)
    found = shares(scores, CALL)
    added = sum(share.contribution for share in found)
    assert added == pytest.approx(total(scores, CALL) or 0.0, abs=1e-6)
    assert all(0 <= share.contribution <= share.at_most + 1e-6 for share in found)


@settings(max_examples=40)
@given(dossiers(), st.randoms(use_true_random=False))
def test_the_order_of_what_was_found_is_irrelevant(dossier: Dossier, dice: Any) -> None:  # noqa: ANN401 - hypothesis' own random.Random
    evidence, found = list(dossier.evidence), list(dossier.courses)
    files = list(dossier.application.documents)
    for items in (evidence, found, files):
        dice.shuffle(items)
    shuffled = replace(
        dossier,
        evidence=tuple(evidence),
        courses=tuple(found),
        application=replace(dossier.application, documents=tuple(files)),
    )
    assert score(shuffled, CALL) == score(dossier, CALL)


@settings(max_examples=40)
@given(st.lists(dossiers(), min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_candidates_is_irrelevant(pool: list[Dossier], dice: Any) -> None:  # noqa: ANN401 - as above
    check = RequirementCheck(requirement="degree", verdict=Verdict.MET)
    assessments = [
        Assessment(
            dossier=replace(d, application=replace(d.application, candidate=f"C{number:03}")),
            requirements=(check,),
            scores=score(d, CALL),
        )
        for number, d in enumerate(pool, start=1)
    ]
    shuffled = list(assessments)
    dice.shuffle(shuffled)
    assert rank(shuffled, CALL) == rank(assessments, CALL)


@pytest.mark.parametrize("field", ["family_name", "given_name", "email"])
def test_names_change_nothing(
    make_dossier: Callable[..., Dossier], make_evidence: Callable[..., Evidence], field: str
) -> None:
    passage = make_evidence(level="thesis")
    one = make_dossier(passage, person=Person(family_name="Berg"))
    other = make_dossier(passage, person=replace(Person(family_name="Berg"), **{field: "Žižek"}))
    assert one != other
    assert score(one, CALL) == score(other, CALL)
