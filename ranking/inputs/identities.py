"""Candidate ids that stay the same from build to build."""

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from pydantic import TypeAdapter, ValidationError

from ranking.errors import UserError
from ranking.inputs import names
from ranking.model.application import Assignment

_MOST = 0.5
_ID = re.compile(r"C\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who had an id in an earlier build: the assignment's key, the name, the files' contents."""

    candidate: str
    key: str
    family_name: str
    given_name: str = ""
    sha256s: tuple[str, ...] = ()


def assign_ids(
    assignments: Sequence[Assignment],
    known: Mapping[str, Identity],
    hashes: Mapping[str, str],
) -> dict[str, str]:
    """Return the candidate id of each assignment's key.

    An earlier identity is found again by its key, then by its name, then by most of its files.
    New people get the next numbers in the order of their keys; no number is used twice.

    Args:
        assignments: The assignments of this build.
        known: Every identity that earlier builds gave, by id, also of people who are gone.
        hashes: The sha256 of each file, by path.
    """
    ids = _by_key(assignments, known)
    for step in (_by_name, _by_files):
        left = [one for one in assignments if one.key not in ids]
        free = [known[i] for i in sorted(known, key=_number) if i not in set(ids.values())]
        ids |= step(left, free, hashes)
    number = max((_number(candidate) for candidate in known), default=0)
    for key in sorted(one.key for one in assignments if one.key not in ids):
        number += 1
        ids[key] = f"C{number:03d}"
    return dict(sorted(ids.items()))


def identities(
    assignments: Iterable[Assignment],
    ids: Mapping[str, str],
    known: Mapping[str, Identity],
    hashes: Mapping[str, str],
) -> dict[str, Identity]:
    """Return what the next build must know: this build's identities and those of people gone."""
    current = {
        ids[one.key]: Identity(
            candidate=ids[one.key],
            key=one.key,
            family_name=one.person.family_name,
            given_name=one.person.given_name,
            sha256s=tuple(sorted(_contents(one, hashes))),
        )
        for one in assignments
    }
    return dict(sorted((dict(known) | current).items(), key=lambda item: _number(item[0])))


def identities_to_json(found: Mapping[str, Identity]) -> str:
    """Return the identities as JSON text, one a line."""
    lines = (json.dumps(asdict(one), ensure_ascii=False) for one in found.values())
    return "[\n" + ",\n".join(lines) + "\n]\n"


def identities_from_json(text: str) -> dict[str, Identity]:
    """Return the identities that ``identities_to_json`` wrote.

    Raises:
        UserError: If the text is something else.
    """
    try:
        found = TypeAdapter(tuple[Identity, ...]).validate_json(text)
    except ValidationError as error:
        raise _unreadable(error.errors()[0]["msg"]) from error
    for one in found:
        if not _ID.fullmatch(one.candidate):
            raise _unreadable(f"'{one.candidate}' is no id")
    return {one.candidate: one for one in found}


def _unreadable(reason: str) -> UserError:
    message = f"The candidate ids of earlier builds cannot be read: {reason}."
    return UserError(message, "Restore the file from a backup, or choose a new OUT.")


def _number(candidate: str) -> int:
    return int(candidate.removeprefix("C"))


def _contents(one: Assignment, hashes: Mapping[str, str]) -> set[str]:
    return {hashes[path] for path in one.files if hashes.get(path)}


def _by_key(assignments: Iterable[Assignment], known: Mapping[str, Identity]) -> dict[str, str]:
    ids_of_keys = {known[candidate].key: candidate for candidate in sorted(known, key=_number)}
    return {one.key: ids_of_keys[one.key] for one in assignments if one.key in ids_of_keys}


def _by_name(
    left: Sequence[Assignment], free: Sequence[Identity], _hashes: Mapping[str, str]
) -> dict[str, str]:
    """Match names whatever their order, where both sides have the name once."""
    ours = {one.key: names.name_keys(one.person.name) for one in left}
    theirs = {i.candidate: names.name_keys(f"{i.given_name} {i.family_name}") for i in free}
    once = _once(ours.values()) & _once(theirs.values())
    ids = {name: candidate for candidate, name in theirs.items() if name in once}
    return {key: ids[name] for key, name in ours.items() if name in once}


def _once(found: Collection[frozenset[str]]) -> set[frozenset[str]]:
    return {name for name, count in Counter(found).items() if count == 1}


def _by_files(
    left: Sequence[Assignment], free: Sequence[Identity], hashes: Mapping[str, str]
) -> dict[str, str]:
    """Match those who share more than half of an earlier identity's files, the most first."""
    shared = [
        (-len(common), identity.candidate, one.key)
        for identity in free
        for one in left
        if (common := _contents(one, hashes).intersection(identity.sha256s))
        and len(common) > _MOST * len(identity.sha256s)
    ]
    ids: dict[str, str] = {}
    for _, candidate, key in sorted(shared):
        if key not in ids and candidate not in ids.values():
            ids[key] = candidate
    return ids
