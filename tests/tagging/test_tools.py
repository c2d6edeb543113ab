from dataclasses import replace

from ranking.model.call import Scale
from ranking.model.evidence import Assertion
from ranking.steps.options import Knowledge
from ranking.tagging import make_tools
from ranking.tagging.tools import Tools, apart


def test_lexicons_serve_the_areas_and_topics_of_the_call(
    knowledge: Knowledge, tools: Tools
) -> None:
    call = knowledge.call
    assert set(tools.areas.values()) == {area.id for area in call.areas}
    assert set(tools.topics.values()) == {topic.id for topic in call.topics}
    known = {lexicon.id for lexicon in knowledge.lexicons.lexicons}
    assert set(tools.areas) | set(tools.topics) | {tools.achievements.lexicon} <= known
    assert tools.interests == "research_interests"
    assert tools.achievements.criterion == "problem_solving"


def test_every_achievement_of_the_lexicon_has_points(knowledge: Knowledge, tools: Tools) -> None:
    lexicon = knowledge.lexicons.get(tools.achievements.lexicon)
    assert lexicon
    assert {concept.level for concept in lexicon.concepts} <= set(tools.achievements.points)


def test_call_may_do_without_interests_and_achievements(knowledge: Knowledge) -> None:
    criteria = tuple(c for c in knowledge.call.criteria if c.scale is Scale.AREA)
    small = make_tools(
        replace(knowledge.call, criteria=criteria, topics=()), knowledge.lexicons, knowledge.rules
    )
    assert (small.interests, small.achievements.criterion, small.topics) == ("", "", {})


def test_slow_parts_are_built_once(knowledge: Knowledge, tools: Tools) -> None:
    again = make_tools(knowledge.call, knowledge.lexicons, knowledge.rules)
    assert again.matcher is tools.matcher
    assert again.assertions is tools.assertions


def test_hits_are_sorted_to_areas_and_topics_with_direct_concepts_first(tools: Tools) -> None:
    hits = tools.matcher.find(
        "Noether's theorem and Young tableaux come before Lie groups, in Python."
    )
    areas = tools.of_areas(hits)
    assert {"group_theory", "programming"} <= set(areas)
    direct = [hit.is_direct for hit in areas["group_theory"]]
    assert direct == [True, False, False]
    assert tools.of_topics(hits).keys().isdisjoint(areas)


def test_words_of_the_call_come_before_all_rules(tools: Tools) -> None:
    text = "I want to see it from the point of view of group theory."
    (hit,) = tools.of_areas(tools.matcher.find(text))["group_theory"][:1]
    claim = tools.judge(text, hit, (hit,))
    assert (claim.assertion, claim.rule) == (Assertion.QUOTED, "words-of-the-call")


def test_a_phrase_of_two_topics_is_one_item_of_a_list(tools: Tools) -> None:
    hits = tools.matcher.find("gauge equivariant networks and quantum chemistry")
    assert len({hit.lexicon for hit in hits if hit.lexicon in tools.topics}) >= 3
    found = apart(hits, tools.topics)
    assert len(found) == 2
    assert list(found)[1] == "quantum_chemistry"
