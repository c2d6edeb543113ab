import pytest

from ranking.tagging.courses.cells import Cells
from ranking.tagging.courses.entry import Entry
from ranking.tagging.courses.look import split_by_look


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Knot theory 6 LP 1,3 WS 2020/21", Entry("Knot theory", "6 LP", ("1,3",))),
        ("Knot theory 7,5 hp VG 2021-01-15", Entry("Knot theory", "7,5 hp", ("VG",))),
        ("Knot theory 6 CFU 30L", Entry("Knot theory", "6 CFU", ("30L",))),
        ("Knot theory 10 B+", Entry("Knot theory", "10", ("B+",))),
        ("Knot theory (advanced) 7.5", Entry("Knot theory (advanced)", "", ("7.5",))),
        (
            "Knot theory 6 5,0 nicht bestanden",
            Entry("Knot theory", "6", ("5,0",), "nicht bestanden"),
        ),
        ("Knot theory", None),
    ],
)
def test_row_is_split_by_its_end(cells: Cells, row: str, expected: Entry | None) -> None:
    assert split_by_look(row.split(), cells) == expected
