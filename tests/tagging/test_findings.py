from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ranking.model.assessment import Dossier
from ranking.model.document import Document, Kind, Reader, SourceFile
from ranking.model.evidence import Assertion
from ranking.tagging.assertion import AFFIRMED, Claim
from ranking.tagging.findings import why_not_counted

Make = Callable[..., Document]
Tag = Callable[..., Dossier]

LETTER = """I wrote my thesis about Lie groups and gauge theory. For it I programmed neural networks
in Python; I have never studied statistics. I would like to work on geometric deep learning and on
neural tangent kernels. In 2019 I won a bronze medal at the International Mathematical Olympiad."""


def ids(dossier: Dossier) -> list[str]:
    return [row.id for row in dossier.evidence]


def renamed(document: Document, path: str) -> Document:
    source = document.source
    return replace(document, source=SourceFile(path=path, size=source.size, sha256=source.sha256))


def test_row_holds_where_and_why(document: Make, dossier: Tag) -> None:
    made = document("Dear all.", "## skills\nI programmed in Python.", kind=Kind.OTHER)
    rows = dossier(made).evidence
    (row,) = [row for row in rows if row.criterion == "programming"]
    assert (row.candidate, row.file, row.page) == ("C001", "Ek/a.pdf", 2)
    assert (row.section, row.kind, row.reader) == ("skills", Kind.OTHER, Reader.TEXT)
    assert row.quote == "I programmed in Python."
    lexicon, _, rest = row.rule.partition(":")
    assert lexicon == "programming"
    assert rest == f"{row.concept} > own-work"


def test_reader_is_that_of_the_page(document: Make, dossier: Tag) -> None:
    made = document("I programmed in Python.", "I took a course in group theory.")
    read = replace(made, pages=(made.pages[0], replace(made.pages[1], reader=Reader.OCR)))
    readers = {row.criterion: row.reader for row in dossier(read).evidence}
    assert readers["programming"] is Reader.TEXT
    assert readers["group_theory"] is Reader.OCR


def test_ids_are_unique(document: Make, dossier: Tag) -> None:
    found = ids(dossier(document(LETTER, LETTER), document(LETTER, kind=Kind.CV, file="Ek/cv.pdf")))
    assert len(found) > 10
    assert max(Counter(found).values()) == 1
    assert all(len(one) == 10 and set(one) <= set("0123456789abcdef") for one in found)


def test_ids_do_not_depend_on_names_and_order_of_files(document: Make, dossier: Tag) -> None:
    first, second = document(LETTER), document("I took a course in group theory.", file="Ek/b.pdf")
    before = ids(dossier(first, second))
    after = ids(dossier(renamed(second, "1/z.pdf"), renamed(first, "other/name.pdf")))
    assert before
    assert set(after) == set(before)


@pytest.mark.parametrize("change", ["candidate", "content", "page", "quote"])
def test_ids_depend_on_what_they_stand_for(document: Make, dossier: Tag, change: str) -> None:
    text = "I took a course in group theory."
    made = document(text)
    (before,) = ids(dossier(made))
    source = replace(made.source, sha256="another")
    after = {
        "candidate": ids(dossier(made, candidate="C002")),
        "content": ids(dossier(replace(made, source=source))),
        "page": ids(dossier(document("", text))),
        "quote": ids(dossier(document(f"Yes, {text}"))),
    }[change]
    assert len(after) == 1
    assert after != [before]


def test_ids_ignore_white_space_case_and_hyphens(document: Make, dossier: Tag) -> None:
    one = dossier(document("I took a course in group theory."))
    two = dossier(document("I took  a course\nin GROUP-theory."))
    assert ids(one) == ids(two) != []


def test_passage_said_twice_is_one_row(document: Make, dossier: Tag) -> None:
    once = dossier(document("I took a course in group theory."))
    twice = dossier(document("I took a course in group theory. I took a course in group theory."))
    assert ids(once) == ids(twice)


def test_second_copies_of_a_file_are_not_tagged(document: Make, dossier: Tag) -> None:
    first = document("Group theory 7.5 A", kind=Kind.TRANSCRIPT)
    copy = replace(renamed(first, "Ek/copy.pdf"), duplicate_of=first.file)
    assert dossier(first, copy).evidence == dossier(first).evidence
    assert len(dossier(first, copy).courses) == 1


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=st.data(), kind=st.sampled_from(list(Kind)))
def test_quote_is_a_run_of_the_page_wherever_lines_break(
    document: Make, dossier: Tag, data: st.DataObject, kind: Kind
) -> None:
    words = LETTER.split()
    gaps = data.draw(
        st.lists(st.sampled_from([" ", " ", " ", "\n", "\n\n", "  "]), min_size=len(words))
    )
    page = "".join(word + gap for word, gap in zip(words, gaps, strict=False))
    plain = " ".join(page.split())
    for row in dossier(document(page, kind=kind)).evidence:
        assert row.quote
        assert row.quote in plain


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (AFFIRMED, ""),
        (Claim(Assertion.NEGATED, "r", "no idea"), 'the passage denies it ("no idea")'),
        (Claim(Assertion.FAILED), "failed, withdrawn or not completed"),
    ],
)
def test_reason_is_told_in_plain_words(claim: Claim, expected: str) -> None:
    assert why_not_counted(claim) == expected


def test_every_claim_but_affirmed_has_a_reason() -> None:
    for assertion in set(Assertion) - {Assertion.AFFIRMED}:
        assert why_not_counted(Claim(assertion))


def test_a_medal_and_its_diploma_are_one_deed(document: Make, dossier: Tag) -> None:
    cv = document("Silver medal, International Physics Olympiad 2017", kind=Kind.CV)
    diploma = document(
        "International Physics Olympiad 2017, Ada Ek", kind=Kind.CERTIFICATE, file="Ek/b.pdf"
    )
    rows = [r for r in dossier(cv, diploma).evidence if r.criterion == "problem_solving"]
    assert {row.level for row in rows} == {"prize", "international"}
    assert {row.concept for row in rows} == {"international_olympiad"}
