"""Read the applicant list: a csv file or workbook at the top of the applications folder."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from ranking.errors import Fault, InputFileError, UserError
from ranking.inputs import names
from ranking.inputs.applications import is_debris
from ranking.model.application import Applicant, Person

_SUFFIXES = frozenset({".csv", ".tsv", ".xlsx", ".xls", ".ods"})
_TEXT_SUFFIXES = frozenset({".csv", ".tsv"})
_HEADER_ROWS = 10
_HEADERS = {
    "family_name": "familyname family surname lastname last efternamn nachname familienname "
    "nomdefamille apellido apellidos cognome",
    "given_name": "givenname givennames given firstname firstnames first forename forenames "
    "fornamn vorname vornamen prenom nombre",
    "email": "email emailaddress mail epost epostadress mailadresse mailadress emailadresse",
    "files": "file files filename filenames fil filer filnamn datei dateien dateiname dateinamen "
    "folder mapp ordner document documents dokument dokumente",
}
_FIELD_OF_HEADER = {word: field for field, text in _HEADERS.items() for word in text.split()}
_LIST_NAMES = ("applicant", "sokande", "bewerber", "candidate", "kandidat")

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicantList:
    """The applicants that a list names, and the list's file (None if there is no list)."""

    applicants: tuple[Applicant, ...] = ()
    file: str | None = None


def read_applicant_list(root: Path) -> ApplicantList:
    """Return the list at the top of a folder: the table whose header has a family name.

    The header names its columns in English, Swedish or German; given name, e-mail and files are
    optional. Several files of one person are separated by ``;``, ``|`` or line ends.

    Raises:
        InputFileError: If rows have no family name; all of them in one pass.
        UserError: If a table named as the list cannot be read, or there are two lists.
    """
    lists = {
        path.name: table
        for path in sorted(root.iterdir())
        if path.suffix.lower() in _SUFFIXES and path.is_file() and not is_debris(path.name)
        if (table := _table(path))
    }
    if not lists:
        return ApplicantList()
    if len(lists) > 1:
        raise UserError(
            f"There are several applicant lists: {', '.join(lists)}.",
            "Keep one of them in the folder.",
        )
    ((file, (header_row, rows)),) = lists.items()
    return ApplicantList(applicants=_applicants(file, header_row, rows), file=file)


def _table(path: Path) -> tuple[int, Rows] | None:
    """Return (index of the header row, rows), or None if the file is no applicant list.

    Raises:
        UserError: If the file is named as an applicant list but is none.
    """
    fault = "no column is named as a family name"
    try:
        rows = _text_rows(path) if path.suffix.lower() in _TEXT_SUFFIXES else _sheet_rows(path)
    except (CalamineError, OSError, UnicodeError, csv.Error) as error:
        rows, fault = [], str(error)
    for index, row in enumerate(rows[:_HEADER_ROWS]):
        if "family_name" in _fields(row):
            return index, rows
    if names.fold(path.stem).startswith(_LIST_NAMES):
        message = f"The applicant list {path.name} cannot be used: {fault}."
        advice = "Give it a header row with a column 'Family name', or rename it if it is no list."
        raise UserError(message, advice)
    return None


def _sheet_rows(path: Path) -> Rows:
    """Return the rows of a workbook's first sheet as text."""
    workbook = CalamineWorkbook.from_path(path)
    sheet = workbook.get_sheet_by_index(0)
    return [[_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _text_rows(path: Path) -> Rows:
    """Return the rows of a text table: UTF-8, UTF-16 or Windows-1252; ``,``, ``;`` or tab."""
    text = _decoded(path.read_bytes())
    head = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(";\t,", key=head.count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")


def _fields(row: Sequence[str]) -> dict[str, list[int]]:
    """Return the columns of each field that a header row names."""
    found: dict[str, list[int]] = {}
    for column, header in enumerate(row):
        word = re.sub(r"[^a-z]", "", names.fold(header))
        if field := _FIELD_OF_HEADER.get(word):
            found.setdefault(field, []).append(column)
    return found


def _applicants(file: str, header_row: int, rows: Rows) -> tuple[Applicant, ...]:
    fields = _fields(rows[header_row])
    people: dict[Person, list[str]] = {}
    faults = []
    for number, row in enumerate(rows[header_row + 1 :], start=header_row + 2):
        if not any(cell.strip() for cell in row):
            continue
        texts = {
            field: names.clean(next(_cells(row, fields.get(field, ())), ""))
            for field in ("family_name", "given_name", "email")
        }
        if not texts["family_name"]:
            faults.append(Fault(f"row {number}", "no family name"))
        files = [name for text in _cells(row, fields.get("files", ())) for name in _split(text)]
        people.setdefault(Person(**texts), []).extend(files)
    if faults:
        raise InputFileError(file, faults)
    return tuple(
        Applicant(person=person, files=tuple(dict.fromkeys(files)))
        for person, files in people.items()
    )


def _cells(row: Sequence[str], columns: Sequence[int]) -> Iterator[str]:
    """Yield the cells of a row in these columns that are filled."""
    return (row[column] for column in columns if column < len(row) and row[column].strip())


def _split(text: str) -> list[str]:
    return [name.strip() for name in re.split(r"[;|\r\n]+", text) if name.strip()]
