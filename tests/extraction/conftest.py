"""Makes small PDFs on the spot: pages of text, pictures, forms, locks and damage."""

import hashlib
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

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
from ranking.extraction.reader import Reading, ReadOptions, read_file
from ranking.model.document import SourceFile

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
        image = self._image()
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

    def _image(self) -> IndirectObject:
        image = DecodedStreamObject()
        image.set_data(bytes(range(64)))
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

    def read(self, name: str, content: bytes, *passwords: str, max_pages: int = 100) -> Reading:
        """Put a file into the folder and read it."""
        options = ReadOptions(passwords=passwords, max_pages=max_pages, max_megabytes=1.0)
        return read_file(self.root, self.add(name, content), options)


class DamagedPdfium(PdfiumFile):
    """PDFium on a file that it cannot open."""

    @classmethod
    def open(cls, path: Path, passwords: Sequence[str]) -> Self:
        raise DamagedError(f"{path.name} is torn, {len(passwords)} passwords")


@pytest.fixture
def pdf() -> Callable[[], PdfBuilder]:
    return PdfBuilder


@pytest.fixture
def applications(tmp_path: Path) -> Applications:
    return Applications(tmp_path)
