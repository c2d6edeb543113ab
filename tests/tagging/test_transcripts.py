from collections.abc import Callable
from typing import Any

import pytest

from ranking.model.assessment import Dossier
from ranking.model.document import Document, Kind
from ranking.model.evidence import Assertion, Course, Level

Make = Callable[..., Document]
Tag = Callable[..., Dossier]
Show = Callable[..., Any]
Courses = Callable[..., list[Course]]

SWEDISH = """Kurs Omfattning Betyg Datum
Betygsskala A-F
MA1010 Gruppteori 7,5 hp A 2021-01-15
MA1020 Linjär algebra 7,5 hp C 2020-06-04
FY1030 Kvantfältteori 7,5 hp F 2021-06-04
ST1040 Matematisk statistik 6,0 hp E 2019-01-15
HI1050 Kaffets historia 7,5 hp B 2019-06-04"""

SWEDISH_NUMBERS = """Betygsskala U, 3, 4, 5
MA1010 Gruppteori 7,5 hp 4 2021-01-15
FY1030 Kvantfältteori 7,5 hp U 2021-06-04"""

SWEDISH_WORDS = """U, G, VG (väl godkänd)
MA1010 Gruppteori 7,5 hp VG 2021-01-15
ST1040 Matematisk statistik 7,5 hp G 2021-06-04"""

GERMAN = """Notenspiegel: sehr gut, gut, befriedigend, ausreichend
Gruppentheorie für Physiker 6 LP 1,3 WS 2019/20
Quantenfeldtheorie I 9 LP 4,0 SS 2020
Maschinelles Lernen 6 LP 5,0 SS 2020"""

ITALIAN = """Voti in trentesimi
Teoria dei gruppi 6 CFU 30L 12/02/2020
Apprendimento automatico 6 CFU 24 14/06/2020
Statistica 6 CFU 18 14/06/2020"""

ENGLISH = """All marks out of 100
Group theory 10 85 2019/20
Machine learning 10 40 2020/21
Statistical inference 10 31 2020/21"""

AMERICAN = """Grade point average 3.4 on the 4.0 scale
MATH 401 Group theory 3 A-
STAT 410 Statistical inference 3 C
CS 229 Machine learning 3 W"""


@pytest.fixture
def courses(document: Make, dossier: Tag) -> Courses:
    """Return a function that gives the courses of the pages of a transcript."""

    def read(*pages: str) -> list[Course]:
        return list(dossier(document(*pages, kind=Kind.TRANSCRIPT)).courses)

    return read


@pytest.mark.parametrize(
    ("text", "scale", "expected"),
    [
        (SWEDISH, "se-a-f", {"Gruppteori": 1.0, "Linjär algebra": 0.7, "Kvantfältteori": None}),
        (SWEDISH_NUMBERS, "se-3-5", {"Gruppteori": 0.75, "Kvantfältteori": None}),
        (SWEDISH_WORDS, "se-u-vg", {"Gruppteori": 1.0, "Matematisk statistik": 0.6}),
        (
            GERMAN,
            "de-1-5",
            {
                "Gruppentheorie für Physiker": 0.94,
                "Quantenfeldtheorie I": 0.4,
                "Maschinelles Lernen": None,
            },
        ),
        (
            ITALIAN,
            "it-18-30",
            {"Teoria dei gruppi": 1.0, "Apprendimento automatico": 0.7, "Statistica": 0.4},
        ),
        (ENGLISH, "percent", {"Group theory": 0.85, "Machine learning": 0.4}),
        (AMERICAN, "us-letters", {"Group theory": 0.925, "Statistical inference": 0.5}),
    ],
    ids=["A-F", "3-5", "U-VG", "German", "Italian", "percent", "American"],
)
def test_grades_are_read_on_the_scale_of_the_transcript(
    courses: Courses, text: str, scale: str, expected: dict[str, float | None]
) -> None:
    found = courses(text)
    assert {course.scale for course in found} == {scale}
    for title, value in expected.items():
        assert [one.grade_0_1 for one in found if one.course.endswith(title)] == [value]


@pytest.mark.parametrize(
    ("text", "failed"),
    [
        (SWEDISH, "Kvantfältteori"),
        (SWEDISH_NUMBERS, "Kvantfältteori"),
        (GERMAN, "Maschinelles Lernen"),
        (ENGLISH, "Statistical inference"),
        (AMERICAN, "Machine learning"),
    ],
)
def test_failing_grades_and_withdrawals_are_not_passed(
    courses: Courses, text: str, failed: str
) -> None:
    found = courses(text)
    assert [course.course.endswith(failed) for course in found if course.passed is False] == [True]
    assert len(found) > 1


def test_row_gives_title_credits_area_and_place(courses: Courses) -> None:
    first, _, _, _, last = courses(SWEDISH)
    assert (first.candidate, first.file, first.page) == ("C001", "Ek/a.pdf", 1)
    assert (first.course, first.credits, first.grade) == ("Gruppteori", 7.5, "A")
    assert (first.area, first.passed) == ("group_theory", True)
    assert last.area == ""
    assert courses(SWEDISH)[1].area == "mathematics"


def test_rows_need_not_say_that_they_are_courses(courses: Courses) -> None:
    found = courses(f"{ENGLISH}\nTime series 10 85 2020/21\nProgramming 10 70 2020/21")
    areas = {course.course: course.area for course in found}
    assert areas["Time series"] == "statistics"
    assert areas["Programming"] == "programming"


def test_rows_of_all_pages_are_read(courses: Courses) -> None:
    first, second = SWEDISH, "MA9999 Topologi 7,5 hp B 2022-01-15"
    assert courses(first, second)[-1].course == "Topologi"
    assert courses(first, second)[-1].page == 2


@pytest.mark.parametrize(
    "row",
    [
        "MA1010 Gruppteori och\nrepresentationer 7,5 hp A 2021-01-15",
        "MA1010 Gruppteori\noch representationer 7,5 hp A 2021-01-15",
        "MA1010 Gruppteori och representationer\n7,5 hp A 2021-01-15",
    ],
)
def test_row_may_run_over_lines(courses: Courses, document: Make, dossier: Tag, row: str) -> None:
    text = f"Betygsskala A-F\nMA1000 Analys 7,5 hp B 2020-01-15\n{row}"
    assert [(one.course, one.grade_0_1) for one in courses(text)] == [
        ("Analys", 0.85),
        ("Gruppteori och representationer", 1.0),
    ]
    rows = dossier(document(text, kind=Kind.TRANSCRIPT)).evidence
    (quote,) = [one.quote for one in rows if one.criterion == "group_theory"]
    assert quote in " ".join(text.split())


@pytest.mark.parametrize(
    ("row", "level", "assertion", "counted"),
    [
        ("Group theory 7.5 A", "coursework", "affirmed", True),
        ("Group theory 7.5 F", "coursework", "failed", False),
        ("Group theory 7.5 (withdrawn) W", "coursework", "failed", False),
        ("MA101 Group theory, not passed", "coursework", "failed", False),
        ("MA101 Group theory, registered 7.5", "interest", "hypothetical", True),
        ("Group theory 7.5 -", "interest", "hypothetical", True),
        ("In progress\nGroup theory 7.5", "interest", "hypothetical", True),
        ("Not passed\nMA101 Group theory 7.5", "coursework", "failed", False),
        ("Underkända kurser\nMA101 Group theory 7.5", "coursework", "failed", False),
    ],
)
def test_state_of_a_row_decides_what_counts(
    shown: Show,
    row: str,
    level: str,
    assertion: str,
    counted: bool,  # noqa: FBT001
) -> None:
    found = shown("group_theory", f"Grading scale A-F\n{row}", kind=Kind.TRANSCRIPT)
    assert found.first == (level, assertion, counted)
    assert bool(found.rows[0].reason) is (assertion != "affirmed")


@pytest.mark.parametrize(
    "title", ["Failure analysis with group theory", "Current trends in group theory"]
)
def test_words_of_a_title_are_no_state(shown: Show, courses: Courses, title: str) -> None:
    text = f"Grading scale A-F\nMA101 {title} 7.5 A"
    found = shown("group_theory", text, kind=Kind.TRANSCRIPT)
    assert found.first == (Level.COURSEWORK, Assertion.AFFIRMED, True)
    assert [(one.passed, one.grade_0_1) for one in courses(text)] == [(True, 1.0)]


def test_failed_words_beside_a_grade_are_no_part_of_it(courses: Courses) -> None:
    (course,) = courses("Notenskala\nMaschinelles Lernen 6 LP 5,0 nicht bestanden")
    assert (course.course, course.credits, course.grade) == ("Maschinelles Lernen", 6.0, "5,0")
    assert course.passed is False


def test_unknown_scale_gives_no_value(courses: Courses) -> None:
    (course,) = courses("Transcript of records\nGroup theory 7.5 A")
    assert (course.scale, course.grade, course.grade_0_1) == ("", "A", None)
    assert course.passed is True


def test_rows_above_the_head_of_the_table_are_no_courses(courses: Courses) -> None:
    text = "Ada Ek born 12\nRoom 7.5 A\nCourse Credits Grade\nGrading scale A-F\nTopology 7.5 A"
    assert [course.course for course in courses(text)] == ["Topology"]


def test_other_lines_are_no_courses(courses: Courses) -> None:
    assert courses("University of the Coast\nThe rector\n\nWith kind regards") == []
