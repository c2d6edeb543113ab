"""Makes small PDFs on the spot: pages of text, pictures, forms, locks and damage."""

import hashlib
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
)

from ranking.extraction.pdfium import DamagedError, PdfiumFile
from ranking.extraction.picture import Picture
from ranking.extraction.read_options import Reading, ReadOptions
from ranking.extraction.reader import read_file
from ranking.extraction.recogniser import Corners, Line, Recogniser, Token
from ranking.inputs.data_root import data_root
from ranking.inputs.page_rules import read_page_rules
from ranking.model.document import SourceFile
from ranking.model.page_rules import PageRules

PAGE_RULES = read_page_rules(data_root())
FONT = DictionaryObject(
    {
        NameObject("/Type"): NameObject("/Font"),
        NameObject("/Subtype"): NameObject("/Type1"),
        NameObject("/BaseFont"): NameObject("/Helvetica"),
        NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
    }
)


class PdfBuilder:
    """A PDF in the making."""

    def __init__(self) -> None:
        self.writer = PdfWriter()

    def text(self, *lines: str) -> "PdfBuilder":
        """Add a page with lines of text, 20 points apart, from (72, 700) downwards."""
        shown = "".join(
            f"BT /F1 12 Tf 72 {700 - 20 * index} Td ({line}) Tj ET\n"
            for index, line in enumerate(lines)
        )
        return self.drawn(shown)

    def picture(self, width: int = 600, height: int = 780) -> "PdfBuilder":
        """Add a page that shows a picture and nothing else."""
        return self.drawn(f"q {width} 0 0 {height} 0 0 cm /Im1 Do Q")

    def drawn(self, content: str) -> "PdfBuilder":
        """Add a page with a content stream."""
        page = self.writer.add_blank_page(width=612, height=792)
        stream = DecodedStreamObject()
        stream.set_data(content.encode("latin-1"))
        page[NameObject("/Contents")] = self.writer._add_object(stream)  # noqa: SLF001
        image = self.image(bytes(range(64)))
        pictures = DictionaryObject(
            {NameObject("/Im1"): image, NameObject("/Fm1"): self._form(image)}
        )
        page[NameObject("/Resources")] = DictionaryObject(
            {
                NameObject("/Font"): DictionaryObject({NameObject("/F1"): FONT}),
                NameObject("/XObject"): pictures,
            }
        )
        return self

    def _form(self, image: IndirectObject) -> IndirectObject:
        form = DecodedStreamObject()
        form.set_data(b"q 600 0 0 780 0 0 cm /Im1 Do Q")
        inside = DictionaryObject({NameObject("/Im1"): image})
        form.update(
            {
                NameObject("/Type"): NameObject("/XObject"),
                NameObject("/Subtype"): NameObject("/Form"),
                NameObject("/BBox"): ArrayObject(map(NumberObject, (0, 0, 612, 792))),
                NameObject("/Resources"): DictionaryObject({NameObject("/XObject"): inside}),
            }
        )
        return self.writer._add_object(form)  # noqa: SLF001

    def stream(self, content: str) -> DecodedStreamObject:
        """Return a stream of operators."""
        stream = DecodedStreamObject()
        stream.set_data(content.encode("latin-1"))
        return stream

    def fonts(self) -> DictionaryObject:
        """Return resources with the font F1."""
        fonts = DictionaryObject({NameObject("/F1"): FONT})
        return DictionaryObject({NameObject("/Font"): fonts})

    def image(self, pixels: bytes) -> IndirectObject:
        """Add a grey picture of 8 x 8 pixels."""
        image = DecodedStreamObject()
        image.set_data(pixels)
        image.update(
            {
                NameObject("/Type"): NameObject("/XObject"),
                NameObject("/Subtype"): NameObject("/Image"),
                NameObject("/Width"): NumberObject(8),
                NameObject("/Height"): NumberObject(8),
                NameObject("/ColorSpace"): NameObject("/DeviceGray"),
                NameObject("/BitsPerComponent"): NumberObject(8),
            }
        )
        return self.writer._add_object(image)  # noqa: SLF001

    def xfa(self) -> "PdfBuilder":
        """Make the file an XFA form."""
        packet = self.writer._add_object(DecodedStreamObject())  # noqa: SLF001
        form = DictionaryObject({NameObject("/Fields"): ArrayObject(), NameObject("/XFA"): packet})
        self.writer.root_object[NameObject("/AcroForm")] = form
        self.writer.root_object[NameObject("/NeedsRendering")] = BooleanObject(True)  # noqa: FBT003
        return self

    def bytes(self) -> bytes:
        """Return the file."""
        out = io.BytesIO()
        self.writer.write(out)
        return out.getvalue()


@dataclass(frozen=True)
class Applications:
    """A folder of applications."""

    root: Path

    def add(self, name: str, content: bytes) -> SourceFile:
        """Put a file into the folder."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return SourceFile(path=name, size=len(content), sha256=hashlib.sha256(content).hexdigest())

    def read(self, name: str, content: bytes, *passwords: str, **options: int) -> Reading:
        """Put a file into the folder and read it, without OCR unless told so."""
        usual: dict[str, Any] = {"max_pages": 100, "max_megabytes": 1.0, "ocr": False}
        given = ReadOptions(passwords=passwords, pages=PAGE_RULES, **(usual | options))
        return read_file(self.root, self.add(name, content), given)


class DamagedPdfium(PdfiumFile):
    """PDFium on a file that it cannot open."""

    @classmethod
    def open(cls, path: Path, passwords: Sequence[str]) -> Self:
        raise DamagedError(f"{path.name} is torn, {len(passwords)} passwords")


def line(text: str, left: float, top: float, *, confidence: float = 0.99) -> Line:
    """Return a piece of writing, 10 pixels a character and 30 pixels high, as OCR finds it."""
    tokens, end = [], 0
    for part in text.split():
        start = text.index(part, end)
        end = start + len(part)
        box = corners(left + 10 * start, top, left + 10 * end, top + 30)
        tokens.append(Token(part, box, confidence))
    return Line(tuple(tokens), corners(left, top, left + 10 * len(text), top + 30), confidence)


def corners(left: float, top: float, right: float, bottom: float) -> Corners:
    """Return the corners of a rectangle."""
    return (left, top), (right, top), (right, bottom), (left, bottom)


class FakeRecogniser(Recogniser):
    """Finds the same lines in every picture; in a picture that is turned wrongly, hardly legible.

    Args:
        lines: What it finds in a picture that lies right.
        upright: The turn after which pictures lie right.
    """

    def __init__(self, *lines: Line, upright: int = 0) -> None:
        self.lines = lines
        self.upright = upright
        self.turns: list[int] = []

    def read(self, picture: Picture, turn: int = 0) -> tuple[Line, ...]:
        assert picture.pixels
        self.turns.append(turn)
        off = (self.upright - turn) % 4
        if off == 0:
            return self.lines
        confidence = 0.98 if off == 1 else 0.6
        box = (0, 0, 300, 30) if off == 2 else (0, 0, 30, 300)
        tokens = tuple(Token(t.text, corners(*box), 0.6) for x in self.lines for t in x.tokens)
        return (Line(tokens, corners(*box), confidence),)


@pytest.fixture
def recogniser(monkeypatch: pytest.MonkeyPatch) -> Callable[..., FakeRecogniser]:
    """Return what puts a recogniser in place that finds some lines."""

    def put(*lines: Line, upright: int = 0) -> FakeRecogniser:
        fake = FakeRecogniser(*lines, upright=upright)
        monkeypatch.setattr("ranking.extraction.ocr.recogniser", lambda: fake)
        return fake

    return put


@pytest.fixture
def pdf() -> Callable[[], PdfBuilder]:
    return PdfBuilder


@pytest.fixture
def applications(tmp_path: Path) -> Applications:
    return Applications(tmp_path)


@pytest.fixture(scope="session")
def page_rules() -> PageRules:
    return PAGE_RULES
