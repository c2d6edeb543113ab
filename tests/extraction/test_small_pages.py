"""Pages of PDFs and photos are drawn alike, no larger than asked for."""

from pathlib import Path

import pytest
import typst
from PIL import Image

from ranking.extraction.pdfium import DamagedError
from ranking.extraction.small_pages import DPI, as_image, small_pages

SOURCE = "#set page(width: 144pt, height: 72pt)\n#pagebreak()"


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    path.write_bytes(typst.compile(SOURCE.encode(), format="pdf"))
    return path


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "a.png"
    Image.new("L", (400, 200), 255).save(path, dpi=(200, 200))
    return path


@pytest.mark.parametrize("name", ["pdf", "photo"])
@pytest.mark.parametrize(("longest", "width"), [(1000, 2 * DPI), (100, 100)])
def test_pages_are_no_larger_than_asked_for(
    request: pytest.FixtureRequest, name: str, longest: int, width: int
) -> None:
    with small_pages(request.getfixturevalue(name), ()) as draw:
        picture = draw(1, longest)
    assert picture.width == pytest.approx(width, abs=1)
    assert picture.height == pytest.approx(width / 2, abs=1)
    a, _, c, _, e, f = picture.to_points
    assert (a * picture.width + c, f) == pytest.approx((144, 72), abs=0.6)
    assert e * picture.height + f == pytest.approx(0, abs=0.6)
    assert as_image(picture).size == (picture.width, picture.height)


def test_a_page_that_is_not_there_is_damaged(pdf: Path) -> None:
    with small_pages(pdf, ()) as draw:
        assert draw(2, 100).width == 100
        with pytest.raises(DamagedError):
            draw(3, 100)
