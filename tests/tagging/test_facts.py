import pytest

from ranking.model.application import Application, Person
from ranking.model.document import Document, Kind, Page, SourceFile
from ranking.tagging.facts import facts

CV = """Ada Berg
Education
2019 - 2021 MSc in Physics, University of Lund. Thesis: Spectra of random
graphs.
2016 - 2019 BSc in Physics, University of Lund.
Experience
Jan 2022 - Software engineer, Acme AB.
2020 - 2021 Teaching assistant, Linear algebra.
2019 Treasurer of the physics students' association.
Publications
2022 A. Berg, E. Lind. Eigenvalues of trees. Journal of Graphs 7 (2022), 1-9.
2021 Poster at a conference in Umeå.
Skills
Python, C++, R
Languages
Swedish (native), English (C1)
References
Prof. Eva Lind, KTH, eva.lind@kth.example, +46 8 555 22 10
Dr. Olu Ade, University of Ibadan, olu@ui.example"""

HEADINGS = {
    "Education": "education",
    "Experience": "experience",
    "Publications": "publications",
    "Skills": "skills",
    "Languages": "languages",
    "References": "referees",
}


def application(kind: Kind, text: str, sections: tuple[str, ...] = ()) -> Application:
    document = Document(
        source=SourceFile(path="file.pdf", size=1, sha256="0"),
        page_count=1,
        pages=(Page(number=1, text=text, sections=sections),),
        kind=kind,
    )
    person = Person(family_name="Berg", given_name="Ada", email="ada@berg.example")
    return Application(candidate="C001", person=person, documents=(document,))


def sections_of(text: str) -> tuple[str, ...]:
    current, found = "", []
    for line in text.split("\n"):
        current = HEADINGS.get(line, current)
        found.append(current)
    return tuple(found)


def values(kind: Kind, text: str, sections: tuple[str, ...] = ()) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for fact in facts(application(kind, text, sections)):
        found.setdefault(fact.fact, []).append(fact.value)
    return found


def test_a_cv_with_sections() -> None:
    assert values(Kind.CV, CV, sections_of(CV)) == {
        "education": [
            "2019 - 2021 MSc in Physics, University of Lund. Thesis: Spectra of random graphs.",
            "2016 - 2019 BSc in Physics, University of Lund.",
        ],
        "thesis_title": ["Spectra of random graphs"],
        "employment": ["Jan 2022 - Software engineer, Acme AB."],
        "teaching": ["2020 - 2021 Teaching assistant, Linear algebra."],
        "position_of_trust": ["2019 Treasurer of the physics students' association."],
        "publication": [
            "2022 A. Berg, E. Lind. Eigenvalues of trees. Journal of Graphs 7 (2022), 1-9."
        ],
        "programming_language": ["Python", "C++", "R"],
        "language": ["Swedish (native)", "English (C1)"],
        "referee": [
            "Prof. Eva Lind, KTH, eva.lind@kth.example, +46 8 555 22 10",
            "Dr. Olu Ade, University of Ibadan, olu@ui.example",
        ],
    }


@pytest.mark.parametrize(
    ("entry", "fact"),
    [
        ("2020 Chair of the rowing club.", "position_of_trust"),
        ("2021 Film society, chair.", "position_of_trust"),
        ("2020 Student assistant, chair of number theory.", "employment"),
        ("2021 Student assistant, same chair.", "employment"),
    ],
)
def test_a_chair_may_be_an_office_or_a_unit_of_a_university(entry: str, fact: str) -> None:
    text = f"Experience\n{entry}"
    assert values(Kind.CV, text, sections_of(text)) == {fact: [entry]}


def test_without_sections_the_heading_of_the_referees_is_found() -> None:
    assert len(values(Kind.CV, CV)["referee"]) == 2


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            (
                "Who vouches\nDr. Åsa Ek\nteam lead\nasa.ek@acme.example\n"
                "Ivo Hruška, hruska@lab.example"
            ),
            ["Dr. Åsa Ek team lead asa.ek@acme.example", "Ivo Hruška, hruska@lab.example"],
        ),
        ("please ask Eva Lind (lind@kth.example)", ["Eva Lind (lind@kth.example"]),
        ("Referees Eva Lind, lind@kth.example", ["Referees Eva Lind, lind@kth.example"]),
        ("Acme AB, Malmö\njobs@acme.example", []),
        ("Ada Berg\nTown\nada.berg@other.example", []),
        ("Ada Berg\nada@berg.example", []),
    ],
)
def test_without_a_heading_the_address_of_another_person_tells(
    text: str, people: list[str]
) -> None:
    assert values(Kind.CV, text).get("referee", []) == people


def test_an_author_with_an_address_is_no_referee() -> None:
    text = "Publications\nE. Lind, Eva Lind, lind@kth.example"
    assert "referee" not in values(Kind.CV, text, sections_of(text))
    assert "referee" not in values(Kind.LETTER, "To Eva Lind, lind@kth.example")


def test_every_value_is_a_contiguous_run_of_the_pages_words() -> None:
    found = facts(application(Kind.CV, CV, sections_of(CV)))
    assert found
    assert all(fact.value in " ".join(CV.split()) for fact in found)
    assert {fact.page for fact in found} == {1}


def test_dates_as_written() -> None:
    found = facts(application(Kind.CV, CV, sections_of(CV)))
    assert [fact.date for fact in found if fact.fact == "education"] == [
        "2019 - 2021",
        "2016 - 2019",
    ]


def test_the_title_of_a_thesis() -> None:
    page = (
        "Spectra of random\ngraphs\nMaster's thesis in Physics\nAda Berg\nLund University\nMay 2021"
    )
    (fact,) = facts(application(Kind.THESIS, page))
    assert (fact.fact, fact.value, fact.date) == (
        "thesis_title",
        "Spectra of random graphs",
        "May 2021",
    )


def test_the_title_of_an_article() -> None:
    page = "Journal of Graphs (2022) 7, 1-9\nEigenvalues of trees\nAda Berg and Eva Lind\nAbstract."
    assert values(Kind.ARTICLE, page) == {"publication": ["Eigenvalues of trees"]}


def test_a_certificate() -> None:
    page = "TOEFL iBT\nScore report\nBerg, Ada\nTotal score 104\nTest date: 10 May 2022"
    (fact,) = facts(application(Kind.CERTIFICATE, page))
    assert (fact.fact, fact.value, fact.date) == (
        "certificate",
        "TOEFL iBT Score report",
        "May 2022",
    )


def test_an_empty_document_holds_no_facts() -> None:
    assert [values(kind, "") for kind in Kind] == [{}] * len(Kind)
