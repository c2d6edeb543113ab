from collections.abc import Callable

import pytest

from ranking.model.assessment import Dossier, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.model.document import Kind
from ranking.model.evidence import Interest
from ranking.requirements.research_interests import check


def interest(topic: str, *, counted: bool = True) -> Interest:
    return Interest(
        candidate="C001",
        topic=topic,
        quote=f"about {topic}",
        file="letter.pdf",
        page=1,
        counted=counted,
    )


def test_the_topic_that_the_call_names_first_is_shown(
    dossier: Callable[..., Dossier], call: Call
) -> None:
    found = check(dossier(interests=(interest("side"), interest("core"))), call)
    assert found.verdict is Verdict.MET
    assert found.quote == "about core"


def test_copied_words_do_not_count(dossier: Callable[..., Dossier], call: Call) -> None:
    found = check(dossier(interests=(interest("core", counted=False),)), call)
    assert found.verdict is not Verdict.MET


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("I would like to work on the knots of eels.", Verdict.UNCLEAR),
        ("Here are my documents.", Verdict.NOT_MET),
    ],
)
def test_interests_outside_the_topics_are_for_the_committee(
    judge: Callable[..., RequirementCheck], text: str, verdict: Verdict
) -> None:
    assert judge("research_interests", Kind.LETTER, text).verdict is verdict
