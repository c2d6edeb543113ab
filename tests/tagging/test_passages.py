from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ranking.model.document import Document, Kind, Page
from ranking.tagging.passages import LONGEST_QUOTE, blocks, clipped, passages

Make = Callable[..., Document]

PROSE = """The orbits of a finite group tell which inputs a network cannot tell apart.
I proved this for the icosahedron. It took me three weeks and a small program to
find the right invariants.

The next summer was for statistics."""

ITEMS = """2019 \u2013 2021 MSc in mathematics, Uppsala, with a thesis about lattices
2016 \u2013 2019 BSc in physics, Uppsala
\u2022 Treasurer of the choir
\u2022 Wrote a program that sorts the scores of the choir by composer, key and
by year of birth"""

ROWS = "MA1 Algebra 7,5 hp A\nMA2 Analysis and\nits history 7,5 hp B"


def texts(document: Document) -> list[str]:
    return [passage.text for passage in passages(document)]


def test_prose_is_cut_into_sentences_of_paragraphs(document: Make) -> None:
    found = list(passages(document(PROSE, kind=Kind.LETTER)))
    assert [passage.text for passage in found] == [
        "The orbits of a finite group tell which inputs a network cannot tell apart.",
        "I proved this for the icosahedron.",
        "It took me three weeks and a small program to find the right invariants.",
        "The next summer was for statistics.",
    ]
    assert [passage.block for passage in found] == [1, 1, 1, 2]
    assert [passage.line for passage in found] == [0, 0, 0, 4]
    assert found[0].entry == " ".join(passage.text for passage in found[:3])


def test_cv_is_cut_into_items(document: Make) -> None:
    assert texts(document(ITEMS, kind=Kind.CV)) == [
        "2019 \u2013 2021 MSc in mathematics, Uppsala, with a thesis about lattices",
        "2016 \u2013 2019 BSc in physics, Uppsala",
        "\u2022 Treasurer of the choir",
        " ".join(ITEMS.split("\n")[3:]),
    ]


def test_transcript_is_cut_into_lines(document: Make) -> None:
    assert texts(document(ROWS, kind=Kind.TRANSCRIPT)) == ROWS.split("\n")


@pytest.mark.parametrize("kind", [Kind.CV, Kind.LETTER, Kind.THESIS])
def test_line_that_runs_on_goes_on_below(document: Make, kind: Kind) -> None:
    text = (
        "A course on groups and\nRings, held by\nthe sea\n\nA long line about something else here"
    )
    assert texts(document(text, kind=kind))[0] == "A course on groups and Rings, held by the sea"


def test_section_ends_a_block_unless_its_line_runs_on(document: Make) -> None:
    line = "Python and other tongues that I speak in the lab"
    apart = passages(document(f"## skills\n{line}\n## interests\nChess", kind=Kind.LETTER))
    assert [passage.section for passage in apart] == ["skills", "interests"]
    on = passages(document(f"## skills\n{line} and\n## interests\nchess", kind=Kind.LETTER))
    assert [passage.section for passage in on] == ["skills"]


def test_pages_are_cut_apart(document: Make) -> None:
    found = list(passages(document("One sentence begins and", "ends here.", kind=Kind.THESIS)))
    assert [(passage.page, passage.block) for passage in found] == [(1, 1), (2, 2)]


def test_unwanted_pages_and_blocks_are_skipped(document: Make) -> None:
    made = document("Bees.\n\nAnts. Again ants.", "Wasps.", kind=Kind.LETTER)
    found = list(passages(made, lambda text: "nts" in text))
    assert [passage.text for passage in found] == ["Ants.", "Again ants."]


def test_page_without_words_has_no_passage(document: Make) -> None:
    assert texts(document("", "  \n \n")) == []


def test_unclassified_page_has_no_sections() -> None:
    (block,) = blocks(Page(number=1, text="Bees"), Kind.OTHER)
    assert (block.text, block.section, block.line) == ("Bees", "", 0)


WORDS = st.sampled_from(
    ["group", "theory", "I", "and", "2019", "\u2022", "(a)", "Lie.", "the", "Yang-Mills,", "x" * 70]
)
GAPS = st.sampled_from([" ", "  ", "\n", "\n\n", " \n", "\t"])
PAGES = st.lists(st.tuples(WORDS, GAPS), max_size=60).map(lambda p: "".join(w + g for w, g in p))


@settings(max_examples=150)
@given(text=PAGES, kind=st.sampled_from(list(Kind)))
def test_passages_are_verbatim_and_lose_nothing(document: Make, text: str, kind: Kind) -> None:
    found = texts(document(text, kind=kind))
    assert "".join("".join(found).split()) == "".join(text.split())
    page = " ".join(text.split())
    assert all(passage in page for passage in found)


@given(st.text(alphabet="ab ", max_size=900), st.integers(0, 900), st.integers(0, 60))
def test_clipped_is_a_short_run_that_holds_the_interval(text: str, at: int, length: int) -> None:
    text = " ".join(text.split())
    start = min(at, len(text))
    end = min(start + length, len(text))
    quote = clipped(text, start, end)
    assert quote in text
    assert text[start:end].strip() in quote
    assert len(quote) <= LONGEST_QUOTE + 1


def test_clipped_breaks_at_words() -> None:
    text = " ".join(f"word{number}" for number in range(200))
    start = text.index("word100")
    quote = clipped(text, start, start + 7)
    assert set(quote.split()) < set(text.split())
    assert "word99 word100 word101" in quote
    assert clipped("short", 0, 2) == "short"


@pytest.mark.parametrize(
    "mark", ["\u25c6", "\u2713", "\u27a2", "\uf0b7", "\u2022", "\u25a0", "\u2013", "(a)"]
)
def test_items_begin_with_any_mark(document: Make, mark: str) -> None:
    items = (f"{mark} Trained a network on the orbits of groups", f"{mark} wrote a solver")
    assert texts(document("\n".join(items), kind=Kind.CV)) == list(items)


def test_an_entry_has_its_date_on_a_line_of_its_own(document: Make) -> None:
    cv = document("Nets and groups, and their kernels\nA. Berg, B. Dal\nJuly 2021", kind=Kind.CV)
    (page,) = cv.pages
    page = replace(page, sections=("publications",) * 3)
    found = list(passages(replace(cv, pages=(page,))))
    assert found[0].text.startswith("Nets and groups")
    assert "2021" not in found[0].text
    assert found[0].entry.endswith("July 2021")
