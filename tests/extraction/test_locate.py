from collections.abc import Callable
from pathlib import Path

import pytest
import typst

from ranking.extraction.locate import Found, locate_words
from ranking.extraction.read_options import ReadOptions
from ranking.extraction.reader import read_file
from ranking.extraction.reopened import Reopened
from ranking.model.document import SourceFile, Word
from ranking.model.page_rules import PageRules
from tests.extraction.conftest import Applications, PdfBuilder

Make = Callable[[], PdfBuilder]

SOURCE = """
#set page(width: 7cm, height: 12cm, margin: 1cm)
#set text(lang: "en", hyphenate: true, size: 10pt)
#set par(justify: true)
Equivariant convolutional neural networks characteristically generalise translation equivariance;
Yang-Mills theory with $cal(G) bold(x)$ in the office of Göteborg.
#pagebreak()
Second page.
"""


def located(path: Path, wanted: dict[int, list[str]]) -> Found:
    with Reopened(path, ()) as again:
        return again.check(wanted).found


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("paper")
    source = folder / "paper.typ"
    source.write_text(SOURCE, encoding="utf-8")
    typst.compile(source, output=folder / "paper.pdf")
    return folder / "paper.pdf"


def test_every_run_of_words_that_was_read_is_found(paper: Path, page_rules: PageRules) -> None:
    source = SourceFile(path=paper.name, size=1, sha256="")
    document, _ = read_file(
        paper.parent, source, ReadOptions(max_pages=9, max_megabytes=9, pages=page_rules)
    )
    words = document.pages[0].text.split()
    assert len(words) > 12
    quotes = [" ".join(words[start : start + 4]) for start in range(len(words) - 3)]
    found = located(paper, {1: quotes})
    assert set(found) == {(1, quote) for quote in quotes}
    assert all(found.values())


@pytest.mark.parametrize(
    ("quote", "lines"),
    [
        ("Second PAGE.", 1),
        ("equi-variant convolu\u00adtional", 1),
        ("Yang\u2013Mills   theory", None),
        ("\U0001d4a2\U0001d499 in the o\ufb03ce", None),
        ("Go\u0308teborg", 1),
    ],
)
def test_spelling_that_does_not_matter(paper: Path, quote: str, lines: int | None) -> None:
    page = 2 if quote.startswith("Second") else 1
    boxes = located(paper, {page: [quote]})[page, quote]
    assert boxes
    assert lines is None or len(boxes) >= lines


def test_what_is_not_on_the_page_is_absent(paper: Path) -> None:
    wanted = {1: ["Second page.", "Gauge theory", "  "], 2: ["Equivariant"], 9: ["Second"]}
    assert located(paper, wanted) == {}


def test_one_box_a_line_around_the_words(applications: Applications, pdf: Make) -> None:
    content = pdf().text("The quick brown fox", "jumps over the dog").bytes()
    path = applications.root / applications.add("cv.pdf", content).path
    boxes = located(path, {1: ["brown fox jumps"]})[1, "brown fox jumps"]
    assert len(boxes) == 2
    (left, bottom, right, top), (next_left, _, next_right, next_top) = boxes
    assert 120 < left < right < 185
    assert 695 < bottom < 701 < top < 712
    assert 71 < next_left < next_right < 110
    assert next_top < bottom


def test_boxes_of_words() -> None:
    words = [
        Word(text=text, box=(x, y, x + 9.0, y + 4.0), confidence=1, line=index)
        for text, x, y, index in (("Lie", 0, 50, 0), ("equi-", 10, 50, 0), ("variant", 0, 40, 1))
    ]
    assert locate_words(words, ["lie equivariant", "equi variant", "groups", "--"]) == {
        "lie equivariant": ((0, 50, 19, 54), (0, 40, 9, 44)),
        "equi variant": ((10, 50, 19, 54), (0, 40, 9, 44)),
    }
