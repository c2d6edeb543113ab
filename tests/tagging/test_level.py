import pytest

from ranking.model.evidence import Level
from ranking.tagging.level import SECTION_LEVELS
from ranking.tagging.tools import Tools


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our paper on lattice sums appeared in spring", Level.PUBLICATION),
        ("In my master's thesis I studied lattice sums", Level.THESIS),
        ("Min kandidatuppsats handlar om gittersummor; examensarbete i matematik", Level.THESIS),
        ("I was a teaching assistant in lattice sums", Level.COURSEWORK),
        ("I gave a talk on lattice sums", Level.COURSEWORK),
        ("I implemented lattice sums in Julia", Level.PROJECT),
        ("Lattice sums were implemented", Level.MENTION),
        ("The vendor has implemented lattice sums for what we sell", Level.MENTION),
        ("At this stage of my life I know lattice sums", Level.MENTION),
        ("During an internship I met lattice sums", Level.PROJECT),
        ("I took a course on lattice sums", Level.COURSEWORK),
        ("In the course on numerics I implemented lattice sums", Level.COURSEWORK),
        ("I implemented lattice sums for a course project", Level.PROJECT),
        ("Beyond the course I implemented lattice sums in class libraries", Level.PROJECT),
        ("Lattice sums (A), Fourier series (B)", Level.COURSEWORK),
        ("Lattice sums", Level.MENTION),
        ("I have a passion for lattice sums and used them as a skill", Level.MENTION),
    ],
)
def test_words_claim_a_level(tools: Tools, text: str, expected: Level) -> None:
    assert tools.levels.claimed(text)[0] is expected


def test_rule_is_named(tools: Tools) -> None:
    assert tools.levels.claimed("Lattice sums") == (Level.MENTION, "named")
    assert tools.levels.claimed("my thesis, published in a journal")[1] == "own-publication"


@pytest.mark.parametrize(
    ("section", "text", "expected"),
    [
        ("skills", "Lattice sums", Level.MENTION),
        ("skills", "I implemented lattice sums in Julia", Level.PROJECT),
        ("courses", "I implemented lattice sums in Julia", Level.COURSEWORK),
        ("education", "Lattice sums, 2020", Level.COURSEWORK),
        ("education", "Bachelor's thesis on lattice sums", Level.THESIS),
        ("projects", "A program for lattice sums", Level.PROJECT),
        ("experience", "A program for lattice sums", Level.PROJECT),
        ("experience", "lattice sums", Level.MENTION),
        ("experience", "Teaching assistant, lattice sums, 2021", Level.COURSEWORK),
        ("publications", "A. Ek: Lattice sums, 2021", Level.PUBLICATION),
        ("publications", "Poster on lattice sums, 2021", Level.COURSEWORK),
        ("publications", "Lattice sums", Level.MENTION),
        ("theses", "Lattice sums", Level.THESIS),
        ("interests", "I implemented lattice sums", Level.INTEREST),
        ("", "I took a course on lattice sums", Level.COURSEWORK),
        ("profile", "Lattice sums", Level.MENTION),
    ],
)
def test_section_gives_the_level_unless_the_words_say_otherwise(
    tools: Tools, section: str, text: str, expected: Level
) -> None:
    assert tools.levels.in_section(text, section, text)[0] is expected


def test_item_tells_that_a_line_of_it_is_published(tools: Tools) -> None:
    line, item = "Lattice sums", "A. Ek: Lattice sums Journal of Sums 3 (2021)"
    assert tools.levels.in_section(line, "publications", item)[0] is Level.PUBLICATION
    assert tools.levels.in_section(line, "publications", line)[0] is Level.MENTION


def test_item_lends_its_lines_no_other_level(tools: Tools) -> None:
    item = "I implemented many things: Lattice sums"
    assert tools.levels.in_section("Lattice sums", "skills", item)[0] is Level.MENTION


def test_levels_of_sections_are_named_with_their_section(tools: Tools) -> None:
    assert SECTION_LEVELS
    for section, level in SECTION_LEVELS.items():
        text = "A long line on lattice sums, 2021"
        assert tools.levels.in_section(text, section, text) == (level, f"section-{section}")
