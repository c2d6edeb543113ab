"""A passage tells what the committee made of it."""

from collections.abc import Callable

import pytest

from ranking.model.evidence import OWN_RULE, Evidence, Interest
from ranking.outputs.report.passages import passage_of
from ranking.outputs.report.pictures import Image


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, ""),
        ({"decision": "reject"}, "decided by the committee: reject"),
        (
            {"decision": "project", "found": "thesis", "level": "project"},
            "decided by the committee: project (found as thesis)",
        ),
        ({"rule": OWN_RULE}, "added by the committee"),
    ],
)
def test_what_the_committee_made_of_it(
    make_evidence: Callable[..., Evidence], fields: dict[str, str], told: str
) -> None:
    assert passage_of(make_evidence(**fields), {}, {}).committee == told


def test_a_passage_has_its_own_picture(make_evidence: Callable[..., Evidence]) -> None:
    passage, image = make_evidence(), Image("img/C001/a.png", 3, 2)
    assert passage_of(passage, {passage.id: image}, {}).picture == image
    assert passage_of(passage, {"another": image}, {}).picture is None


def test_a_stated_interest_has_neither_id_nor_picture() -> None:
    interest = Interest(
        candidate="C001", topic="computer_vision", quote="I like it", file="a.pdf", page=2,
        counted=False, reason="copied from the call",
    )  # fmt: skip
    passage = passage_of(interest, {"": Image("x", 1, 1)}, {})
    assert (passage.id, passage.picture, passage.level) == ("", None, "interest in computer vision")
    assert passage.reason == "copied from the call"


def test_a_note_beside_it_is_shown(make_evidence: Callable[..., Evidence]) -> None:
    passage = make_evidence()
    assert passage_of(passage, {}, {passage.id: "ask him (AB)"}).note == "ask him (AB)"
