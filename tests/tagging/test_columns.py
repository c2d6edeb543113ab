import pytest

from ranking.tagging.columns import Cells, split_row, table_head


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
