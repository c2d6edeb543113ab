"""Highlights on each other paint each place once, in the colours of all."""

import pytest

from ranking.model.document import Box
from ranking.outputs.highlights.marks import Mark
from ranking.outputs.highlights.paint import paint

BLUE, PINK, PEAR = "77AADD", "FFAABB", "BBCC33"
BOX = (50.0, 300.0, 250.0, 320.0)


def mark(*boxes: Box, colours: tuple[str, ...] = (BLUE,)) -> Mark:
    return Mark(page=1, boxes=boxes, colours=colours, note="Statistics: project")


def test_a_highlight_alone_paints_its_lines() -> None:
    lower = (50.0, 280.0, 90.0, 290.0)
    assert paint([mark(BOX, lower)], 0) == [[(BOX, BLUE), (lower, BLUE)]]


def test_further_colours_are_stripes_at_the_foot() -> None:
    (found,) = paint([mark(BOX, colours=(BLUE, PINK, PEAR))], 0)
    assert found == [
        (BOX, BLUE),
        ((50.0, 300.0, 250.0, 302.0), PINK),
        ((50.0, 302.0, 250.0, 304.0), PEAR),
    ]


def test_what_two_highlights_share_is_painted_by_the_first_in_both_colours() -> None:
    later = (150.0, 300.0, 280.0, 320.0)
    first, second = paint([mark(BOX), mark(later, colours=(PINK,))], 0)
    assert first == [
        ((50.0, 300.0, 150.0, 320.0), BLUE),
        ((150.0, 300.0, 250.0, 320.0), BLUE),
        ((150.0, 300.0, 250.0, 304.0), PINK),
    ]
    assert second == [((250.0, 300.0, 280.0, 320.0), PINK)]


def test_one_colour_twice_makes_no_stripe() -> None:
    assert paint([mark(BOX), mark(BOX)], 0) == [[(BOX, BLUE)], []]


@pytest.mark.parametrize("other", [(50.0, 285.0, 250.0, 302.0), (50.0, 200.0, 250.0, 420.0)])
def test_other_lines_and_far_taller_boxes_paint_for_themselves(other: Box) -> None:
    assert paint([mark(BOX), mark(other)], 0) == [[(BOX, BLUE)], [(other, BLUE)]]


def test_a_box_without_height_paints_nothing_and_takes_nothing() -> None:
    flat = (50.0, 310.0, 250.0, 310.0)
    assert paint([mark(flat), mark(BOX)], 0) == [[], [(BOX, BLUE)]]


@pytest.mark.parametrize(
    ("rotation", "box", "foot"),
    [
        (0, BOX, (50.0, 300.0, 250.0, 304.0)),
        (180, BOX, (50.0, 316.0, 250.0, 320.0)),
        (90, (100.0, 50.0, 120.0, 250.0), (116.0, 50.0, 120.0, 250.0)),
        (-90, (100.0, 50.0, 120.0, 250.0), (100.0, 50.0, 104.0, 250.0)),
    ],
)
def test_the_foot_is_where_a_reader_of_a_turned_page_sees_it(
    rotation: int, box: Box, foot: Box
) -> None:
    (found,) = paint([mark(box, colours=(BLUE, PINK))], rotation)
    assert found == [(box, BLUE), (foot, PINK)]
