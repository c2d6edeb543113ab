"""Runs in notebooks: the tables, and why they say so."""

import json
import shutil
from pathlib import Path

import pytest

from ranking.api import Run, find_candidate, load_run
from ranking.errors import UserError
from ranking.steps.options import Built

NAMES = {
    "C001": "Bo Nyberg",
    "C002": "Tove Nyberg",
    "C003": "Jörn Håkansson",
    "C004": "Ana Bo",
    "C005": "Farrux Yo\u02bbldoshev",
    "C006": "Γεώργιος Κουρέας",
}


@pytest.fixture(scope="module")
def run(demo_build: tuple[Built, Path]) -> Run:
    """Return the tables of the demo."""
    return load_run(demo_build[1])


def test_numbers_agree_with_the_tables(run: Run) -> None:
    assert len(run.ranking) == 12
    for row in run.ranking.to_dict("records"):
        found = run.explain(str(row["candidate"]))
        place = found.place
        assert (place.total, place.rank) == (row["total"], row["rank"])
        assert (place.low, place.could_be, place.formal) == (
            row["low"],
            row["could_be"],
            row["formal"],
        )
        added = sum(one.share.contribution for one in found.criteria)
        assert added == pytest.approx(row["total"], abs=1e-6)


def test_scores_and_evidence_agree_with_the_tables(run: Run) -> None:
    rows = [
        json.loads(line)
        for line in (run.out / "tables" / "scores.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    found = {candidate: run.explain(candidate) for candidate in run.names}
    assert len(rows) == 12 * 9
    for row in rows:
        one = found[row["candidate"]].criterion(row["criterion"])
        assert (one.score.value, one.score.could_be) == (row["score"], row["could_be"])
        assert [s.passage.id for s in one.steps if s.passage] == row["evidence"]
        assert sum(s.points for s in one.steps) == pytest.approx(row["score"] or 0.0, abs=1e-6)


def test_differences_sum_up(run: Run) -> None:
    first, *others = run.names
    for other in others:
        found = run.why(first, other)
        assert found.total == pytest.approx(
            sum(d.contribution for d in found.differences), abs=1e-6
        )
        sizes = [abs(d.contribution) for d in found.differences]
        assert sizes == pytest.approx(sorted(sizes, reverse=True), abs=1e-9)


@pytest.mark.parametrize(
    ("wanted", "candidate"),
    [
        ("C002", "C002"),
        (" c002 ", "C002"),
        ("tove", "C002"),
        ("Nyberg, Tove", "C002"),
        ("nyb tov", "C002"),
        ("hakan", "C003"),
        ("Haakansson", "C003"),
        ("JOERN", "C003"),
        ("Ana Bo", "C004"),
        ("Yo'ldoshev", "C005"),
        ("ΚΟΥΡΕΑΣ", "C006"),
    ],
)
def test_who_is_meant(wanted: str, candidate: str) -> None:
    assert find_candidate(wanted, NAMES) == candidate


def test_whole_words_go_before_parts() -> None:
    names = {"C001": "Ada Berg", "C002": "Bo Bergman"}
    assert find_candidate("berg", names) == "C001"
    assert find_candidate("bergm", names) == "C002"


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (
            "nyberg",
            "'nyberg' is the name of several candidates:\n  C001 Bo Nyberg\n  C002 Tove Nyberg",
        ),
        (
            "Zed",
            "There is no candidate 'Zed'. Candidates are:"
            + "".join(f"\n  {candidate} {name}" for candidate, name in NAMES.items()),
        ),
        ("B099", "There is no candidate 'B099'. Candidates are:\n  C001 Bo Nyberg"),
        (" ", "There is no candidate ' '. Candidates are:\n"),
    ],
)
def test_nobody_or_several(wanted: str, message: str) -> None:
    with pytest.raises(UserError) as caught:
        find_candidate(wanted, NAMES)
    assert caught.value.message.startswith(message)
    assert caught.value.advice


@pytest.fixture
def copied(demo_build: tuple[Built, Path], tmp_path: Path) -> Path:
    """Return a copy of the demo's tables and run.json, to be changed."""
    out = tmp_path / "out"
    shutil.copytree(demo_build[1], out, ignore=shutil.ignore_patterns("*.xlsx"))
    return out


def test_tables_of_another_build_are_refused(copied: Path) -> None:
    path = copied / "tables" / "evidence.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if '"C003"' not in line), encoding="utf-8")
    run = load_run(copied)
    assert run.explain("C004").place.rank
    with pytest.raises(UserError, match=r"scores of C003 .* do not follow from its other tables"):
        run.explain("C003")


def test_a_build_without_its_call(copied: Path) -> None:
    path = copied / "run.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    del content["call"]["profile"]
    path.write_text(json.dumps(content), encoding="utf-8")
    run = load_run(copied)
    assert len(run.ranking) == 12
    with pytest.raises(UserError, match="does not tell with which call"):
        run.explain("C003")


def test_quotes_with_odd_line_ends(copied: Path) -> None:
    path = copied / "tables" / "problems.jsonl"
    row = {"candidate": None, "message": "one\u2028two\x85three"}
    path.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    assert load_run(copied).problems["message"].to_list() == [row["message"]]


def test_tables_that_are_no_tables(copied: Path) -> None:
    (copied / "tables" / "facts.jsonl").write_text("half of i", encoding="utf-8")
    with pytest.raises(UserError, match="cannot be understood"):
        load_run(copied)
    (copied / "tables" / "facts.jsonl").unlink()
    with pytest.raises(UserError, match=r"holds no complete build: .*facts.jsonl is missing"):
        load_run(copied)
