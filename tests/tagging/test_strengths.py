import pytest

from ranking.tagging import area_strengths
from ranking.tagging.tools import Tools

DIRECT = "Lie algebras fill the shelves."
OTHER_DIRECT = "Sylow subgroups do not."
RELATED = "We recall Noether's theorem."
OTHER_RELATED = "Young tableaux are drawn."
BESIDE_THE_POINT = "Bees fly in spring."


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        (DIRECT, {"group_theory"}),
        ("We train deep neural networks.", {"neural_networks"}),
        (BESIDE_THE_POINT, set()),
        ("", set()),
    ],
)
def test_one_sentence_is_about_the_areas_of_its_direct_concepts(
    tools: Tools, text: str, areas: set[str]
) -> None:
    found = area_strengths(text, tools)
    assert areas <= set(found)
    assert bool(found) is bool(areas)
    assert all(strength >= 1 for strength in found.values())


def test_a_remark_in_a_longer_text_is_not_what_it_is_about(tools: Tools) -> None:
    assert area_strengths(f"{DIRECT} {BESIDE_THE_POINT}", tools) == {}


def test_several_concepts_tell_what_a_longer_text_is_about(tools: Tools) -> None:
    text = f"{DIRECT} {BESIDE_THE_POINT} {OTHER_DIRECT}"
    assert area_strengths(text, tools)["group_theory"] >= 2


def test_naming_one_concept_again_and_again_tells_it_too_but_counts_little(tools: Tools) -> None:
    strengths = [area_strengths(" ".join([DIRECT] * times), tools) for times in (2, 3, 4, 5, 50)]
    assert strengths == [{}, {"group_theory": 1.67}, *[{"group_theory": 2.0}] * 3]


def test_related_concepts_weigh_half(tools: Tools) -> None:
    sentences = RELATED, OTHER_RELATED
    for first, *_ in (tools.of_areas(tools.matcher.find(s))["group_theory"] for s in sentences):
        assert not first.is_direct
    assert area_strengths(RELATED, tools) == {}
    assert area_strengths(" ".join(sentences), tools) == {}
    assert area_strengths(f"{DIRECT} {' '.join(sentences)}", tools) == {"group_theory": 2.0}


def test_areas_come_in_a_fixed_order(tools: Tools) -> None:
    text = "Neural networks, statistics, Lie groups, quantum field theory, Python, deep learning."
    found = list(area_strengths(text, tools))
    assert len(found) > 3
    assert found == sorted(found)
