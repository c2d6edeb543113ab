import pytest

from ranking.inputs.headlines import own_email, owner, seen_as_named
from ranking.model.document import Document, Kind, Page, SourceFile


def cover(text: str, kind: Kind = Kind.CV, path: str = "x.pdf") -> Document:
    source = SourceFile(path=path, size=1, sha256="")
    return Document(source=source, page_count=1, kind=kind, pages=(Page(number=1, text=text),))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giulia Ferrari Curriculum Vitae\nVia delle Moline 14", "Giulia Ferrari"),
        ("Curriculum Vitae\n\nElsa Lindqvist, M.Sc.\nStockholm", "Elsa Lindqvist"),
        ("ELSA\nLINDQVIST\nPhysicist", "ELSA LINDQVIST"),
        ("SKILLS\nPython\nLatex\nGoogle\nRohan Mehta\nrohan@x.in", "Rohan Mehta"),
        ("Lindqvist, Elsa\nelsa@x.se", "Elsa Lindqvist"),
        ("Name: Jan van der Berg | Ghent", "Jan van der Berg"),
        ("Jörg Küster\nBremen\nkuester@x.de", "Jörg Küster"),
        ("Department of Mathematics\nEducation 2018", None),
        ("", None),
    ],
)
def test_owner_of_a_cv(text: str, expected: str | None) -> None:
    found = owner(cover(text))
    assert (found and found.text) == expected


def test_letter_needs_more_than_a_name_at_its_top() -> None:
    assert owner(cover("Daniel Addressee\nDear sir", Kind.LETTER)) is None
    signed = cover("Elsa Lindqvist\nDaniel Addressee\nDear sir\nYours\nElsa Lindqvist", Kind.LETTER)
    found = owner(signed)
    assert found is not None
    assert found.text == "Elsa Lindqvist"


def test_hint_of_the_file_name_beats_the_place() -> None:
    found = owner(cover("Nashik India\nAbout\nRohan Mehta"), ("Mehta",))
    assert found is not None
    assert found.text == "Rohan Mehta"


def test_own_email_fits_the_name() -> None:
    page = cover("info@x.se\nsupervisor@kth.se\nElsa.Lind@x.se.")
    assert own_email(page, ("Elsa", "Lind")) == "elsa.lind@x.se"
    assert own_email(page, ("Bo", "Ek")) == "info@x.se"
    assert own_email(cover("none"), ("Bo", "Ek")) == ""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("my_CV.pdf", Kind.CV),
        ("Reference letter Ek.pdf", Kind.REFERENCE),
        ("Cover letter.pdf", Kind.LETTER),
        ("scan.pdf", Kind.OTHER),
    ],
)
def test_file_name_states_the_kind(path: str, kind: Kind) -> None:
    assert seen_as_named(cover("", Kind.OTHER, path)).kind is kind
