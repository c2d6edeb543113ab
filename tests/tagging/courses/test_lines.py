from collections.abc import Callable

from ranking.model.document import Document
from ranking.tagging.courses.heads import HeadReader
from ranking.tagging.courses.lines import columns_below, joined, lines_of

Scan = Callable[..., Document]


def test_words_of_ocr_keep_their_places(scanned: Scan) -> None:
    (line,) = lines_of(scanned([(0, "Topology"), (100, "6")]))
    assert line.words == ("Topology", "6")
    assert (line.places, line.is_ocr) == (((0, 40), (100, 105)), True)


def test_cells_that_ocr_ran_together_are_parted_but_not_in_the_quote(scanned: Scan) -> None:
    (line,) = lines_of(scanned([(0, "221Calculus"), (100, "4.00A-")]))
    assert line.words == ("221", "Calculus", "4.00", "A-")
    assert line.passage.text == "221Calculus 4.00A-"


def test_words_of_text_are_as_they_are(document: Callable[..., Document]) -> None:
    (line,) = lines_of(document("Topology 4.00A-"))
    assert (line.words, line.places, line.is_ocr) == (("Topology", "4.00A-"), (), False)


def test_words_stand_below_columns(scanned: Scan, heads: HeadReader) -> None:
    top, row = lines_of(
        scanned(
            [(0, "Course"), (200, "ECTS-Punkte"), (300, "Note")],
            [(0, "Topology"), (215, "6"), (305, "1,0")],
        )
    )
    head = heads.read(top.passage.text)
    assert head
    assert columns_below(row, head, top) == (0, 1, 2)


def test_joined_lines_are_one_passage(scanned: Scan) -> None:
    one = joined(lines_of(scanned([(0, "Group")], [(0, "theory"), (100, "6")])))
    assert one.passage.text == "Group theory 6"
    assert len(one.places) == 3
    assert one.part(1, 2).passage.text == "theory"
