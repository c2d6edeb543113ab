import math
from collections.abc import Callable, Sequence

import pytest

from ranking.extraction.recogniser import Corners, Line, Token
from ranking.extraction.rows import rows_of
from tests.extraction.conftest import line

TABLE = [
    ("MA101", 100, "Linear algebra and geometry", 300, "7,5", 900, "A", 1100),
    ("MA102", 100, "Groups", 300, "15", 900, "B", 1100),
    ("MA103", 100, "Quantum field theory", 300, "7,5", 900, "U", 1100),
]


def texts(lines: Sequence[Line]) -> list[str]:
    return [" ".join(token.text for token in row) for row in rows_of(lines)]


def table(pitch: float = 40) -> list[Line]:
    return [
        line(str(cells[i]), float(cells[i + 1]), 100 + pitch * number)
        for i in (6, 2, 4, 0)
        for number, cells in enumerate(TABLE)
    ]


def turned(lines: Sequence[Line], degrees: float) -> list[Line]:
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))

    def turn(corners: Corners) -> Corners:
        one, two, three, four = ((cosine * x - sine * y, sine * x + cosine * y) for x, y in corners)
        return one, two, three, four

    return [
        Line(tuple(Token(t.text, turn(t.corners), 1) for t in x.tokens), turn(x.corners), 1)
        for x in lines
    ]


@pytest.mark.parametrize("degrees", [0, 0.7, 2, -2, 3])
def test_row_of_a_table_is_one_line(degrees: float) -> None:
    assert texts(turned(table(), degrees)) == [
        "MA101 Linear algebra and geometry 7,5 A",
        "MA102 Groups 15 B",
        "MA103 Quantum field theory 7,5 U",
    ]


def test_second_line_of_a_cell_belongs_to_its_row() -> None:
    lines = [*table(80), line("(second attempt)", 1100, 130), line("of manifolds", 300, 290)]
    assert texts(lines) == [
        "MA101 Linear algebra and geometry 7,5 A (second attempt)",
        "MA102 Groups 15 B",
        "MA103 Quantum field theory of manifolds 7,5 U",
    ]


def test_heading_below_a_row_stays_a_line() -> None:
    assert texts([*table(), line("Master", 100, 220)])[-1] == "Master"


PROSE = "words of a column that fill its whole width"


@pytest.fixture
def columns() -> Callable[[str, str], list[Line]]:
    def make(left: str, right: str) -> list[Line]:
        return [
            line(f"{side}{number} {words}", x, 200 + 40 * number)
            for number in range(10)
            for side, words, x in (("l", left, 100), ("r", right, 700))
        ]

    return make


def test_columns_of_prose_are_read_one_after_the_other(
    columns: Callable[[str, str], list[Line]],
) -> None:
    title = line("A title across both columns of the paper, which is long enough", 300, 100)
    read = texts([*columns(PROSE, PROSE), title])
    assert read[0].startswith("A title")
    assert [words[:2] for words in read[1:]] == [f"{c}{n}" for c in "lr" for n in range(10)]


@pytest.mark.parametrize("cells", ["7,5 B", "6 13,5 admis", "7,5 hp 2021-06-04 Passed"])
def test_columns_of_a_table_are_read_across(
    columns: Callable[[str, str], list[Line]], cells: str
) -> None:
    read = texts(columns(PROSE, cells))
    assert len(read) == 10
    assert read[0] == f"l0 {PROSE} r0 {cells}"


def test_credits_beside_titles_of_two_lines_are_no_column() -> None:
    titles = [line(PROSE, 100, 100 + 40 * n + (n % 2 * 5)) for n in range(20)]
    cells = [
        line(text, x, 120 + 80 * n) for n in range(10) for text, x in (("7,5", 700), ("A", 800))
    ]
    assert texts([*titles, *cells])[0] == PROSE
    assert any("7,5 A" in row for row in texts([*titles, *cells]))


def test_sidebar_is_read_by_itself() -> None:
    sidebar = [line("Python and Fortran", 100, 100 + 46 * n) for n in range(12)]
    body = [line(PROSE, 500, 115 + 40 * n) for n in range(15)]
    read = texts([*body, *sidebar])
    assert read == ["Python and Fortran"] * 12 + [PROSE] * 15


def test_no_lines() -> None:
    assert not rows_of([])
