"""Points of one passage."""

import pytest

from ranking.inputs.data_root import data_root
from ranking.inputs.toml_file import read_toml
from ranking.model.call import Call, Scale
from ranking.model.points import passage_points, rounded, scale_levels, topic_points


@pytest.fixture(scope="module")
def call() -> Call:
    return read_toml(data_root() / "calls" / "chalmers-20230018.toml", Call)


@pytest.mark.parametrize(
    ("criterion", "concept", "level", "points"),
    [
        ("group_theory", "", "thesis", 5.0),
        ("group_theory", "", "prize", 0.0),
        ("problem_solving", "", "prize", 5.0),
        ("research_interests", "neural_tangent_kernels", "interest", 1.5),
        ("research_interests", "neural_tangent_kernels", "thesis", 2.5),
        ("research_interests", "computer_vision", "publication", 1.0),
        ("research_interests", "alchemy", "publication", 0.0),
        ("course_grades", "", "A", 0.0),
    ],
)
def test_points(call: Call, criterion: str, concept: str, level: str, points: float) -> None:
    found = passage_points(call, call.criterion(criterion), concept, level)
    assert found == pytest.approx(points, abs=1e-12)


def test_a_topic_that_the_call_does_not_have_earns_nothing(call: Call) -> None:
    assert topic_points(call, "alchemy") == 0.0
    assert topic_points(call, "computer_vision") == 0.5


def test_levels_of_every_scale(call: Call) -> None:
    levels = {c.scale: scale_levels(call, c) for c in call.criteria}
    assert levels[Scale.AREA] == levels[Scale.INTERESTS]
    assert "prize" in levels[Scale.ACHIEVEMENTS]
    assert levels[Scale.GRADES] == ()


def test_half_is_rounded_up_as_in_a_spreadsheet() -> None:
    assert rounded(0.0000005) == 0.000001
    assert rounded(2.0000004) == 2.0
