"""``rank tag``: one object a line in, one object a line out, nothing else on stdout."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ranking.inputs.data_root import data_root

Rank = Callable[..., Any]

AREAS = {
    "quantum_field_theory", "group_theory", "statistics", "neural_networks", "machine_learning",
    "programming",
}  # fmt: skip


def test_areas_of_texts(rank: Rank) -> None:
    rows = [
        {
            "id": "ü1",
            "title": "Irreducible representations of compact Lie groups",
            "abstract": "We study group theory and the representations of Lie groups.",
        },
        {"id": 2, "text": "A recipe for\u2028pancakes with\x85jam, for six people."},
        {"id": "3", "title": None, "text": "We train a deep neural network by backpropagation."},
        {"id": "4"},
    ]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    content = "\ufeff" + "\r\n".join([*lines[:2], "", *lines[2:]])
    Path("rows.jsonl").write_text(content, encoding="utf-8", newline="")
    ran = rank("tag", "rows.jsonl")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith('{"id": "ü1", "areas": {"group_theory": ')
    found = [json.loads(line) for line in ran.out.splitlines()]
    assert [row["id"] for row in found] == ["ü1", 2, "3", "4"]
    for row in found:
        assert list(row) == ["id", "areas"]
        assert set(row["areas"]) <= AREAS
        assert all(strength > 0 for strength in row["areas"].values())
    assert "neural_networks" not in found[0]["areas"]
    assert found[1]["areas"] == found[3]["areas"] == {}
    assert "neural_networks" in found[2]["areas"]


def test_all_faulty_lines_are_listed(rank: Rank) -> None:
    lines = ['{"id": 1, "text": "Lie groups"}', "{", "", "[1]", '{"text": "no id"}', "NaN"]
    Path("rows.jsonl").write_text("\n".join(lines), encoding="utf-8")
    ran = rank("tag", "rows.jsonl")
    assert (ran.code, ran.out) == (2, "")
    first, *faults, advice = ran.err.splitlines()
    assert first == "rows.jsonl: 4 faults"
    assert faults[0].startswith("  line 2: is not JSON: ")
    assert faults[1:] == [f'  line {n}: is no object with an "id"' for n in (4, 5, 6)]
    assert advice == "Mend rows.jsonl and run again."


def test_files_that_cannot_be_read(rank: Rank) -> None:
    Path("latin.jsonl").write_bytes('{"id": "å"}'.encode("latin-1"))
    Path("folder").mkdir()
    for name in ("none.jsonl", "latin.jsonl", "folder"):
        ran = rank("tag", name)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"{name} cannot be read: ")
        assert ran.err.endswith("Give a .jsonl file in UTF-8.\n")


def test_an_empty_file(rank: Rank) -> None:
    Path("rows.jsonl").touch()
    assert rank("tag", "rows.jsonl").code == 0


def test_an_unknown_call(rank: Rank) -> None:
    Path("rows.jsonl").write_text('{"id": 1}', encoding="utf-8")
    ran = rank("tag", "rows.jsonl", "--call", "oslo")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("There is no call 'oslo'")


def test_lexicons_of_ones_own(rank: Rank) -> None:
    shutil.copytree(data_root(), "mine", ignore=shutil.ignore_patterns("demo"))
    lexicon = Path("mine/lexicons/group_theory.toml")
    concept = """
[[concept]]
id = "quandles"
title = "Quandles"
strength = "direct"
phrases.en = ["quandle"]
examples = ["We colour knots by a quandle."]
"""
    lexicon.write_text(lexicon.read_text(encoding="utf-8") + concept, encoding="utf-8")
    Path("rows.jsonl").write_text('{"id": 1, "text": "Every quandle."}', encoding="utf-8")
    own, plain = rank("tag", "rows.jsonl", "--data", "mine"), rank("tag", "rows.jsonl")
    assert (own.code, list(json.loads(own.out)["areas"])) == (0, ["group_theory"])
    assert (plain.code, list(json.loads(plain.out)["areas"])) == (0, [])


def test_a_folder_without_data(rank: Rank) -> None:
    Path("rows.jsonl").touch()
    ran = rank("tag", "rows.jsonl", "--data", "nowhere")
    assert (ran.code, ran.out) == (2, "")
    assert "nowhere is not a folder of data" in ran.err
    assert "rank doctor" in ran.err
