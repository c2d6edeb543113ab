from dataclasses import replace

import pytest

from ranking.classification.headings import Heading, heading_finder
from ranking.classification.sections import section_map
from ranking.model.document import Document, Kind
from ranking.model.kinds import Group, Kinds
from tests.classification.conftest import document


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Education", "education"),
        ("EDUCATION:", "education"),
        ("E D U C A T I O N", "education"),
        ("2. Work experience", "experience"),
        ("Selected publications", "publications"),
        ("Awards and scholarships", "awards"),
        ("Skills & hobbies", "skills"),
        ("Utbildning / Education", "education"),
        ("Arbetslivserfarenhet", "experience"),
        ("Ausgewählte Publikationen", "publications"),
        ("SPRACHKENNTNISSE", "languages"),
        ("Expérience professionnelle", "experience"),
        ("Formación académica", "education"),
        ("Competenze informatiche", "skills"),
        ("Werkervaring", "experience"),
        ("Referees", "referees"),
        ("Research interests", "interests"),
        ("III Teaching", "teaching"),
        ("Degree project", "theses"),
        ("About me", "other"),
    ],
)
def test_headings_of_a_cv(kinds: Kinds, line: str, section: str) -> None:
    heading = heading_finder(kinds, Group.CV).find(line)
    assert heading is not None
    assert heading.section == section
    assert not heading.is_label


@pytest.mark.parametrize(
    "line",
    [
        "",
        "education and teaching of children,",
        "in education",
        "Education in the family has been important to me since I was born in the north.",
        "Experience with group theory in the summer school of Leeds",
        "Research.",
        "Mathematics",
        "12 34 56",
        "\u2022",
    ],
)
def test_what_is_no_heading(kinds: Kinds, line: str) -> None:
    assert heading_finder(kinds, Group.CV).find(line) is None


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Abstract", Heading("abstract")),
        ("Abstract. We study groups.", Heading("abstract", is_label=True)),
        ("1 Introduction", Heading("introduction")),
        ("1. INTRODUCTION", Heading("introduction")),
        ("Chapter 4", Heading("body")),
        ("Chapter 1 Introduction", Heading("introduction")),
        ("6 Chapter 2 Related work", Heading("related_work")),
        ("1.2 Related work", Heading("related_work", depth=2)),
        ("3 Equivariant networks", Heading("body")),
        ("3.1.2 Kernels on groups", Heading("body", depth=3)),
        ("Tidigare forskning", Heading("related_work")),
        ("Literaturverzeichnis", Heading("bibliography")),
        ("A Anhang", Heading("appendix")),
        ("Table des matières", Heading("contents")),
        ("Dankwoord", Heading("acknowledgements")),
        ("Conclusiones", Heading("conclusion")),
        ("2 0.31 0.45 0.12", None),
        ("I thank my family", None),
    ],
)
def test_headings_of_a_paper(kinds: Kinds, line: str, heading: Heading | None) -> None:
    assert heading_finder(kinds, Group.PAPER).find(line) == heading


def test_sections_run_on_across_pages(kinds: Kinds) -> None:
    cv = document(
        "Jane Doe\nEducation\nMSc\nLanguages: English\nBSc", "Leeds\nSkills\nPython", kind=Kind.CV
    )
    assert section_map(cv, kinds) == {
        1: ("", "education", "education", "languages", "education"),
        2: ("education", "skills", "skills"),
    }


def test_chapters_of_a_thesis(kinds: Kinds) -> None:
    thesis = document(
        "Groups and nets\nAbstract\nWe study groups.",
        "Contents\n1 Introduction 1\nBibliography\n30\nConclusion . . . . 12",
        "1 Introduction\nNets are good.\n1.1 Related work\nOthers did this.\n1.2 Aims\nWe do that.",
        "2 Groups\nA group is a set.\nReferences\n1 Some Author And Title\nActa Math",
        kind=Kind.THESIS,
    )
    sections = section_map(thesis, kinds)
    assert sections[1] == ("", "abstract", "abstract")
    assert set(sections[2]) == {"contents"}
    assert sections[3] == (*["introduction"] * 2, *["related_work"] * 2, *["introduction"] * 2)
    assert sections[4] == (*["body"] * 2, *["bibliography"] * 3)


def test_abstract_on_the_line_of_its_heading_runs_on(kinds: Kinds) -> None:
    article = document("Abstract. We study\ngroups.\n1 Introduction\nNets.", kind=Kind.ARTICLE)
    assert section_map(article, kinds)[1] == (*["abstract"] * 2, *["introduction"] * 2)


def test_every_line_has_a_section(kinds: Kinds) -> None:
    page = "\nEducation\n\nMSc\n"
    assert len(section_map(document(page, kind=Kind.CV), kinds)[1]) == len(page.split("\n"))


def set_as(cv: Document, *styles: str) -> Document:
    """Return a document of one page whose lines are set in these styles."""
    return replace(cv, pages=(replace(cv.pages[0], styles=styles),))


UNFORESEEN = "Education\nMSc\nSkills\nPython\nThings I build\nA kite\nA raft"


def test_a_line_set_like_the_headings_is_one(kinds: Kinds) -> None:
    cv = document(UNFORESEEN, kind=Kind.CV)
    plain = ("education", "education", *["skills"] * 5)
    assert section_map(cv, kinds)[1] == plain
    looks = set_as(cv, "big", "small", "big", "small", "big", "small", "small")
    assert section_map(looks, kinds)[1] == (*plain[:4], *["other"] * 3)


def test_a_look_that_other_lines_share_tells_nothing(kinds: Kinds) -> None:
    cv = document(UNFORESEEN, kind=Kind.CV)
    looks = set_as(cv, "bold", "plain", "bold", "bold", "bold", "bold", "plain")
    assert section_map(looks, kinds)[1] == section_map(cv, kinds)[1]


def test_a_line_set_like_the_bulk_of_the_text_is_no_heading(kinds: Kinds) -> None:
    cv = document("Education\nMSc\nReferences\nTeaching\nBSc\nSkills\nGo", kind=Kind.CV)
    looks = set_as(cv, "big", "small", "big", "small", "small", "big", "small")
    assert section_map(looks, kinds)[1] == (
        *["education"] * 2,
        *["referees"] * 3,
        *["skills"] * 2,
    )


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("COURSES (SELECTION)", "courses"),
        ("Selected courses with grades", "courses"),
        ("Courses of relevance", "courses"),
        ("Work", "experience"),
        ("Things I build", "other"),
    ],
)
def test_what_looks_like_a_heading_may_begin_with_one(
    kinds: Kinds, line: str, section: str
) -> None:
    cv = document(f"Education\nMSc\nReferees\nProf. Ek\n{line}\nA kite", kind=Kind.CV)
    looks = set_as(cv, "big", "small", "big", "small", "big", "small")
    assert section_map(looks, kinds)[1][-2:] == (section, section)
