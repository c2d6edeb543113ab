"""Worked examples of areas: the best level, 0.25 for each of two further independent proofs."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from ranking.model.assessment import Dossier, Score
from ranking.model.call import Call
from ranking.model.document import Document, Kind
from ranking.model.evidence import Evidence
from ranking.scoring.areas import score_area

Make = Callable[..., Evidence]
Judge = Callable[..., Score]


@pytest.fixture(scope="session")
def judge(call: Call, make_dossier: Callable[..., Dossier], make_evidence: Make) -> Judge:
    """Return what scores group theory by passages, each given as (kind, level)."""

    def score(*passages: tuple[Kind, str], documents: tuple[Document, ...] = ()) -> Score:
        evidence = [
            make_evidence(kind=kind, level=level, page=page)
            for page, (kind, level) in enumerate(passages, start=1)
        ]
        dossier = make_dossier(*evidence, documents=documents)
        return score_area(dossier, call.criterion("group_theory"), call)

    return score


@pytest.mark.parametrize(
    ("level", "points"),
    [
        ("interest", 0.0),
        ("mention", 0.5),
        ("coursework", 1.5),
        ("project", 3.0),
        ("thesis", 5.0),
        ("publication", 6.0),
    ],
)
def test_points_of_one_passage(judge: Judge, level: str, points: float) -> None:
    score = judge((Kind.CV, level))
    assert (score.value, score.best, score.further) == (points, points, 0)


@pytest.mark.parametrize(
    ("passages", "points"),
    [
        pytest.param([(Kind.TRANSCRIPT, "coursework"), (Kind.CV, "project")], 3.25, id="two"),
        pytest.param(
            [(Kind.TRANSCRIPT, "coursework"), (Kind.CV, "project"), (Kind.THESIS, "thesis")],
            5.5,
            id="three",
        ),
        pytest.param(
            [
                (Kind.TRANSCRIPT, "coursework"),
                (Kind.CERTIFICATE, "coursework"),
                (Kind.CV, "project"),
                (Kind.THESIS, "thesis"),
            ],
            5.5,
            id="no more than two further proofs",
        ),
        pytest.param(
            [(Kind.ARTICLE, "publication"), (Kind.THESIS, "thesis"), (Kind.CV, "thesis")],
            6.0,
            id="capped",
        ),
        pytest.param(
            [(Kind.CV, "project"), (Kind.LETTER, "project")], 3.0, id="one account, told twice"
        ),
        pytest.param(
            [(Kind.CV, "project"), (Kind.LETTER, "coursework"), (Kind.TRANSCRIPT, "coursework")],
            3.25,
            id="account and transcript",
        ),
        pytest.param(
            [(Kind.TRANSCRIPT, "coursework"), (Kind.CV, "mention")], 1.5, id="a mention proves less"
        ),
        pytest.param(
            [(Kind.CV, "project"), (Kind.REFERENCE, "project")], 3.0, id="others' words no proof"
        ),
        pytest.param([(Kind.CV, "project"), (Kind.OTHER, "project")], 3.0, id="nor other papers"),
        pytest.param([(Kind.CV, "project")] * 10, 3.0, id="said ten times"),
    ],
)
def test_further_proofs(judge: Judge, passages: list[tuple[Kind, str]], points: float) -> None:
    assert judge(*passages).value == points


def test_nothing_found_where_everything_was_read(
    judge: Judge, make_document: Callable[..., Document]
) -> None:
    score = judge(documents=(make_document(Kind.CV),))
    assert (score.value, score.could_be, score.evidence) == (0.0, 0.0, ())


def test_what_does_not_count(
    call: Call, make_dossier: Callable[..., Dossier], make_evidence: Make
) -> None:
    dossier = make_dossier(
        make_evidence(level="coursework"),
        make_evidence(level="publication", kind=Kind.ARTICLE, counted=False),
        make_evidence(level="thesis", kind=Kind.THESIS, criterion="statistics"),
    )
    assert score_area(dossier, call.criterion("group_theory"), call).value == 1.5


@pytest.mark.parametrize(
    ("kind", "level", "could_be"),
    [
        (Kind.TRANSCRIPT, "coursework", 1.5),
        (Kind.THESIS, "thesis", 5.0),
        (Kind.ARTICLE, "publication", 6.0),
    ],
)
def test_an_unread_document_holds_the_most_of_its_kind(
    judge: Judge,
    make_document: Callable[..., Document],
    kind: Kind,
    level: str,
    could_be: float,
) -> None:
    score = judge(documents=(make_document(Kind.CV), make_document(kind, reader="none")))
    assert (score.value, score.could_be, score.unread_level) == (None, could_be, level)


def test_an_unread_document_adds_its_proof(
    judge: Judge, make_document: Callable[..., Document]
) -> None:
    unread = make_document(Kind.THESIS, reader="none")
    score = judge((Kind.CV, "project"), documents=(make_document(Kind.CV), unread))
    assert (score.value, score.could_be, score.unread_proofs) == (3.0, 5.25, ("thesis",))


def test_a_proof_that_is_known_is_not_added_again(
    judge: Judge, make_document: Callable[..., Document]
) -> None:
    unread = make_document(Kind.TRANSCRIPT, reader="none")
    score = judge((Kind.TRANSCRIPT, "coursework"), documents=(unread,))
    assert (score.value, score.could_be, score.unread_proofs) == (1.5, 1.5, ("transcript",))


def test_an_unread_copy_is_nothing_unknown(
    judge: Judge, make_document: Callable[..., Document]
) -> None:
    copy = replace(
        make_document(Kind.THESIS, file="copy.pdf", reader="none"), duplicate_of="C001/thesis.pdf"
    )
    assert judge(documents=(make_document(Kind.THESIS), copy)).value == 0.0


def test_the_passages_that_made_it(
    call: Call, make_dossier: Callable[..., Dossier], make_evidence: Make
) -> None:
    best = make_evidence(kind=Kind.THESIS, level="thesis")
    weaker = make_evidence(kind=Kind.THESIS, level="coursework")
    proof = make_evidence(kind=Kind.TRANSCRIPT, level="coursework")
    mention = make_evidence(kind=Kind.CV, level="mention")
    score = score_area(
        make_dossier(mention, weaker, proof, best), call.criterion("group_theory"), call
    )
    assert score.evidence == (best.id, proof.id)
