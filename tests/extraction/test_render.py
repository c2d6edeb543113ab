from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf.generic import FloatObject, NameObject, NumberObject, RectangleObject

from ranking.extraction.pdfium import PdfiumFile
from ranking.extraction.picture import Picture
from ranking.extraction.render import render
from tests.extraction.conftest import PdfBuilder

Make = Callable[[], PdfBuilder]
BLOCK = "0 g 100 500 60 20 re f"


def drawn(builder: PdfBuilder, folder: Path) -> Picture:
    path = folder / "page.pdf"
    path.write_bytes(builder.bytes())
    with PdfiumFile.open(path, ()) as opened:
        return render(opened, 1)


def dark_box(picture: Picture) -> tuple[float, ...]:
    dark = [divmod(i, picture.width) for i, value in enumerate(picture.pixels) if value < 128]
    rows, columns = [row for row, _ in dark], [column for _, column in dark]
    edges = min(columns), min(rows), max(columns) + 1, max(rows) + 1
    return picture.box(((edges[0], edges[1]), (edges[2], edges[3])))


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_pixels_lead_back_to_points_of_the_unrotated_page(
    pdf: Make, tmp_path: Path, rotation: int
) -> None:
    builder = pdf().drawn(BLOCK)
    page = builder.writer.pages[0]
    page[NameObject("/Rotate")] = NumberObject(rotation)
    page[NameObject("/CropBox")] = RectangleObject((50, 80, 450, 700))
    picture = drawn(builder, tmp_path)
    assert (picture.width > picture.height) is (rotation in {90, 270})
    assert dark_box(picture) == pytest.approx((100, 500, 160, 520), abs=0.6)


def test_resolution_is_that_of_the_scan(pdf: Make, tmp_path: Path) -> None:
    drawing, scan = drawn(pdf().drawn(BLOCK), tmp_path), drawn(pdf().picture(), tmp_path)
    assert drawing.height == 2200
    assert scan.height == 2200
    in_a_form = pdf().drawn("/Fm1 Do")
    assert drawn(in_a_form, tmp_path).height == 2200


def test_enormous_page_has_a_picture(pdf: Make, tmp_path: Path) -> None:
    builder = pdf().drawn(BLOCK)
    enormous = (FloatObject(value) for value in (0, 0, 10, 2_000_000))
    builder.writer.pages[0][NameObject("/MediaBox")] = RectangleObject(tuple(enormous))
    picture = drawn(builder, tmp_path)
    assert (picture.width, picture.height) == (1, 4000)
