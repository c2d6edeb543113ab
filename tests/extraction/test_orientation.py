import pytest

from ranking.extraction.orientation import Reading, read_upright
from ranking.extraction.picture import Picture
from tests.extraction.conftest import FakeRecogniser, corners, line

PICTURE = Picture(400, 200, bytes(80_000), (1.0, 0.0, 0.0, 0.0, 1.0, 0.0))
WORDS = line("Linear algebra", 10, 20)


@pytest.mark.parametrize(("upright", "looks"), [(0, [0]), (1, [0, 1]), (2, [0, 2]), (3, [0, 3])])
def test_page_is_turned_as_it_has_to_be(upright: int, looks: list[int]) -> None:
    recogniser = FakeRecogniser(WORDS, upright=upright)
    reading = read_upright(recogniser, PICTURE, 0)
    assert recogniser.turns == looks
    assert (reading.turn, reading.lines) == (upright, (WORDS,))


def test_what_was_right_for_the_page_before_is_tried_first() -> None:
    recogniser = FakeRecogniser(WORDS, upright=3)
    assert read_upright(recogniser, PICTURE, 3).turn == 3
    assert recogniser.turns == [3]


def test_page_that_reads_badly_either_way_stays_as_it_reads_best() -> None:
    blurred = FakeRecogniser(line("Lincar algobra", 10, 20, confidence=0.7))
    assert read_upright(blurred, PICTURE, 0).turn == 0


def test_page_without_words_is_looked_at_once() -> None:
    recogniser = FakeRecogniser()
    assert not read_upright(recogniser, PICTURE, 0).lines
    assert recogniser.turns == [0]


@pytest.mark.parametrize(
    ("turn", "box"),
    [
        (0, (30, 10, 50, 20)),
        (1, (10, 350, 20, 370)),
        (2, (350, 180, 370, 190)),
        (3, (180, 30, 190, 50)),
    ],
)
def test_corners_lead_back_to_the_picture(turn: int, box: tuple[int, int, int, int]) -> None:
    back = Reading((), turn, (400, 200)).before_turn(corners(*box))
    xs, ys = sorted(x for x, _ in back), sorted(y for _, y in back)
    assert (xs[0], ys[0], xs[-1], ys[-1]) == (30, 10, 50, 20)
