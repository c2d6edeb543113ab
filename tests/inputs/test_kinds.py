from pathlib import Path

import pytest

from ranking.errors import InputFileError, UserError
from ranking.inputs.data_root import data_root
from ranking.inputs.kinds import read_kinds
from ranking.model.document import Kind

SECTIONS = """
qualifiers = ["selected"]
[[section]]
id = "education"
group = "cv"
[section.headings]
en = ["education"]
"""
CV = """
kind = "cv"
threshold = 3
[[name]]
weight = 4
words = ["cv"]
[[heading]]
weight = 1
sections = ["education"]
"""


def folder(tmp_path: Path, cv: str) -> Path:
    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds" / "cv.toml").write_text(cv, encoding="utf-8")
    (tmp_path / "sections.toml").write_text(SECTIONS, encoding="utf-8")
    return tmp_path


def test_kinds_of_the_toolkit() -> None:
    kinds = read_kinds(data_root())
    assert {clues.kind for clues in kinds.kinds} == set(Kind) - {Kind.OTHER}
    assert kinds.sections.section


def test_equal_files_have_equal_fingerprints(tmp_path: Path) -> None:
    place = folder(tmp_path, CV)
    first = read_kinds(place)
    assert first == read_kinds(place)
    (place / "sections.toml").write_text(SECTIONS + 'sv = ["utbildning"]\n', encoding="utf-8")
    assert first != read_kinds(place)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('kind = "cv"', 'kind = "letter"', "kind"),
        ('"education"', '"educatoin"', "heading[0].sections"),
        ("weight = 4", "wieght = 4", "name[0].wieght"),
        ("threshold = 3", 'threshold = "much"', "threshold"),
        (
            "[[heading]]",
            '[[measure]]\nweight=1\nmeasure="pages"\nsays="x"\nleast=3\nmost=2\n[[heading]]',
            "measure[0].least",
        ),
    ],
)
def test_faults_are_named(tmp_path: Path, old: str, new: str, place: str) -> None:
    with pytest.raises(InputFileError) as caught:
        read_kinds(folder(tmp_path, CV.replace(old, new)))
    assert place in {fault.place for fault in caught.value.faults}


def test_folder_without_kinds(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no kinds"):
        read_kinds(tmp_path)
