"""Which text of a page might be out of sight, judged by the facts that PDFium keeps of objects.

Why: only a page's picture tells what can be seen, but two pictures cost ten times the text. The
facts of objects cost a fifth of the text and clear most pages: dark words on white paper with
nothing painted over them. What they do not clear is a suspect, and looked at (``visibility``).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ranking.extraction.object_facts import (
    brightness,
    inside,
    is_filled_shape,
    is_shown_mode,
    is_tiny,
    marks_of,
    overlap,
    unclipped,
)
from ranking.extraction.page_objects import (
    Bounds,
    address,
    annotation_kinds,
    bounds_of,
    inner_objects,
    objects_of,
)
from ranking.extraction.raw import PDFIUM, Handle

_CLEAR_CONTRAST = 100
"""Text that differs this much (of 255) from what lies beneath is seen."""

_WHITE = 255.0
_THIN = 2.0
"""Points. What is thinner is a rule or a frame, and covers no words."""

_RECTANGLE_POINTS = 6
_MANY_COVERS = 200
_LONG_REPLACEMENT = 10
"""Letters. What replaces an icon or a ligature is shorter."""

_HARMLESS_ANNOTATIONS = frozenset(
    {
        PDFIUM.FPDF_ANNOT_LINK,
        PDFIUM.FPDF_ANNOT_POPUP,
        PDFIUM.FPDF_ANNOT_TEXT,
        PDFIUM.FPDF_ANNOT_HIGHLIGHT,
        PDFIUM.FPDF_ANNOT_UNDERLINE,
    }
)


@dataclass(slots=True)
class Screened:
    """What the facts of a page's objects say.

    Attributes:
        suspects: Text objects that may be out of sight, by their address.
        replaced: Addresses of text objects whose words another text replaces (``/ActualText``).
    """

    suspects: dict[int, Handle] = field(default_factory=dict)
    replaced: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Cover:
    """Something painted on the page; ``grey`` is None where it is not one even colour."""

    bounds: Bounds
    grey: float | None


def screen(page: Handle, sheet: Bounds) -> Screened:
    """Find the text objects of a page that may be out of sight.

    Args:
        page: The page.
        sheet: The part of the page that is shown.
    """
    screening = _Screening(sheet)
    for handle, kind in objects_of(page):
        if kind == PDFIUM.FPDF_PAGEOBJ_TEXT:
            screening.text(handle)
        else:
            screening.other(handle, kind)
    if not _HARMLESS_ANNOTATIONS.issuperset(annotation_kinds(page)):
        screening.suspect_all()
    return screening.found


class _Screening:
    """Objects met so far, in the order of painting."""

    def __init__(self, sheet: Bounds) -> None:
        self.found = Screened()
        self._sheet = sheet
        self._covers: list[_Cover] = []
        self._clear: list[tuple[Handle, Bounds]] = []

    def text(self, handle: Handle) -> None:
        """Take a text object: clear, or a suspect."""
        layered, replacement = marks_of(handle)
        if replacement and sum(map(str.isalpha, replacement)) >= _LONG_REPLACEMENT:
            self.found.replaced.add(address(handle))
        bounds = bounds_of(handle)
        if bounds is not None and not layered and self._is_clear(handle, bounds):
            self._clear.append((handle, bounds))
        else:
            self._suspect(handle)

    def other(self, handle: Handle, kind: int) -> None:
        """Take an object that may cover text, or be its background."""
        if kind == PDFIUM.FPDF_PAGEOBJ_FORM:
            for inner, inner_kind in inner_objects(handle):
                if inner_kind == PDFIUM.FPDF_PAGEOBJ_TEXT:
                    self._suspect(inner)
        if cover := _cover(handle, kind):
            self._add(cover)
            for text, bounds in self._clear:
                if overlap(bounds, cover.bounds):
                    self._suspect(text)

    def suspect_all(self) -> None:
        """Clear nothing."""
        for text, _ in self._clear:
            self._suspect(text)

    def _suspect(self, handle: Handle) -> None:
        self.found.suspects[address(handle)] = handle

    def _is_clear(self, handle: Handle, bounds: Bounds) -> bool:
        return (
            is_shown_mode(handle)
            and inside(bounds, self._sheet)
            and not is_tiny(handle, bounds)
            and not PDFIUM.FPDFPageObj_HasTransparency(handle)
            and _stands_out(bounds, brightness(handle), self._covers)
            and unclipped(handle, bounds)
        )

    def _add(self, cover: _Cover) -> None:
        """Keep a cover; many (the marks of a plot) become one."""
        if len(self._covers) >= _MANY_COVERS:
            last, new = self._covers.pop().bounds, cover.bounds
            together = (
                min(last[0], new[0]),
                min(last[1], new[1]),
                max(last[2], new[2]),
                max(last[3], new[3]),
            )
            cover = _Cover(together, None)
        self._covers.append(cover)


def _stands_out(bounds: Bounds, grey: float | None, covers: Sequence[_Cover]) -> bool:
    """Whether text differs from everything that is painted beneath it, and from the paper."""
    if grey is None:
        return False
    on_paper = True
    for cover in covers:
        if not overlap(bounds, cover.bounds):
            continue
        if cover.grey is None or abs(grey - cover.grey) < _CLEAR_CONTRAST:
            return False
        on_paper = on_paper and not inside(bounds, cover.bounds)
    return not on_paper or _WHITE - grey >= _CLEAR_CONTRAST


def _cover(handle: Handle, kind: int) -> _Cover | None:
    """Return what an object paints over, None if it cannot cover words."""
    bounds = bounds_of(handle)
    if bounds is None or min(bounds[2] - bounds[0], bounds[3] - bounds[1]) < _THIN:
        return None
    if kind != PDFIUM.FPDF_PAGEOBJ_PATH:
        return _Cover(bounds, None)
    if not is_filled_shape(handle):
        return None
    even = (
        PDFIUM.FPDFPath_CountSegments(handle) <= _RECTANGLE_POINTS
        and not PDFIUM.FPDFPageObj_HasTransparency(handle)
        and unclipped(handle, bounds)
    )
    return _Cover(bounds, brightness(handle) if even else None)
