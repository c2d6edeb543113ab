from collections.abc import Callable

from ranking.model.assessment import Dossier
from ranking.model.document import Document, Kind
from ranking.model.problem import Problem
from ranking.steps.options import Knowledge

Make = Callable[..., Document]
Tag = Callable[..., Dossier]

OWN = (
    "I keep bees and count their dances, which led me to the theory of groups by a long way round. "
    "Last winter I wrote down what a swarm can and cannot learn from a single dancer. "
    "It turned out that the noise of the dance matters more than its angle."
)


def copied(dossier: Dossier) -> list[Problem]:
    return [problem for problem in dossier.problems if problem.code == "copied-from-call"]


def test_a_letter_that_repeats_the_advert_is_told_of(
    dossier: Tag, document: Make, knowledge: Knowledge
) -> None:
    advert = knowledge.call.advert.split("\n")
    letter = document(OWN, f"{advert[0]} {advert[1]}")
    (problem,) = copied(dossier(letter))
    assert (problem.file, problem.page, problem.candidate) == ("Ek/a.pdf", 2, "C001")
    assert "%" in problem.message


def test_a_letter_that_lists_the_topics_repeats_the_call(dossier: Tag, document: Make) -> None:
    topics = (
        "My interests are neural tangent kernels, equivariant networks, information geometry, "
        "computer vision, quantum chemistry, condensed matter physics and explainable AI."
    )
    assert copied(dossier(document(f"{OWN} {topics}")))


def test_naming_the_position_is_no_copy(dossier: Tag, document: Make, knowledge: Knowledge) -> None:
    text = f"I apply for the position {knowledge.call.title}. {OWN} {OWN}"
    assert not copied(dossier(document(text)))


def test_only_letters_copy(dossier: Tag, document: Make, knowledge: Knowledge) -> None:
    advert = document(knowledge.call.advert, kind=Kind.OTHER)
    assert not copied(dossier(advert))
