"""Tricks that put words before programs and not before readers, and layouts that look like them."""

from collections.abc import Callable

import pytest
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    RectangleObject,
    TextStringObject,
)

from ranking.model.document import Quality
from tests.extraction.conftest import Applications, PdfBuilder

Make = Callable[[], PdfBuilder]

SEEN = "BT /F1 12 Tf 72 700 Td (What the committee reads on this page of the letter) Tj ET\n"
WORDS = "gauge theory"
HIDDEN = ("gauge", "theory")
FULL_PICTURE = "q 612 0 0 792 0 0 cm /Im1 Do Q\n"


def words(before: str = "", after: str = "", at: str = "72 400 Td", size: float = 12) -> str:
    return f"q {before} BT /F1 {size} Tf {at} ({WORDS}) Tj ET {after} Q\n"


TRICKS = {
    "white": words("1 g"),
    "near white": words("0.97 g"),
    "white in RGB": words("1 1 1 rg"),
    "tiny font": words(size=0.5),
    "tiny by the matrix": words("0.04 0 0 0.04 72 400 cm"),
    "render mode 3": words("3 Tr"),
    "render mode 7": words("7 Tr"),
    "outside the page": words(at="72 -40 Td"),
    "outside the crop box": words(at="300 40 Td"),
    "beneath a picture": words() + "q 200 0 0 60 60 380 cm /Im1 Do Q\n",
    "beneath a box": words() + "1 g 60 380 200 60 re f\n",
    "clipped away": words("10 10 20 20 re W n"),
    "transparent": words("/G0 gs"),
    "a layer that is off": f"/OC /Off BDC {words()} EMC\n",
    "black on black": "0 g 60 380 200 60 re f\n" + words(),
    "white in a form": "/Fm2 Do\n",
    "under visible words": words("1 g", at="72 703 Td", size=3),
}


def page(pdf: Make, content: str) -> PdfBuilder:
    """Return a file of one page with the resources that the tricks need."""
    builder = pdf().drawn(f"q {content} Q\n{SEEN}")
    writer = builder.writer
    sheet = writer.pages[0]
    sheet[NameObject("/CropBox")] = RectangleObject((0, 60, 612, 792))
    group = DictionaryObject(
        {NameObject("/Type"): NameObject("/OCG"), NameObject("/Name"): TextStringObject("off")}
    )
    layer = writer._add_object(group)  # noqa: SLF001
    order = DictionaryObject({NameObject("/OFF"): ArrayObject([layer])})
    writer.root_object[NameObject("/OCProperties")] = DictionaryObject(
        {NameObject("/OCGs"): ArrayObject([layer]), NameObject("/D"): order}
    )
    resources = sheet["/Resources"]
    assert isinstance(resources, DictionaryObject)
    resources[NameObject("/Properties")] = DictionaryObject({NameObject("/Off"): layer})
    no_colour = DictionaryObject({NameObject("/ca"): FloatObject(0)})
    resources[NameObject("/ExtGState")] = DictionaryObject({NameObject("/G0"): no_colour})
    objects = resources["/XObject"]
    assert isinstance(objects, DictionaryObject)
    objects[NameObject("/Fm2")] = form(builder, words("1 g"))
    return builder


def form(builder: PdfBuilder, content: str) -> IndirectObject:
    stream = builder.stream(content)
    stream.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(map(NumberObject, (0, 0, 612, 792))),
            NameObject("/Resources"): builder.fonts(),
        }
    )
    return builder.writer._add_object(stream)  # noqa: SLF001


@pytest.mark.parametrize("trick", TRICKS)
def test_words_out_of_sight_are_kept_apart(
    applications: Applications, pdf: Make, trick: str
) -> None:
    document, problems = applications.read("cv.pdf", page(pdf, TRICKS[trick]).bytes())
    (only,) = document.pages
    assert only.hidden == HIDDEN
    assert document.hidden_words == 2
    assert only.text == "What the committee reads on this page of the letter"
    assert [problem.code for problem in problems] == ["hidden-text"]
    assert "2 words" in problems[0].message


LAYOUTS = {
    "white on a dark banner": "0 0 0.4 rg 40 380 500 60 re f\n" + words("1 g"),
    "white on a picture": "q 500 0 0 60 40 380 cm /Im2 Do Q\n" + words("1 g"),
    "in a drawn frame": words() + "0 G 60 380 200 60 re S\n",
    "struck through": words() + "0 g 60 404 200 1 re f\n",
    "on a coloured box": "0.9 0.95 1 rg 60 380 200 60 re f\n" + words("0 g"),
    "beside a picture": words() + "q 100 0 0 60 300 380 cm /Im1 Do Q\n",
    "clipped to the page": words("0 0 612 792 re W n"),
    "grey": words("0.6 g"),
    "in a form": "/Fm3 Do\n",
    "half transparent": words("/G5 gs"),
    "outlined letters": words("1 Tr 0.5 w"),
    "small print": words(size=5),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_words_in_sight_stay(applications: Applications, pdf: Make, layout: str) -> None:
    builder = page(pdf, LAYOUTS[layout])
    resources = builder.writer.pages[0]["/Resources"]
    assert isinstance(resources, DictionaryObject)
    half = DictionaryObject({NameObject("/ca"): FloatObject(0.5)})
    resources["/ExtGState"][NameObject("/G5")] = half  # type: ignore[index]
    resources["/XObject"][NameObject("/Fm3")] = form(builder, words())  # type: ignore[index]
    resources["/XObject"][NameObject("/Im2")] = builder.image(bytes(64))  # type: ignore[index]
    document, problems = applications.read("cv.pdf", builder.bytes())
    assert WORDS in document.pages[0].text
    assert not document.hidden_words
    assert not problems


def test_words_over_a_picture_of_them_are_an_ocr_layer(
    applications: Applications, pdf: Make
) -> None:
    shown = "(recognised transcripts) Tj 0 -99 Td (representations) Tj"
    builder = pdf().drawn(f"{FULL_PICTURE} BT 3 Tr /F1 60 Tf 9 400 Td {shown} ET")
    resources = builder.writer.pages[0]["/Resources"]
    resources["/XObject"][NameObject("/Im1")] = builder.image(bytes([0, 255] * 32))  # type: ignore[index]
    document, problems = applications.read("transcript.pdf", builder.bytes())
    assert document.pages[0].quality is Quality.OCR_LAYER
    assert document.pages[0].text == "recognised transcripts\nrepresentations"
    assert not problems


def test_words_on_a_blank_part_of_the_picture_are_no_layer(
    applications: Applications, pdf: Make
) -> None:
    builder = pdf().drawn(f"{FULL_PICTURE} BT 3 Tr /F1 12 Tf 72 400 Td ({WORDS * 4}) Tj ET")
    resources = builder.writer.pages[0]["/Resources"]
    resources["/XObject"][NameObject("/Im1")] = builder.image(bytes([255] * 64))  # type: ignore[index]
    document, problems = applications.read("cv.pdf", builder.bytes())
    assert document.hidden_words
    assert "hidden-text" in {problem.code for problem in problems}


def replaced(drawn: str, replacement: str) -> str:
    span = f"/Span <</ActualText ({replacement})>> BDC"
    return f"{SEEN}{span} BT /F1 12 Tf 72 400 Td ({drawn}) Tj ET EMC\n"


def test_text_that_replaces_other_words_is_hidden(applications: Applications, pdf: Make) -> None:
    content = replaced("cooking and sailing", "quantum field theory")
    document, problems = applications.read("cv.pdf", pdf().drawn(content).bytes())
    assert document.pages[0].hidden == ("quantum", "field", "theory")
    assert [problem.code for problem in problems] == ["hidden-text"]


@pytest.mark.parametrize(
    ("drawn", "replacement"), [("x", "mailto:"), ("sailing and cooking", "sailing and cooking")]
)
def test_honest_replacements_stay(
    applications: Applications, pdf: Make, drawn: str, replacement: str
) -> None:
    content = replaced(drawn, replacement)
    document, problems = applications.read("cv.pdf", pdf().drawn(content).bytes())
    assert replacement in document.pages[0].text
    assert not problems


def test_page_number_below_the_sheet_is_no_problem(applications: Applications, pdf: Make) -> None:
    below = SEEN + "BT /F1 9 Tf 300 -20 Td (1) Tj ET"
    document, problems = applications.read("cv.pdf", pdf().drawn(below).bytes())
    assert document.hidden_words == 1
    assert not problems


def test_only_hidden_words(applications: Applications, pdf: Make) -> None:
    document, problems = applications.read("cv.pdf", pdf().drawn(words("1 g")).bytes())
    assert document.pages[0].text == ""
    assert document.hidden_words == 2
    assert [problem.code for problem in problems] == ["hidden-text"]
