from collections.abc import Callable

import pytest

from ranking.model.assessment import Dossier
from ranking.model.document import Document, Kind
from ranking.model.evidence import Assertion
from ranking.steps.options import Knowledge

Make = Callable[..., Document]
Tag = Callable[..., Dossier]
Topics = Callable[..., dict[str, bool]]

KERNELS, GEOMETRIC = "neural_tangent_kernels", "geometric_deep_learning"


@pytest.fixture
def topics(document: Make, dossier: Tag) -> Topics:
    """Return a function that gives the stated topics of a text, and whether each counts."""

    def stated(text: str, kind: Kind = Kind.LETTER) -> dict[str, bool]:
        return {row.topic: row.counted for row in dossier(document(text, kind=kind)).interests}

    return stated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I would like to work on neural tangent kernels.", {KERNELS: True}),
        ("Neural tangent kernels fascinate everybody here.", {}),
        ("I am curious about learning. Neural tangent kernels come first.", {KERNELS: True}),
        ("I am curious about learning.\n\nNeural tangent kernels come first.", {}),
        ("I hope to cook. I computed neural tangent kernels in 2020.", {KERNELS: True}),
        ("I do not know neural tangent kernels, and I am not interested in them.", {}),
        ("I like pancakes and want to cook.", {}),
    ],
)
def test_topic_is_stated_by_a_wish_of_its_paragraph(
    topics: Topics, text: str, expected: dict[str, bool]
) -> None:
    assert {name: one for name, one in topics(text).items() if one} == expected


def test_topic_of_the_section_of_interests_counts(topics: Topics) -> None:
    text = "Neural tangent kernels and other things"
    assert topics(f"## interests\n{text}", Kind.CV) == {KERNELS: True}
    assert topics(f"## skills\n{text}", Kind.CV) == {}


def test_wish_of_a_cv_reaches_its_own_item_only(topics: Topics) -> None:
    text = "Wants to bake. Neural tangent kernels"
    assert topics(text, Kind.LETTER) == {KERNELS: True}
    assert topics(text, Kind.CV) == {}


@pytest.mark.parametrize("kind", [Kind.THESIS, Kind.TRANSCRIPT, Kind.REFERENCE, Kind.CERTIFICATE])
def test_other_documents_state_no_interests(topics: Topics, kind: Kind) -> None:
    assert topics("I would like to work on neural tangent kernels. 7 A", kind) == {}


def test_denied_interest_is_kept_and_not_counted(topics: Topics) -> None:
    text = "I have no experience in neural tangent kernels but hope to cook."
    assert topics(text) == {KERNELS: False}


def test_words_of_the_call_state_nothing(document: Make, dossier: Tag) -> None:
    text = (
        "I want to do geometric deep learning and neural tangent kernels, from the point of view."
    )
    rows = dossier(document(text)).interests
    assert {row.topic for row in rows} >= {KERNELS, GEOMETRIC}
    assert not any(row.counted for row in rows)
    assert all(row.reason for row in rows)


def marked(text: str) -> str:
    """Return a text without the marks of its topics."""
    assert text.count("<") == text.count(">") > 0
    return text.replace("<", "").replace(">", "")


def test_examples_of_the_rules_state_an_interest(topics: Topics, knowledge: Knowledge) -> None:
    for example in knowledge.rules.interest.examples:
        assert any(topics(marked(example)).values()), example


def test_counter_examples_of_the_rules_state_none(topics: Topics, knowledge: Knowledge) -> None:
    for example in knowledge.rules.interest.counter_examples:
        assert not any(topics(marked(example)).values()), example


def test_heading_of_wishes_reaches_the_next_paragraph_and_its_enumeration(topics: Topics) -> None:
    heading, first = "What I would like to do", "First, neural tangent kernels."
    text = f"{heading}\n\n{first}\n\nSecondly, information geometry."
    assert topics(text) == {KERNELS: True, "information_geometry": True}
    assert topics(text.replace(heading, "Bees")) == {}
    assert topics(text.replace("Secondly", "Elsewhere")) == {KERNELS: True}


def test_a_paragraph_about_networks_need_not_say_so_in_every_sentence(topics: Topics) -> None:
    text = "I am curious about deep learning. Does the kernel then drift?"
    assert topics(text) == {KERNELS: True}
    assert topics(text.replace("deep learning", "bees")) == {}


def test_four_topics_in_another_order_than_the_call_are_meant(topics: Topics) -> None:
    text = "I like explainable AI, computer vision, quantum chemistry and information geometry"
    assert list(topics(f"My interests: {text}.").values()) == [True] * 4


def test_list_of_the_topics_of_the_call_states_nothing(document: Make, dossier: Tag) -> None:
    few = "I want to work on neural tangent kernels and information geometry"
    many = f"{few}, computer vision, quantum chemistry and geometric deep learning"
    assert [row.counted for row in dossier(document(f"{few}.")).interests] == [True, True]
    listed = dossier(document(f"{many}.")).interests
    assert len(listed) >= 5
    assert not any(row.counted for row in listed)
    assert all(row.reason for row in listed)


def test_interests_of_referees_are_not_the_candidates(topics: Topics) -> None:
    text = "## referees\nProf. Oak, research interests: neural tangent kernels"
    assert not any(topics(text, Kind.CV).values())


def test_stated_interest_is_evidence_too(document: Make, dossier: Tag) -> None:
    found = dossier(document("I would like to work on neural tangent kernels."))
    (interest,) = found.interests
    (row,) = [row for row in found.evidence if row.criterion == "research_interests"]
    assert (row.concept, row.quote, row.page) == (interest.topic, interest.quote, interest.page)
    assert (row.level, row.assertion) == ("interest", Assertion.HYPOTHETICAL)
    assert row.rule.endswith("stated-interest")
