"""Layouts of transcripts of the world, as their lines are read."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from ranking.model.document import Document, Kind
from ranking.model.rules import GradeScales
from ranking.tagging.courses.reader import CourseReader, Row

Make = Callable[..., Document]

WORLD = {
    "Austria": (
        "de",
        """Universität Donaustadt, Österreich
Datum LV-Nr. Art Titel der Lehrveranstaltung SSt ECTS Beurteilung
28.01.2020 250012 VO Algebra 4,0 6,0 sehr gut
15.10.2020 250101 SE Seminar 2,0 4,0 mit Erfolg
teilgenommen
20.01.2021 250099 VO Quantenfeldtheorie 3,0 5,0 nicht genügend
Summe ECTS 10,0""",
        "at-1-5",
        (
            "Algebra 6 sehr gut 1.0 True; Seminar 4 mit Erfolg teilgenommen None True;"
            " Quantenfeldtheorie 5 nicht genügend None False"
        ),
    ),
    "Brazil": (
        "pt",
        """Histórico Escolar
Período Código Disciplina CH Créditos Média Freq. Situação
2018.2 MAT0213 Álgebra II 60 4 3,2 80 Reprovado
2019.1 MAT0213 Álgebra II 60 4 7,0 95 Aprovado
2019.1 MAE0228 Noções de Probabilidade e
Processos Estocásticos
60 4 - - Trancado
2019.2 FIS0310 Mecânica Quântica 60 4 - - Cursando
Notas de 0 a 10; média mínima: 5,0""",
        "br-0-10",
        (
            "Álgebra II 4 3,2 None False; Álgebra II 4 7,0 0.64 True;"
            " Noções de Probabilidade e Processos Estocásticos 4 - None False;"
            " Mecânica Quântica 4 - None None"
        ),
    ),
    "Denmark": (
        "da",
        """Kursus Karakter ECTS-karakter ECTS-point Bedømmelsesdato
Kvantefeltteori 12 A 7,5 24-01-2020
Maskinlæring 02 E 7,5 23-01-2021
Numeriske metoder 00 Fx 7,5 25-01-2021
Videnskabsteori Bestået 7,5 10-06-2021""",
        "dk-7",
        (
            "Kvantefeltteori 7.5 12 1.0 True; Maskinlæring 7.5 02 0.4 True;"
            " Numeriske metoder 7.5 00 None False; Videnskabsteori 7.5 Bestået None True"
        ),
    ),
    "Germany": (
        "de",
        """Notenspiegel
Nr. Prüfungstext PS Note Status LP V Semester
11010 Lineare Algebra I 1,7 BE 9 1 WS 17/18
12010 Stochastik 5,0 NB 9 1 SS 18
13030 Seminar Gruppentheorie BE 4 1 SS 19
Durchschnitt 2,1""",
        "de-1-5",
        (
            "Lineare Algebra I 9 1,7 0.86 True; Stochastik 9 5,0 None False;"
            " Seminar Gruppentheorie 4 BE None True"
        ),
    ),
    "France": (
        "fr",
        """Relevé de notes
Note/Barème Résultat Crédits Session
Semestre 1 13,2 / 20 Admis 30 S1 2020/21
UE Anglais 16 / 20 Admis 6 S1 2020/21
UE Statistique 8,75 / 20 Ajourné 6 S1 2020/21
UE Champs ABI Défaillant 6 S1 2020/21""",
        "fr-0-20",
        (
            "UE Anglais 6 16 / 20 0.76 True; UE Statistique 6 8,75 / 20 None False;"
            " UE Champs 6 ABI None False"
        ),
    ),
    "India": (
        "en",
        """S.No Course Code Course Title Credits Grade Grade Points
1 PH301 Quantum Mechanics II 4 A+ 9
2 MA305 Abstract Algebra 4 O 10
3 CS340 Neural Networks 3 F 0
4 CS341 Networks 3 A 8
SGPA: 8.46
Letter Grade Description Grade Point
O Outstanding 10
A+ Excellent 9
A Very Good 8
P Pass 4
F Fail 0""",
        "printed",
        (
            "Quantum Mechanics II 4 A+ 0.9 True; Abstract Algebra 4 O 1.0 True;"
            " Neural Networks 3 F None False; Networks 3 A 0.8 True"
        ),
    ),
    "India, marks": (
        "en",
        """Course Code Course Title Internal External Total Max. Marks Result
PHY-501 Quantum Mechanics 22 58 80 100 PASS
PHY-502 Statistical Mechanics 15 20 35 100 FAIL""",
        "percent",
        "Quantum Mechanics None 80 0.8 True; Statistical Mechanics None 35 None False",
    ),
    "Netherlands": (
        "nl",
        """Vakcode Omschrijving ECTS Resultaat Toetsdatum
WI1402 Lineaire Algebra 5 8.0 24-01-2018
WI2602 Kansrekening 5 5.5 12-04-2018
WI3150 Differentiaalvergelijkingen 6 NVD 01-07-2019""",
        "nl-1-10",
        (
            "Lineaire Algebra 5 8.0 0.7333 True; Kansrekening 5 5.5 0.4 True;"
            " Differentiaalvergelijkingen 6 NVD None False"
        ),
    ),
    "Spain": (
        "es",
        """Curso Asignatura Carácter Créditos Calificación Convocatoria
2018/19 Álgebra lineal OB 6 8,5 Notable Junio 2019
2019/20 Probabilidad y estadística
matemática
OB 6 5,0 Aprobado Septiembre 2020
2020/21 Geometría diferencial OB 6 No presentado Junio 2021
Nota media del expediente: 7,98""",
        "es-0-10",
        (
            "Álgebra lineal 6 8,5 Notable 0.82 True;"
            " Probabilidad y estadística matemática 6 5,0 Aprobado 0.4 True;"
            " Geometría diferencial 6 No presentado None False"
        ),
    ),
    "Switzerland": (
        "de",
        """Nummer Titel der Lerneinheit Periode KP Note
402-0843-00L Quantum Field Theory I HS2020 10 5.5
263-5210-00L Probabilistic Artificial Intelligence HS2021 8 3.5
402-0101-00L Colloquium FS2021 0 bestanden
Die Notenskala reicht von 6 (beste Note) bis 1; genügend ab Note 4.""",
        "ch-1-6",
        (
            "Quantum Field Theory I 10 5.5 0.85 True;"
            " Probabilistic Artificial Intelligence 8 3.5 None False;"
            " Colloquium 0 bestanden None True"
        ),
    ),
    "Turkey": (
        "tr",
        """Ders Kodu Ders Adi T U Kredi AKTS Not Puan
MAT101 Matematik I 4 2 5 7 BA 17.5
FIZ332 Kuantum Fiziği 4 0 4 7 FF 0
ING101 İngilizce 2 0 2 2 M 0
Dönem Ortalamasi: 3.23""",
        "tr-aa",
        "Matematik I 5 BA 0.875 True; Kuantum Fiziği 4 FF None False; İngilizce 2 M None True",
    ),
    "United Kingdom": (
        "en",
        """Module Code Module Title Level Credits Mark (%) Grade Result
MTH3011 Group Theory 6 20 74 A Pass
MTH3040 Quantum Mechanics 6 20 38 F Fail
MTH4051 Deep Learning 7 20 - - Withdrawn
Overall average 68.9 Classification: Upper Second Class Honours""",
        "uk-marks",
        (
            "Group Theory 20 74 0.87 True; Quantum Mechanics 20 38 None False;"
            " Deep Learning 20 - None False"
        ),
    ),
    "United States, no head": (
        "en",
        """FALL 2017
MATH 101 CALCULUS I 4.00 A 16.00
PHYS 105 MECHANICS 3.00 B+ 9.90
TERM GPA 3.70 CREDITS 7.00""",
        "us-letters",
        "CALCULUS I 4 A 1.0 True; MECHANICS 3 B+ 0.825 True",
    ),
    "United States": (
        "en",
        """Fall 2018
Course Title Units Grade Points Course Title Units Grade Points
MATH 221 Calculus III 4.00 A- 14.80 PHYS 137A Quantum Mechanics 4.00 W 0.00
ENGL 1 Writing 3.00 P 0.00 MATH 214 Manifolds 4.00 IP 0.00
Term GPA: 3.667 Term Units: 12.00""",
        "us-letters",
        (
            "Calculus III 4 A- 0.925 True; Quantum Mechanics 4 W None False;"
            " Writing 3 P None True; Manifolds 4 IP None None"
        ),
    ),
}


def shown(row: Row) -> str:
    credit = "None" if row.credits is None else f"{row.credits:g}"
    value = None if row.value is None else round(row.value, 4)
    return f"{row.title} {credit} {row.grade} {value} {row.passed}"


@pytest.fixture(scope="module")
def reader(scales: GradeScales) -> CourseReader:
    return CourseReader(scales)


@pytest.mark.parametrize("country", WORLD)
def test_transcripts_of_the_world(reader: CourseReader, document: Make, country: str) -> None:
    language, text, scale, expected = WORLD[country]
    rows = reader.read(replace(document(text, kind=Kind.TRANSCRIPT), language=language))
    assert "; ".join(map(shown, rows)) == expected
    assert {row.scale for row in rows} == {scale}


@pytest.mark.parametrize(
    ("cell", "grade"),
    [
        ("F (passed E, 2nd attempt)", "E"),
        ("F - not cleared", "F"),
        ("A-", "A-"),
        ("B (passed)", "B"),
    ],
)
def test_note_is_no_part_of_a_grade(
    reader: CourseReader, document: Make, cell: str, grade: str
) -> None:
    text = f"Betygsskala A-F\nCourse Credits Grade\nTopology 6 {cell}"
    (row,) = reader.read(document(text, kind=Kind.TRANSCRIPT))
    assert (row.grade, row.passed) == (grade, grade != "F")


def test_slips_of_ocr_are_mended_for_values_and_kept_in_the_quote(
    reader: CourseReader, scanned: Callable[..., Document]
) -> None:
    rows = reader.read(
        scanned(
            [(0, "Modul"), (100, "LP"), (200, "Note")],
            [(0, "Topologie"), (100, "l2"), (200, "l,3")],
            [(0, "Algebra"), (100, "9"), (200, "2,0")],
            [(0, "Notenspiegel:"), (100, "ausreichend")],
        )
    )
    assert [shown(row) for row in rows] == ["Topologie 12 l,3 0.94 True", "Algebra 9 2,0 0.8 True"]
    assert rows[0].passage.text == "Topologie l2 l,3"


def test_letters_without_a_reason_have_no_value(reader: CourseReader, document: Make) -> None:
    text = "Subject Credits Grade\nLinear algebra 6 B\nTopology 6 A"
    rows = reader.read(document(text, kind=Kind.TRANSCRIPT))
    assert [(row.grade, row.value, row.passed, row.scale) for row in rows] == [
        ("B", None, True, ""),
        ("A", None, True, ""),
    ]
