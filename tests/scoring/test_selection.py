"""What is shown gives the same scores as everything that was found."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ranking.model.assessment import Dossier
from ranking.model.call import Call
from ranking.model.document import Kind
from ranking.model.evidence import Evidence
from ranking.scoring import score
from ranking.scoring.selection import select
from tests.scoring.test_properties import CALL, dossiers

Make = Callable[..., Evidence]


def few(call: Call, count: int) -> Call:
    return replace(call, scoring=replace(call.scoring, passages_shown=count))


def hidden(dossier: Dossier) -> set[str]:
    return {passage.id for passage in dossier.evidence if not passage.shown}


@given(dossiers(), st.integers(1, 8))
def test_scores_are_those_of_all_passages(dossier: Dossier, count: int) -> None:
    chosen = select(dossier, few(CALL, count))
    assert score(chosen, CALL) == score(dossier, CALL)
    assert select(chosen, few(CALL, count)) == chosen


def of_one_level(make: Make, count: int, **fields: object) -> list[Evidence]:
    usual = {"kind": Kind.CV, "level": "project", **fields}
    return [make(id=f"{number:010x}", page=number + 1, **usual) for number in range(count)]


def test_the_strongest_are_shown(
    call: Call, make_dossier: Callable[..., Dossier], make_evidence: Make
) -> None:
    repeats = of_one_level(make_evidence, 12)
    best = make_evidence(id="best", level="publication", kind=Kind.ARTICLE)
    weak = make_evidence(id="weak", level="coursework", kind=Kind.TRANSCRIPT)
    chosen = select(make_dossier(*repeats, weak, best), call)
    shown = {passage.id for passage in chosen.evidence} - hidden(chosen)
    assert len(shown) == call.scoring.passages_shown == 8
    assert {"best", "weak", "0000000000"} < shown


def test_what_stands_for_something_of_its_own_is_shown_beyond_the_number(
    call: Call, make_dossier: Callable[..., Dossier], make_evidence: Make
) -> None:
    kinds = (Kind.CV, Kind.TRANSCRIPT, Kind.THESIS, Kind.ARTICLE, Kind.CERTIFICATE)
    proofs = [make_evidence(id=kind.value, kind=kind, level="coursework") for kind in kinds]
    assert not hidden(select(make_dossier(*proofs), few(call, 1)))


def test_what_somebody_wrote_on_stays(
    call: Call, make_dossier: Callable[..., Dossier], make_evidence: Make
) -> None:
    dossier = make_dossier(*of_one_level(make_evidence, 12))
    assert len(hidden(select(dossier, call))) == 4
    assert hidden(select(dossier, call, {"00000000ff", "000000000b"})) == {
        "0000000008",
        "0000000009",
        "000000000a",
    }


def test_what_does_not_count_is_shown_as_such(
    call: Call, make_dossier: Callable[..., Dossier], make_evidence: Make
) -> None:
    left_out = of_one_level(make_evidence, 12, counted=False)
    assert not hidden(select(make_dossier(*left_out), call))


def test_what_is_not_shown_does_not_count(
    call: Call, make_dossier: Callable[..., Dossier], make_evidence: Make
) -> None:
    passage = make_evidence(level="project", shown=False)
    values = {s.criterion: s.value for s in score(make_dossier(passage), call)}
    assert values[passage.criterion] == 0
