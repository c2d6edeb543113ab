"""Reads the clues of the kinds of documents and the headings of sections, and checks them."""

from collections.abc import Iterator
from pathlib import Path

from ranking.errors import Fault, InputFileError, UserError
from ranking.inputs.toml_file import fingerprint, read_toml, suggestion
from ranking.model.kinds import KindClues, Kinds, Sections

SECTIONS_FILE = "sections.toml"


def read_kinds(folder: Path) -> Kinds:
    """Read ``kinds/*.toml`` and ``sections.toml`` below a data folder.

    Raises:
        UserError: If the folder has no kinds.
        InputFileError: With every fault of the first file that has any.
    """
    paths = sorted((folder / "kinds").glob("*.toml"))
    if not paths:
        raise UserError(
            f"There are no kinds of documents in {folder}.", "Install the package again."
        )
    sections_path = folder / SECTIONS_FILE
    sections = read_toml(sections_path, Sections)
    known = [section.id for section in sections.section]
    return Kinds(
        fingerprint=fingerprint([*paths, sections_path]),
        kinds=tuple(_read_kind(path, known) for path in paths),
        sections=sections,
    )


def _read_kind(path: Path, known_sections: list[str]) -> KindClues:
    clues = read_toml(path, KindClues)
    faults = list(_faults(clues, path, known_sections))
    if faults:
        raise InputFileError(path.name, faults)
    return clues


def _faults(clues: KindClues, path: Path, known_sections: list[str]) -> Iterator[Fault]:
    if clues.kind != path.stem:
        yield Fault("kind", f"must be '{path.stem}', as the file's name")
    for index, clue in enumerate(clues.heading):
        for name in clue.sections:
            if name not in known_sections:
                message = f"unknown section '{name}'{suggestion(name, known_sections)}"
                yield Fault(f"heading[{index}].sections", message)
    for index, measured in enumerate(clues.measure):
        if measured.least > measured.most:
            yield Fault(f"measure[{index}].least", "is above 'most'")
