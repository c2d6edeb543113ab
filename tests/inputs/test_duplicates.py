from dataclasses import replace
from itertools import permutations

import pytest

from ranking.inputs.duplicates import duplicate_problems, without_copies
from ranking.model.application import Application, Person
from ranking.model.document import Document, Kind, Page, SourceFile
from ranking.model.problem import problem


def document(path: str, content: str) -> Document:
    source = SourceFile(path=path, size=len(content), sha256=content and f"hash of {content}")
    return Document(source=source)


def text(path: str, words: str, kind: Kind = Kind.CV) -> Document:
    """Return a document with these words."""
    source = SourceFile(path=path, size=len(words), sha256=f"hash of {words}")
    return Document(source=source, page_count=1, pages=(Page(number=1, text=words),), kind=kind)


def marks(*documents: Document) -> dict[str, str]:
    return {document.file: document.duplicate_of for document in without_copies(documents)}


def application(*documents: Document) -> Application:
    return Application(
        candidate="C007", person=Person(family_name="Berg"), documents=without_copies(documents)
    )


def test_the_first_by_name_counts() -> None:
    documents = [document("b.pdf", "x"), document("c.pdf", "x"), document("a.pdf", "y")]
    orders = list(permutations(documents))
    assert len(orders) == 6
    for order in orders:
        assert marks(*order) == {"a.pdf": "", "b.pdf": "", "c.pdf": "b.pdf"}
        assert list(marks(*order)) == ["a.pdf", "b.pdf", "c.pdf"]


def test_files_without_content_are_no_copies() -> None:
    assert marks(document("a.pdf", ""), document("b.pdf", "")) == {"a.pdf": "", "b.pdf": ""}


def test_empty_files_are_no_copies_even_though_their_hashes_are_equal() -> None:
    empty = [
        Document(source=SourceFile(path=name, size=0, sha256="e3b0")) for name in ("a.pdf", "b.pdf")
    ]
    assert marks(*empty) == {"a.pdf": "", "b.pdf": ""}


def test_an_earlier_mark_is_forgotten() -> None:
    (alone,) = without_copies(
        [Document(source=SourceFile(path="b.pdf", size=1, sha256="x"), duplicate_of="a.pdf")]
    )
    assert alone.duplicate_of == ""


WORDS = " ".join(f"word{number}" for number in range(100))


def test_of_two_versions_the_longer_counts() -> None:
    documents = [text("a.pdf", WORDS), text("b.pdf", f"{WORDS} more")]
    for order in permutations(documents):
        assert marks(*order) == {"a.pdf": "b.pdf", "b.pdf": ""}
    (found,) = duplicate_problems([application(*documents)])
    assert found.message == "Nearly the same content as b.pdf, which counts."


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(text("b.pdf", f"{WORDS} more", Kind.LETTER), id="another kind"),
        pytest.param(text("b.pdf", WORDS.replace("word1", "term1")), id="another text"),
        pytest.param(text("b.pdf", WORDS[:300]), id="a part of it"),
    ],
)
def test_no_versions(other: Document) -> None:
    assert marks(text("a.pdf", WORDS), other) == {"a.pdf": "", "b.pdf": ""}


@pytest.mark.parametrize("form", [Kind.CERTIFICATE, Kind.TRANSCRIPT])
def test_two_printed_forms_are_two_documents(form: Kind) -> None:
    forms = [text(f"{name}.pdf", f"{WORDS} {name}", form) for name in ("algebra", "topology")]
    assert marks(*forms) == {"algebra.pdf": "", "topology.pdf": ""}


def test_short_texts_are_not_compared() -> None:
    assert marks(text("a.pdf", "A pass."), text("b.pdf", "A pass!")) == {"a.pdf": "", "b.pdf": ""}


def test_a_copy_of_a_version_names_the_file_that_counts() -> None:
    version = text("a.pdf", WORDS)
    copy = replace(version, source=replace(version.source, path="b.pdf"))
    found = marks(version, copy, text("c.pdf", f"{WORDS} more"))
    assert found == {"a.pdf": "c.pdf", "b.pdf": "c.pdf", "c.pdf": ""}


def test_texts_of_single_letters_are_not_compared() -> None:
    letters = "a b c d e f g h i j " * 6
    found = marks(text("a.pdf", letters), text("b.pdf", f"{letters} k"))
    assert found == {"a.pdf": "", "b.pdf": ""}


def test_every_copy_is_told() -> None:
    documents = [document("a.pdf", "x"), document("b.pdf", "x"), document("c.pdf", "x")]
    berg = application(*documents)
    assert duplicate_problems([berg]) == tuple(
        problem(
            "duplicate-file",
            "The same content as a.pdf, which counts.",
            file=name,
            candidate="C007",
        )
        for name in ("b.pdf", "c.pdf")
    )
    assert [d.file for d in berg.counted_documents] == ["a.pdf"]
