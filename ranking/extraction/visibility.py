"""The words of a page that can be seen, and those that cannot.

Why: white or tiny words, words beneath a picture or beside the page are read by every program and
by nobody on the committee. A page is drawn with and without its suspects (``screening``); a word
whose place looks the same in both cannot be seen. That way needs no list of tricks. Words that
scanning software lays unseen over the picture of the same words are no trick: there the picture
shows something.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from ranking.extraction.characters import squash
from ranking.extraction.page_objects import sheet_of, shown
from ranking.extraction.page_text import Word, has_foreign_font, text_without, words_of
from ranking.extraction.pdfium import PdfiumFile, text_of, text_page_of
from ranking.extraction.raw import Handle
from ranking.extraction.screening import Screened, screen

_LAYER_SHARE = 0.5
"""Pictures cover at least this share of a page that has a layer of words over its picture."""

_INKED_SHARE = 0.6
_LEGIBLE = 1.5
"""Points. Smaller words cannot be read."""

_TRUSTED_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Seen:
    """The words of a page.

    Attributes:
        text: What can be seen, as PDFium gives it.
        hidden: Words that cannot be seen.
        is_layer: Whether the words lie unseen over a picture of them.
        checked: Whether it was found out which words can be seen.
    """

    text: str
    hidden: tuple[str, ...] = ()
    is_layer: bool = False
    checked: bool = True


def look(
    pdf: PdfiumFile, number: int, drawn: Callable[[int], str], *, thorough: bool = True
) -> Seen:
    """Return the words of a page (from 1) that can be seen.

    Args:
        pdf: The file.
        number: The page.
        drawn: Gives the words that a page draws, whatever the file says that they mean.
        thorough: Whether to find out which words can be seen.

    Raises:
        DamagedError: If the page cannot be loaded.
    """
    with pdf.page(number) as page, text_page_of(page) as text_page:
        if thorough:
            return look_at(page, text_page, lambda: drawn(number))
        text = text_of(text_page)
        return Seen(text, checked=not text.strip())


def look_at(page: Handle, text_page: Handle, drawn: Callable[[], str]) -> Seen:
    """Return the words of a loaded page that can be seen.

    Words that might not be seen may stay switched off: the page is good for nothing else then.
    """
    text = text_of(text_page)
    if not text.strip():
        return Seen(text)
    screened = screen(page, sheet_of(page))
    if not screened.suspects and not screened.replaced:
        return Seen(text)
    hidden, is_layer = _unseen(page, text_page, screened)
    if screened.replaced:
        hidden += _not_drawn(text_page, screened.replaced, text, drawn())
    if hidden:
        text = text_without(text_page, hidden)
    return Seen(text, tuple(word.text for word in hidden), is_layer)


def _unseen(page: Handle, text_page: Handle, screened: Screened) -> tuple[list[Word], bool]:
    """Return the suspect words that cannot be seen, and whether they are a layer over a picture."""
    words = list(words_of(text_page, screened.suspects))
    if not words:
        return [], False
    from ranking.extraction.comparison import Comparison  # noqa: PLC0415 - numpy's import is slow

    comparison = Comparison(page, screened.suspects.values())
    unseen = [
        word
        for word in words
        if _is_tiny(word) or not comparison.shows(word.bounds)
        if not has_foreign_font(text_page, word)
    ]
    if unseen and shown(page).picture_share >= _LAYER_SHARE:
        blank = [word for word in unseen if not comparison.has_ink(word.bounds)]
        if len(blank) <= (1 - _INKED_SHARE) * len(unseen):
            return blank, True
    return unseen, False


def _is_tiny(word: Word) -> bool:
    left, bottom, right, top = word.bounds
    return min(right - left, top - bottom) < _LEGIBLE and word.height < _LEGIBLE


def _not_drawn(text_page: Handle, replaced: set[int], text: str, drawn: str) -> list[Word]:
    """Return the words of replaced objects that the page does not draw.

    Nothing is said of a page whose drawn words make no sense: there the replacement may be what
    makes it readable.
    """
    squashed = squash(drawn)
    words = list(words_of(text_page, replaced))
    others = Counter(text.split()) - Counter(word.text for word in words)
    known = sum(count for other, count in others.items() if squash(other) in squashed)
    if not known or known < _TRUSTED_SHARE * others.total():
        return []
    return [word for word in words if squash(word.text) not in squashed]
