from collections.abc import Callable

import pytest

from ranking.model.assessment import Dossier, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.model.document import Document, Kind
from ranking.model.evidence import Course
from ranking.requirements.background import check

Judge = Callable[..., RequirementCheck]

IN_FIELD = [
    "2017-2019 MSc Theoretical Physics, University of Leeds",
    "M.Sc. Mathematik, Universität Graz, 2016 - 2018",
    "2018 - 2020 Master 2 de mathématiques, Lyon",
    "Laurea magistrale in Fisica, Pisa, 2019",
    "2015-2019 B.Tech in Computer Engineering",
    "Harbour University BS in Computer Engineering Istanbul, 2014 - 2018",
    "MSc Physics University of Lund 2018 - 2020",
    "MSc Mathematical Statistics, 2018 - 2020",
    "2016 - 2018 M.Sc. in Data Science, 120 credits",
    "Master of Science in Mathematical Biology, 2018 - 2020",
    "2017-2019 MSc Information and Communication Technology, Computer Science, Riga",
    "Filosofie kandidatexamen, huvudområde matematik, 2019-06-21",
]

IN_BETWEEN = [
    "2017-2019 MSc Digital Media, University of Bremen",
    "2017-2019 MSc IT, Communication and Leadership, Odense",
    "2017-2019 MSc Nursing, Faculty of Mathematics and Natural Sciences",
    "MSc in Zoology, 2017-2019. Thesis: Statistics of bird song.",
    "2017-2019 MSc Electrical Engineering, Imperial College",
    "2017-2019 MSc Econometrics, Tilburg University",
    "2017-2019 MSc Bioinformatics, Uppsala University",
]

OTHER = [
    "2017-2019 MSc Marine Biology, University of Bergen",
    "2015-2018 BA (Hons) History, University of York",
]


@pytest.mark.parametrize("text", IN_FIELD)
def test_a_degree_in_the_field(judge: Judge, text: str) -> None:
    assert judge("background", Kind.CV, text).verdict is Verdict.MET


@pytest.mark.parametrize("text", IN_BETWEEN)
def test_a_neighbouring_field_is_for_the_committee(judge: Judge, text: str) -> None:
    assert judge("background", Kind.CV, text).verdict is Verdict.UNCLEAR


def test_the_whole_name_of_a_degree_outweighs_the_short_one(judge: Judge) -> None:
    short = "2018-2020 MSc in Information Technology, Odense"
    whole = "2018-2020 MSc IT, Communication and Leadership, Odense"
    assert judge("background", Kind.CV, short).verdict is Verdict.MET
    assert judge("background", Kind.CV, f"{short}\n{whole}").verdict is Verdict.UNCLEAR


@pytest.mark.parametrize("text", OTHER)
def test_another_field_without_relevant_study(judge: Judge, text: str) -> None:
    assert judge("background", Kind.CV, text).verdict is Verdict.NOT_MET


def course(credits_: float) -> Course:
    return Course(
        candidate="C001",
        course="Analysis",
        area="mathematics",
        credits=credits_,
        grade="A",
        grade_0_1=1.0,
        scale="A-F",
        passed=True,
        file="transcript.pdf",
        page=1,
    )


def test_courses_beside_another_degree_are_for_the_committee(
    document: Callable[..., Document], dossier: Callable[..., Dossier], call: Call
) -> None:
    cv = document(Kind.CV, "2017-2020 BSc Geology, minor in mathematics, University of Oslo")
    found = check(dossier(cv, courses=(course(60.0),)), call)
    assert found.verdict is Verdict.UNCLEAR
    assert "Relevant courses on transcripts: 1" in found.note


def test_many_courses_show_it_where_no_degree_was_found(
    dossier: Callable[..., Dossier], call: Call
) -> None:
    assert check(dossier(courses=(course(60.0), course(30.0))), call).verdict is Verdict.MET
    assert check(dossier(courses=(course(60.0),)), call).verdict is Verdict.UNCLEAR


def test_an_unread_file_keeps_it_open(
    document: Callable[..., Document], dossier: Callable[..., Dossier], call: Call
) -> None:
    cv = document(Kind.CV, "2017-2019 MSc Marine Biology, Bergen")
    scan = document(Kind.TRANSCRIPT, None)
    assert check(dossier(cv, scan), call).verdict is Verdict.UNCLEAR
