"""Merged files fall into their parts; whatever belongs together stays together."""

import dataclasses

import pytest

from ranking.classification.kinds import classify
from ranking.classification.parts import split
from ranking.classification.sections import section_map
from ranking.model.document import Document, Kind, Page, Reader
from ranking.model.kinds import Kinds
from tests.classification.conftest import SAMPLES, document

MERGED_NAME = "Berg_Ada/all documents.pdf"
PROSE = "The representations of a compact group decompose into irreducible ones, as we show now."
TITLE_PAGE = """Equivariant maps on homogeneous spaces
Master's thesis in mathematics
Ada Berg
Supervisor: Prof. Eva Lind
University of Oslo"""
CERTIFICATE_PAGE = """Certificate
This is to certify that the thesis by Ada Berg is her own work.
Signature of the dean"""
ABSTRACT_PAGE = f"Abstract\n{PROSE}\n{PROSE}\nKeywords: groups, networks"
BIBLIOGRAPHY = "Bibliography\n[1] J.-P. Serre, Linear Representations, Springer 1977."
THESIS = (
    TITLE_PAGE,
    CERTIFICATE_PAGE,
    ABSTRACT_PAGE,
    "Contents\n1 Introduction . . . . 5\n2 Groups . . . . 6\n3 Networks . . . . 8\n4 End . . . 12",
    *[f"{number} Chapter on groups\n" + "\n".join([PROSE] * 20) for number in range(1, 9)],
    BIBLIOGRAPHY,
)
REST_OF_A_TRANSCRIPT = """Spring 2022
Algebra 7.5 A 2022-06-01
Topology 7.5 B 2022-06-03
Total credits 180
This is to certify that the above is a true record. Registrar"""


def pages(*names: str) -> tuple[tuple[str, ...], ...]:
    return tuple(SAMPLES[name].pages for name in names)


def merge(*documents: tuple[str, ...], blank: bool = False) -> Document:
    """Return one file with the pages of several, if wished with a blank page after each."""
    separated = [[*one, *([""] if blank else [])] for one in documents]
    return document(*(page for one in separated for page in one), file=MERGED_NAME)


def parts(merged: Document, kinds: Kinds) -> list[tuple[str, int, int]]:
    found = split(classify(merged, kinds), kinds).parts
    return [(part.kind.value, part.first_page, part.last_page) for part in found]


@pytest.mark.parametrize("blank", [False, True])
@pytest.mark.parametrize(
    "names",
    [
        ("cv de", "letter de"),
        ("letter sv", "cv fr"),
        ("letter plain", "cv de", "transcript en letters", "cert olymp"),
        ("transcript en letters", "cert degree de"),
        ("cv de", "reference he", "letter sv"),
        ("cv fr", "article math"),
        ("cv de", "thesis sv", "transcript sv"),
        ("article nips", "cv fr", "letter de"),
    ],
)
def test_merged_documents(names: tuple[str, ...], kinds: Kinds, *, blank: bool) -> None:
    wanted, first = [], 1
    for name in names:
        last = first + len(SAMPLES[name].pages) - 1 + blank
        wanted.append((SAMPLES[name].kind.value, first, last))
        first = last + 1
    assert parts(merge(*pages(*names), blank=blank), kinds) == wanted


@pytest.mark.parametrize("name", SAMPLES)
def test_a_document_is_one_part(name: str, kinds: Kinds) -> None:
    sample = SAMPLES[name]
    alone = classify(document(*sample.pages, file=MERGED_NAME), kinds)
    assert split(alone, kinds) == alone


@pytest.mark.parametrize(
    "one",
    [
        THESIS,
        (*THESIS, f"Appendix A\n{PROSE}", f"Acknowledgements\n{PROSE}"),
        (*SAMPLES["cv de"].pages, "Publications\nA. Berg, J. Algebra 1 (2020), arXiv 2001.00001"),
        (*SAMPLES["transcript en letters"].pages, REST_OF_A_TRANSCRIPT),
        (*SAMPLES["transcript en letters"].pages, "Diploma supplement\nNational system\nGrades"),
        (*SAMPLES["letter de"].pages, PROSE),
    ],
    ids=["front matter", "appendix", "publications", "last page", "supplement", "second page"],
)
def test_what_belongs_together_stays_together(one: tuple[str, ...], kinds: Kinds) -> None:
    assert len(parts(merge(one), kinds)) == 1


def test_an_article_follows_a_thesis_after_its_bibliography_only(kinds: Kinds) -> None:
    article = SAMPLES["article math"].pages
    end = len(THESIS)
    assert parts(merge(THESIS, article), kinds) == [
        ("thesis", 1, end),
        ("article", end + 1, end + len(article)),
    ]
    assert len(parts(merge((*THESIS[:-1], *article, BIBLIOGRAPHY)), kinds)) == 1


def test_two_transcripts_with_heads_of_their_own(kinds: Kinds) -> None:
    first, second = pages("transcript en letters", "transcript sv")
    assert [kind for kind, *_ in parts(merge(first, second), kinds)] == ["transcript"] * 2
    assert len(parts(merge(first, first), kinds)) == 1, "the head stands on each of its pages"


def test_a_work_whose_page_numbers_run_on_is_not_left(kinds: Kinds) -> None:
    cv = SAMPLES["cv de"].pages[0]
    numbered = tuple(f"{page}\n{number}" for number, page in enumerate((*THESIS, cv), 1))
    assert len(parts(merge(numbered), kinds)) == 1
    assert len(parts(merge(THESIS, (cv,)), kinds)) > 1


def test_pictures_that_were_not_read_are_a_part_of_unknown_kind(kinds: Kinds) -> None:
    merged = merge(*pages("cv de", "letter de"))
    scan = Page(number=3, text="", reader=Reader.NONE)
    merged = dataclasses.replace(merged, page_count=3, pages=(*merged.pages, scan))
    assert parts(merged, kinds) == [("cv", 1, 1), ("letter", 2, 2), ("other", 3, 3)]
    assert split(classify(merged, kinds), kinds).part_documents[-1].unread_pages == (3,)
    alone = dataclasses.replace(merged, page_count=2, pages=(merged.pages[0], scan))
    assert len(parts(alone, kinds)) == 1, "a CV with a picture stays a CV"


def test_pages_in_front_that_say_nothing_belong_to_the_first_document(kinds: Kinds) -> None:
    merged = merge(("Ada Berg",), *pages("cv de", "letter de"))
    assert parts(merged, kinds) == [("cv", 1, 2), ("letter", 3, 3)]


def test_a_merged_application_is_called_after_the_candidates_own_account(kinds: Kinds) -> None:
    merged = merge(*pages("thesis sv", "cv de"))
    merged = dataclasses.replace(merged, kind=Kind.THESIS)
    assert split(merged, kinds).kind is Kind.CV


def test_parts_have_language_reason_and_sections_of_their_own(kinds: Kinds) -> None:
    merged = split(classify(merge(*pages("cv de", "letter sv")), kinds), kinds)
    assert [part.language for part in merged.parts] == ["de", "sv"]
    assert all(part.reason for part in merged.parts)
    assert merged.kind in {Kind.CV, Kind.LETTER}
    sections = section_map(merged, kinds)
    assert set(sections) == {1, 2}
    assert sections[2][0] == "", "the CV's last section ends with it"
