"""Thumbnails are small, look like the page, and are missing where nothing can be drawn."""

import io
from pathlib import Path

import pytest
import typst
from PIL import Image
from pypdf import PdfReader, PdfWriter

from ranking.extraction.thumbnails import thumbnail

SOURCE = "#set page(width: 300pt, height: 400pt, margin: 0pt)\n#rect(width: 50%, height: 100%, {})"


def pdf(fill: str = "fill: black") -> bytes:
    return bytes(typst.compile(SOURCE.format(fill).encode(), format="pdf"))


def locked(content: bytes, password: str) -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(content)))
    writer.encrypt(password, algorithm="AES-256")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def shown(content: bytes | None) -> Image.Image:
    assert content is not None
    assert len(content) < 30_000
    return Image.open(io.BytesIO(content)).convert("L")


def test_the_first_page_is_drawn_small(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf())
    image = shown(thumbnail(path, ()))
    assert image.size == (210, 280)
    assert [image.getpixel((x, 140)) for x in (50, 160)] == [0, 255]


def test_a_photo_is_drawn_too(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Image.new("L", (2000, 1000), 255).save(path)
    image = shown(thumbnail(path, ()))
    assert image.size == (280, 140)
    assert image.getpixel((10, 10)) == 255


def test_a_locked_file_needs_its_password(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(locked(pdf(), "open sesame"))
    assert thumbnail(path, ("wrong",)) is None
    assert shown(thumbnail(path, ("wrong", "open sesame"))).size == (210, 280)


@pytest.mark.parametrize(
    "content", [None, b"", b"PK\x03\x04 words", b"%PDF-1.7 cut", b"\x89PNG cut", b"\xff\xd8\xff"]
)
def test_what_cannot_be_drawn_has_none(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "a.pdf"
    if content is not None:
        path.write_bytes(content)
    assert thumbnail(path, ()) is None
