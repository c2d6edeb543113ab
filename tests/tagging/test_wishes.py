import pytest

from ranking.tagging.tools import Tools


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I would like to work on lattices.", True),
        ("Lattices fascinate me, and I wonder how they grow.", True),
        ("I have an idea for lattices.", True),
        ("I would like to apply for the position.", False),
        ("I have registered for a course on lattices.", False),
        ("I would like to thank you, and I would like to study lattices.", True),
        ("I counted lattices in 2020.", False),
    ],
)
def test_a_wish_for_a_topic_is_told_from_others(
    tools: Tools,
    text: str,
    expected: bool,  # noqa: FBT001
) -> None:
    assert tools.wishes.wishes(text) is expected


def test_only_a_short_sentence_is_a_heading(tools: Tools) -> None:
    assert tools.wishes.heads("Future goals.")
    assert tools.wishes.heads("What would I like to do?")
    assert not tools.wishes.heads("Background.")
    assert not tools.wishes.heads(
        "In the future the lattices of this kind may be counted by others."
    )


def test_what_is_taken_back(tools: Tools) -> None:
    assert tools.wishes.takes_back("I will not pretend more.")
    assert not tools.wishes.takes_back("I like lattices.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Your group works on lattices.", True),
        ("I would like to join your work on lattices.", False),
        ("Your group works on bees, but I prefer lattices.", False),
        ("Lattices are what your group works on.", False),
    ],
)
def test_topics_of_others(tools: Tools, text: str, expected: bool) -> None:  # noqa: FBT001
    assert tools.wishes.is_of_others(text, text.lower().index("lattices")) is expected


def test_a_denial_is_redeemed_by_a_wish_after_it(tools: Tools) -> None:
    text = "I never saw lattices but would like to learn about them."
    assert tools.wishes.redeems(text, text.index(" but"))
    assert not tools.wishes.redeems(text, len(text))
    assert not tools.wishes.redeems("I never saw lattices. They know more.", 20)


def test_words_of_learning_are_known_where_learning_is_spoken_of(tools: Tools) -> None:
    assert "network" in tools.wishes.words_of_learning("Deep learning and bees")
    assert tools.wishes.words_of_learning("Bees") == frozenset()
