import pytest

from ranking.tagging.courses.heads import HeadReader


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Course Credits Grade Date", "title credits grade date"),
        ("Kurs Omfattning Betyg Datum", "title credits grade date"),
        ("Kod Benämning OmfattningBetyg Datum Not", "lead title credits grade date other"),
        ("Course ECTS Grade Period", "title credits grade date"),
        ("Modul Titel LP Note Semester", "title credits grade date"),
        (
            "Modul-Nr. Modulbezeichnung Note Status Credits Datum",
            "lead title grade status credits date",
        ),
        (
            "Datum LV-Nr. Art Titel SSt ECTS Beurteilung",
            "lead lead lead title number credits grade",
        ),
        ("Code Course Credits % Year", "lead title credits grade date"),
        ("UE Intitulé ECTS Note/20 Sem.", "title credits grade date"),
        ("Lp. Przedmiot Liczba godzin ECTS Ocena", "lead title number credits grade"),
        (
            "Ders Kodu Ders Adi T U Kredi AKTS Not Puan",
            "lead title number number credits credits grade points",
        ),
        ("Course Title Units Grade Points", "title credits grade points"),
        ("Title Local grade ECTS grade ECTS credits", "title grade grade credits"),
        ("Note/Barème Résultat Crédits Session", "title grade grade status credits date"),
        ("Course Credit Score Course Credit Score", "title credits grade title credits grade"),
    ],
)
def test_head_names_the_columns(heads: HeadReader, line: str, kinds: str) -> None:
    head = heads.read(line)
    assert head
    assert " ".join(head.kinds) == kinds


@pytest.mark.parametrize(
    "line",
    [
        "Course Year Teacher",
        "Grades of the year",
        "Group theory 7.5 A",
        "MMG900 Examensarbete 15,0 hp",
        "",
        "The grade of a course and its credits are printed beside the name of each course",
        "Grade Explanation",
    ],
)
def test_other_lines_are_no_heads(heads: HeadReader, line: str) -> None:
    assert heads.read(line) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Grade Explanation", True),
        ("Letter Grade Description Grade Point", True),
        ("Course Credits Grade", False),
    ],
)
def test_head_of_a_legend(heads: HeadReader, line: str, expected: bool) -> None:  # noqa: FBT001
    assert heads.is_of_legend(line) is expected
