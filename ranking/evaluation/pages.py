"""The text of pages, read anew.

Why not by way of `extraction`: whether quotes stand on their page is for a second pair of eyes;
a fault of the reader that made the quotes must not vouch for them.
"""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pypdfium2 as pdfium

from ranking.evaluation.text import composed, file_name

PageKey = tuple[str, int]
"""A file's path below the applications folder, and a page from 1."""


def read_pages(applications: Path, wanted: Iterable[PageKey]) -> dict[PageKey, str]:
    """Return the text of pages; "" where the file cannot be opened, no entry for no such page."""
    places = _places(applications)
    pages: dict[str, set[int]] = defaultdict(set)
    for file, page in wanted:
        pages[file].add(page)
    texts: dict[PageKey, str] = {}
    for file, numbers in sorted(pages.items()):
        place = places.get(composed(file)) or places.get(file_name(file))
        texts |= {(file, number): text for number, text in _texts(place, numbers).items()}
    return texts


def _places(applications: Path) -> dict[str, Path]:
    """Return all files by path, and by name for a run of the same files in other folders."""
    files = [path for path in sorted(applications.rglob("*")) if path.is_file()]
    named = {file_name(path.name): path for path in files}
    return named | {composed(path.relative_to(applications).as_posix()): path for path in files}


def _texts(place: Path | None, numbers: set[int]) -> dict[int, str]:
    if place is None:
        return dict.fromkeys(numbers, "")
    try:
        document = pdfium.PdfDocument(place)  # type: ignore[no-untyped-call]
    except pdfium.PdfiumError:
        return dict.fromkeys(numbers, "")
    with document:
        there = sorted(numbers & set(range(1, len(document) + 1)))
        return {number: _text(document, number) for number in there}


def _text(document: pdfium.PdfDocument, number: int) -> str:
    try:
        page = document[number - 1].get_textpage()
    except pdfium.PdfiumError:
        return ""
    text: str = page.get_text_range()
    return text
