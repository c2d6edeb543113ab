from collections.abc import Callable
from typing import Any

import pytest

from ranking.evaluation.outcome import Passage
from ranking.evaluation.quotes import quotes
from ranking.model.document import Reader

MakePassage = Callable[..., Passage]
FiguresOf = Callable[..., dict[str, Any]]
PAGE = "Courses: Lie groups and their repre-\nsentations, grade A; statistics, grade B"
KEY = ("Berg_Ada/CV, Berg.pdf", 1)


def counted(checked: int, verbatim: float, short: int, unchecked: int) -> dict[str, float]:
    return {
        "quotes_checked": checked,
        "quotes_verbatim_on_page": verbatim,
        "quotes_of_fewer_than_two_words": short,
        "quotes_by_ocr_unchecked": unchecked,
    }


@pytest.mark.parametrize(
    ("fields", "page", "figures"),
    [
        pytest.param({}, PAGE, counted(1, 1, 0, 0), id="there, but for a hyphen"),
        pytest.param({"quote": "Lie algebras"}, PAGE, counted(1, 0, 0, 0), id="not there"),
        pytest.param({"quote": "grade A"}, PAGE, counted(1, 1, 1, 0), id="short"),
        pytest.param({"quote": ""}, PAGE, counted(1, 0, 1, 0), id="empty"),
        pytest.param({}, "a picture", counted(0, 0, 0, 1), id="no text"),
        pytest.param({"reader": Reader.OCR}, PAGE, counted(1, 1, 0, 0), id="OCR agrees"),
        pytest.param(
            {"reader": Reader.OCR, "quote": "Lle groups"}, PAGE, counted(0, 0, 0, 1), id="OCR"
        ),
    ],
)
def test_a_quote(
    fields: dict[str, object],
    page: str,
    figures: dict[str, float],
    make_passage: MakePassage,
    figures_of: FiguresOf,
) -> None:
    assert figures_of(quotes([make_passage(**fields)], {KEY: page})) == figures


def test_a_page_that_is_not_there_holds_no_quote(
    make_passage: MakePassage, figures_of: FiguresOf
) -> None:
    section = quotes([make_passage(page=9), make_passage()], {KEY: PAGE})
    assert figures_of(section) == counted(2, 0.5, 0, 0)
    (remark,) = section.remarks
    assert remark.startswith("Berg_Ada/CV, Berg.pdf p.9: not there: ")


def test_no_quotes(figures_of: FiguresOf) -> None:
    assert figures_of(quotes([], {})) == counted(0, 0, 0, 0)
