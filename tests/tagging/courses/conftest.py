from collections.abc import Callable

import pytest

from ranking.model.document import Document, Kind, Page, Quality, Reader, SourceFile, Word
from ranking.model.rules import GradeScales
from ranking.steps.options import Knowledge
from ranking.tagging.courses.cells import Cells
from ranking.tagging.courses.heads import HeadReader
from ranking.tagging.courses.words import Words, words_of


@pytest.fixture(scope="session")
def scales(knowledge: Knowledge) -> GradeScales:
    return knowledge.rules.grades


@pytest.fixture(scope="session")
def words(scales: GradeScales) -> Words:
    return words_of(scales)


@pytest.fixture(scope="session")
def cells(words: Words) -> Cells:
    return Cells(words)


@pytest.fixture(scope="session")
def heads(scales: GradeScales) -> HeadReader:
    return HeadReader(scales.heads)


@pytest.fixture(scope="session")
def scanned() -> Callable[..., Document]:
    """Return what makes a transcript that OCR read.

    Each line is its words with the place where each begins; a letter is 5 points wide.
    """

    def make(*lines: list[tuple[int, str]]) -> Document:
        found = tuple(
            Word(
                text=text,
                box=(left, 700 - 20 * number, left + 5 * len(text), 710 - 20 * number),
                confidence=0.9,
                line=number,
            )
            for number, line in enumerate(lines)
            for left, text in line
        )
        text = "\n".join(" ".join(word for _, word in line) for line in lines)
        page = Page(number=1, text=text, reader=Reader.OCR, quality=Quality.SCAN, words=found)
        source = SourceFile(path="Ek/a.pdf", size=1, sha256="0")
        return Document(source=source, page_count=1, pages=(page,), kind=Kind.TRANSCRIPT)

    return make
