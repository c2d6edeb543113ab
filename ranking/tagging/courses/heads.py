"""The head of a table of courses: which columns it names, and in which order.

Columns before the course's title (code, term) are read alike and are of the kind ``lead``. A head
that names its columns twice stands above two tables side by side.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product

from ranking.tagging.courses.words import plain

TITLE, LEAD, UNKNOWN = "title", "lead", "unknown"
_PIECE = re.compile(r"[^\W\d_]+|%")
_NUMBER = re.compile(r"[\d.,]*\d")
_LONGEST_NAME = 5
_FEWEST_COLUMNS = 3
_LEAST_COVERED = 0.5
_LONGEST_HEAD = 200
_SHORTEST_STEM = 4
_JOINING = frozenset(
    {"of", "the", "and", "de", "del", "des", "du", "la", "der", "die", "di", "e", "i"}
)
_TWO_COLUMNS = {("ects", "grade"): ("credits", "grade"), ("grade", "points"): ("grade", "points")}
_TOTALS = frozenset({"total", "total marks"})
_MEANINGS = {"points": "points", "poang": "points", "not": "other"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, its name, and the words of the head's line that are its name.

    ``first`` and ``last`` are -1 for a column without a name.
    """

    kind: str
    name: str = ""
    first: int = -1
    last: int = -1


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table; one of its columns is the title at least."""

    columns: tuple[Column, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """What the columns hold, in order."""
        return tuple(column.kind for column in self.columns)


class HeadReader:
    """Reads heads of tables.

    Args:
        names: Names of columns, by kind.
    """

    def __init__(self, names: Mapping[str, tuple[str, ...]]) -> None:
        self._kinds: dict[tuple[str, ...], str] = {}
        for kind in (name for name in names if name not in {"course", "code"}):
            for name in names[kind]:
                self._kinds.setdefault(_pieces(name), kind)
        for course, code in product(names["course"], names["code"]):
            self._kinds[*_pieces(course), *_pieces(code)] = LEAD
        for course, title in product(names["course"], names["title"]):
            self._kinds[*_pieces(course), *_pieces(title)] = TITLE
        self._kinds |= {_pieces(name): TITLE for name in names["course"]}
        self._kinds |= {_pieces(name): LEAD for name in names["code"]}
        self._stems = tuple(n for n in map(plain, names["course"]) if len(n) >= _SHORTEST_STEM)
        self._codes = tuple(map(plain, names["code"]))

    def read(self, line: str) -> Head | None:
        """Return the head that a line is, None if it is none."""
        named = self._columns(line)
        columns = tuple(_in_company(column, named) for column in named)
        kinds = {column.kind for column in columns}
        if not {"credits", "grade"} & kinds or "explanation" in kinds:
            return None
        if TITLE not in kinds:
            if len(columns) < _FEWEST_COLUMNS or not {"credits", "grade"} <= kinds:
                return None
            columns = (Column(TITLE), *columns)
        ordered = _ordered(columns)
        after = ordered[[column.kind for column in ordered].index(TITLE) :]
        return Head(ordered) if any(c.kind in {"credits", "grade"} for c in after) else None

    def is_of_legend(self, line: str) -> bool:
        """Whether a line is the head of a table that explains grades."""
        kinds = [column.kind for column in self._columns(line)]
        explains = "explanation" in kinds or kinds[:2] == ["grade", TITLE]
        return explains and "grade" in kinds and "credits" not in kinds

    def _columns(self, line: str) -> tuple[Column, ...]:
        """Return the columns that a line names; none if it is not made of names, as no text is."""
        low = plain(line)
        if len(low) > _LONGEST_HEAD or any(map(_NUMBER.fullmatch, low.split())):
            return ()
        columns = tuple(self._named(low))
        letters = sum(map(str.isalpha, low))
        known = (column.name for column in columns if column.kind != UNKNOWN)
        if sum(sum(map(str.isalpha, name)) for name in known) < _LEAST_COVERED * max(1, letters):
            return ()
        return _with_parts(columns)

    def _named(self, low: str) -> Iterator[Column]:
        found = [
            (piece, word)
            for word, run in enumerate(low.split())
            for match in _PIECE.finditer(run)
            for piece in self._parted(match.group())
        ]
        index = 0
        while index < len(found):
            pieces = tuple(piece for piece, _ in found[index : index + _LONGEST_NAME])
            while pieces and pieces not in self._kinds:
                pieces = pieces[:-1]
            if pieces:
                last = found[index + len(pieces) - 1][1]
                yield Column(self._kinds[pieces], " ".join(pieces), found[index][1], last)
            elif found[index][0] not in _JOINING:
                piece, word = found[index]
                yield Column(self._compound(piece), piece, word, word)
            index += max(1, len(pieces))

    def _compound(self, piece: str) -> str:
        """Return what a word means that is no name: "Prüfungstext" holds the word for a course."""
        if not piece.startswith(self._stems):
            return UNKNOWN
        return LEAD if piece.endswith(self._codes) else TITLE

    def _parted(self, piece: str) -> tuple[str, ...]:
        """Return two names that a table without gaps runs together, such as "omfattningbetyg"."""
        if (piece,) not in self._kinds:
            for cut in range(4, len(piece) - 3):
                if (piece[:cut],) in self._kinds and (piece[cut:],) in self._kinds:
                    return piece[:cut], piece[cut:]
        return (piece,)


def _pieces(name: str) -> tuple[str, ...]:
    return tuple(_PIECE.findall(plain(name)))


def _ordered(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Tell the title from the columns before it.

    Of two titles side by side the second is one: "Course" before "Title" is its code. A second
    title further on begins a second table, if it has the same columns; else it is some other word.
    """
    half = len(columns) // 2
    names = [column.name for column in columns]
    if len(columns) % 2 == 0 and names[:half] == names[half:]:
        return (*_ordered(columns[:half]), *_ordered(columns[half:]))
    with_codes = [
        replace(one, kind=LEAD) if (one.kind, other.kind) == (TITLE, TITLE) else one
        for one, other in pairwise((*columns, Column("")))
    ]
    title = next(place for place, column in enumerate(with_codes) if column.kind == TITLE)
    before = (replace(column, kind=LEAD) for column in with_codes[:title])
    after = (replace(c, kind="other") if c.kind == TITLE else c for c in with_codes[title + 1 :])
    return (*before, with_codes[title], *after)


def _with_parts(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Return columns in which "ECTS Grade" is two, if there are no other credits.

    And so is "Grade Points", if there is no other grade.
    """
    parted: list[Column] = []
    for column in columns:
        first, _, second = column.name.partition(" ")
        kinds = _TWO_COLUMNS.get((first, column.kind))
        others = {other.kind for other in columns if other is not column}
        if kinds and second and kinds[0] not in others:
            parted.append(Column(kinds[0], first, column.first, column.first))
            parted.append(Column(kinds[1], second, column.last, column.last))
        else:
            parted.append(column)
    return tuple(parted)


def _in_company(column: Column, columns: Sequence[Column]) -> Column:
    """Return a column as what its name means beside the others.

    "Points" beside credits are what a grade earned, and "Not" beside grades is a note. "Total" is
    the grade where there is no other.
    """
    others = [other.kind for other in columns if other is not column]
    if column.name in _TOTALS and "grade" not in others:
        return replace(column, kind="grade")
    means = _MEANINGS.get(column.name)
    return replace(column, kind=means) if means and column.kind in others else column
