"""Which folders hold one candidate each, and which files lie loose."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ranking.inputs import names
from ranking.inputs.headlines import WrittenName, owner
from ranking.model.document import Document, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The applications folder as candidates see it.

    Attributes:
        folders: The files of every candidate's folder, by the folder's path.
        loose: Files outside them.
    """

    folders: Mapping[str, tuple[str, ...]]
    loose: tuple[str, ...]


def read_layout(papers: Mapping[str, Document], reference_number: str) -> Layout:
    """Tell candidates' folders from folders that only group things.

    A folder is a candidate's if its name can be a person's, or is a number, and the CVs below it
    are not several people's. Folders such as ``applications``, ``CVs`` or ``batch 2`` are opened.
    """
    folders: dict[str, tuple[str, ...]] = {}
    loose: list[str] = []
    waiting = [("", sorted(papers))]
    while waiting:
        folder, paths = waiting.pop()
        below, direct = _children(folder, paths)
        loose += direct
        for child, inside in below.items():
            if _is_candidates(child, {path: papers[path] for path in inside}, reference_number):
                folders[child] = tuple(inside)
            else:
                waiting.append((child, inside))
    return Layout(folders=dict(sorted(folders.items())), loose=tuple(sorted(loose)))


def folder_name(folder: str) -> str:
    """Return the last part of a folder's path."""
    return folder.rpartition("/")[2]


def _children(folder: str, paths: Iterable[str]) -> tuple[dict[str, list[str]], list[str]]:
    """Return the folders right below with all their files, and the files right below."""
    below: dict[str, list[str]] = defaultdict(list)
    direct = []
    prefix = f"{folder}/" if folder else ""
    for path in paths:
        child, separator, _ = path.removeprefix(prefix).partition("/")
        if separator:
            below[prefix + child].append(path)
        else:
            direct.append(path)
    return below, direct


def _is_candidates(folder: str, papers: Mapping[str, Document], reference_number: str) -> bool:
    name = folder_name(folder)
    words = names.residual(name)
    below, direct = _children(folder, papers)
    if not words and (not any(c.isdigit() for c in name) or name == reference_number):
        return False
    writers = _cv_writers(papers.values(), words)
    if any(names.same_person(" ".join(words), writer.text) for writer in writers):
        return True
    if len(writers) > 1:
        return False
    grouped = any(len(names.residual(folder_name(inner))) > 1 for inner in below)
    return bool(direct) or not grouped or _named_inside(words, writers, papers)


def _cv_writers(papers: Iterable[Document], words: tuple[str, ...]) -> list[WrittenName]:
    """Return the different people whose CVs these are."""
    found: list[WrittenName] = []
    for document in papers:
        if document.kind is not Kind.CV:
            continue
        writer = owner(document, (*words, *names.residual(names.stem(document.file))))
        if writer and not any(names.same_person(writer.text, known.text) for known in found):
            found.append(writer)
    return found


def _named_inside(
    words: tuple[str, ...], writers: Iterable[WrittenName], papers: Iterable[str]
) -> bool:
    """Return whether the CV or the files' own names repeat the folder's name."""
    keys = {names.fold(word) for word in words}
    inside = {names.fold(word) for writer in writers for word in writer.words}
    inside |= {names.fold(word) for path in papers for word in names.file_words(path)}
    return bool(keys & inside)
