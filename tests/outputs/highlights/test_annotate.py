"""Highlights as viewers see them."""

from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, NameObject, NullObject, PdfObject

from ranking.outputs.highlights.annotate import annotate
from ranking.outputs.highlights.marks import Mark

OPEN: Any = pypdfium2.PdfDocument

BLUE, PINK = "77AADD", "FFAABB"
BOX = (50.0, 300.0, 250.0, 320.0)
TWO_LINES = ((100.0, 300.0, 250.0, 310.0), (50.0, 280.0, 150.0, 290.0))


def mark(*boxes: tuple[float, float, float, float], colours: tuple[str, ...] = (BLUE,)) -> Mark:
    return Mark(page=1, boxes=boxes, colours=colours, note="Statistics: project")


def marked(*marks: Mark, rotation: int = 0, drawn: bytes = b"") -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(300, 400)
    page.rotation = rotation
    contents = DecodedStreamObject()
    contents.set_data(drawn)
    page[NameObject("/Contents")] = writer._add_object(contents)  # noqa: SLF001 - no other way
    annotate(writer, marks)
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def annotations(content: bytes) -> list[Any]:
    return [a.get_object() for a in PdfReader(BytesIO(content)).pages[0]["/Annots"]]  # type: ignore[attr-defined]


def pixel(content: bytes, x: float, y: float) -> str:
    """Return the colour of an unrotated page of 400 points at a point."""
    document = OPEN(content)
    image = document[0].render(scale=2).to_pil().convert("RGB")
    document.close()
    return "".join(f"{part:02X}" for part in image.getpixel((round(2 * x), round(2 * (400 - y)))))


def test_a_highlight_lies_on_its_lines_with_its_note() -> None:
    (annotation,) = annotations(marked(mark(*TWO_LINES)))
    assert annotation["/Subtype"] == "/Highlight"
    assert annotation["/Contents"] == "Statistics: project"
    assert [float(side) for side in annotation["/Rect"]] == [50, 280, 250, 310]
    assert [float(side) for side in annotation["/QuadPoints"]] == [
        *(100, 310, 250, 310, 100, 300, 250, 300),
        *(50, 290, 150, 290, 50, 280, 150, 280),
    ]


def test_only_the_lines_are_coloured() -> None:
    content = marked(mark(*TWO_LINES))
    assert pixel(content, 200, 305) == BLUE
    assert pixel(content, 75, 285) == BLUE
    assert pixel(content, 75, 305) == pixel(content, 200, 285) == "FFFFFF"


def test_several_criteria_lie_one_above_the_other_without_a_dark_line() -> None:
    content = marked(mark(BOX, colours=(BLUE, PINK)))
    assert pixel(content, 150, 317) == BLUE
    assert pixel(content, 150, 303) == PINK
    seen = {pixel(content, 150, 300.25 + step / 2) for step in range(39)}
    assert all(bytes.fromhex(colour) >= bytes.fromhex(BLUE) for colour in seen)


@pytest.mark.parametrize("colours", [(BLUE,), (BLUE, PINK)])
def test_colours_are_multiplied_with_the_page(colours: tuple[str, ...]) -> None:
    seen = pixel(marked(mark(BOX, colours=colours), drawn=b"0.5 g 0 0 300 400 re f"), 150, 317)
    expected = [part / 2 for part in bytes.fromhex(BLUE)]
    assert list(bytes.fromhex(seen)) == pytest.approx(expected, abs=2)


def test_highlights_on_each_other_do_not_grow_dark() -> None:
    longer = (20.0, 300.5, 280.0, 320.5)
    content = marked(*[mark(BOX)] * 5, mark(longer, colours=(PINK,)))
    assert len(annotations(content)) == 6
    assert pixel(content, 75, 317) == BLUE
    assert pixel(content, 150, 302) == PINK
    assert pixel(content, 30, 310) == pixel(content, 270, 310) == PINK


def test_pages_with_one_list_of_annotations_are_marked_one_by_one() -> None:
    writer = PdfWriter()
    writer.add_blank_page(300, 400)
    writer.add_blank_page(300, 400)
    shared = writer._add_object(ArrayObject())  # noqa: SLF001 - no other way
    for page in writer.pages:
        page[NameObject("/Annots")] = shared
    annotate(writer, (mark(BOX),))
    assert [len(page.annotations or ()) for page in writer.pages] == [1, 0]


@pytest.mark.parametrize("value", [NullObject(), NameObject("/Nonsense")])
def test_a_page_without_a_sound_list_of_annotations_gets_one(value: PdfObject) -> None:
    writer = PdfWriter()
    writer.add_blank_page(300, 400)[NameObject("/Annots")] = value
    annotate(writer, (mark(BOX),))
    assert len(writer.pages[0].annotations or ()) == 1


def test_highlights_of_one_line_and_colour_share_their_look() -> None:
    lower = (60.0, 100.0, 90.0, 112.0)
    first, second, third = annotations(marked(mark(BOX), mark(lower), mark(*TWO_LINES)))
    assert first["/AP"].raw_get("/N") == second["/AP"].raw_get("/N")
    assert first["/AP"].raw_get("/N") != third["/AP"].raw_get("/N")


def test_a_box_without_height_does_no_harm() -> None:
    content = marked(mark((50.0, 300.0, 250.0, 300.0)), mark(BOX))
    assert len(annotations(content)) == 2
    assert pixel(content, 150, 310) == BLUE


def test_a_turned_page_is_highlighted_where_it_says() -> None:
    document = OPEN(marked(mark(BOX), rotation=90))
    image = document[0].render(scale=1).to_pil().convert("RGB")
    document.close()
    assert image.size == (400, 300)
    assert image.getpixel((310, 150)) == tuple(bytes.fromhex(BLUE))
