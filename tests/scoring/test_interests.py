"""Worked examples of research interests: 3 for what is stated, 3 for what own work shows."""

from collections.abc import Callable

import pytest

from ranking.model.assessment import Dossier, Score
from ranking.model.call import Call
from ranking.model.document import Document, Kind
from ranking.model.evidence import Evidence
from ranking.scoring.interests import score_interests

Judge = Callable[..., Score]

GDL, EQUIVARIANT, NTK = "geometric_deep_learning", "equivariant_networks", "neural_tangent_kernels"
FURTHER = ["geometry_of_data", "information_geometry", "dl_for_pure_mathematics"]


@pytest.fixture(scope="session")
def judge(
    call: Call, make_dossier: Callable[..., Dossier], make_evidence: Callable[..., Evidence]
) -> Judge:
    """Return what scores topics, each given as (topic, level)."""

    def score(*passages: tuple[str, str], documents: tuple[Document, ...] = ()) -> Score:
        evidence = [
            make_evidence(criterion="research_interests", concept=topic, level=level, page=page)
            for page, (topic, level) in enumerate(passages, start=1)
        ]
        dossier = make_dossier(*evidence, documents=documents)
        return score_interests(dossier, call.criterion("research_interests"), call)

    return score


@pytest.mark.parametrize(
    ("topics", "points"),
    [
        ([GDL], 1.5),
        (["geometry_of_data"], 1.0),
        (["computer_vision"], 0.5),
        ([GDL, GDL], 1.5),
        ([GDL, EQUIVARIANT], 1.5),
        ([GDL, NTK], 3.0),
        ([EQUIVARIANT, "information_geometry"], 2.5),
        (["computer_vision", "quantum_chemistry", "condensed_matter", "explainable_ai"], 2.0),
        ([GDL, NTK, *FURTHER], 3.0),
    ],
)
def test_stated(judge: Judge, topics: list[str], points: float) -> None:
    assert judge(*((topic, "interest") for topic in topics)).value == points


@pytest.mark.parametrize(
    ("topic", "level", "points"),
    [
        (GDL, "publication", 3.0),
        (GDL, "thesis", 2.5),
        (NTK, "project", 1.5),
        ("geometry_of_data", "publication", 2.0),
        ("geometry_of_data", "project", 1.0),
        ("computer_vision", "publication", 1.0),
        ("computer_vision", "project", 0.5),
    ],
)
def test_shown(judge: Judge, topic: str, level: str, points: float) -> None:
    assert judge((topic, level)).value == points


def test_only_the_best_own_work_is_shown(judge: Judge) -> None:
    assert judge((NTK, "project"), (GDL, "thesis"), ("computer_vision", "publication")).value == 2.5


def test_both_halves(judge: Judge) -> None:
    score = judge((GDL, "interest"), ("information_geometry", "interest"), (NTK, "thesis"))
    assert (score.value, score.could_be, len(score.evidence)) == (5.0, 5.0, 3)


def test_sentences_copied_from_the_call_count_nothing(
    call: Call, make_dossier: Callable[..., Dossier], make_evidence: Callable[..., Evidence]
) -> None:
    copied = make_evidence(
        criterion="research_interests", concept=GDL, level="interest", counted=False
    )
    score = score_interests(make_dossier(copied), call.criterion("research_interests"), call)
    assert (score.value, score.evidence) == (0.0, ())


def test_an_unread_letter_could_state_everything_and_show_a_project(
    judge: Judge, make_document: Callable[..., Document]
) -> None:
    unread = make_document(Kind.LETTER, reader="none")
    score = judge((GDL, "interest"), documents=(make_document(Kind.CV), unread))
    assert (score.value, score.could_be, score.unread_level) == (1.5, 4.5, "project")


def test_an_unread_article_states_nothing_but_could_show_most(
    judge: Judge, make_document: Callable[..., Document]
) -> None:
    unread = make_document(Kind.ARTICLE, reader="none")
    score = judge((GDL, "interest"), documents=(unread,))
    assert (score.value, score.could_be) == (1.5, 4.5)


def test_unknown(judge: Judge, make_document: Callable[..., Document]) -> None:
    score = judge(documents=(make_document(Kind.CERTIFICATE, reader="none"),))
    assert (score.value, score.could_be) == (None, 6.0)
