import pytest

from ranking.tagging import area_strengths
from ranking.tagging.tools import Tools


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Lie groups act on honeycombs.", {"group_theory"}),
        ("We train deep neural networks.", {"neural_networks"}),
        ("Bees fly in spring.", set()),
        ("", set()),
    ],
)
def test_text_is_about_the_areas_of_its_direct_concepts(
    tools: Tools, text: str, areas: set[str]
) -> None:
    found = area_strengths(text, tools)
    assert areas <= set(found)
    assert bool(found) is bool(areas)
    assert all(strength >= 1 for strength in found.values())


def test_saying_it_again_does_not_make_it_stronger(tools: Tools) -> None:
    once = area_strengths("Lie groups act on honeycombs.", tools)
    again = area_strengths("Lie groups act on honeycombs. Lie groups again.", tools)
    more = area_strengths("Lie groups act on honeycombs. So do Sylow subgroups.", tools)
    assert once == again
    assert more["group_theory"] > once["group_theory"]


def test_one_related_concept_is_not_enough_and_two_are(tools: Tools) -> None:
    one, other = "We recall Noether's theorem.", "Young tableaux are drawn."
    (first,), (second,) = (tools.of_areas(tools.matcher.find(s)).values() for s in (one, other))
    assert not first[0].is_direct
    assert not second[0].is_direct
    assert area_strengths(one, tools) == {}
    assert area_strengths(f"{one} {other}", tools) == {"group_theory": 1.0}


def test_areas_come_in_a_fixed_order(tools: Tools) -> None:
    text = "Neural networks, statistics, Lie groups, quantum field theory, Python, deep learning."
    found = list(area_strengths(text, tools))
    assert len(found) > 3
    assert found == sorted(found)
