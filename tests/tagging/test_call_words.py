from dataclasses import replace

import pytest

from ranking.steps.options import Knowledge
from ranking.tagging.call_words import SHARED_WORDS, CallWords

PROJECT = "the geometry of honeycombs and the physics of wax in a changing climate"


def copied(knowledge: Knowledge, marked: str) -> bool:
    """Whether the words between < and > are the call's."""
    words = CallWords(replace(knowledge.call, title="A post for a bee keeper", project=PROJECT))
    start, end = marked.index("<"), marked.index(">") - 1
    return words.quotes(marked.replace("<", "").replace(">", ""), start, end)


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
