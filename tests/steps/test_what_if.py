"""Other weights and points: the names they go by, and the numbers they may be."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from ranking.errors import UserError
from ranking.model.call import Call, TopicRank
from ranking.steps.what_if import what_if


def test_nothing_is_asked(call: Call) -> None:
    assert what_if(call, {}, {}) == call


def test_weights_and_points(call: Call) -> None:
    points = {"thesis": 4, "national": 3.5, "core": 2, "level/mention": 0.25}
    changed = what_if(call, {"statistics": 3, "criterion/group_theory": 0}, points)
    assert changed.criterion("statistics").weight == 3
    assert changed.criterion("group_theory").weight == 0
    assert changed.scoring.levels["thesis"] == 4
    assert changed.scoring.levels["mention"] == 0.25
    assert changed.scoring.achievements["national"] == 3.5
    assert changed.scoring.stated_points[TopicRank.CORE] == 2
    back = {"thesis": 5, "national": 3, "core": 1.5, "mention": 0.5}
    assert what_if(changed, {"statistics": 0.5, "group_theory": 2}, back) == call


@pytest.mark.parametrize(
    ("weights", "points", "message", "advice"),
    [
        (
            {"grop_theory": 1},
            {},
            "There is no criterion 'grop_theory' - did you mean 'group_theory'?",
            "Known: quantum_field_theory, group_theory, ",
        ),
        ({"thesis": 1}, {}, "There is no criterion 'thesis'", "Known: "),
        ({}, {"theses": 1}, "There is no level 'theses' - did you mean 'thesis'?", "Known: "),
        ({}, {"group_theory": 1}, "There is no level 'group_theory'", "Known: interest, "),
        ({"statistics": -1}, {}, "criterion/statistics cannot be -1.", "Give a number from 0 to"),
        ({"statistics": 101}, {}, "criterion/statistics cannot be 101.", "Give a number from 0 to"),
        ({}, {"thesis": float("nan")}, "level/thesis cannot be nan.", "Give a number from 0 to"),
        ({}, {"core": 0}, "stated/core cannot be 0.", "Give a number from 0.01 to 1000."),
        ({}, {"thesis": ""}, "level/thesis cannot be ''.", "Give a number from 0 to 1000."),
    ],
)
def test_what_cannot_be(
    call: Call,
    weights: Mapping[str, float],
    points: Mapping[str, float],
    message: str,
    advice: str,
) -> None:
    with pytest.raises(UserError) as caught:
        what_if(call, weights, points)
    assert caught.value.message == message
    assert caught.value.advice.startswith(advice)


def test_a_name_of_several(call: Call) -> None:
    own = {**call.scoring.achievements, "project": 1.0}
    mine = replace(call, scoring=replace(call.scoring, achievements=own))
    with pytest.raises(UserError, match="several: level/project, achievement/project") as caught:
        what_if(mine, {}, {"project": 2})
    assert caught.value.advice
    changed = what_if(mine, {}, {"achievement/project": 2}).scoring
    assert (changed.levels["project"], changed.achievements["project"]) == (3, 2)
