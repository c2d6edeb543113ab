from pathlib import Path

import pytest

from ranking.errors import InputFileError, UserError
from ranking.inputs.data_root import data_root
from ranking.inputs.lexicons import read_lexicon, read_lexicons
from ranking.model.lexicon import Strength

KNOTS = """\
id = "knots"
title = "Knots"
scope = "Knots in rope and in mathematics"
[[concept]]
id = "trefoil"
title = "Trefoil"
strength = "direct"
phrases.en = ["trefoil knot"]
phrases.sv = ["treklöverknut"]
examples = ["I tied a trefoil knot."]
[[concept]]
id = "rope"
title = "Rope"
strength = "related"
phrases.en = ["rope"]
examples = ["A rope."]
counter_examples = ["A robe."]
"""


def write(folder: Path, text: str = KNOTS, name: str = "knots") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_lexicon(tmp_path: Path) -> None:
    lexicon = read_lexicon(write(tmp_path))
    trefoil, rope = lexicon.concepts
    assert trefoil.phrases == {"en": ("trefoil knot",), "sv": ("treklöverknut",)}
    assert (trefoil.strength, rope.strength) == (Strength.DIRECT, Strength.RELATED)
    assert rope.counter_examples == ("A robe.",)
    assert rope.level == ""


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('id = "knots"', 'id = "ropes"', "id: must be 'knots', as the file's name"),
        ('id = "rope"', 'id = "trefoil"', "concept: the id 'trefoil' stands there 2 times"),
        ('["rope"]', "[]", "concept[1].phrases: 'rope' has no phrase"),
        ('["A rope."]', "[]", "concept[1].examples: 'rope' has no example"),
        ('"related"', '"realted"', "concept[1].strength: Input should be 'direct' or 'related'"),
        (
            "counter_examples",
            "counterexamples",
            "concept[1].counterexamples: unknown key - did you mean 'counter_examples'?",
        ),
        ('["rope"]', '"rope"', "concept[1].phrases.en: Input should be a valid"),
    ],
)
def test_a_fault_has_a_place(tmp_path: Path, old: str, new: str, fault: str) -> None:
    assert KNOTS.count(old) == 1
    with pytest.raises(InputFileError) as caught:
        read_lexicon(write(tmp_path, KNOTS.replace(old, new)))
    (found,) = caught.value.faults
    assert str(found).startswith(fault)


def test_all_faults_at_once(tmp_path: Path) -> None:
    text = KNOTS.replace('id = "knots"', 'id = "ropes"').replace('["A rope."]', "[]")
    with pytest.raises(InputFileError) as caught:
        read_lexicon(write(tmp_path, text))
    assert [fault.place for fault in caught.value.faults] == ["id", "concept[1].examples"]


SHARED = KNOTS.replace(
    "[[concept]]", '[unless]\nsailors = ["boat", "sail"]\n[[concept]]', 1
).replace('id = "rope"', 'id = "rope"\nunless = ["sail", "soap"]\nunless_lists = ["sailors"]')


def test_concepts_share_conditions(tmp_path: Path) -> None:
    trefoil, rope = read_lexicon(write(tmp_path, SHARED)).concepts
    assert rope.unless == ("sail", "soap", "boat")
    assert trefoil.unless == ()


@pytest.mark.parametrize(
    ("old", "new", "faults"),
    [
        (
            '["sailors"]',
            '["sailors", "climbers"]',
            ["concept[1].unless_lists: there is no list 'climbers' in [unless]"],
        ),
        (
            'unless_lists = ["sailors"]',
            "",
            ["unless.sailors: no concept names this list in unless_lists"],
        ),
        ('sailors = ["boat", "sail"]', "sailors = 1", ["unless.sailors: Input should be a valid"]),
    ],
)
def test_a_fault_of_a_list(tmp_path: Path, old: str, new: str, faults: list[str]) -> None:
    assert SHARED.count(old) == 1
    with pytest.raises(InputFileError) as caught:
        read_lexicon(write(tmp_path, SHARED.replace(old, new)))
    found = [str(fault) for fault in caught.value.faults]
    assert len(found) == len(faults)
    assert all(one.startswith(start) for one, start in zip(found, faults, strict=True))


def test_a_folder_of_lexicons(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, KNOTS.replace('id = "knots"', 'id = "bends"'), "bends")
    (tmp_path / "notes.txt").write_text("no lexicon", encoding="utf-8")
    found = read_lexicons(tmp_path)
    assert [lexicon.id for lexicon in found.lexicons] == ["bends", "knots"]
    knots = found.get("knots")
    assert knots is not None
    assert knots.title == "Knots"
    assert found.get("hitches") is None


def test_equal_files_make_equal_lexicons(tmp_path: Path) -> None:
    write(tmp_path)
    first = read_lexicons(tmp_path)
    assert first == read_lexicons(tmp_path)
    write(tmp_path, KNOTS.replace("A robe.", "A rob."))
    assert first != read_lexicons(tmp_path)


def test_no_lexicon(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no lexicon in"):
        read_lexicons(tmp_path)


def test_the_lexicons_of_the_toolkit() -> None:
    found = read_lexicons(data_root() / "lexicons")
    assert len(found.lexicons) >= 17
    assert len(found.fingerprint) == 64
    for lexicon in found.lexicons:
        assert lexicon.scope
        assert lexicon.concepts
