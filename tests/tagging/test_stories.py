from collections.abc import Callable

import pytest

from ranking.model.assessment import Dossier
from ranking.model.document import Document, Kind
from ranking.model.evidence import Evidence
from ranking.steps.options import Knowledge

Make = Callable[..., Document]
Tag = Callable[..., Dossier]
Told = Callable[..., tuple[Evidence, ...]]

TROUBLE = "Our clock was wrong by an hour in every valley."
ASIDE = "The valleys are deep there, and few people own a watch."
FINDING = "I compared it with the sun and noticed that the mast bent in the wind."
OUTCOME = "After the repair it was right to the second."


@pytest.fixture
def told(document: Make, dossier: Tag) -> Told:
    """Return a function that gives the stories of a text."""

    def stories(text: str, kind: Kind = Kind.LETTER) -> tuple[Evidence, ...]:
        tagged = dossier(document(text, kind=kind))
        return tuple(row for row in tagged.evidence if row.concept == "story")

    return stories


def test_examples_of_the_rules(told: Told, knowledge: Knowledge) -> None:
    rules = knowledge.rules.story
    assert [example for example in rules.examples if not told(example)] == []
    assert [example for example in rules.counter_examples if told(example)] == []


def test_a_story_is_quoted_from_its_trouble_to_its_finding(told: Told) -> None:
    (row,) = told(f"{ASIDE} {TROUBLE} {ASIDE} {FINDING} {OUTCOME}")
    assert row.quote == f"{TROUBLE} {ASIDE} {FINDING}"
    assert (row.level, row.counted) == ("told", True)
    assert row.rule == "problem_solving:story > trouble-finding-outcome"


@pytest.mark.parametrize(
    "text",
    [
        f"{TROUBLE} {FINDING}",
        f"{TROUBLE} {OUTCOME}",
        f"{FINDING} {OUTCOME}",
        f"{FINDING} {ASIDE} {TROUBLE}",
        f"{TROUBLE} {' '.join([ASIDE] * 6)} {FINDING} {OUTCOME}",
        f"{TROUBLE}\n\n{FINDING} {OUTCOME}",
        "Our clock was wrong. The smith found that the mast bent. After the repair it was right.",
    ],
    ids=["no outcome", "no finding", "no trouble", "order", "far", "paragraphs", "not mine"],
)
def test_what_is_no_story(told: Told, text: str) -> None:
    assert not told(text)


def test_an_announcement_stands_for_the_outcome(told: Told) -> None:
    assert told(f"Here is a hard problem that I solved. {TROUBLE} {FINDING}")


def test_only_letters_tell_stories(told: Told) -> None:
    text = f"{TROUBLE} {FINDING} {OUTCOME}"
    assert told(text)
    assert not told(text, Kind.REFERENCE)
    assert not told(text, Kind.CV)


def test_a_story_and_its_sentences_are_one_achievement(document: Make, dossier: Tag) -> None:
    text = "I found a subtle bug. It was wrong only in winter. I traced the bug to the frost."
    tagged = dossier(document(f"{text} {OUTCOME}"))
    rows = [row for row in tagged.evidence if row.criterion == "problem_solving"]
    assert [row.concept for row in rows] == ["story"]
