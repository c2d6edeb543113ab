"""Names and file names: folding, splitting, comparing. Pure functions on strings."""

import re
import unicodedata
from collections.abc import Container, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from ranking.inputs.words import CJK_DOCUMENT_WORDS, DOCUMENT_WORDS, PARTICLES

_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_MARKS = "".join(chr(c) for c in range(0x300, 0x1E00) if unicodedata.category(chr(c))[0] == "M")
_MARKS += "\u02bb\u02bc\u02be\u02bf"  # apostrophes that are letters: Yo\u02bbldosh is Yoldosh
_MARK = re.compile(f"[{_MARKS}]+")
_WORD = re.compile(rf"[{_CJK}]|(?:[^\W\d_{_CJK}]|[{_MARKS}])+")
_CJK_WORD = re.compile(f"[{_CJK}]+")
_ASCII_WORD = re.compile(r"[A-Za-z]+")
_TOKEN = re.compile(r"[^\W\d_]+|[,;:|/()&•·\n]")
_CJK_TOKEN = re.compile(rf"[{_CJK}]|[^\W\d_{_CJK}]+|[,;:|/()&•·\n]")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['\u2019\u02bc`\u00b4](?=[^\W\d_])")
_POSSESSIVE = re.compile(r"['\u2019]s\b")
_CAMEL = re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
_SEGMENT = re.compile(r"[,;/()\[\]]|\s[-\u2013\u2014]+\s|_-_|__+")
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_COPY = re.compile(r"\s*(\(\d+\)|- ?cop(y|ie)|- ?kopia)$", re.IGNORECASE)

_PLAIN_LETTERS = str.maketrans(
    dict(
        zip(
            "łøđðıħαβγδεζηικλμνξοπρσςτυφωабвгдезиклмнопрстуфыэіґ",
            "loddihavgdeziiklmnxoprsstyfoabvgdeziklmnoprstufyeig",
            strict=True,
        )
    )
    | {"þ": "th", "æ": "ae", "œ": "oe", "θ": "th", "χ": "ch", "ψ": "ps", "ж": "zh", "\u0445": "kh"}
    | {"ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya"}
    | {"є": "ye", "ё": "e", "й": "i", "ї": "i"}
)
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "đ": "dj"})
_TWO_LETTER_SIGNS = re.compile("[äöüåøđ]")

FUZZY_LETTERS = 6
"""From this length on, a name may differ from a file name by one slip of the pen."""


def clean(text: str) -> str:
    """Return the text in NFC with runs of white space as one space."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the text without case and diacritics; Cyrillic and Greek letters in Latin ones."""
    return fold_page(text)


def fold_page(text: str) -> str:
    """Return what ``fold`` returns, without remembering it."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize("NFC", _MARK.sub("", decomposed).translate(_PLAIN_LETTERS))


def spellings(text: str) -> tuple[str, ...]:
    """Return the ways to write a text without diacritics: ``Jörg`` is jorg and joerg."""
    if text.isascii():
        return (text.lower(),)
    plain = fold_page(text)
    composed = unicodedata.normalize("NFC", text).casefold()
    if not _TWO_LETTER_SIGNS.search(composed):
        return (plain,)
    return plain, fold_page(composed.translate(_TWO_LETTERS))


def bare_spellings(text: str) -> tuple[str, ...]:
    """Return the spellings of a text without apostrophes inside words and possessive endings."""
    if "'" in text or "\u2019" in text:
        text = _APOSTROPHE.sub("", _POSSESSIVE.sub("", text))
    return spellings(text)


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text as written (NFC); each CJK character is a word of its own."""
    bare = _APOSTROPHE.sub("", _POSSESSIVE.sub("", unicodedata.normalize("NFC", text)))
    return tuple((_ASCII_WORD if bare.isascii() else _WORD).findall(bare))


@lru_cache(maxsize=65536)
def glued(text: str) -> frozenset[str]:
    """Return the spellings of a name without anything between its words."""
    return frozenset("".join(words(spelling)) for spelling in bare_spellings(text)) - {""}


@lru_cache(maxsize=65536)
def name_keys(text: str) -> frozenset[str]:
    """Return the folded words of a name, for comparing names whatever their order."""
    return frozenset(fold(word) for word in words(text)) - {""}


def key_of(text: str) -> str:
    """Return a key: letters and digits of the text, without case, words joined by ``-``."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return "-".join(re.findall(r"[^\W_]+", folded))


def stem(path: str) -> str:
    """Return a file's name without folders, suffix and the mark of a second copy."""
    name = unicodedata.normalize("NFC", path.rpartition("/")[2])
    return _COPY.sub("", _SUFFIX.sub("", name)).strip()


def folders_of(path: str) -> tuple[str, ...]:
    """Return the names of the folders above a file."""
    return tuple(unicodedata.normalize("NFC", path).split("/")[:-1])


def file_words(path: str) -> tuple[str, ...]:
    """Return all words of a file's name as written; ``LindqvistElsa`` is two words."""
    return words(_CAMEL.sub(" ", stem(path)))


def page_words(text: str) -> list[str]:
    """Return the words and punctuation of a folded text; each CJK character is a word."""
    pattern = _CJK_TOKEN if _CJK_WORD.search(text) else _TOKEN
    return pattern.findall(text)


def file_spellings(path: str) -> tuple[tuple[str, ...], ...]:
    """Return the folded words of a file's path, once for each spelling."""
    parts = [_CAMEL.sub(" ", part) for part in (*folders_of(path), stem(path))]
    return tuple(words(spelling) for spelling in bare_spellings(" ".join(parts)))


def residual(text: str) -> tuple[str, ...]:
    """Return the words of a file's or folder's name that may be a person's name."""
    for word in CJK_DOCUMENT_WORDS:
        text = text.replace(word, " ")
    found = words(_CAMEL.sub(" ", text))
    kept = [word for word in found if fold(word) not in DOCUMENT_WORDS or fold(word) in PARTICLES]
    while kept and fold(kept[-1]) in PARTICLES:
        kept.pop()
    return tuple(kept) if any(fold(word) not in PARTICLES for word in kept) else ()


def only_name(path: str) -> frozenset[str]:
    """Return the one capital word among small document words: ``He letter`` gives he."""
    written = file_words(path)
    known = all(fold(word) in DOCUMENT_WORDS for word in written)
    capital = [fold(word) for word in written if word[0].isupper()]
    return frozenset(capital if known and len(capital) == 1 else ())


def segments(path: str) -> tuple[str, ...]:
    """Return the parts of a file's name between commas, brackets or spaced dashes."""
    return tuple(part.strip(" _-") for part in _SEGMENT.split(stem(path)) if part.strip(" _-"))


def nearly(left: str, right: str) -> bool:
    """Return whether two folded names are equal up to one slip (two in long names)."""
    if left == right:
        return True
    shorter = min(len(left), len(right))
    if shorter < FUZZY_LETTERS:
        return False
    return OSA.distance(left, right) <= (1 if shorter < FUZZY_LETTERS + 3 else 2)


def same_person(left: str, right: str) -> bool:
    """Return whether two full names agree, one perhaps with more words, in any order."""
    if glued(left) & glued(right):
        return True
    ours, theirs = name_keys(left), name_keys(right)
    small, large = sorted((ours, theirs), key=len)
    if len(small) < 2:  # noqa: PLR2004
        return False
    return small <= large or (not f"{left}{right}".isascii() and _spelled_alike(left, right))


def _spelled_alike(left: str, right: str) -> bool:
    """Return whether every word of the shorter name has a spelling in the longer one."""
    small, large = sorted((words(left), words(right)), key=len)
    known = {spelling for word in large for spelling in spellings(word)}
    return all(known.intersection(spellings(word)) for word in small)


def is_cjk(word: str) -> bool:
    """Return whether a word is written in Chinese, Japanese or Korean script."""
    return bool(_CJK_WORD.fullmatch(word))


def well_written(word: str) -> str:
    """Return a word in capitals or small letters as a name is written; others unchanged."""
    all_small = word.islower() and fold(word) not in PARTICLES
    if len(word) > 1 and (word.isupper() or all_small):
        return "-".join(part.capitalize() for part in word.split("-"))
    return word


def windows(tokens: Sequence[str], keys: Container[str], longest: int = 6) -> list[tuple[int, int]]:
    """Return the runs [start, end) of tokens that give one of the keys when glued."""
    return [
        (start, end)
        for start in range(len(tokens))
        for end in range(start + 1, min(len(tokens), start + longest) + 1)
        if "".join(tokens[start:end]) in keys
    ]
