"""Cuts documents into passages: sentences of paragraphs, items of a CV, rows of a table.

A passage is what a reviewer can check at one look: verbatim words that stand together on one
page. Paragraphs and items are found from line breaks, since PDF text has no other structure.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import quantiles

from ranking.model.document import Document, Kind, Page, Reader
from ranking.tagging.matcher import sentences

LONGEST_QUOTE = 360
_WIDE_SHARE = 0.72
_SHAPES = (
    "\u2022\u2023\u2043\u2219\u00b7\u00bb\u203a"
    "\u2190-\u21ff\u25a0-\u25ff\u2600-\u27bf\u2b00-\u2bff\ue000-\uf8ff"
)
"""Characters that mark items: bullets, arrows, geometric shapes, dingbats, private glyphs."""

_BULLET = re.compile(rf"^\s*(?:[{_SHAPES}]\s*|[\u2013\u2014*+-]\s|\(?[a-z0-9]{{1,2}}[.)]\s)(?=\S)")
_STARTS_ITEM = re.compile(r"^\s*(?:\W*\d{4}\b|(?:19|20)\d\d|[A-Z][\w.]{2,9} (?:19|20)\d\d)")
_ENTRY_BLOCKS = 4
_ENDS_SENTENCE = re.compile(r"[.!?:]['\")\u2019\u201d]?\s*$")
_RUNS_ON = re.compile(
    r"(?:[,;(&/-]|\b(?:and|or|of|in|on|with|for|the|a|an|to|at|by|from|och|i|av|und|der|die|für|mit|et|de))\s*$"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage: verbatim words with white space collapsed, and where they stand.

    Attributes:
        text: The passage; if OCR read it, with its slips mended.
        page: Page of the file, from 1.
        section: Section of the document, "" where unknown.
        block: Number of its paragraph or item in the document.
        line: First line of the block on its page.
        entry: The text of the whole block and of the next ones in its section, since an entry of
            a CV often has its date or its place of publication on a line of its own.
        printed: The passage as it was read, letter by letter as long as ``text``; "" if the same.
    """

    text: str
    page: int
    section: str
    block: int
    line: int
    entry: str
    printed: str = ""

    @property
    def verbatim(self) -> str:
        """The passage as it was read."""
        return self.printed or self.text


@dataclass(frozen=True, slots=True)
class _Block:
    text: str
    section: str
    line: int


def as_read(text: str) -> str:
    """Return a text as it is."""
    return text


def passages(
    document: Document,
    wanted: Callable[[str], bool] = lambda _: True,
    mend: Callable[[str], str] = as_read,
) -> Iterator[Passage]:
    """Yield the passages of a document whose block is wanted, in reading order.

    Args:
        document: The document.
        wanted: Whether a page or block is looked at.
        mend: Mends slips on pages that OCR read; the length stays the same.
    """
    number = 0
    for page in document.pages:
        mended = mend if page.reader is Reader.OCR else as_read
        if not wanted(mended(page.text)):
            continue
        found = list(blocks(page, document.kind))
        for index, block in enumerate(found):
            number += 1
            if wanted(mended(block.text)):
                entry = _entry(found[index : index + _ENTRY_BLOCKS])
                for sentence in _cut(block.text, document.kind):
                    text = mended(sentence)
                    printed = "" if text == sentence else sentence
                    place = (page.number, block.section, number, block.line, entry)
                    yield Passage(text, *place, printed)


def _entry(found: Sequence[_Block]) -> str:
    first, *following = found
    beside = (block.text for block in following if first.section and block.section == first.section)
    return " ".join([first.text, *beside])


def blocks(page: Page, kind: Kind) -> Iterator[_Block]:
    """Yield the paragraphs (CVs: items, transcripts: lines) of a page."""
    lines = page.text.split("\n")
    sections = page.sections or ("",) * len(lines)
    wide = _WIDE_SHARE * _usual_width(lines)
    gathered: list[str] = []
    start = 0
    for index, line in enumerate(lines):
        same_section = index > 0 and sections[index] == sections[index - 1]
        goes_on = gathered and (
            _continues(gathered[-1], line, kind)
            or (same_section and _fills(gathered[-1], line, kind, wide))
        )
        if gathered and not goes_on:
            yield _Block(" ".join(gathered), sections[start], start)
            gathered = []
        if not gathered:
            start = index
        if line.strip():
            gathered.append(" ".join(line.split()))
    if gathered:
        yield _Block(" ".join(gathered), sections[start], start)


def clipped(text: str, start: int, end: int) -> str:
    """Return at most ``LONGEST_QUOTE`` characters of a text around an interval, at word breaks."""
    if len(text) <= LONGEST_QUOTE:
        return text
    spare = max(0, LONGEST_QUOTE - (end - start)) // 2
    left, right = max(0, start - spare), min(len(text), end + spare)
    left = text.find(" ", left) + 1 if left else 0
    right = text.rfind(" ", end, right) if right < len(text) else right
    return text[min(left, start) : max(right, end)].strip()


def _continues(previous: str, line: str, kind: Kind) -> bool:
    """Whether a line goes on with the line before by its words, whatever its width."""
    if kind is Kind.TRANSCRIPT or not line.strip() or _BULLET.match(line):
        return False
    return _RUNS_ON.search(previous) is not None or line.lstrip()[:1].islower()


def _fills(previous: str, line: str, kind: Kind, wide: float) -> bool:
    """Whether the line before is so wide that its paragraph goes on with this one."""
    if kind is Kind.TRANSCRIPT or not line.strip() or _BULLET.match(line):
        return False
    if kind is Kind.CV and (_ENDS_SENTENCE.search(previous) or _STARTS_ITEM.match(line)):
        return False
    return len(previous) >= wide


def _usual_width(lines: list[str]) -> float:
    widths = sorted(len(line) for line in lines if line.strip())
    return quantiles(widths, n=10)[8] if len(widths) > 1 else 0.0


def _cut(text: str, kind: Kind) -> list[str]:
    return [text] if kind is Kind.TRANSCRIPT else sentences(text)
