"""Who applies, as CVs and letters in a flat folder tell: people not known beforehand."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ranking.inputs import names
from ranking.inputs.headlines import WrittenName, own_email, owner, written_names
from ranking.inputs.people import Traces, settle
from ranking.inputs.roster import Known, Roster
from ranking.model.application import Person
from ranking.model.document import Document, Kind

_COVER_KINDS = (Kind.CV, Kind.LETTER)


@dataclass(slots=True)
class _Claim:
    """A name that one or more papers claim, with the papers."""

    name: WrittenName
    email: str
    papers: list[Document] = field(default_factory=list)

    def agrees(self, name: WrittenName, email: str) -> bool:
        """Return whether another paper's name is the same person's."""
        if names.same_person(self.name.text, name.text):
            return True
        shared = names.name_keys(self.name.text) & names.name_keys(name.text)
        return bool(email) and email == self.email and bool(shared)


def find_newcomers(papers: Sequence[Document], known: Sequence[Known]) -> tuple[Known, ...]:
    """Return the people who wrote CVs and letters among loose files and are not known yet.

    First the names on CVs, then letters by namesakes of those, then the names of files whose
    pages name nobody, then names that at least two other files share. A word that also stands in
    the name of a known person's file (``doc 12``) is no new name.
    """
    claims = _claims(papers, known)
    spoken = _by_word(papers)
    found = [*known, *(_settled(claim, spoken) for claim in claims)]
    left = papers
    for step in (_unread_covers, _letter_writers, _repeated_names):
        roster = Roster(found)
        left = [paper for paper in left if not roster.knows(paper)]
        paths = {paper.file for paper in left}
        free = {word: files for word, files in spoken.items() if files <= paths}
        found += step(left, free)
    return tuple(found[len(known) :])


def _claims(papers: Sequence[Document], known: Sequence[Known]) -> list[_Claim]:
    claims: list[_Claim] = []
    weak: list[tuple[Document, WrittenName]] = []
    for paper in papers:
        name = owner(paper, _hints(paper)) if paper.kind is Kind.CV else None
        if name and name.corroborated:
            _add(claims, known, paper, name)
        elif name:
            weak.append((paper, name))
    for paper, name in _namesakes_letters(papers):
        _add(claims, known, paper, name)
    so_far = Roster([*known, *(Known(person=settle(c.name.words, Traces())) for c in claims)])
    for paper, name in weak:
        if so_far.decide(paper).owner is None:
            _add(claims, known, paper, name)
    return claims


def _add(claims: list[_Claim], known: Sequence[Known], paper: Document, name: WrittenName) -> None:
    """Put a paper to the claim that it agrees with, or to a new one; known people need none."""
    if any(names.same_person(one.person.name, name.text) for one in known):
        return
    email = own_email(paper, name.words)
    claim = next((claim for claim in claims if claim.agrees(name, email)), None)
    if claim is None:
        claim = _Claim(name=name, email=email)
        claims.append(claim)
    claim.papers.append(paper)


def _namesakes_letters(papers: Sequence[Document]) -> list[tuple[Document, WrittenName]]:
    """Return the letters with their writers where several letters or CVs carry one family name."""
    carried: Counter[tuple[Kind, str]] = Counter()
    for paper in papers:
        if paper.kind in _COVER_KINDS:
            carried.update((paper.kind, names.fold(word)) for word in set(_hints(paper)))
    found = []
    for paper in papers:
        hints = _hints(paper) if paper.kind is Kind.LETTER else ()
        shared = [h for h in hints for kind in _COVER_KINDS if carried[kind, names.fold(h)] > 1]
        name = owner(paper, hints) if shared else None
        if name and name.corroborated and len(name.words) > 1 and _holds(name, shared):
            found.append((paper, name))
    return found


def _holds(name: WrittenName, words: Iterable[str]) -> bool:
    return bool(names.name_keys(name.text) & {names.fold(word) for word in words})


def _settled(claim: _Claim, spoken: dict[str, set[str]]) -> Known:
    """Return the person of a claim; the names of all files with a word of the name have a say."""
    keys = names.name_keys(claim.name.text)
    paths = {path for key in keys for path in spoken.get(key, ())}
    traces = Traces(paths=tuple(sorted(paths)), documents=tuple(claim.papers))
    aliases = [
        "".join(hints)
        for paper in claim.papers
        if (hints := _hints(paper))
        and not "".join(hints).isascii()
        and not _holds(claim.name, hints)
    ]
    person = settle(claim.name.words, traces)
    return Known(person=person, words=claim.name.words, aliases=tuple(aliases))


def _unread_covers(papers: Sequence[Document], spoken: dict[str, set[str]]) -> list[Known]:
    """Return the people whom the names of CVs and letters name where the pages name nobody."""
    found: dict[str, Known] = {}
    for paper in papers:
        words = _hints(paper)
        named = any(names.fold(word) in spoken for word in words)
        if paper.kind in _COVER_KINDS and named and not owner(paper, words):
            person = _from_file_name(paper, spoken)
            found.setdefault(names.key_of(person.name), Known(person=person))
    return list(found.values())


def _letter_writers(papers: Sequence[Document], spoken: dict[str, set[str]]) -> list[Known]:
    """Return the people who wrote letters or sent one merged file, and sent no CV that tells."""
    claims: list[_Claim] = []
    for paper in papers:
        hints = _hints(paper)
        name = owner(paper, hints)
        whole = name is not None and set(map(names.fold, hints)) <= names.name_keys(name.text)
        if name and (paper.kind in _COVER_KINDS or (paper.kind is Kind.OTHER and hints and whole)):
            _add(claims, (), paper, name)
    return [_settled(claim, spoken) for claim in claims]


def _repeated_names(papers: Sequence[Document], spoken: dict[str, set[str]]) -> list[Known]:
    """Return the people whose names at least two files carry, such as scans without a CV."""
    carriers: dict[frozenset[str], list[Document]] = defaultdict(list)
    for paper in papers:
        words = _hints(paper)
        if any(names.fold(word) in spoken for word in words):
            carriers[frozenset(names.fold(word) for word in words)].append(paper)
    found = []
    for _, group in sorted(carriers.items(), key=lambda item: sorted(item[0])):
        if len(group) > 1:
            heads = (written_names(paper, _hints(paper)) for paper in group)
            named = [n for head in heads for n in head[:1] if _holds(n, _hints(group[0]))]
            person = _from_file_name(group[0], spoken)
            if named:
                person = settle(named[0].words, Traces(paths=tuple(p.file for p in group)))
            found.append(Known(person=person))
    return found


def _from_file_name(paper: Document, spoken: dict[str, set[str]]) -> Person:
    """Return the person whom a file's name names: ``CV, Berg, Anna`` or ``cv-anna-berg``."""
    parts = [list(map(names.well_written, names.residual(x))) for x in names.segments(paper.file)]
    named = [part for part in parts if part]
    if len(named) > 1:
        return Person(family_name=" ".join(named[0]), given_name=" ".join(named[1]))
    words = named[0]
    paths = {path for word in words for path in spoken.get(names.fold(word), ())} - {paper.file}
    if names.segments(paper.file)[0] != names.stem(paper.file):
        return Person(family_name=" ".join(words))
    return settle(words, Traces(paths=tuple(sorted(paths))))


def _hints(paper: Document) -> tuple[str, ...]:
    """Return the words of a file's name that may be a name: of its last part that has some."""
    parts = [names.residual(part) for part in names.segments(paper.file)]
    named = [part for part in parts if part]
    return named[-1] if len(named) > 1 and len(named[0]) > 1 else sum(named, ())


def _by_word(papers: Iterable[Document]) -> dict[str, set[str]]:
    """Return the files by the folded words of their names."""
    found: dict[str, set[str]] = defaultdict(set)
    for paper in papers:
        for word in names.file_words(paper.file):
            for spelling in names.spellings(word):
                found[spelling].add(paper.file)
    return found
