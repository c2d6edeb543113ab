"""Which words of a name are the family name, and how the name is properly written."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from ranking.inputs import names
from ranking.inputs.headlines import emails, lines, own_email
from ranking.inputs.words import PARTICLES
from ranking.model.application import Person
from ranking.model.document import Document, Kind

_HEAD_LINES = 15
_FAMILY_LABEL = re.compile(
    r"\b(?:sur|family |last |efter|nach)name?n?\b\W*(?P<name>[^\d:]*)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """Where a person's name was found.

    Attributes:
        paths: Files that are theirs as far as known.
        documents: Those of them that were read.
        folder: The name of their folder, "" if none.
    """

    paths: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()
    folder: str = ""


@dataclass(frozen=True, slots=True)
class _Split:
    """One way to read a name: words ``start`` to ``end`` are the family name."""

    given: tuple[str, ...]
    family: tuple[str, ...]


def settle(words: Sequence[str], traces: Traces) -> Person:
    """Return the person with this name: family and given name told apart, properly written.

    File names after the call's pattern (``CV, Zhang, 20230018``) speak loudest, then capitals
    (``Yutong ZHANG``), a comma (``Zhang, Yutong``), a label (``Surname``), e-mail addresses and
    other file names with one of the two names. Where nothing speaks,
    the last word is the family name (the first one in CJK script, and in a folder ``A_B`` or
    ``A, B`` whose documents do not show the name): a guess.
    """
    splits = _splits(tuple(words))
    if not splits:
        return Person(family_name=" ".join(_spelled(words, traces)), email=_email(words, traces))
    votes = _votes(splits, traces)
    best = max(splits, key=lambda split: votes[split])
    return Person(
        family_name=" ".join(_spelled(best.family, traces)),
        given_name=" ".join(_spelled(best.given, traces)),
        email=_email(tuple(words), traces),
    )


def _splits(words: tuple[str, ...]) -> list[_Split]:
    """Return every way to split a name, the likeliest by custom first."""
    if len(words) == 1 and names.is_cjk(words[0]) and len(words[0]) > 1:
        words = (words[0][0], words[0][1:])
        return [_Split(given=words[1:], family=words[:1])]
    customary = len(words) - 1
    while customary > 1 and names.fold(words[customary - 1]) in PARTICLES:
        customary -= 1
    cuts = sorted(range(1, len(words)), key=lambda cut: (cut != customary, -cut))
    last = [_Split(given=words[:cut], family=words[cut:]) for cut in cuts]
    first = [_Split(given=words[cut:], family=words[:cut]) for cut in reversed(cuts)]
    return last + sorted(first, key=lambda split: len(split.family))


def _votes(splits: Sequence[_Split], traces: Traces) -> dict[_Split, float]:
    votes: dict[_Split, float] = {}
    parts = [tuple(map(names.glued, names.segments(path))) for path in traces.paths]
    alone = [names.glued(" ".join(names.residual(names.stem(path)))) for path in traces.paths]
    addresses = [email for document in traces.documents for email in emails(document)]
    heads = [line for document in traces.documents for line in lines(document, _HEAD_LINES)]
    for split in splits:
        family, given = names.glued(" ".join(split.family)), names.glued(" ".join(split.given))
        votes[split] = (
            2 * min(3, sum(_pattern_tells(keys, family, given) for keys in parts))
            + 2 * any(family & keys for keys in alone)
            + 4 * any(_written_as_family(line, split) for line in heads)
            + max((_address_tells(email, family, given) for email in addresses), default=0)
            + _folder_tells(traces, split)
        )
    return votes


def _pattern_tells(
    parts: Sequence[frozenset[str]], family: frozenset[str], given: frozenset[str]
) -> bool:
    """Return whether the family name is the first name among a file name's parts, not its whole."""
    named = [keys for keys in parts if keys & family or keys & given]
    return len(parts) > 1 and bool(named) and bool(named[0] & family)


def _written_as_family(line: str, split: _Split) -> bool:
    """Return whether a line shows by capitals, comma or label which word is the family name."""
    family, given = " ".join(split.family), " ".join(split.given)
    folded, keys = names.fold(line), names.glued(family)
    if not all(names.fold(word) in folded for word in (*split.family, split.given[0])):
        return False
    if label := _FAMILY_LABEL.search(line):
        return bool(names.glued(label["name"]) & keys)
    if re.search(rf"\b{re.escape(names.fold(family))}, {re.escape(names.fold(given))}", folded):
        return True
    capitals = [word for word in names.words(line) if word.isupper() and len(word) > 1]
    return bool(names.glued(" ".join(capitals)) & keys)


def _address_tells(email: str, family: frozenset[str], given: frozenset[str]) -> int:
    """Return the vote of an address: ``nils.ek``, or initial and name (``j.ek``, ``nilse``)."""
    local = names.fold(email.partition("@")[0])
    first, *rest = re.split(r"[-_.]", local)
    if first in given and family & {"".join(rest), "".join(rest[:1])}:
        return 3
    bare = re.sub(r"[^a-z]", "", local)
    starts, ends = {key[0] for key in given}, {key[0] for key in family}
    by_initial = (bare[:1] in starts and bare[1:] in family) or (
        bare[:-1] in given and bare[-1:] in ends
    )
    return 2 if by_initial else 0


def _folder_tells(traces: Traces, split: _Split) -> float:
    """Return the vote of a folder's name: ``Family, Given`` outright, ``A_B`` by custom."""
    residual = " ".join(names.residual(traces.folder))
    if not names.glued(residual) & names.glued(" ".join((*split.family, *split.given))):
        return 0
    return 3 if "," in traces.folder else 0.5 if "_" in traces.folder else 0


def _spelled(words: Sequence[str], traces: Traces) -> list[str]:
    """Return the words with the capitals and diacritics that any of the person's papers shows."""
    own = [document for document in traces.documents if document.kind in {Kind.CV, Kind.LETTER}]
    text = [line for document in own for line in lines(document, _HEAD_LINES)]
    text += [names.stem(path) for path in traces.paths] + [traces.folder]
    pool = {piece.strip(".,;:()_") for line in text for piece in re.split(r"[\s_]+", line)}
    return [names.well_written(_best_spelling(word, pool)) for word in words]


def _best_spelling(word: str, pool: set[str]) -> str:
    key = names.fold(word)
    written = {piece for piece in pool if _same_script(piece, word, key)}
    return max({word, *written}, key=lambda x: (not x.isascii(), not x.isupper(), x == word, x))


def _same_script(piece: str, word: str, key: str) -> bool:
    """Return whether a piece of text is the word, perhaps with other diacritics or capitals."""
    if not piece[:1].isupper() or names.fold(piece) != key:
        return False
    return unicodedata.name(piece[0]).split()[0] == unicodedata.name(word[0], "").split()[0]


def _email(words: Sequence[str], traces: Traces) -> str:
    for kind in (Kind.CV, Kind.LETTER):
        for document in traces.documents:
            if document.kind is kind and (email := own_email(document, tuple(words))):
                return email
    return ""
