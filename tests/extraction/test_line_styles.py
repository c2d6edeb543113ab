from collections.abc import Callable

from tests.extraction.conftest import Applications, PdfBuilder

Make = Callable[[], PdfBuilder]


def line(text: str, top: int, scale: int = 1) -> str:
    """Return a line of text of 9 points, drawn that many times as large."""
    return f"BT /F1 9 Tf {scale} 0 0 {scale} 50 {top} Tm ({text}) Tj ET "


PAGE = (
    line("Education", 700, scale=2)
    + line("Mathematics in Leeds, with a term in Lund", 670)
    + line("Patents", 640, scale=2)
    + line("A sieve for honey", 610)
)


def test_lines_that_look_alike_have_one_style(applications: Applications, pdf: Make) -> None:
    document, _ = applications.read("cv.pdf", pdf().drawn(PAGE).bytes())
    education, leeds, patents, sieve = document.pages[0].styles
    assert education == patents
    assert leeds == sieve
    assert education != leeds


def test_every_line_has_a_style(applications: Applications, pdf: Make) -> None:
    document, _ = applications.read("cv.pdf", pdf().text("one", "two", "", "three").bytes())
    page = document.pages[0]
    assert len(page.styles) == len(page.text.split("\n"))


def test_long_documents_and_pictures_have_no_styles(applications: Applications, pdf: Make) -> None:
    long = pdf()
    for _ in range(11):
        long.drawn(PAGE)
    for content in (long.bytes(), pdf().picture().bytes()):
        document, _ = applications.read("thesis.pdf", content)
        assert {page.styles for page in document.pages} == {()}
