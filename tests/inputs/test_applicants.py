from pathlib import Path

import openpyxl
import pytest

from ranking.errors import InputFileError, UserError
from ranking.inputs.applicants import ApplicantList, read_applicant_list
from ranking.model.application import Applicant, Person

SWEDISH = (
    "Efternamn;Förnamn;E-post;Filnamn\nÅberg;Åsa;asa@x.se;CV, Åberg, 1.pdf|brev.pdf\n;;;\nEk;;;\n"
)
EXPECTED = (
    Applicant(
        person=Person(family_name="Åberg", given_name="Åsa", email="asa@x.se"),
        files=("CV, Åberg, 1.pdf", "brev.pdf"),
    ),
    Applicant(person=Person(family_name="Ek")),
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_csv_in_usual_encodings(tmp_path: Path, encoding: str, delimiter: str) -> None:
    (tmp_path / "list.csv").write_bytes(SWEDISH.replace(";", delimiter).encode(encoding))
    assert read_applicant_list(tmp_path) == ApplicantList(applicants=EXPECTED, file="list.csv")


@pytest.mark.parametrize(
    "header",
    ["Family name,First name,e-mail,File", "SURNAME,Given names,Mail,Files", "Nachname,Vorname,,"],
)
def test_headers_in_other_languages(tmp_path: Path, header: str) -> None:
    (tmp_path / "applicants.csv").write_text(f'{header}\n"Ek",Bo,,"CV, Ek.pdf;b.pdf"\n')
    (found,) = read_applicant_list(tmp_path).applicants
    assert found.person == Person(family_name="Ek", given_name="Bo")
    assert found.files == (("CV, Ek.pdf", "b.pdf") if "ile" in header else ())


def test_workbook_with_a_title_above_the_header(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["Applicants 2023"], [], ["No", "Last name", "First name"], [1, "Ek", "Bo"]):
        sheet.append(row)
    book.save(tmp_path / "Applicants.xlsx")
    (found,) = read_applicant_list(tmp_path).applicants
    assert found.person.name == "Bo Ek"


def test_rows_of_one_person_are_one_applicant(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("surname,files\nEk,a.pdf\nEk,b.pdf\nEk,a.pdf\n")
    assert [one.files for one in read_applicant_list(tmp_path).applicants] == [("a.pdf", "b.pdf")]


def test_other_tables_and_lock_files_are_no_list(tmp_path: Path) -> None:
    (tmp_path / "grades.csv").write_text("course,credits\n")
    (tmp_path / "~$list.xlsx").write_bytes(b"lock")
    (tmp_path / "broken.xlsx").write_bytes(b"no workbook")
    assert read_applicant_list(tmp_path) == ApplicantList()


def test_every_row_without_family_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("surname,first name\nEk,Bo\n,Eva\nLi,\n,Al\n")
    with pytest.raises(InputFileError) as caught:
        read_applicant_list(tmp_path)
    assert [fault.place for fault in caught.value.faults] == ["row 3", "row 5"]


@pytest.mark.parametrize("name", ["applicants.xlsx", "sökande.csv"])
def test_list_that_cannot_be_used_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("who,what\n")
    with pytest.raises(UserError, match="cannot be used") as caught:
        read_applicant_list(tmp_path)
    assert "Family name" in caught.value.advice


def test_two_lists_are_one_too_many(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("surname\nEk\n")
    with pytest.raises(UserError, match=r"several applicant lists: a\.csv, b\.csv"):
        read_applicant_list(tmp_path)
