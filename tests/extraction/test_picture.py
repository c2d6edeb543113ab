import pytest

from ranking.extraction.picture import A4_AT_200_DPI, LONGEST_SIDE, Picture, longer_side

A4 = 842


@pytest.mark.parametrize(
    ("page_side", "native", "pixels"),
    [
        (A4, 0, A4_AT_200_DPI),  # letters drawn as shapes
        (A4, 1754, A4_AT_200_DPI),  # 150 dpi
        (A4, 2900, 2900),  # 248 dpi
        (A4, 7016, 3508),  # 600 dpi
        (72, 3000, A4_AT_200_DPI),  # a photo on a page as large as a stamp
        (4000, 4000, LONGEST_SIDE),  # a photo, one point a pixel
        (4000, 1000, A4_AT_200_DPI),  # a small photo on a poster
        (2_147_483_648, 0, LONGEST_SIDE),
        (0.001, 0, 1),
    ],
)
def test_longer_side(page_side: float, native: float, pixels: int) -> None:
    assert longer_side(page_side, native) == pixels


def test_box_of_a_picture_that_lies_on_its_side() -> None:
    picture = Picture(4, 2, bytes(8), (0.0, 0.5, 10.0, 0.5, 0.0, 20.0))
    assert picture.box(((0, 0), (4, 0), (4, 2), (0, 2))) == (10, 20, 11, 22)
