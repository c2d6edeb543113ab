import dataclasses
from collections.abc import Callable

from ranking.model.application import Application, Person
from ranking.model.document import Document, Kind, Page, Part, Reader

Build = Callable[..., Document]
TWO_PARTS = (
    Part(kind=Kind.CV, first_page=1, last_page=1, reason="headings", language="en"),
    Part(kind=Kind.TRANSCRIPT, first_page=2, last_page=3, reason="rows", language="sv"),
)


def three_pages(document: Document) -> Document:
    pages = (
        Page(number=1, text="one"),
        Page(number=2, text="", reader=Reader.NONE),
        Page(number=3, text="three"),
    )
    return dataclasses.replace(document, page_count=3, pages=pages)


def test_a_file_of_one_document_is_one_part(make_document: Build) -> None:
    whole = three_pages(make_document(Kind.CV))
    assert whole.parts == (Part(kind=Kind.CV, first_page=1, last_page=3),)
    assert whole.part_documents == (whole,)
    assert dataclasses.replace(whole, page_count=0, pages=()).parts == ()


def test_parts_are_documents_over_the_same_file(make_document: Build) -> None:
    merged = dataclasses.replace(three_pages(make_document(Kind.CV)), merged=TWO_PARTS)
    cv, transcript = merged.part_documents
    assert merged.parts == TWO_PARTS
    assert (cv.kind, cv.page_count, cv.fully_read, cv.language) == (Kind.CV, 1, True, "en")
    assert (transcript.kind, transcript.first_page, transcript.kind_reason) == (
        Kind.TRANSCRIPT,
        2,
        "rows",
    )
    assert [page.number for page in transcript.pages] == [2, 3]
    assert transcript.unread_pages == merged.unread_pages == (2,)
    assert transcript.file == merged.file
    assert transcript.parts == (Part(kind=Kind.TRANSCRIPT, first_page=2, last_page=3),)


def test_an_application_counts_parts_but_no_copies(make_document: Build) -> None:
    merged = dataclasses.replace(three_pages(make_document(Kind.CV)), merged=TWO_PARTS)
    copy = dataclasses.replace(merged, duplicate_of="other.pdf")
    person = Person(family_name="Berg")
    application = Application(candidate="C001", person=person, documents=(merged, copy))
    assert [d.kind for d in application.counted_parts] == [Kind.CV, Kind.TRANSCRIPT]
