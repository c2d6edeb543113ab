"""Who sent what, on invented papers: a text starting with a name is the top of a page."""

import dataclasses
import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ranking.inputs.assignment import Assigned, assign
from ranking.model.application import Applicant, Person
from ranking.model.document import Document, Kind, Page, Part, SourceFile

CV, LETTER, THESIS = Kind.CV, Kind.LETTER, Kind.THESIS


def paper(path: str, text: str = "", kind: Kind = Kind.OTHER, author: str = "") -> Document:
    """A document; pages are separated by form feeds, no text is an unreadable file."""
    pages = tuple(Page(number=n, text=t) for n, t in enumerate(text.split("\f"), 1)) if text else ()
    source = SourceFile(path=path, size=1, sha256=path)
    return Document(source=source, page_count=len(pages), pages=pages, kind=kind, author=author)


def deal(*papers: Document, applicants: tuple[Applicant, ...] = ()) -> Assigned:
    documents = {one.file: one for one in papers if one.pages}
    return assign([one.source for one in papers], documents, applicants, "20230018")


def files_by_name(outcome: Assigned) -> dict[str, list[str]]:
    return {
        f"{one.person.given_name}|{one.person.family_name}": list(one.files)
        for one in outcome.assignments
    }


def codes(outcome: Assigned) -> list[str]:
    return [problem.code for problem in outcome.problems]


FLAT_CASES = {
    "the call's pattern, with the copy mark of a colliding name": (
        [
            paper("CV, Smith, 1.pdf", "John Smith", CV),
            paper("CV, Smith, 1 (2).pdf", "Anna Smith", CV),
            paper("Transcript, J Smith.pdf"),
            paper("Letter Smith.pdf", "Dear all\nYours\nAnna", LETTER),
            paper("degree Smith.pdf", "This certifies that\nMr. John Henry Smith has passed"),
            paper("Smith_Anna_toefl.pdf"),
        ],
        {
            "Anna|Smith": ["CV, Smith, 1 (2).pdf", "Letter Smith.pdf", "Smith_Anna_toefl.pdf"],
            "John|Smith": ["CV, Smith, 1.pdf", "degree Smith.pdf", "Transcript, J Smith.pdf"],
        },
    ),
    "a name inside a longer name": (
        [
            paper("CV, van der Berg, 1.pdf", "Jan van der Berg", CV),
            paper("CV, Berg, 1.pdf", "Anna Berg", CV),
            paper("vanderBerg-grades.pdf"),
            paper("thesis_berg.pdf", "On it\nAnna Berg\nSupervisor: Jan van der Berg", THESIS),
        ],
        {
            "Anna|Berg": ["CV, Berg, 1.pdf", "thesis_berg.pdf"],
            "Jan|van der Berg": ["CV, van der Berg, 1.pdf", "vanderBerg-grades.pdf"],
        },
    ),
    "two family names, decomposed in one file name and without diacritics in another": (
        [
            paper(
                unicodedata.normalize("NFD", "CV, García Márquez, 1.pdf"),
                "Gabriel García Márquez",
                CV,
            ),
            paper("Transcript Garcia Marquez.pdf"),
        ],
        {
            "Gabriel|García Márquez": [
                unicodedata.normalize("NFD", "CV, García Márquez, 1.pdf"),
                "Transcript Garcia Marquez.pdf",
            ]
        },
    ),
    "transliterated": (
        [
            paper("Lebenslauf_Groß_Jörg.pdf", "Lebenslauf\nJörg Groß\njoerg.gross@x.de", CV),
            paper("Masterarbeit_Joerg_Gross.pdf"),
            paper("odegaard transcript.pdf"),
            paper("Odegard degree.pdf"),
            paper("CV - Søren Ødegård.pdf", "SØREN ØDEGÅRD", CV),
        ],
        {
            "Jörg|Groß": ["Lebenslauf_Groß_Jörg.pdf", "Masterarbeit_Joerg_Gross.pdf"],
            "Søren|Ødegård": [
                "CV - Søren Ødegård.pdf",
                "odegaard transcript.pdf",
                "Odegard degree.pdf",
            ],
        },
    ),
    "other scripts": (
        [
            paper("张雨桐_简历.pdf", "Yutong Zhang (张雨桐)\nytzhang@pku.example", CV),
            paper("张雨桐_成绩单.pdf"),
            paper("李明简历.pdf", "李明\n北京大学", CV),
            paper("CV, Иванов, 1.pdf", "Ivan Ivanov", CV),
            paper("Transcript Ivanov.pdf"),
        ],
        {
            "Ivan|Ivanov": ["CV, Иванов, 1.pdf", "Transcript Ivanov.pdf"],
            "Yutong|Zhang": ["张雨桐_成绩单.pdf", "张雨桐_简历.pdf"],
            "明|李": ["李明简历.pdf"],
        },
    ),
    "files without names, people only on their pages": (
        [
            paper("my cv new (2).pdf", "CURRICULUM VITAE\nRohan Mehta\nrohan.m@x.in", CV),
            paper("resume.pdf", "Elsa Lind\nStockholm", CV),
            paper("letter.pdf", "To all\nI, Hedvig Ramel, praise Elsa Lind\nHedvig Ramel", LETTER),
            paper("recommendation.pdf", "Prof. Hedvig Ramel\nI have known Rohan Mehta"),
            paper("IMC 2018.pdf", "Second prize\nawarded to\nRohan Mehta (University)"),
            paper("scan0001.pdf", "Namn Lind, Elsa Maria\nPersonnummer"),
            paper(
                "thesis.pdf", "University\fTitle\nby\nRohan Mehta\nSupervisor: Elsa Lind", THESIS
            ),
            paper("report.pdf", "A report", author="Rohan Mehta"),
        ],
        {
            "Elsa|Lind": ["letter.pdf", "resume.pdf", "scan0001.pdf"],
            "Rohan|Mehta": [
                "IMC 2018.pdf",
                "my cv new (2).pdf",
                "recommendation.pdf",
                "report.pdf",
                "thesis.pdf",
            ],
        },
    ),
    "nobody's CV can be read": (
        [
            paper("Mehta grades.pdf"),
            paper("Mehta diploma.pdf"),
            paper("cv-paul-dirac.pdf"),
            paper("CV, Ek, Bo.pdf"),
            paper("Lindqvist_Elsa.pdf", "Elsa Lindqvist\nAbout me"),
            paper("Application Okonkwo.pdf", "Dear all\nI am\nYours\nChidi Okonkwo", LETTER),
        ],
        {
            "Paul|Dirac": ["cv-paul-dirac.pdf"],
            "Bo|Ek": ["CV, Ek, Bo.pdf"],
            "Elsa|Lindqvist": ["Lindqvist_Elsa.pdf"],
            "|Mehta": ["Mehta diploma.pdf", "Mehta grades.pdf"],
            "Chidi|Okonkwo": ["Application Okonkwo.pdf"],
        },
    ),
    "names that are common words": (
        [
            paper("CV, He, 1.pdf", "Kaiming He", CV),
            paper("He letter.pdf"),
            paper("he said.pdf", "Notes\nLan Xue"),
            paper("CV Xu.pdf", "XU Wei", CV),
            paper("CV Xue.pdf", "Lan Xue", CV),
        ],
        {
            "Kaiming|He": ["CV, He, 1.pdf", "He letter.pdf"],
            "Wei|Xu": ["CV Xu.pdf"],
            "Lan|Xue": ["CV Xue.pdf", "he said.pdf"],
        },
    ),
    "spelled in several ways": (
        [
            paper("Jean-Pierre Dupont-Leroy CV.pdf", "Jean-Pierre DUPONT-LEROY", CV),
            paper("DupontLeroyJeanPierre_notes.pdf"),
            paper("O'Neill CV.pdf", "Siobhán O\u2019Neill", CV),
            paper("ONeill transcript.pdf"),
            paper("CV Lindqvist.pdf", "Elsa Lindqvist", CV),
            paper("Letter Lindquist.pdf"),
        ],
        {
            "Jean-Pierre|Dupont-Leroy": [
                "DupontLeroyJeanPierre_notes.pdf",
                "Jean-Pierre Dupont-Leroy CV.pdf",
            ],
            "Elsa|Lindqvist": ["CV Lindqvist.pdf", "Letter Lindquist.pdf"],
            "Siobhán|O\u2019Neill": ["O'Neill CV.pdf", "ONeill transcript.pdf"],
        },
    ),
    "one person under names of different length and order": (
        [
            paper("cv1.pdf", "Yutong Zhang\nyutong@x.cn", CV),
            paper("cv2.pdf", "Zhang Yutong\nyutong@x.cn", CV),
        ],
        {"Yutong|Zhang": ["cv1.pdf", "cv2.pdf"]},
    ),
    "folders of kinds": (
        [
            paper("CVs/Lind.pdf", "Eva Lind", CV),
            paper("CVs/Ek.pdf", "Bo Ek", CV),
            paper("Transcripts/lind eva.pdf"),
            paper("Transcripts/scan.pdf", "Name: Ek, Bo"),
        ],
        {
            "Bo|Ek": ["CVs/Ek.pdf", "Transcripts/scan.pdf"],
            "Eva|Lind": ["CVs/Lind.pdf", "Transcripts/lind eva.pdf"],
        },
    ),
}


@pytest.mark.parametrize("case", FLAT_CASES)
def test_loose_files_go_to_their_people(case: str) -> None:
    papers, expected = FLAT_CASES[case]
    outcome = deal(*papers)
    assert files_by_name(outcome) == expected
    assert outcome.unassigned == ()


FOLDERS = [
    paper("apps/12345_Svensson_Bo_application/cv.pdf", "Bo Svensson", CV),
    paper("apps/12345_Svensson_Bo_application/grades/x.pdf"),
    paper("apps/Karin Ek/CV.pdf"),
    paper("apps/Ek, Olle/CV.pdf"),
    paper("apps/777/a.pdf", "Wei Chen\nwei.chen@x.cn", CV),
    paper("apps/777/b.pdf"),
    paper("apps/Zhang_Yutong/CV, Zhang, 1.pdf", "Yutong ZHANG", CV),
    paper("apps/TOEFL Ek Karin.pdf"),
    paper("apps/Reference Svensson.pdf"),
    paper("apps/zzz.pdf", "prize to Wei Chen"),
    paper("apps/CV Nils.pdf", "Nils Holgersson\nnils.holgersson@x.se", CV),
]


def test_folders_are_candidates_and_loose_files_join_them() -> None:
    outcome = deal(*FOLDERS)
    assert [(one.key, one.person.name, len(one.files)) for one in outcome.assignments] == [
        ("12345-svensson-bo-application", "Bo Svensson", 3),
        ("777", "Wei Chen", 3),
        ("ek-olle", "Olle Ek", 1),
        ("holgersson-nils", "Nils Holgersson", 1),
        ("karin-ek", "Karin Ek", 2),
        ("zhang-yutong", "Yutong Zhang", 1),
    ]
    assert codes(outcome) == ["same-family-name", "same-family-name"]
    assert {problem.candidate for problem in outcome.problems} == {"ek-olle", "karin-ek"}


def test_equal_folder_names_get_keys_of_their_own() -> None:
    outcome = deal(paper("a/Lind_Eva/cv.pdf"), paper("b/Lind_Eva/cv.pdf"), paper("a/Ek_Bo/cv.pdf"))
    assert [one.key for one in outcome.assignments] == ["ek-bo", "lind-eva", "lind-eva-2"]


def test_numbered_keys_leave_room_for_folders_of_that_name() -> None:
    outcome = deal(
        *(paper(f"{path}/cv.pdf") for path in ("a/Lind_Eva", "b/Lind_Eva", "Lind_Eva 2"))
    )
    assert [one.key for one in outcome.assignments] == ["lind-eva", "lind-eva-2", "lind-eva-3"]


def test_given_name_is_found_on_another_paper() -> None:
    outcome = deal(
        paper("CV, Ek.pdf"),
        paper("Transcript, Ek.pdf", "University\nBo Ek\nCourses"),
        paper("Notes.pdf", "Grades\n\fEk, Bo\nlist"),
    )
    assert files_by_name(outcome) == {"Bo|Ek": ["CV, Ek.pdf", "Transcript, Ek.pdf"]}
    assert outcome.unassigned == ("Notes.pdf",)


def test_folder_named_by_the_reference_number_is_opened() -> None:
    outcome = deal(paper("20230018/CV Ek.pdf", "Bo Ek", CV))
    assert files_by_name(outcome) == {"Bo|Ek": ["20230018/CV Ek.pdf"]}
    assert outcome.assignments[0].key == "ek-bo"


@pytest.mark.parametrize(
    ("case", "doubtful", "possible"),
    [
        ([paper("scan.pdf")], "scan.pdf", ""),
        ([paper("Transcript Ek.pdf")], "Transcript Ek.pdf", "Bo Ek, Eva Ek"),
        ([paper("paper.pdf", "T\nBo Ek, Eva Ek\nAbstract")], "paper.pdf", "Bo Ek, Eva Ek"),
        (
            [
                paper("CV Lind.pdf", "Al Lind", CV),
                paper("Transcript Lind.pdf", "University\nName: Bo Ek"),
            ],
            "Transcript Lind.pdf",
            "Al Lind, Bo Ek",
        ),
    ],
    ids=["no name", "namesakes", "authors", "name and pages differ"],
)
def test_doubtful_file_is_nobodys_and_says_who_is_possible(
    case: list[Document], doubtful: str, possible: str
) -> None:
    two = (paper("CV Ek.pdf", "Bo Ek", CV), paper("CV Ek (2).pdf", "Eva Ek", CV))
    outcome = deal(*two, *case)
    (problem,) = (one for one in outcome.problems if one.code == "unassigned-file")
    assert outcome.unassigned == (doubtful,)
    assert problem.file == doubtful
    assert (f"(possible: {possible})" in problem.message) == bool(possible)


def test_letter_shows_a_namesake_whose_cv_cannot_be_read() -> None:
    outcome = deal(
        paper("CV, Smith.pdf", "Anna Smith", CV),
        paper("CV, Smith (2).pdf"),
        paper("Letter, Smith.pdf", "Anna Smith\nDear all\nAnna Smith", LETTER),
        paper("Letter, Smith (2).pdf", "John Smith\nDear all\nJohn Smith", LETTER),
    )
    assert files_by_name(outcome) == {
        "Anna|Smith": ["CV, Smith.pdf", "Letter, Smith.pdf"],
        "John|Smith": ["Letter, Smith (2).pdf"],
    }
    assert outcome.unassigned == ("CV, Smith (2).pdf",)


def test_two_cvs_with_two_addresses_under_one_name_are_to_be_checked() -> None:
    outcome = deal(
        paper("cv1.pdf", "Wei Zhang\nwei.zhang@a.cn", CV),
        paper("cv2.pdf", "Wei Zhang\nw.zhang@b.cn", CV),
    )
    assert codes(outcome) == ["same-family-name"]
    assert "w.zhang@b.cn and wei.zhang@a.cn" in outcome.problems[0].message


def test_applicant_list_assigns_by_file_by_folder_and_by_name() -> None:
    def listed(family: str, first: str, *files: str) -> Applicant:
        return Applicant(person=Person(family_name=family, given_name=first), files=files)

    outcome = deal(
        paper("a.pdf", "Somebody Else", CV),
        paper("Lind letter.pdf"),
        paper("Lind_Eva/x.pdf"),
        paper("deep/y.pdf"),
        paper("CV Stranger.pdf", "Zoe Stranger", CV),
        applicants=(
            listed("Lind", "Eva", "A.PDF", "nope.pdf"),
            listed("Ek", "Bo", "deep"),
            listed("Gone", "Al"),
        ),
    )
    assert files_by_name(outcome) == {
        "Bo|Ek": ["deep/y.pdf"],
        "Eva|Lind": ["a.pdf", "Lind letter.pdf", "Lind_Eva/x.pdf"],
    }
    assert outcome.unassigned == ("CV Stranger.pdf",)
    assert codes(outcome) == ["missing-document", "unassigned-file", "missing-applicant"]


@given(st.integers())
def test_order_of_files_changes_nothing(seed: int) -> None:
    papers = [*FOLDERS, *FLAT_CASES["files without names, people only on their pages"][0]]
    shuffled = random.Random(seed).sample(papers, len(papers))  # noqa: S311
    assert deal(*shuffled) == deal(*papers)


_WORDS = st.sampled_from("CV Letter Ek Lind Eva Bo scan 2023 , _ Transcript 张雨桐 ö".split())  # noqa: SIM905


@given(st.sets(st.lists(_WORDS, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=8))
def test_every_file_is_somebodys_or_reported(stems: set[str]) -> None:
    outcome = deal(*(paper(f"{stem}.pdf") for stem in stems))
    dealt = [path for one in outcome.assignments for path in one.files]
    reported = [one.file for one in outcome.problems if one.code == "unassigned-file"]
    assert sorted([*dealt, *outcome.unassigned]) == sorted(f"{stem}.pdf" for stem in stems)
    assert sorted(reported, key=str) == sorted(outcome.unassigned)
    assert len({one.key for one in outcome.assignments}) == len(outcome.assignments)


def test_a_name_beside_an_address_is_the_folder_s_and_not_a_co_author_s() -> None:
    cv = "Ayesha Rahim ayesha@mail.example\nPublication\nT. Ashgrove, A. Rahim\ntom@uni.example"
    outcome = deal(paper("Rahim_Ayesha/all.pdf", cv, CV))
    assert files_by_name(outcome) == {"Ayesha|Rahim": ["Rahim_Ayesha/all.pdf"]}


def test_the_cv_inside_a_merged_file_tells_whose_it_is() -> None:
    pages = "Thesis\nTom Ashgrove\nSupervisor: Eva Lind\f\fAyesha Rahim\nayesha.rahim@mail.example"
    parts = (
        Part(kind=THESIS, first_page=1, last_page=2),
        Part(kind=CV, first_page=3, last_page=3),
    )
    merged = dataclasses.replace(paper("all.pdf", pages, THESIS), merged=parts)
    assert files_by_name(deal(merged)) == {"Ayesha|Rahim": ["all.pdf"]}
