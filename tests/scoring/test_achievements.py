"""Worked examples of problem solving: the best achievement, 0.25 for each of four further ones."""

from collections.abc import Callable

import pytest

from ranking.model.assessment import Dossier, Score
from ranking.model.call import Call
from ranking.model.document import Document, Kind
from ranking.model.evidence import Evidence
from ranking.scoring.achievements import score_achievements

Judge = Callable[..., Score]


@pytest.fixture(scope="session")
def judge(
    call: Call, make_dossier: Callable[..., Dossier], make_evidence: Callable[..., Evidence]
) -> Judge:
    """Return what scores achievements, each given as (concept, level)."""

    def score(*passages: tuple[str, str], documents: tuple[Document, ...] = ()) -> Score:
        evidence = [
            make_evidence(criterion="problem_solving", concept=concept, level=level, page=page)
            for page, (concept, level) in enumerate(passages, start=1)
        ]
        dossier = make_dossier(*evidence, documents=documents)
        return score_achievements(dossier, call.criterion("problem_solving"), call)

    return score


@pytest.mark.parametrize(
    ("level", "points"),
    [
        ("participation", 1.0),
        ("told", 2.0),
        ("regional", 2.0),
        ("national", 3.0),
        ("international", 4.0),
        ("prize", 5.0),
        ("own_result", 5.0),
    ],
)
def test_points_of_one_achievement(judge: Judge, level: str, points: float) -> None:
    assert judge(("olympiad", level)).value == points


@pytest.mark.parametrize(
    ("passages", "points"),
    [
        ([("olympiad", "national"), ("hackathon", "participation"), ("told", "told")], 3.5),
        ([("olympiad", "national"), ("olympiad", "national")], 3.0),
        ([("olympiad", "national"), ("olympiad", "international")], 4.0),
        ([(name, "participation") for name in "abcdef"], 2.0),
        ([("theorem", "own_result"), *((name, "told") for name in "abcdef")], 6.0),
    ],
)
def test_further_distinct_achievements(
    judge: Judge, passages: list[tuple[str, str]], points: float
) -> None:
    assert judge(*passages).value == points


def test_the_passages_that_made_it(judge: Judge) -> None:
    score = judge(("olympiad", "national"), ("olympiad", "international"), ("a", "told"))
    assert (score.best, score.further, len(score.evidence)) == (4.0, 1, 2)


def test_nothing_found(judge: Judge, make_document: Callable[..., Document]) -> None:
    read = judge(documents=(make_document(Kind.CV),))
    assert (read.value, read.could_be) == (0.0, 0.0)
    unread = judge(documents=(make_document(Kind.CV, reader="none"),))
    assert (unread.value, unread.could_be) == (None, 6.0)
    assert unread.unread_level in {"prize", "own_result"}


def test_an_unread_document_could_hold_the_most(
    judge: Judge, make_document: Callable[..., Document]
) -> None:
    score = judge(("olympiad", "told"), documents=(make_document(Kind.OTHER, reader="none"),))
    assert (score.value, score.could_be) == (2.0, 6.0)
