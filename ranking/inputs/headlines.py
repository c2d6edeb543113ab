"""The name of the person who wrote a document, as its own pages give it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, pairwise

from ranking.inputs import names
from ranking.inputs.words import (
    CV_WORDS,
    LETTER_FILE_WORDS,
    NAME_LABELS,
    NOT_IN_NAMES,
    OTHERS_ROLES,
    PARTICLES,
    REFERENCE_WORDS,
    TITLES,
)
from ranking.model.document import Document, Kind

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SEPARATORS = re.compile(r"[,;:|•·()/\[\]\t]|\s[-\u2013\u2014]+\s|\s{3,}")
_EDGES = ".,;:*'\"\u2019\u201c\u201d\u00ab\u00bb-\u2013\u2014"
_HEAD_LINES = 40
_SIGNATURE_LINES = 6
_MOST_WORDS = 6
_TOP = 3
_TELLING_LETTERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenName:
    """A name as written on a page.

    Attributes:
        words: Its words as written, in the page's order.
        support: How much speaks for this being the writer's name.
        corroborated: Whether the file's name, an e-mail address, the metadata or a signature agree.
    """

    words: tuple[str, ...]
    support: int
    corroborated: bool

    @property
    def text(self) -> str:
        """The name in the page's order."""
        return " ".join(self.words)


def seen_as_named(document: Document) -> Document:
    """Return the document with the kind that its file name states, if it states one."""
    spoken = {names.fold(word) for word in names.file_words(document.file)}
    for words, kind in ((REFERENCE_WORDS, Kind.REFERENCE), (CV_WORDS, Kind.CV)):
        if spoken & words:
            return replace(document, kind=kind)
    if spoken & LETTER_FILE_WORDS:
        return replace(document, kind=Kind.LETTER)
    return document


def speaking_part(document: Document) -> Document:
    """Return the part of a merged file that tells best whose it is: the CV, then the letter."""
    if not document.merged:
        return document
    part = min(
        document.part_documents, key=lambda p: (p.kind is not Kind.CV, p.kind is not Kind.LETTER)
    )
    return replace(part, pages=tuple(page for page in part.pages if page.text.strip()))


def lines(document: Document, count: int = _HEAD_LINES) -> tuple[str, ...]:
    """Return the first lines of the first page that hold words."""
    if not document.pages:
        return ()
    filled = (line for line in document.pages[0].text.splitlines() if line.strip())
    return tuple(names.clean(line) for line in islice(filled, count))


def last_lines(document: Document, count: int = _SIGNATURE_LINES) -> tuple[str, ...]:
    """Return the last lines of the last page."""
    if not document.pages:
        return ()
    found = [names.clean(x) for x in document.pages[-1].text.splitlines() if x.strip()]
    return tuple(found[-count:])


def _signature(document: Document) -> tuple[str, ...]:
    """Return the last lines, without the head of a letter of one page."""
    below = (
        len(last_lines(document, _HEAD_LINES)) - _TOP if len(document.pages) == 1 else _HEAD_LINES
    )
    return last_lines(document, min(_SIGNATURE_LINES, below)) if below > 0 else ()


def emails(document: Document) -> tuple[str, ...]:
    """Return the e-mail addresses on the first page, in lower case, each once."""
    return _emails(document.pages[0].text) if document.pages else ()


@lru_cache(maxsize=64)
def _emails(text: str) -> tuple[str, ...]:
    pieces = [piece for piece in text.split() if "@" in piece]
    found = _EMAIL.findall(" ".join(pieces))
    return tuple(dict.fromkeys(email.lower().rstrip(".") for email in found))


def email_fits(email: str, words: tuple[str, ...]) -> bool:
    """Return whether the local part of an address holds a word of the name."""
    local = names.fold(email.partition("@")[0])
    spelled = [spelling for word in words for spelling in names.spellings(word)]
    return any(len(word) >= _TELLING_LETTERS and word in local for word in spelled)


def own_email(document: Document, words: tuple[str, ...]) -> str:
    """Return the person's address on a document: the first that fits the name, else the first."""
    found = emails(document)
    return next((email for email in found if email_fits(email, words)), next(iter(found), ""))


def written_names(document: Document, hints: tuple[str, ...] = ()) -> tuple[WrittenName, ...]:
    """Return what may be the writer's name, best first.

    Args:
        document: A CV or letter; other documents give the names in their heads.
        hints: Words of names from the file's or the folder's name.
    """
    seen: dict[tuple[str, ...], WrittenName] = {}
    signatures = _signature(document) if document.kind is Kind.LETTER else ()
    for position, words in _head_names(document):
        found = _weigh(document, words, position, (hints, signatures))
        folded = tuple(names.fold(word) for word in words)
        if folded not in seen or seen[folded].support < found.support:
            seen[folded] = found
    return tuple(sorted(seen.values(), key=lambda name: -name.support))


def owner(document: Document, hints: tuple[str, ...] = ()) -> WrittenName | None:
    """Return the name of the writer of a CV or letter, or None where the page does not settle it.

    A name without corroboration counts only in a CV, at its very top.
    """
    best = next(iter(written_names(document, hints)), None)
    if best is None or best.corroborated:
        return best
    at_top = document.kind is Kind.CV and best.support > 1
    return best if at_top else None


def _weigh(
    document: Document,
    words: tuple[str, ...],
    position: int,
    context: tuple[tuple[str, ...], tuple[str, ...]],
) -> WrittenName:
    hints, signatures = context
    folded = [names.fold(word) for word in words]
    reasons = (
        4 * any(names.nearly(names.fold(hint), word) for hint in hints for word in _parts(words)),
        3 * any(email_fits(email, words) for email in emails(document)),
        3 * (len(words) > 1 and set(folded) <= names.name_keys(document.author)),
        3 * any(set(folded) <= names.name_keys(line) for line in signatures if position < _TOP),
    )
    place = 3 if position == 0 else 2 if position < _TOP else 1 if position < 3 * _TOP else 0
    support = sum(reasons) + place - 3 * (len(words) == 1 and not names.is_cjk(words[0]))
    return WrittenName(words=words, support=support, corroborated=any(reasons))


def _parts(words: tuple[str, ...]) -> frozenset[str]:
    """Return the folded words, also the parts of hyphenated ones and the whole."""
    folded = [names.fold(word) for word in words]
    parts = {part for word in words for part in names.name_keys(word)}
    pairs = {left + right for left, right in pairwise(folded)}
    return frozenset(folded) | parts | pairs


def _head_names(document: Document) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield (line, words) of every run on the first page that looks like a person's name."""
    alone: tuple[int, str] | None = None
    for position, line in enumerate(lines(document)):
        parts = [words for part in _SEPARATORS.split(line) if (words := _person_words(part))]
        parts = [words for words in parts if not names.is_cjk(words[0])] or parts
        yield from ((position, words) for words in parts)
        if line.count(",") == 1 and len(parts) == 2:  # noqa: PLR2004
            yield position, parts[1] + parts[0]
        single = parts[0][0] if len(parts) == 1 and len(parts[0]) == 1 else ""
        if single and not names.is_cjk(single) and alone and alone[0] == position - 1:
            yield alone[0], (alone[1], single)
        alone = (position, single) if single else None


def _person_words(text: str) -> tuple[str, ...]:
    """Return the words of a name in a part of a line, () if this is not a name."""
    raw = [word for word in (piece.strip(_EDGES) for piece in text.split()) if word]
    while raw and _bare(raw[-1]) in NOT_IN_NAMES:
        raw.pop()
    while raw and _bare(raw[0]) in (NOT_IN_NAMES | NAME_LABELS) - OTHERS_ROLES:
        raw.pop(0)
    if not 0 < len(raw) <= _MOST_WORDS or not all(_is_name_word(word) for word in raw):
        return ()
    return tuple(raw)


def _bare(word: str) -> str:
    """Return the folded word without dots: ``M.Sc.`` is msc."""
    return names.fold(word).replace(".", "")


def _is_name_word(word: str) -> bool:
    folded = _bare(word)
    if folded in NOT_IN_NAMES or folded in TITLES:
        return False
    if not all(char.isalpha() or not char.isalnum() for char in word):
        return False
    starts_as_name = word[0].isupper() or not (word[0].isupper() or word[0].islower())
    return word[0].isalpha() and (starts_as_name or folded in PARTICLES or folded.startswith("d'"))
