"""The picture of a quote lies on its words, however the page is turned."""

import io
from pathlib import Path

import pytest
import typst
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject

from ranking.extraction.crops import crops
from ranking.extraction.reopened import Reopened
from ranking.model.document import Box

QUOTE = "the marked words"
SOURCE = f"#set page(width: 400pt, height: 300pt)\nAbove\n\nSome text, {QUOTE}, and more.\n\nBelow"
MARKER = (255, 221, 64)


def write_pdf(path: Path, rotation: int = 0, crop: Box | None = None) -> Path:
    reader = PdfReader(io.BytesIO(typst.compile(SOURCE.encode(), format="pdf")))
    writer = PdfWriter()
    page = writer.add_page(reader.pages[0])
    page.rotate(rotation)
    if crop:
        page.cropbox = RectangleObject(crop)
    writer.write(path)
    return path


def boxes_of(path: Path) -> tuple[Box, ...]:
    with Reopened(path, ()) as again:
        return again.check({1: [QUOTE]}).found[1, QUOTE]


def marked(content: bytes) -> tuple[Image.Image, tuple[int, int, int, int]]:
    """Return a picture in colour, and the rectangle of what is under the marker."""
    image = Image.open(io.BytesIO(content)).convert("RGB")
    places = [
        (x, y)
        for x in range(image.width)
        for y in range(image.height)
        if image.getpixel((x, y)) == MARKER
    ]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return image, (min(xs), min(ys), max(xs), max(ys))


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (20.0, 30.0, 380.0, 290.0)])
def test_the_marker_lies_on_the_words(tmp_path: Path, rotation: int, crop: Box | None) -> None:
    path = write_pdf(tmp_path / "a.pdf", rotation, crop)
    boxes = boxes_of(path)
    image, (left, top, right, bottom) = marked(crops(path, [(1, boxes)], ())[1, boxes])
    wide, high = boxes[0][2] - boxes[0][0], boxes[0][3] - boxes[0][1]
    expected = (wide, high) if rotation % 180 == 0 else (high, wide)
    scale = 110 / 72
    assert (right - left, bottom - top) == pytest.approx([side * scale for side in expected], abs=3)
    inside = image.crop((left, top, right + 1, bottom + 1)).convert("L").tobytes()
    assert min(inside) < 60  # the words are there, in dark ink
    assert sum(grey < 100 for grey in inside) > len(inside) / 20


def test_equal_places_are_drawn_once_and_alike(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf")
    place = (1, boxes_of(path))
    found = crops(path, [place, place], ())
    assert list(found) == [place]
    assert found == crops(path, [place], ())
    assert len(found[place]) < 8_000


def test_a_place_at_the_edge_stays_on_the_page(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf")
    place = (1, ((-50.0, -20.0, 30.0, 5.0),))
    image, (left, _, _, bottom) = marked(crops(path, [place], ())[place])
    assert left == 0
    assert bottom == image.height - 1


def test_a_photo_is_cut_like_a_page(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    Image.new("L", (1654, 2339), 255).save(path, dpi=(200, 200))
    place = (1, ((100.0, 600.0, 300.0, 612.0),))
    _, (left, top, right, bottom) = marked(crops(path, [place], ())[place])
    scale = 110 / 72
    assert (right - left, bottom - top) == pytest.approx([200 * scale, 12 * scale], abs=3)


@pytest.mark.parametrize("name", ["missing.pdf", "broken.pdf", "words.docx"])
def test_what_cannot_be_drawn_gives_nothing(tmp_path: Path, name: str) -> None:
    if not name.startswith("missing"):
        (tmp_path / name).write_bytes(b"PK\x03\x04 no page")
    assert crops(tmp_path / name, [(1, ((0.0, 0.0, 9.0, 9.0),))], ()) == {}


def test_a_page_that_is_not_there_costs_its_own_picture_only(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf")
    boxes = boxes_of(path)
    assert list(crops(path, [(7, boxes), (1, boxes), (1, ())], ())) == [(1, boxes)]


def test_the_words_of_a_page_like_a_strip_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "strip.pdf"
    path.write_bytes(typst.compile(SOURCE.replace("300pt", "9000pt").encode(), format="pdf"))
    boxes = boxes_of(path)
    _, (left, _, right, _) = marked(crops(path, [(1, boxes)], ())[1, boxes])
    wide = boxes[0][2] - boxes[0][0]
    assert right - left == pytest.approx(wide * 110 / 72, abs=3)
