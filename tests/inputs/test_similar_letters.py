from collections.abc import Callable

from ranking.inputs.duplicates import duplicate_problems, similar_letters, without_copies
from ranking.model.application import Application, Person
from ranking.model.document import Document, Kind

Build = Callable[..., Document]

FIRST = " ".join(f"I counted the orbits of group number {n} by hand." for n in range(12))
SECOND = " ".join(f"Waves of length {n} break on every shore that we measured." for n in range(12))
SET_PHRASES = "Dear committee, I apply for the PhD position in mathematics. Yours sincerely"


def applicant(candidate: str, *documents: Document) -> Application:
    return Application(
        candidate=candidate, person=Person(family_name=candidate), documents=documents
    )


def test_near_copies_of_one_kind_count_once(make_document: Build) -> None:
    old = make_document(Kind.CV, file="a/cv old.pdf", text=FIRST)
    new = make_document(Kind.CV, file="a/cv.pdf", text=f"{FIRST} Updated.")
    letter = make_document(Kind.LETTER, file="a/letter.pdf", text=FIRST)
    documents = without_copies([old, new, letter])
    assert [d.duplicate_of for d in documents] == ["a/cv.pdf", "", ""]
    assert [p.code for p in duplicate_problems([applicant("C001", *documents)])] == [
        "duplicate-file"
    ]


def test_letters_of_two_people_with_the_same_sentences(make_document: Build) -> None:
    letters = {
        "C001": f"{SET_PHRASES} {FIRST}",
        "C002": f"{SET_PHRASES} {FIRST} {SECOND[:200]}",
        "C003": f"{SET_PHRASES} {SECOND}",
    }
    applications = [
        applicant(name, make_document(Kind.LETTER, file=f"{name}/letter.pdf", text=text))
        for name, text in letters.items()
    ]
    found = similar_letters(applications)
    assert [(p.code, p.candidate, p.file) for p in found] == [
        ("similar-letter", "C001", "C001/letter.pdf"),
        ("similar-letter", "C002", "C002/letter.pdf"),
    ]
    assert "C002" in found[0].message


def test_two_letters_of_one_person_and_other_kinds_are_no_matter(make_document: Build) -> None:
    letters = [make_document(Kind.LETTER, file=f"a/{n}.pdf", text=f"{FIRST} {n}") for n in range(2)]
    cv = make_document(Kind.CV, file="b/cv.pdf", text=FIRST)
    assert similar_letters([applicant("C001", *letters), applicant("C002", cv)]) == ()
    assert similar_letters([]) == ()
