"""The people known so far, and which of them a file belongs to."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ranking.inputs import mentions, names
from ranking.inputs.headlines import emails
from ranking.inputs.words import DOCUMENT_WORDS
from ranking.model.application import Person
from ranking.model.document import Document, Kind

_FAMILY, _INITIAL, _FULL = 1, 2, 3
_ENOUGH = 4
_MARGIN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A person as matching sees them.

    Attributes:
        person: The person, family and given name told apart as well as known so far.
        words: The name in the order of the person's own papers, () if they do not show it.
        aliases: Other ways to write the whole name (other scripts).
    """

    person: Person
    words: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Whose a file is: an index into the roster, or None with who is possible and why."""

    owner: int | None
    possible: tuple[int, ...] = ()
    reason: str = ""


class Roster:
    """The known people, indexed by the spellings of their names."""

    def __init__(self, people: Sequence[Known]) -> None:
        self.people = tuple(people)
        self._by_family: dict[str, list[int]] = defaultdict(list)
        self._by_full_name: dict[str, list[int]] = defaultdict(list)
        self._by_email: dict[str, list[int]] = defaultdict(list)
        self._given = [_given_keys(known.person.given_name) for known in self.people]
        for index, known in enumerate(self.people):
            person = known.person
            if person.email:
                self._by_email[person.email.lower()].append(index)
            backwards = f"{person.family_name} {person.given_name}"
            _file_under(self._by_family, (person.family_name,), index)
            _file_under(self._by_full_name, (person.name, backwards, *known.aliases), index)
        keys = (*self._by_family, *self._by_full_name)
        self._prefixes = {key[:length] for key in keys for length in range(1, len(key) + 1)}

    def decide(self, document: Document) -> Decision:
        """Return whose a file is.

        A file name that names one person decides, unless the pages clearly name another and
        nowhere this one. Otherwise the pages decide, among those whom the file name names if it
        names several, by a clear margin.
        """
        named = self.in_file_name(document.file)
        if len(named) == 1:
            return self._check_against_pages(named[0], document)
        scores = self.on_pages(document)
        pool = named or tuple(scores)
        winner = _clear_winner({index: scores.get(index, 0) for index in pool})
        if winner is None and named:
            winner = self._by_given_name(document, named)
        if winner is not None:
            return Decision(owner=winner)
        return Decision(owner=None, possible=pool, reason=_reason(named, scores))

    def knows(self, document: Document) -> bool:
        """Return whether the file's name or pages name any of the people."""
        return bool(
            self.in_file_name(document.file)
            or self._scores(document, mentions.heads(document))
            or self._scores(document, mentions.bodies(document))
        )

    def in_file_name(self, path: str) -> tuple[int, ...]:
        """Return who is named by a file's name: those whom it names most fully.

        A family name inside a longer one (Berg in van der Berg) does not count, nor a common
        word that is not a part of its own between commas. Where no family name fits, a slip of
        the pen may, or a given name that stands alone.
        """
        alone = {key for part in names.segments(path) for key in names.glued(part)}
        alone |= names.only_name(path)
        hits: dict[int, tuple[int, int, int]] = {}
        for tokens in names.file_spellings(path):
            for start, end, index, strength in self._file_hits(tokens):
                common = end == start + 1 and tokens[start] in DOCUMENT_WORDS
                if strength > _FAMILY or not common or tokens[start] in alone:
                    hits[index] = max(hits.get(index, (0, 0, 0)), (strength, start, end))
        return _fullest(hits) or self._misspelled(path) or self._by_given_name_alone(path)

    def on_pages(self, document: Document) -> dict[int, int]:
        """Return for each person named in full how strongly the pages say the file is theirs."""
        zones = (*mentions.heads(document), *mentions.bodies(document))
        return self._scores(document, zones)

    def _scores(self, document: Document, zones: Iterable[mentions.Zone]) -> dict[int, int]:
        """Return the scores of these zones; a single name counts only on a line of its own."""
        scores: dict[int, int] = defaultdict(int)
        if document.kind is not Kind.REFERENCE:
            for index, score in self._beside_the_text(document):
                scores[index] = max(scores[index], score)
        for zone in zones:
            for index, span in self._full_names(zone.tokens):
                score = mentions.weight(zone, span, document.kind)
                if self._given[index] or (zone.head and score >= mentions.SURE):
                    scores[index] = max(scores[index], score)
        return {index: score for index, score in sorted(scores.items()) if score}

    def _check_against_pages(self, named: int, document: Document) -> Decision:
        """Return the person whom the file's name names, unless the pages clearly deny it."""
        other = _clear_winner(scores := self._scores(document, mentions.heads(document)))
        denied = other not in {None, named} and named not in scores
        if not denied or other is None or scores[other] < mentions.SURE:
            return Decision(owner=named)
        if named in self._scores(document, mentions.bodies(document)):
            return Decision(owner=named)
        reason = "its name and its pages name different people"
        return Decision(owner=None, possible=(named, other), reason=reason)

    def _file_hits(self, tokens: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
        """Yield (start, end, person, strength) of every name in a file's name."""
        for start, end in names.windows(tokens, self._by_full_name):
            for index in self._by_full_name["".join(tokens[start:end])]:
                yield start, end, index, _FULL
        for start, end in names.windows(tokens, self._by_family):
            beside = {*tokens[max(0, start - 1) : start], *tokens[end : end + 1]}
            for index in self._by_family["".join(tokens[start:end])]:
                given = self._given[index]
                if names.windows([*tokens[:start], *tokens[end:]], given):
                    yield start, end, index, _FULL
                else:
                    initials = {key[0] for key in given}
                    yield start, end, index, _INITIAL if initials & beside else _FAMILY

    def _misspelled(self, path: str) -> tuple[int, ...]:
        """Return whose family name a file's name holds up to a slip of the pen."""
        written = {names.fold(word) for word in names.residual(names.stem(path))}
        long_words = sorted(word for word in written if len(word) >= names.FUZZY_LETTERS)
        found = {
            index
            for word in long_words
            for key, people in self._by_family.items()
            if abs(len(key) - len(word)) <= 2 and names.nearly(word, key)  # noqa: PLR2004
            for index in people
        }
        return tuple(sorted(found))

    def _by_given_name_alone(self, path: str) -> tuple[int, ...]:
        keys = names.glued(" ".join(names.residual(names.stem(path))))
        return tuple(index for index, given in enumerate(self._given) if keys & given)

    def _beside_the_text(self, document: Document) -> Iterator[tuple[int, int]]:
        """Yield (person, score) for e-mail addresses and the author in the metadata."""
        for email in emails(document):
            yield from ((index, mentions.ADDRESS) for index in self._by_email.get(email, ()))
        for author in names.glued(document.author):
            yield from ((index, mentions.AUTHOR) for index in self._by_full_name.get(author, ()))

    def _full_names(self, tokens: Sequence[str]) -> Iterator[tuple[int, mentions.Span]]:
        starts = [index for index, token in enumerate(tokens) if token in self._prefixes]
        for start in starts:
            key, end = tokens[start], start + 1
            while key in self._prefixes:
                yield from ((index, (start, end)) for index in self._by_full_name.get(key, ()))
                for index in self._by_family.get(key, ()):
                    if span := mentions.full_name(tokens, (start, end), self._given[index]):
                        yield index, span
                if end == len(tokens):
                    break
                key, end = key + tokens[end], end + 1

    def _by_given_name(self, document: Document, named: Collection[int]) -> int | None:
        """Return the only one of several namesakes whose given name the pages hold."""
        zones = (*mentions.heads(document), *mentions.bodies(document))
        tokens = [token for zone in zones for token in zone.tokens]
        found = [index for index in named if names.windows(tokens, self._given[index], 3)]
        return found[0] if len(found) == 1 else None


def _file_under(index_of: dict[str, list[int]], texts: Sequence[str], index: int) -> None:
    for key in sorted({key for text in texts for key in names.glued(text)}):
        index_of[key].append(index)


def _given_keys(given: str) -> frozenset[str]:
    """Return the spellings of the given names: the first, and all glued."""
    return names.glued(given) | names.glued(next(iter(given.split()), ""))


def _fullest(hits: Mapping[int, tuple[int, int, int]]) -> tuple[int, ...]:
    spans = [(start, end) for _, start, end in hits.values()]
    outer = {
        index: strength
        for index, (strength, start, end) in hits.items()
        if not any(a <= start and end <= b and b - a > end - start for a, b in spans)
    }
    best = max(outer.values(), default=0)
    return tuple(sorted(index for index, strength in outer.items() if strength == best))


def _clear_winner(scores: Mapping[int, int]) -> int | None:
    ranked = sorted(scores, key=lambda index: -scores[index])
    if not ranked or scores[ranked[0]] < _ENOUGH:
        return None
    second = scores[ranked[1]] if len(ranked) > 1 else 0
    return ranked[0] if scores[ranked[0]] - second >= _MARGIN else None


def _reason(named: Collection[int], scores: Mapping[int, int]) -> str:
    if named:
        return "its name fits several applicants and its pages do not settle it"
    if scores:
        return "its pages name several applicants or name one only in passing"
    return "neither its name nor its pages name an applicant"
