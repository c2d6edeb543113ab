from dataclasses import replace

import pytest

from ranking.steps.options import Knowledge
from ranking.tagging.call_words import SHARED_WORDS, CallWords

PROJECT = "the geometry of honeycombs and the physics of wax in a changing climate"


ADVERT = "You keep bees in the hills of the south.\nWe offer honey, and a hat with a veil."


def copied(knowledge: Knowledge, marked: str, *names: str) -> bool:
    """Whether the words between < and > are the call's, beside names of concepts."""
    title = "A post for a bee keeper"
    words = CallWords(replace(knowledge.call, title=title, project=PROJECT, advert=ADVERT))
    span = marked.index("<"), marked.index(">") - 1
    text = marked.replace("<", "").replace(">", "")
    spans = ((text.index(name), text.index(name) + len(name)) for name in names)
    return words.quotes(text, span, spans)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("I study <the geometry of honeycombs> and the physics of wax.", True),
        ("I study THE GEOMETRY, of\nHONEYCOMBS; and <the physics> of wax.", True),
        ("I study the geometry of <honeycombs> in glass.", False),
        ("I study the geometry of honeycombs and of <wax>.", False),
        ("I study the geometry of honeycombs and the <glass>.", False),
        ("Physics, wax, climate, <honeycombs>: a changing geometry.", False),
        ("<A post for a bee keeper> is what I look for.", True),
        ("<wax>", False),
        ("I too keep <bees> in the hills of the south.", True),
        ("the <south>. We offer honey, and", False),
    ],
)
def test_five_words_in_a_row_are_the_words_of_the_call(
    knowledge: Knowledge,
    marked: str,
    expected: bool,  # noqa: FBT001
) -> None:
    assert SHARED_WORDS == 5
    assert copied(knowledge, marked) is expected


def test_title_and_project_do_not_run_into_each_other(knowledge: Knowledge) -> None:
    assert not copied(knowledge, "for a bee keeper <the geometry> of it")


def test_names_of_concepts_are_nobodys_words(knowledge: Knowledge) -> None:
    names = ("the geometry of honeycombs", "the physics of wax")
    assert copied(knowledge, "I like <the geometry of honeycombs> and the physics of wax.")
    assert not copied(
        knowledge, "I like <the geometry of honeycombs> and the physics of wax.", *names
    )
    longer = "I like <the geometry of honeycombs> and the physics of wax in a changing climate."
    assert copied(knowledge, longer, *names)
