import pytest

from ranking.evaluation.truth import Cell, Place, Step, TrueInterests, step_of
from ranking.model.evidence import LADDER


def test_the_ladder_stands_on_nothing() -> None:
    assert tuple(Step) == ("none", *LADDER)
    assert [step.height for step in Step] == list(range(len(LADDER) + 1))


def test_what_is_substantial() -> None:
    weak = [step.value for step in Step if not step.substantial]
    assert weak == ["none", "interest", "mention"]


def test_a_level_that_is_no_step() -> None:
    assert step_of("national") is Step.NOTHING
    assert step_of("thesis") is Step.THESIS


@pytest.mark.parametrize(
    ("found", "nearest"),
    [("none", "mention"), ("project", "thesis"), ("thesis", "thesis"), ("publication", "thesis")],
)
def test_the_readers_level_nearest_to_the_one_found(found: str, nearest: str) -> None:
    cell = Cell(level=Step.THESIS, also_acceptable=(Step.MENTION,))
    assert cell.nearest(Step(found)) == nearest
    assert cell.highest == Step.THESIS.height


def test_no_topic_is_no_topic() -> None:
    assert TrueInterests(topics=("none", "computer_vision")).own == {"computer_vision"}


def test_places_are_compared_by_file_name_and_page() -> None:
    assert Place(file="Berg_Ada/CV.pdf", page=2).key == Place(file="CV.pdf", page=2).key
