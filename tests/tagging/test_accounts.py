from collections.abc import Callable
from typing import Any

import pytest

from ranking.model.document import Kind
from ranking.model.evidence import Assertion, Level

Show = Callable[..., Any]
GROUPS = "group_theory"


@pytest.mark.parametrize(
    ("sentence", "level", "assertion", "counted"),
    [
        ("In my thesis I classified Lie groups.", "thesis", "affirmed", True),
        ("I know some group theory.", "mention", "affirmed", True),
        ("I would love to learn group theory.", "interest", "hypothetical", True),
        ("I am registered for a course on group theory.", "interest", "hypothetical", True),
        ("I have no experience in group theory.", "mention", "negated", False),
        ("I withdrew from the course on group theory.", "coursework", "failed", False),
        ("My supervisor works on group theory.", "mention", "other_person", False),
        ("Prof. Oak is an expert in group theory.", "mention", "other_person", False),
    ],
)
def test_claim_of_a_sentence_decides_what_counts(
    shown: Show,
    sentence: str,
    level: str,
    assertion: str,
    counted: bool,  # noqa: FBT001
) -> None:
    found = shown(GROUPS, sentence)
    assert found.first == (level, assertion, counted)
    assert bool(found.rows[0].reason) is (assertion != "affirmed")


@pytest.mark.parametrize("kind", [Kind.CV, Kind.LETTER, Kind.OTHER])
def test_wish_is_counted_as_an_interest_whatever_it_mentions(shown: Show, kind: Kind) -> None:
    found = shown(GROUPS, "I hope to write my thesis about Lie groups.", kind=kind)
    assert found.first == (Level.INTEREST, Assertion.HYPOTHETICAL, True)


def test_words_of_the_call_are_kept_and_not_counted(shown: Show) -> None:
    found = shown(GROUPS, "I do it from the point of view of group theory and with insights.")
    assert found.first == (Level.MENTION, Assertion.QUOTED, False)
    assert found.rows[0].rule.endswith("words-of-the-call")
    assert found.rows[0].reason


def test_referees_of_a_cv_are_other_people(shown: Show) -> None:
    found = shown(GROUPS, "## referees\nProf. Oak, Lie groups, oak@u.example", kind=Kind.CV)
    assert found.first == (Level.MENTION, Assertion.OTHER_PERSON, False)
    assert found.rows[0].rule.endswith("section-referees")


@pytest.mark.parametrize(
    ("section", "level"),
    [
        ("skills", Level.MENTION),
        ("courses", Level.COURSEWORK),
        ("projects", Level.PROJECT),
        ("theses", Level.THESIS),
        ("interests", Level.INTEREST),
    ],
)
def test_section_of_a_cv_decides_the_level(shown: Show, section: str, level: Level) -> None:
    found = shown(GROUPS, f"## {section}\nRepresentations of Lie groups", kind=Kind.CV)
    assert found.first == (level, Assertion.AFFIRMED, True)


def test_certificate_shows_coursework_at_most(shown: Show) -> None:
    sentence = "She wrote a thesis on Lie groups."
    assert shown(GROUPS, sentence, kind=Kind.REFERENCE).first[0] == Level.THESIS
    assert shown(GROUPS, sentence, kind=Kind.CERTIFICATE).first[0] == Level.COURSEWORK
    named = shown(GROUPS, "Lie groups.", kind=Kind.CERTIFICATE)
    assert named.first[0] == Level.MENTION


def test_passage_is_one_row_a_criterion(shown: Show) -> None:
    sentence = "I took a course on Lie groups, Lie algebras, group theory and neural networks."
    assert len(shown(GROUPS, sentence).rows) == 1
    assert len(shown("neural_networks", sentence).rows) == 1


@pytest.mark.parametrize(
    "sentence", ["I lead a working group on parking.", "The control group got a placebo.", ""]
)
def test_other_meanings_show_nothing(shown: Show, sentence: str) -> None:
    assert shown(GROUPS, sentence).rows == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("I implemented equivariant networks for molecules.", Level.PROJECT),
        ("My thesis is about neural tangent kernels.", Level.THESIS),
    ],
)
def test_own_work_on_a_topic_is_shown(shown: Show, sentence: str, expected: Level) -> None:
    assert shown("research_interests", sentence).first == (expected, Assertion.AFFIRMED, True)


@pytest.mark.parametrize(
    "sentence",
    ["I know equivariant networks.", "I have never implemented equivariant networks."],
)
def test_topic_merely_named_shows_nothing(shown: Show, sentence: str) -> None:
    assert shown("research_interests", sentence).rows == ()


@pytest.mark.parametrize(
    ("sentence", "level", "assertion"),
    [
        ("I won a medal at the International Mathematical Olympiad.", "prize", "affirmed"),
        ("I took part in the Kaggle competition on whales.", "participation", "affirmed"),
        ("My aunt won the Kaggle competition on whales.", "international", "other_person"),
        ("I dropped out of the Kaggle competition on whales.", "participation", "failed"),
        ("I want to take part in a Kaggle competition.", "participation", "hypothetical"),
        ("I have never been in a Kaggle competition.", "participation", "negated"),
    ],
)
def test_achievement_of_a_passage_counts_if_it_is_affirmed(
    shown: Show, sentence: str, level: str, assertion: str
) -> None:
    (row,) = shown("problem_solving", sentence).rows
    assert (row.level, row.assertion) == (level, assertion)
    assert row.counted is (assertion == "affirmed")
    assert bool(row.reason) is not row.counted


def test_passage_tells_of_its_highest_achievement_only(shown: Show) -> None:
    both = "I took part in a Kaggle competition and won a medal at the International Mathematical "
    (row,) = shown("problem_solving", f"{both}Olympiad.").rows
    assert row.level == "prize"


def test_the_list_of_the_call_is_kept_and_not_counted(shown: Show) -> None:
    topics = (
        "I used geometric deep learning, neural tangent kernels, information geometry, "
        "computer vision, quantum chemistry and explainable AI."
    )
    found = shown("machine_learning", topics)
    (row,) = found.rows
    assert (row.assertion, row.counted, row.reason != "") == (Assertion.QUOTED, False, True)


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("My own work is on Lie groups.", False),
        ("We study Lie groups in my group.", False),
        ("She wrote a thesis about Lie groups.", True),
        ("I have read her thesis about Lie groups.", True),
        ("The student proved a lemma about Lie groups.", True),
    ],
)
def test_a_reference_tells_of_the_candidate_and_of_its_writer(
    shown: Show,
    sentence: str,
    counted: bool,  # noqa: FBT001
) -> None:
    found = shown(GROUPS, sentence, kind=Kind.REFERENCE)
    assert bool(found.counted) is counted
    assert counted or found.first[1] is Assertion.OTHER_PERSON


def test_a_paper_of_the_group_in_a_cv_is_not_the_candidates(shown: Show) -> None:
    for authors, counted in (("B. Oak, C. Elm", False), ("B. Oak, A. Ek", True)):
        text = f"## publications\n2021 {authors}: Lie groups of the comb. Acta, 2021"
        assert bool(shown(GROUPS, text, kind=Kind.CV).counted) is counted


def test_a_letter_that_lists_the_areas_of_the_call_repeats_it(shown: Show) -> None:
    text = "I know quantum field theory, group theory, statistics, neural networks and programming."
    assert shown(GROUPS, text).first[1] is Assertion.QUOTED
    assert shown(GROUPS, text, kind=Kind.CV).first[1] is Assertion.AFFIRMED
