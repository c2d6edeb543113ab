from collections.abc import Sequence

import pytest

from ranking.model.lexicon import Concept, Lexicon, Strength
from ranking.tagging.matcher import ConceptMatcher, Phrases, blank_english, sentences
from ranking.tagging.phrases import is_exact
from ranking.tagging.tools import Tools


def concept(
    name: str,
    *phrases: str,
    near: Sequence[str] = (),
    unless: Sequence[str] = (),
    strength: Strength = Strength.DIRECT,
) -> Concept:
    return Concept(
        id=name,
        title=name,
        strength=strength,
        phrases={"en": phrases},
        near=tuple(near),
        unless=tuple(unless),
    )


def matcher(*concepts: Concept) -> ConceptMatcher:
    return ConceptMatcher([Lexicon(id="x", title="X", scope="", concept=concepts)])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We studied soap bubbles.", ["bubble"]),
        ("Soap-bubbles and soap bubbles again.", ["bubble"]),
        ("A bubble film in the cinema.", []),
        ("A film on a wire frame.", ["film"]),
        ("A film on a wire frame at the cinema.", []),
        ("Foam, a wire frame with a film, and soap bubbles.", ["film", "bubble"]),
        ("", []),
    ],
)
def test_concept_matches_beside_near_and_without_unless(sentence: str, expected: list[str]) -> None:
    found = matcher(
        concept("bubble", "soap bubble"),
        concept("film", "film", near=["wire", "frame"], unless=["cinema"]),
    ).find(sentence)
    assert [hit.concept.id for hit in found] == expected


def test_what_its_place_says_need_not_stand_in_the_sentence() -> None:
    films = matcher(concept("film", "film", near=["wire"], unless=["cinema"]))
    assert films.find("A film.") == ()
    assert [hit.concept.id for hit in films.find("A film.", ["wire"])] == ["film"]
    assert films.find("A film at the cinema.", ["wire"]) == ()


def test_hit_tells_where_its_first_phrase_stands() -> None:
    sentence = "Of soap bubbles and of soap-bubbles."
    (hit,) = matcher(concept("bubble", "soap bubble")).find(sentence)
    assert (hit.lexicon, hit.phrase) == ("x", "soap bubble")
    assert sentence[hit.start : hit.end] == "soap bubbles"
    assert hit.start == 3


def test_one_phrase_may_serve_several_concepts() -> None:
    found = matcher(
        concept("a", "soap bubble"), concept("b", "soap bubble", strength=Strength.RELATED)
    ).find("soap bubble")
    assert [(hit.concept.id, hit.is_direct) for hit in found] == [("a", True), ("b", False)]


def test_condition_alone_matches_nothing() -> None:
    found = matcher(concept("film", "film", near=["wire"]))
    assert not found.may_match("wire")
    assert found.find("wire") == ()


def test_phrases_are_found_in_reading_order() -> None:
    phrases = Phrases(["soap", "soap bubble", "UV"], blank_english())
    found = phrases.find_all("UV light on soap bubbles, uv, soap")
    assert [(start, phrase) for start, _, phrase in found] == [
        (0, "UV"),
        (12, "soap"),
        (12, "soap bubble"),
        (30, "soap"),
    ]
    assert phrases.find("soap and soap") == {"soap": (0, 4)}
    assert phrases.find("nothing of the kind") == {}


def test_quick_look_is_never_wrongly_false(
    tools: Tools, knowledge_phrases: tuple[str, ...]
) -> None:
    assert len(knowledge_phrases) > 1000
    for phrase in knowledge_phrases:
        assert tools.matcher.may_match(phrase)
        written = f"{phrase}s" if is_exact(phrase) else phrase.capitalize()
        assert tools.matcher.may_match(f"of ({written}), too")


def test_sentences_end_at_marks() -> None:
    text = "I like groups. I like rings!  Do you? And so on"
    assert sentences(text) == ["I like groups.", "I like rings!", "Do you?", "And so on"]
    assert sentences("  ") == []
