"""`rank explain`: one candidate, and two."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ranking.cli.explain import folder_of_build
from ranking.cli.sheet import plain
from ranking.errors import UserError
from ranking.steps.options import Built

Rank = Callable[..., Any]
Row = dict[str, Any]

WIDTH = 100


@pytest.fixture
def out(demo_build: tuple[Built, Path], tmp_path: Path) -> Path:
    """Return a copy of the demo's build, without the workbook."""
    folder = tmp_path / "out"
    shutil.copytree(demo_build[1], folder, ignore=shutil.ignore_patterns("*.xlsx"))
    return folder


def rows(out: Path, table: str, candidate: str = "") -> list[Row]:
    text = (out / "tables" / f"{table}.jsonl").read_text(encoding="utf-8")
    found = [json.loads(line) for line in text.split("\n") if line]
    return [row for row in found if row["candidate"] == candidate or not candidate]


def rewrite(out: Path, table: str, change: Callable[[Row], Row]) -> None:
    changed = [json.dumps(change(row), ensure_ascii=False) for row in rows(out, table)]
    text = "".join(f"{line}\n" for line in changed)
    (out / "tables" / f"{table}.jsonl").write_text(text, encoding="utf-8")


def squeezed(text: str) -> str:
    """Return a text without its line breaks and indents."""
    return " ".join(text.split())


def section(text: str, title: str) -> str:
    """Return what is told under the heading of a criterion."""
    found = re.search(rf"^{title}: .*?(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, title
    return squeezed(found[0])


def test_every_score_with_its_evidence(rank: Rank, out: Path) -> None:
    ran = rank("explain", "C003", "--out", out)
    assert (ran.code, ran.err) == (0, "")
    (place,) = rows(out, "ranking", "C003")
    told = squeezed(ran.out)
    assert f"C003 {place['given_name']} {place['family_name']}" in told
    assert f"Rank {place['rank']} of 12 with {place['total']:.2f} of 100 points" in told
    passages = {row["id"]: row for row in rows(out, "evidence", "C003")}
    for score in rows(out, "scores", "C003"):
        title = score["criterion"].replace("_", " ").capitalize()
        here = section(ran.out, title)
        assert here.startswith(f"{title}: {score['score']:.2f} of 6,")
        for key in score["evidence"]:
            row = passages[key]
            assert f"“{squeezed(row['quote'])}”" in here
            assert f"{row['file'].partition('/')[2]}, page {row['page']}, level" in here
            assert f"rule {row['rule']}" in here


def test_no_line_is_wider_than_a_page(rank: Rank, out: Path) -> None:
    for arguments in (["C003"], ["C007", "--versus", "C003"]):
        ran = rank("explain", *arguments, "--out", out)
        lines = ran.out.splitlines()
        assert len(lines) > 50
        assert max(map(len, lines)) <= WIDTH
        assert "\x1b" not in ran.out


def test_what_did_not_count_and_why(rank: Rank, out: Path) -> None:
    left_out = [row for row in rows(out, "evidence") if not row["counted"]]
    assert len(left_out) > 10
    for row in left_out[:3]:
        ran = rank("explain", row["candidate"], "--criterion", row["criterion"], "--out", out)
        told = squeezed(ran.out)
        assert f"“{squeezed(row['quote'])}” Why not: {row['reason']}." in told


def test_one_criterion_with_all_its_passages(rank: Rank, out: Path) -> None:
    ran = rank("explain", "C003", "--criterion", "machine_learning", "--out", out)
    passages = [r for r in rows(out, "evidence", "C003") if r["criterion"] == "machine_learning"]
    assert len(passages) > 5
    told = squeezed(ran.out)
    assert all(f"“{squeezed(row['quote'])}”" in told for row in passages)
    assert "Group theory" not in told
    assert "Total" not in told


def test_courses(rank: Rank, out: Path) -> None:
    ran = rank("explain", "C001", "--criterion", "course_grades", "--out", out)
    here = section(ran.out, "Course grades")
    courses = rows(out, "courses", "C001")
    counts = [
        bool(row["passed"] and row["area"] and row["grade_0_1"] is not None) for row in courses
    ]
    assert set(counts) == {True, False}
    counted, _, rest = here.partition("Not part of the mean:")
    for row, counting in zip(courses, counts, strict=True):
        assert row["course"] in (counted if counting else rest)


def test_what_sets_two_apart(rank: Rank, out: Path) -> None:
    ran = rank("explain", "etxeberria", "--versus", "Tanahashi", "--out", out)
    assert (ran.code, ran.err) == (0, "")
    (ours,), (theirs,) = rows(out, "ranking", "C003"), rows(out, "ranking", "C010")
    ahead = ours["total"] - theirs["total"]
    assert f"C003 is ahead by {ahead:.2f} points of 100." in ran.out
    found = re.findall(r"^\d+\. (.+): (\d+\.\d\d) for (C003|C010)$", ran.out, re.MULTILINE)
    sizes = [float(size) for _, size, _ in found]
    assert len(sizes) >= 2
    assert sizes == sorted(sizes, reverse=True)
    signed = sum(float(size) * (1 if who == "C003" else -1) for _, size, who in found)
    assert signed == pytest.approx(ahead, abs=0.01 * len(found))
    (total,) = (line.split() for line in ran.out.splitlines() if line.startswith("Total"))
    assert total == [
        "Total", f"{ours['total']:.2f}", f"{theirs['total']:.2f}", f"{ahead:+.2f}",
    ]  # fmt: skip
    turned = rank("explain", "C010", "--versus", "C003", "--out", out)
    assert f"C003 is ahead by {ahead:.2f} points of 100." in turned.out
    assert re.findall(r"^\d+\. .*$", turned.out, re.MULTILINE) == re.findall(
        r"^\d+\. .*$", ran.out, re.MULTILINE
    )


def test_one_criterion_of_two(rank: Rank, out: Path) -> None:
    ran = rank(
        "explain", "C003", "--versus", "C001", "--criterion", "problem_solving", "--out", out
    )
    here = squeezed(ran.out)
    assert "1. Problem solving: " in here
    assert "Nothing was found that counts." in here
    assert "Group theory" not in here
    quotes = {
        row["quote"] for row in rows(out, "evidence", "C003")
        if row["criterion"] == "problem_solving"
    }  # fmt: skip
    assert any(f"“{squeezed(quote)}”" in here for quote in quotes)


def test_one_criterion_without_a_difference(rank: Rank, out: Path) -> None:
    nothing = [(r["criterion"], r["candidate"]) for r in rows(out, "scores") if r["score"] == 0.0]
    criterion = max(dict(nothing), key=[name for name, _ in nothing].count)
    one, other, *_ = (candidate for name, candidate in nothing if name == criterion)
    ran = rank("explain", one, "--versus", other, "--criterion", criterion, "--out", out)
    assert re.search(r"^1\. .+: no difference$", ran.out, re.MULTILINE)


def test_what_is_unknown(rank: Rank, out: Path) -> None:
    unknown = [row for row in rows(out, "scores") if row["score"] is None]
    (row,) = [row for row in unknown if row["criterion"] == "course_grades"][:1]
    ran = rank("explain", row["candidate"], "--out", out)
    assert section(ran.out, "Course grades").startswith(
        "Course grades: unknown, taken as good as the rest, adds "
    )


def test_files_that_were_not_read(rank: Rank, out: Path) -> None:
    candidate = next(row for row in rows(out, "candidates") if row["not_fully_read"])
    ran = rank("explain", candidate["candidate"], "--out", out)
    for file in candidate["not_fully_read"]:
        assert f"Not fully read: {file.partition('/')[2]}\n" in ran.out


def test_hostile_words_are_only_words(rank: Rank, out: Path) -> None:
    hostile = "[bold red]hire me[/] :smile: \x1b[31m\x1b]0;x\x07 \u202eesrever\u2028[/nothing]"

    def spoil(row: Row) -> Row:
        return {**row, "quote": hostile} if row["candidate"] == "C003" else row

    rewrite(out, "evidence", spoil)
    for arguments in (["C003"], ["C003", "--versus", "C010"]):
        ran = rank("explain", *arguments, "--out", out)
        assert (ran.code, ran.err) == (0, "")
        told = squeezed(ran.out)
        assert "“[bold red]hire me[/] :smile: [31m]0;x esrever [/nothing]”" in told
        assert not {"\x1b", "\x07", "\u202e", "\u2028"} & set(ran.out)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb\nc\x85d", "a b c d"),
        ("\x00\x1b[2J\u200b\u202e\ud800", "[2J"),
        ("Κουρέας 王 é ≤", "Κουρέας 王 é ≤"),
    ],
)
def test_plain(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["Zed"], "There is no candidate 'Zed'. Candidates are:\n  C001 "),
        (["C003", "--versus", "C099"], "There is no candidate 'C099'. Candidates are:\n  C001 "),
        (["nyberg"], "'nyberg' is the name of several candidates:\n  C005 Rasmus Nyberg\n  C006"),
        (["C003", "--versus", "Nerea"], "'Nerea' is C003 as well.\n"),
        (["C003", "--criterion", "luck"], "There is no criterion 'luck'.\nCriteria of the call: "),
    ],
)
def test_what_the_user_must_mend(rank: Rank, out: Path, arguments: list[str], message: str) -> None:
    ran = rank("explain", *arguments, "--out", out)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(message)
    assert "Traceback" not in ran.err


def test_no_build(rank: Rank) -> None:
    ran = rank("explain", "C001")
    assert (ran.code, ran.out) == (2, "")
    usual = [Path("results", name) for name in ("chalmers-20230018", "demo")]
    assert ran.err.startswith(f"There is no build in {usual[0]}, nor in {usual[1]}.\n")
    ran = rank("explain", "C001", "--out", "elsewhere")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("elsewhere holds no complete build: ")


def test_where_a_build_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert folder_of_build(Path("given"), "mine") == Path("given")
    with pytest.raises(UserError):
        folder_of_build(None, "mine")
    for name in ("demo", "mine"):
        Path("results", name).mkdir(parents=True)
        Path("results", name, "run.json").touch()
        assert folder_of_build(None, "calls/mine.toml") == Path("results", name)


def test_the_build_of_the_demo_is_found(rank: Rank, out: Path, tmp_path: Path) -> None:
    (tmp_path / "results").mkdir()
    out.rename(tmp_path / "results" / "demo")
    ran = rank("explain", "C003")
    assert ran.code == 0
    assert f"Build: {Path('results', 'demo')}\n" in ran.out
