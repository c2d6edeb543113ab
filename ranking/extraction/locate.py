"""Where quotes stand on their pages: an independent look at the file.

Why: a passage counts only if its words are found again on the page it names. This module opens
the file anew and reads the characters one by one, another way than the text came from, so that an
error in reading or in cutting quotes cannot confirm itself. Only words that OCR read are looked up
where they were kept: reading a picture twice costs as much as the first time and gives the same.
"""

import ctypes
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ranking.extraction.characters import SQUASHED, squash
from ranking.extraction.raw import PDFIUM, Handle
from ranking.extraction.second_opinion import SecondOpinion
from ranking.model.document import Box, Word

Found = dict[tuple[int, str], tuple[Box, ...]]
"""Boxes by page and quote, one box a line; a quote that is not on its page is absent."""

_HIGH_SURROGATES = frozenset(map(chr, range(0xD800, 0xDC00)))
_LINE_ENDS = frozenset("\r\n\x02\ufffe")


@dataclass(frozen=True, slots=True)
class _Characters:
    """The characters of a page.

    Attributes:
        squashed: Their squashed text.
        places: Index of the page's character for each character of ``squashed``.
        line_ends: Indices of the page's characters that end a line.
    """

    squashed: str
    places: tuple[int, ...]
    line_ends: frozenset[int]


def locate_words(words: Sequence[Word], quotes: Iterable[str]) -> dict[str, tuple[Box, ...]]:
    """Return the boxes of quotes, a box a line, among the words that OCR read on a page."""
    squashed = [squash(word.text) for word in words]
    text = "".join(squashed)
    owners = [index for index, part in enumerate(squashed) for _ in part]
    found: dict[str, tuple[Box, ...]] = {}
    for quote in quotes:
        wanted = squash(quote)
        start = text.find(wanted) if wanted else -1
        if start >= 0:
            lines: dict[int, list[Box]] = {}
            for index in dict.fromkeys(owners[start : start + len(wanted)]):
                lines.setdefault(words[index].line, []).append(words[index].box)
            found[quote] = tuple(map(_union, lines.values()))
    return found


def locate_on_page(text_page: Handle, quotes: Iterable[str]) -> dict[str, tuple[Box, ...]] | None:
    """Find quotes on a page, ignoring white space, hyphens, case and compatibility forms.

    Returns:
        Boxes in PDF points of the unrotated page, rounded to two places; None if PDFium knows no
        character of the page.
    """
    characters = _characters(text_page)
    if not characters.squashed:
        return None
    found: dict[str, tuple[Box, ...]] = {}
    for quote in quotes:
        squashed = squash(quote)
        start = characters.squashed.find(squashed) if squashed else -1
        if start >= 0:
            places = characters.places[start : start + len(squashed)]
            found[quote] = _boxes(text_page, places, characters.line_ends)
    return found


def locate_by_pypdf(second: SecondOpinion, wanted: Mapping[int, Sequence[str]]) -> Found:
    """Find quotes, without boxes, on pages that PDFium cannot read."""
    found: Found = {}
    for number, quotes in wanted.items():
        found |= locate_in_text(second.text(number), {number: quotes})
    return found


def locate_in_text(text: str, wanted: Mapping[int, Sequence[str]]) -> Found:
    """Find quotes in a text that has no boxes."""
    squashed = squash(text)
    return {
        (number, quote): ()
        for number, quotes in wanted.items()
        for quote in quotes
        if squash(quote) and squash(quote) in squashed
    }


def _characters(text_page: Handle) -> _Characters:
    count = max(0, PDFIUM.FPDFText_CountChars(text_page))
    get = partial(PDFIUM.FPDFText_GetUnicode, text_page)
    chars = list(map(chr, map(get, range(count))))
    kept = list(map(SQUASHED.__getitem__, chars))
    if not _HIGH_SURROGATES.isdisjoint(chars):
        for index, char in enumerate(chars):
            if not kept[index] and char in _HIGH_SURROGATES:
                kept[index] = squash(_paired(char, *chars[index + 1 : index + 2]))
    places = tuple(index for index, letters in enumerate(kept) for _ in letters)
    ends = frozenset(index for index, char in enumerate(chars) if char in _LINE_ENDS)
    return _Characters("".join(kept), places, ends)


def _paired(*surrogates: str) -> str:
    """Return the character that two characters of PDFium's list stand for, "" if none."""
    return "".join(surrogates).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _boxes(
    text_page: Handle,
    places: Sequence[int],
    line_ends: frozenset[int],
) -> tuple[Box, ...]:
    """Join the boxes of characters to one box a line, as PDFium divides lines."""
    sides = tuple(ctypes.c_double() for _ in range(4))
    lines: list[list[Box]] = [[]]
    previous = places[0]
    for place in dict.fromkeys(places):
        if not line_ends.isdisjoint(range(previous, place)):
            lines.append([])
        previous = place
        if PDFIUM.FPDFText_GetCharBox(text_page, place, *sides):
            left, right, bottom, top = (side.value for side in sides)
            if right > left and top > bottom:
                lines[-1].append((left, bottom, right, top))
    return tuple(_union(line) for line in lines if line)


def _union(boxes: Sequence[Box]) -> Box:
    return (
        round(min(box[0] for box in boxes), 2),
        round(min(box[1] for box in boxes), 2),
        round(max(box[2] for box in boxes), 2),
        round(max(box[3] for box in boxes), 2),
    )
