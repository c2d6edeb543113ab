import pytest

from ranking.tagging.columns import Cells, number, split_row, table_head


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Course Credits Grade Date", ("credits", "grade", "date")),
        ("Kurs Omfattning Betyg Datum", ("credits", "grade", "date")),
        ("Modul Leistungspunkte Note Semester", ("credits", "grade", "date")),
        ("Esame CFU Voto Data", ("credits", "grade", "date")),
        ("Course Year Teacher", ()),
        ("Grades of the year", ()),
        ("Group theory 7.5 A", ()),
    ],
)
def test_head_names_the_columns(line: str, expected: tuple[str, ...]) -> None:
    assert table_head(line) == expected


@pytest.mark.parametrize(
    ("line", "head", "expected"),
    [
        ("Knot theory 7.5 A", ("credits", "grade"), Cells("Knot theory", "7.5", "A")),
        ("Knot theory A 7.5", ("grade", "credits"), Cells("Knot theory", "7.5", "A")),
        ("Knot theory 2 6 1,3", ("credits", "grade"), Cells("Knot theory 2", "6", "1,3")),
        ("Knot theory 6 LP 1,3 WS 2020/21", (), Cells("Knot theory", "6 LP", "1,3")),
        ("Knot theory 7,5 hp VG 2021-01-15", (), Cells("Knot theory", "7,5 hp", "VG")),
        ("Knot theory 6 CFU 30L", (), Cells("Knot theory", "6 CFU", "30L")),
        ("Knot theory 10 B+", (), Cells("Knot theory", "10", "B+")),
        ("Knot theory (advanced) 7.5", (), Cells("Knot theory (advanced)", "", "7.5")),
        ("Knot theory", (), None),
        ("Knot theory", ("credits", "grade"), None),
    ],
)
def test_row_is_split_by_head_or_by_look(
    line: str, head: tuple[str, ...], expected: Cells | None
) -> None:
    assert split_row(line, head) == expected


def test_row_that_does_not_fit_the_head_is_split_by_look() -> None:
    assert split_row("Knot theory 7.5 A", ("date", "credits", "grade", "status")) == Cells(
        "Knot theory", "7.5", "A"
    )


@pytest.mark.parametrize(
    ("text", "expected"), [("7,5 hp", 7.5), ("30L", 30.0), ("1.3", 1.3), ("A", None), ("", None)]
)
def test_number_begins_a_text(text: str, expected: float | None) -> None:
    assert number(text) == expected


@pytest.mark.parametrize(
    ("head", "row", "cells"),
    [
        (
            "Code Subject Cr. Grade Year",
            "IT306 Machine Learning 3 D 2021",
            Cells(title="IT306 Machine Learning", credits="3", grade="D"),
        ),
        (
            "Code Subject Cr. Grade Year",
            "IT402 Neural Networks (elective) 3 F - not cleared 2021",
            Cells(title="IT402 Neural Networks (elective)", credits="3", grade="F - not cleared"),
        ),
        (
            "Code Course Credits % Year",
            "PHY5001 Quantum field theory I 20 91 2021",
            Cells(title="PHY5001 Quantum field theory I", credits="20", grade="91"),
        ),
        (
            "UE Intitulé ECTS Note/20 Sem.",
            "UE104 Symétries et groupes en physique 3 14,0 S1",
            Cells(title="UE104 Symétries et groupes en physique", credits="3", grade="14,0"),
        ),
        (
            "Unité d'enseignement ECTS Note Résultat",
            "Calcul stochastique 6 8,5 ajourné",
            Cells(title="Calcul stochastique", credits="6", grade="8,5"),
        ),
    ],
)
def test_row_below_a_head(head: str, row: str, cells: Cells) -> None:
    assert split_row(row, table_head(head)) == cells


def test_heading_with_a_number_is_no_row() -> None:
    assert split_row("Master 1", table_head("UE Intitulé ECTS Note/20 Sem.")) is None
