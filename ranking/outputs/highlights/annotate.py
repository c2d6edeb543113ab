"""Highlights as PDF annotations (PDF 1.7, 12.5.6.10), with an appearance of their own.

Why an appearance: viewers that make one up differ, and some hide the words. Multiplied with the
page, a light colour leaves black words black. Why it is drawn in a unit square: viewers stretch it
to the annotation, so all highlights of one line and one colour share it, and copies stay small.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from ranking.model.document import Box
from ranking.outputs.highlights.marks import Mark
from ranking.outputs.highlights.paint import Patch, paint

_PRINTED = 4
"""The flag of annotations that are printed with the page."""
_THIN = 0.1
"""Points; places are given to as much, and nothing is thinner."""


def annotate(writer: PdfWriter, marks: Iterable[Mark]) -> None:
    """Add highlights to the pages of a document."""
    looks = _Looks(writer)
    pages: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        pages[mark.page].append(mark)
    for number, on_page in pages.items():
        page = writer.pages[number - 1]
        _own_annotations(page)
        for mark, patches in zip(on_page, paint(on_page, page.rotation), strict=True):
            writer.add_annotation(page, _highlight(mark, looks.of(mark, patches)))


def _own_annotations(page: PageObject) -> None:
    """Give a page a list of its own: some writers let pages share one, and all would be marked."""
    known = page.annotations
    page[NameObject("/Annots")] = ArrayObject(known if isinstance(known, ArrayObject) else ())


class _Looks:
    """The appearances of a document, each written once."""

    def __init__(self, writer: PdfWriter) -> None:
        self._add = writer._add_object  # noqa: SLF001 - there is no public way to add a stream
        self._known: dict[bytes, IndirectObject] = {}
        multiply = _dictionary(BM=NameObject("/Multiply"))
        self._states = _dictionary(M=multiply)
        self._resources = self._add(_dictionary(ExtGState=self._states))

    def of(self, mark: Mark, patches: Sequence[Patch]) -> IndirectObject:
        """Return the appearance of a highlight."""
        drawing = b" ".join(_drawing(patches, _around(mark.boxes)))
        if drawing not in self._known:
            several = len({colour for _, colour in patches}) > 1
            self._known[drawing] = self._grouped(drawing) if several else self._plain(drawing)
        return self._known[drawing]

    def _plain(self, drawing: bytes) -> IndirectObject:
        return self._form(b"/M gs " + drawing, Resources=self._resources)

    def _grouped(self, drawing: bytes) -> IndirectObject:
        """Multiply all colours at once: one by one they darken each other."""
        group = _dictionary(S=NameObject("/Transparency"), I=BooleanObject(value=True))
        drawn = self._form(drawing, Group=group)
        resources = _dictionary(ExtGState=self._states, XObject=_dictionary(D=drawn))
        return self._form(b"/M gs /D Do", Resources=resources)

    def _form(self, drawing: bytes, **entries: PdfObject) -> IndirectObject:
        form = DecodedStreamObject()
        form.update(
            _dictionary(Subtype=NameObject("/Form"), BBox=_numbers((0, 0, 1, 1)), **entries)
        )
        form.set_data(drawing)
        return self._add(form)


def _highlight(mark: Mark, look: IndirectObject) -> DictionaryObject:
    return _dictionary(
        Subtype=NameObject("/Highlight"),
        Rect=_places(_around(mark.boxes)),
        QuadPoints=_places(side for box in mark.boxes for side in _corners(box)),
        C=_numbers(_rgb(mark.colours[0])),
        Contents=TextStringObject(mark.note),
        F=NumberObject(_PRINTED),
        AP=_dictionary(N=look),
    )


def _drawing(patches: Iterable[Patch], around: Box) -> Iterator[bytes]:
    """Yield the drawing of patches, in a unit square that stands for what is around them."""
    left, bottom, right, top = around
    width, height = max(_THIN, right - left), max(_THIN, top - bottom)
    for colour, alike in groupby(patches, key=lambda patch: patch[1]):
        yield "{:.3g} {:.3g} {:.3g} rg".format(*_rgb(colour)).encode()
        for (x0, y0, x1, y1), _ in alike:
            yield (
                f"{(x0 - left) / width:.4g} {(y0 - bottom) / height:.4g}"
                f" {(x1 - x0) / width:.4g} {(y1 - y0) / height:.4g} re"
            ).encode()
        yield b"f"


def _around(boxes: Sequence[Box]) -> Box:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _corners(box: Box) -> tuple[float, ...]:
    """Return top left, top right, bottom left, bottom right: the order that viewers expect."""
    x0, y0, x1, y1 = box
    return (x0, y1, x1, y1, x0, y0, x1, y0)


def _rgb(colour: str) -> tuple[float, ...]:
    return tuple(round(part / 255, 3) for part in bytes.fromhex(colour))


def _places(values: Iterable[float]) -> ArrayObject:
    return _numbers(round(value, 1) for value in values)


def _numbers(values: Iterable[float]) -> ArrayObject:
    return ArrayObject(FloatObject(format(round(value, 3), "g")) for value in values)


def _dictionary(**entries: object) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})
