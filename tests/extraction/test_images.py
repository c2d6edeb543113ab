import io
from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw

from ranking.extraction.images import drawn, frame_count
from ranking.extraction.picture import Picture
from ranking.model.document import Reader
from tests.extraction.conftest import Applications, FakeRecogniser, line

EXIF_ORIENTATION = 0x0112


def photo(kind: str, mode: str = "RGB", **options: object) -> bytes:
    """Return a picture of 400 x 200 pixels with a dark block at (40, 20) to (80, 40)."""
    image = Image.new(mode, (400, 200), (0, 0, 0, 0) if mode == "RGBA" else "white")
    ImageDraw.Draw(image).rectangle((40, 20, 79, 39), "black")
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def picture(applications: Applications, content: bytes, number: int = 1) -> Picture:
    source = applications.add("photo", content)
    return drawn(applications.root / source.path, number)()


def dark_edges(shown: Picture) -> tuple[int, int, int, int]:
    dark = [divmod(i, shown.width) for i, value in enumerate(shown.pixels) if value < 100]
    rows, columns = [row for row, _ in dark], [column for _, column in dark]
    return min(columns), min(rows), max(columns) + 1, max(rows) + 1


@pytest.mark.parametrize(("kind", "mode"), [("JPEG", "RGB"), ("PNG", "RGBA"), ("TIFF", "RGB")])
def test_picture_and_its_points(applications: Applications, kind: str, mode: str) -> None:
    shown = picture(applications, photo(kind, mode))
    assert (shown.width, shown.height) == (400, 200)
    assert dark_edges(shown) == pytest.approx((40, 20, 80, 40), abs=1)
    assert shown.box(((40, 20), (80, 40))) == (14.4, 57.6, 28.8, 64.8)


def test_resolution_that_the_picture_states(applications: Applications) -> None:
    shown = picture(applications, photo("PNG", dpi=(72, 72)))
    assert shown.box(((0, 0), (400, 200))) == pytest.approx((0, 0, 400, 200), abs=0.1)


def test_photo_that_the_camera_turned(applications: Applications) -> None:
    exif = Image.Exif()
    exif[EXIF_ORIENTATION] = 6
    shown = picture(applications, photo("JPEG", exif=exif))
    assert (shown.width, shown.height) == (200, 400)
    assert dark_edges(shown) == pytest.approx((160, 40, 180, 80), abs=1)


def test_large_photo_is_made_smaller(applications: Applications) -> None:
    out = io.BytesIO()
    Image.new("L", (8000, 400), "white").save(out, "PNG")
    shown = picture(applications, out.getvalue())
    assert (shown.width, shown.height) == (4000, 200)
    assert shown.box(((0, 0), (4000, 200))) == (0, 0, 2880, 144)


def test_pages_of_a_tiff(
    applications: Applications, recogniser: Callable[..., FakeRecogniser]
) -> None:
    recogniser(line("Linear algebra A", 40, 20))
    content = photo("TIFF", save_all=True, append_images=[Image.new("RGB", (300, 300))] * 2)
    document, problems = applications.read("marks.tif", content, ocr=True, max_ocr_pages=2)
    assert frame_count(applications.root / "marks.tif") == 3
    assert document.unread_pages == (3,)
    assert [problem.code for problem in problems] == [
        "not-pdf",
        "scanned",
        "ocr-used",
        "ocr-missing",
    ]
    assert document.pages[1].text == "Linear algebra A"
    assert document.reader is Reader.OCR


def test_picture_that_would_unfold_to_an_enormous_size(
    applications: Applications, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PIL.Image.MAX_IMAGE_PIXELS", 50_000)
    document, problems = applications.read("photo.png", photo("PNG"), ocr=True)
    assert [problem.code for problem in problems] == ["not-pdf"]
    assert "cannot be opened" in problems[0].message
    assert document.page_count == 0
