"""Reads the lexicons and checks them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ranking.errors import Fault, InputFileError, UserError
from ranking.inputs.toml_file import fingerprint, read_toml
from ranking.model.lexicon import Concept, Lexicon, Lexicons


def read_lexicons(folder: Path) -> Lexicons:
    """Read every lexicon of a folder (one TOML file each).

    Raises:
        UserError: If the folder has no lexicon.
        InputFileError: With every fault of the first file that has any.
    """
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise UserError(f"There is no lexicon in {folder}.", "Install the package again.")
    return Lexicons(
        fingerprint=fingerprint(paths), lexicons=tuple(read_lexicon(path) for path in paths)
    )


def read_lexicon(path: Path) -> Lexicon:
    """Read one lexicon.

    Raises:
        InputFileError: With every fault of the file.
    """
    lexicon = read_toml(path, Lexicon)
    faults = list(_faults(lexicon, path))
    if faults:
        raise InputFileError(path.name, faults)
    return replace(lexicon, concept=tuple(_with_lists(c, lexicon) for c in lexicon.concepts))


def _with_lists(concept: Concept, lexicon: Lexicon) -> Concept:
    """Return a concept that holds the phrases of its lists itself, so that none looks them up."""
    shared = (phrase for name in concept.unless_lists for phrase in lexicon.unless[name])
    return replace(concept, unless=tuple(dict.fromkeys((*concept.unless, *shared))))


def _faults(lexicon: Lexicon, path: Path) -> Iterator[Fault]:
    if lexicon.id != path.stem:
        yield Fault("id", f"must be '{path.stem}', as the file's name")
    counts = Counter(concept.id for concept in lexicon.concepts)
    for name, count in counts.items():
        if count > 1:
            yield Fault("concept", f"the id '{name}' stands there {count} times")
    for index, concept in enumerate(lexicon.concepts):
        if not any(concept.phrases.values()):
            yield Fault(f"concept[{index}].phrases", f"'{concept.id}' has no phrase")
        if not concept.examples:
            yield Fault(f"concept[{index}].examples", f"'{concept.id}' has no example")
    yield from _faults_of_lists(lexicon)


def _faults_of_lists(lexicon: Lexicon) -> Iterator[Fault]:
    for index, concept in enumerate(lexicon.concepts):
        for name in concept.unless_lists:
            if name not in lexicon.unless:
                yield Fault(
                    f"concept[{index}].unless_lists", f"there is no list '{name}' in [unless]"
                )
    used = {name for concept in lexicon.concepts for name in concept.unless_lists}
    for name in lexicon.unless:
        if name not in used:
            yield Fault(f"unless.{name}", "no concept names this list in unless_lists")
