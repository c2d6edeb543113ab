from collections.abc import Callable

import pytest

from ranking.model.assessment import Dossier, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.model.document import Document, Kind
from ranking.requirements.degree import check

Judge = Callable[..., RequirementCheck]

HELD = [
    "2019 \u2013 2021\nMSc Physics, University of Lund. Degree awarded 12 June 2021.",
    "M.Sc. in Mathematics, University of Graz, October 2018 - September 2020",
    "Master of Science (Computer Science), 2016-2018",
    "2012 - 2017 Civilingenjör i teknisk fysik, 300 hp, examen utfärdad 2017-06-10",
    "10/2015 - 11/2018 Master Physik, Universität Jena, Gesamtnote 1,3",
    "2017\u20132019 Laurea magistrale in Fisica, 110/110 e lode",
    "2018 - 2020: Master 2 de mathématiques, mention bien",
    "2015 - 2020 magister informatyki, studia",
    "MPhys Physics, University of Leeds, 2014-2018, first class",
    "2015 - 2017 Ing. (Master) in Computer Science, 120 ECTS",
    "2014 - 2019 Diplom-Physiker, TU Dresden",
    "BS-MS dual degree in Physics, IISER, 2015 - 2020",
    "B.Tech in Computer Science, 2015 - 2019",
    "B.Sc. in Mathematics (four years), 2014 to 2018",
    "2016-2020 Bachelor of Science in Physics",
    "Grado en Matemáticas, 240 ECTS, 2015 - 2019",
    "2014-2018 Bacharelado em Física, 4 anos",
    "2013-2018 Bachelor of Engineering (five years), Recife",
    "Master of Science in Physics, Turin, 110/110 e lode, 2019",
]

EXPECTED = [
    "2021 - 2023 MSc Mathematics, KTH. Degree expected June 2023.",
    "Master of Science in Physics, Sep 2021 - Jul 2023",
    "M.Sc. Informatik, seit 2021, voraussichtlicher Abschluss Juli 2023",
    "M.Sc. in Statistics, 90 of 120 credits completed, to be completed in May 2023",
    "2021 - 2023 MSc Mathematics, Leiden. All courses passed, diploma due on 5 July 2023.",
    "MSc Natuurkunde, verwacht juni 2023",
    "Bachelor of Science in Physics, 240 ECTS, anticipated graduation 06/2023",
]

NOT_BY_THE_START = [
    "2022 - 2024 MSc Mathematics. Expected graduation: June 2024.",
    "Laurea magistrale in Fisica, degree expected in September 2024",
    "2018-2021 Bachelor of Science, mathematics, 180 hp. Degree awarded 21 June 2021.",
    "Bachelor of Science in Physics (three years), 2016 - 2020",
    "Licence de physique, 2018 - 2021",
]

NOT_TELLING = [
    "Master's thesis: Spectra of graphs. 2020",
    "Bachelor of Science in Physics, graduated 2021",
    "2018 - 2021 Bachelor of Science in Physics",
    "2022 - 2025 MSc Physics",
    "MSc Physics, expected to take two years, begun in September 2021",
    "2016-2019 Bachelor of Science in Physics, five years of work experience",
    "2021\u2013: I applied to the master's programme in physics but have not started it.",
    "Romanian Master of Mathematics, silver medal, 2016",
    "Scrum master at Acme AB, 2019 - 2022",
    "MS Office, MATLAB, Python",
    "Summer 2021 Teaching assistant",
]


@pytest.mark.parametrize("text", HELD)
def test_a_degree_that_is_held(judge: Judge, text: str) -> None:
    found = judge("degree", Kind.CV, f"Ada Berg\n{text}")
    assert found.verdict is Verdict.MET
    assert found.file == "cv.pdf"
    assert found.page == 1


@pytest.mark.parametrize("text", EXPECTED)
def test_a_degree_that_is_expected_by_the_start(judge: Judge, text: str) -> None:
    assert judge("degree", Kind.CV, f"Ada Berg\n{text}").verdict is Verdict.EXPECTED


@pytest.mark.parametrize("text", NOT_BY_THE_START)
def test_a_degree_that_documents_show_to_be_too_late_or_too_short(judge: Judge, text: str) -> None:
    found = judge("degree", Kind.CV, f"Ada Berg\n{text}")
    assert found.verdict is Verdict.NOT_MET
    assert found.quote
    assert found.note


@pytest.mark.parametrize("text", NOT_TELLING)
def test_what_does_not_tell_is_a_question(judge: Judge, text: str) -> None:
    found = judge("degree", Kind.CV, f"Ada Berg\n{text}")
    assert found.verdict is Verdict.UNCLEAR
    assert "Ask" in found.note or "to judge" in found.note


def test_a_few_months_after_the_flexible_start_are_for_the_committee(judge: Judge) -> None:
    found = judge("degree", Kind.CV, "MSc Physics, degree expected October 2023")
    assert found.verdict is Verdict.UNCLEAR
    assert "2023-10-31" in found.note


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("I hold a Master's degree in physics from Uppsala.", Verdict.MET),
        ("I have just completed a master\u2019s degree in algebra.", Verdict.MET),
        ("I will receive my MSc in June 2023.", Verdict.EXPECTED),
        (
            "I am finishing my master\u2019s degree; the defence is planned for May 2023.",
            Verdict.EXPECTED,
        ),
        ("I know that you ask for a master's degree.", Verdict.UNCLEAR),
        ("If I must, I will start the master's programme in 2023.", Verdict.UNCLEAR),
    ],
)
def test_a_letter_speaks_in_the_first_person(judge: Judge, text: str, verdict: Verdict) -> None:
    assert judge("degree", Kind.LETTER, f"Dear committee,\n{text}").verdict is verdict


def test_a_spoken_date_outweighs_years_that_end(judge: Judge) -> None:
    text = "Programme M.Sc. 2021-2023\nEnrolled\nDegree Master of Science, expected June 2024"
    assert judge("degree", Kind.TRANSCRIPT, text).verdict is Verdict.NOT_MET


@pytest.mark.parametrize(
    "courses",
    [
        "Attività CFU Voto Data\nGeometria 8 30 e lode 12/02/2021",
        "Course Credits Grade\nAlgebra 7.5 passed",
        "Year 1 (2019-20) overall 78\nAnalysis 81",
        "MA101 Analysis, awarded with distinction 2020",
    ],
)
def test_a_course_of_a_transcript_says_nothing_of_the_degree(judge: Judge, courses: str) -> None:
    text = f"Programme: Laurea magistrale (MSc) in Matematica\n{courses}"
    assert judge("degree", Kind.TRANSCRIPT, text).verdict is Verdict.UNCLEAR


def test_an_earlier_master_counts_beside_a_later_one(judge: Judge) -> None:
    text = "2022 - 2024 MSc Data Science, expected June 2024\n2017 - 2019 MSc Physics, Lund"
    found = judge("degree", Kind.CV, text)
    assert found.verdict is Verdict.MET
    assert found.quote == "2017 - 2019 MSc Physics, Lund"


def test_an_unread_file_keeps_a_short_degree_open(
    document: Callable[..., Document], dossier: Callable[..., Dossier], call: Call
) -> None:
    cv = document(Kind.CV, "2018-2021 Bachelor of Science in Physics, 180 ECTS, awarded 2021")
    scan = document(Kind.OTHER, None, file="scan.pdf")
    found = check(dossier(cv, scan), call)
    assert found.verdict is Verdict.UNCLEAR
    assert "scan.pdf" in found.note


def test_the_quote_is_a_contiguous_run_of_words(judge: Judge) -> None:
    text = "Education\nSep 2019 -\nJun 2021\nM.Sc. Mathematics,\nUniversity of Oslo\nSKILLS\nPython"
    found = judge("degree", Kind.CV, text)
    assert found.quote in " ".join(text.split())
    assert "SKILLS" not in found.quote


def test_entries_that_start_with_an_institution_keep_it(judge: Judge) -> None:
    text = """Education
University of Oslo
MSc Physics, 2018 - 2020
University of Bergen
BSc Physics, 2014 - 2018"""
    found = judge("degree", Kind.CV, text)
    assert found.quote == "University of Oslo MSc Physics, 2018 - 2020"


def test_entries_that_end_with_an_institution_keep_it(judge: Judge) -> None:
    text = """Education
MSc Physics, 2018 - 2020
University of Oslo
BSc Physics, 2014 - 2018
University of Bergen"""
    found = judge("degree", Kind.CV, text)
    assert found.quote == "MSc Physics, 2018 - 2020 University of Oslo"


def test_the_year_of_the_next_entry_ends_the_passage(judge: Judge) -> None:
    text = "2018 - 2020\nMSc Physics, Oslo. Degree awarded June\n2020.\n2015\nSecondary school"
    found = judge("degree", Kind.CV, text)
    assert found.quote == "2018 - 2020 MSc Physics, Oslo. Degree awarded June 2020."
