from collections.abc import Callable
from typing import Any

import pytest

from ranking.evaluation.matching import Match
from ranking.evaluation.outcome import Found
from ranking.evaluation.requirements import IDS, VERDICTS, requirements
from ranking.model.assessment import Verdict
from ranking.requirements import REQUIREMENTS

MakeMatch = Callable[..., Match]
FiguresOf = Callable[..., dict[str, Any]]


def test_the_words_are_those_of_the_toolkit() -> None:
    assert set(IDS.values()) <= set(REQUIREMENTS)
    assert set(VERDICTS.values()) == set(Verdict)


@pytest.mark.parametrize(
    ("case", "agrees"),
    [
        (("cv", True, "met"), 1),
        (("cv", False, "unclear"), 0),
        (("english", "shown", "unclear"), 0),
        (("english", "not_shown", "unclear"), 1),
        (("english", "not_shown", "not_met"), 1),
        (("degree", "not_met", "unclear"), 1),
        (("degree", "unclear", "not_met"), 0),
        (("degree", "expected", "met"), 0),
        (("letter", False, "unclear"), 0),
    ],
)
def test_agreement(
    case: tuple[str, object, str], agrees: int, make_match: MakeMatch, figures_of: FiguresOf
) -> None:
    key, want, got = case
    found = Found(candidate="C001", verdicts={IDS[key]: got})
    section = requirements([make_match(found, requirements={key: want})])
    assert figures_of(section)["requirement_accuracy"] == agrees
    assert len(section.remarks) == 1 - agrees


def test_balanced_accuracy_and_shortfalls(make_match: MakeMatch, figures_of: FiguresOf) -> None:
    truth = {
        "cv": True,
        "letter": True,
        "degree": "expected",
        "english": "shown",
        "transcripts": False,
        "programming": None,
        "colour": "red",
    }
    found = {
        "cv": "met",
        "personal_letter": "met",
        "degree": "not_met",
        "english": "not_met",
        "transcripts": "not_met",
    }
    match = make_match(Found(candidate="C001", verdicts=found), requirements=truth)
    assert figures_of(requirements([match])) == {
        "requirement_accuracy": 0.6,
        "requirement_balanced_accuracy": round((2 / 3 + 1 / 2) / 2, 4),
        "requirement_shortfalls": 2,
        "requirement_shortfalls_found": 1,
        "gates_wrongly_not_met": 2,
    }


def test_a_missing_applicant_has_no_verdict(make_match: MakeMatch, figures_of: FiguresOf) -> None:
    section = requirements([make_match(requirements={"cv": True})])
    assert figures_of(section)["requirement_accuracy"] == 0
    assert section.remarks == ("t01 cv: no verdict, truth met",)


def test_no_requirements(figures_of: FiguresOf) -> None:
    assert set(figures_of(requirements([])).values()) == {0}
