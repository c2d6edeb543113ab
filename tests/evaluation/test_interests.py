from collections.abc import Callable
from typing import Any

from ranking.evaluation.interests import interests, problem_solving
from ranking.evaluation.matching import Match
from ranking.evaluation.outcome import Found, Passage
from ranking.evaluation.truth import Place, Step, TrueInterests

MakeMatch = Callable[..., Match]
MakePassage = Callable[..., Passage]
FiguresOf = Callable[..., dict[str, Any]]


def test_topics(make_match: MakeMatch, figures_of: FiguresOf) -> None:
    found = Found(candidate="C001", topics=frozenset({"computer_vision", "quantum_chemistry"}))
    topics = ("computer_vision", "explainable_ai", "condensed_matter", "none")
    section = interests([make_match(found, research_interests=TrueInterests(topics=topics))])
    figures = {"interest_precision": 0.5, "interest_recall": 0.3333, "interest_f1": 0.4}
    assert figures_of(section) == figures
    assert section.remarks == (
        "t01: quantum_chemistry is none of theirs",
        "t01: condensed_matter is missed",
        "t01: explainable_ai is missed",
    )


def test_no_topics(make_match: MakeMatch, figures_of: FiguresOf) -> None:
    match = make_match(research_interests=TrueInterests(topics=("none",)))
    assert set(figures_of(interests([match])).values()) == {0}


def test_what_was_not_judged_is_not_compared(
    make_match: MakeMatch, make_passage: MakePassage, figures_of: FiguresOf
) -> None:
    passages = (make_passage(criterion="problem_solving"),)
    match = make_match(
        Found(candidate="C001", topics=frozenset({"computer_vision"}), passages=passages)
    )
    assert interests([match]).remarks == ()
    assert figures_of(problem_solving([match]))["problem_solving_rows_elsewhere"] == 0


def test_items_found_and_evidence_elsewhere(
    make_match: MakeMatch, make_passage: MakePassage, figures_of: FiguresOf
) -> None:
    solved = {"criterion": "problem_solving", "step": Step.NOTHING}
    passages = (
        make_passage(**solved),
        make_passage(**solved, quote="once more on the same page"),
        make_passage(**solved, page=7),
        make_passage(page=7),
    )
    items = (
        Place(file="CV, Berg.pdf", page=1, quote="a medal"),
        Place(file="CV, Berg.pdf", page=1, quote="a prize"),
        Place(file="letter.pdf", page=1, quote="a bug"),
    )
    match = make_match(Found(candidate="C001", passages=passages), problem_solving=items)
    section = problem_solving([match])
    assert figures_of(section) == {
        "problem_solving_items": 3,
        "problem_solving_found": 2,
        "problem_solving_rows_elsewhere": 1,
    }
    assert section.remarks == ("t01: not found: 'a bug', letter.pdf p.1",)
