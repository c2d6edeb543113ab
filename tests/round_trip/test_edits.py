"""What the committee types into the workbook is there after every further build."""

import shutil
from dataclasses import replace
from pathlib import Path

from ranking.pipeline import build
from ranking.steps.options import BuildOptions
from tests.round_trip.conftest import (
    LATER,
    NOON,
    Book,
    book,
    changes,
    check_tables,
    fill,
    log_lines,
    rows,
    totals,
)


def shown(workbook: Book, rejected: str, changed: str) -> dict[str, object]:
    """Return what the workbook shows of what was filled in."""
    places = {
        "reject": ("Evidence", rejected, "Decision"),
        "note": ("Evidence", rejected, "Note"),
        "level": ("Evidence", changed, "Decision"),
        "found": ("Evidence", changed, "Level"),
        "weight": ("Weights", "criterion/statistics", "Weight"),
        "why": ("Weights", "criterion/statistics", "Why"),
        "cap": ("Weights", "rule/cap", "Number"),
        "ruling": ("Requirements", "C001/degree", "Ruling"),
        "your note": ("Requirements", "C001/degree", "Your note"),
        "decision": ("Decisions", "C002", "Decision"),
        "reason": ("Decisions", "C002", "Reason"),
    }
    state: dict[str, object] = {k: workbook.read(*place) for k, place in places.items()}
    for title, header in (("Own evidence", "Quote"), ("Reviews", "Comment")):
        cells = [c for row in workbook.sheet(title).iter_rows(min_row=5) for c in row]
        column = workbook.place(title, "new-001", header)[1]
        state[title] = [c.value for c in cells if c.column == column and c.value]
    return state


def jumbled(workbook: Book) -> None:
    """Sort and delete rows as people do: values only, from the last row to the first."""
    sheet = workbook.sheet("Evidence")
    first = 5
    content = [[c.value for c in row] for row in sheet.iter_rows(min_row=first)]
    content = [row for row in content if row[0]]
    for number, values in enumerate(reversed(content[: len(content) // 2]), start=first):
        for column, value in enumerate(values, start=1):
            sheet.cell(number, column).value = value
    sheet.delete_rows(first + len(content) // 2, len(content))


def test_everything_typed_is_there_after_each_build(options: BuildOptions) -> None:
    before = totals(options.out)
    level = {row["id"]: row["level"] for row in rows(options.out, "evidence")}
    mine = book(options)
    rejected, changed = fill(mine, options.out)
    mine.save()
    built = build(options)
    expected = {
        "reject": "reject",
        "note": "Not her own work.",
        "level": "publication",
        "found": level[changed],
        "weight": 2,
        "why": "It matters here.",
        "cap": 7,
        "ruling": "not met",
        "your note": "No degree.",
        "decision": "shortlist",
        "reason": "=1+1 is 2",
        "Own evidence": ["a thesis on renormalisation"],
        "Reviews": ["Strong."],
    }
    assert shown(book(options), rejected, changed) == expected
    assert built.edits.counts == {"ranking.xlsx": 24}
    assert built.edits.disputed == ()
    assert built.result.unplaced == ()
    check_tables(options.out, rejected, changed)
    after = totals(options.out)
    assert after["C001"] != before["C001"]

    # Nothing is read twice, whatever is sorted, deleted or left alone.
    typed = changes(options.out)
    assert {line["build"] for line in typed} == {2}
    for number in (3, 4, 5):
        if number == 4:
            mine = book(options)
            jumbled(mine)
            mine.save()
        built = build(options)
        assert built.result.build == number
        assert built.edits.counts == {"ranking.xlsx": 0}
        assert changes(options.out) == typed
        assert totals(options.out) == after
        assert shown(book(options), rejected, changed) == expected
    marks = [line["build"] for line in log_lines(options.out) if "table" not in line]
    assert marks == [1, 2, 3, 4, 5]
    assert len(list((options.out / "backups").iterdir())) == 2


def test_a_decision_is_taken_back(options: BuildOptions) -> None:
    before = rows(options.out, "evidence")
    mine = book(options)
    rejected, _ = fill(mine, options.out)
    mine.save()
    build(options)
    mine = book(options)
    mine.type("Evidence", rejected, Decision=None)
    mine.save(time=LATER)
    build(options)
    found = {row["id"]: row for row in rows(options.out, "evidence")}
    assert found[rejected] == next(row for row in before if row["id"] == rejected)
    assert book(options).read("Evidence", rejected, "Decision") is None
    assert book(options).read("Evidence", rejected, "Note") == "Not her own work."


def test_a_passage_switched_on_stays_on_its_sheet(options: BuildOptions) -> None:
    off = next(row for row in rows(options.out, "evidence") if not row["counted"])
    mine = book(options)
    mine.type("Not counted", off["id"], Decision="count", Note="It is his own.")
    mine.save()
    build(options)
    build(options)
    found = {row["id"]: row for row in rows(options.out, "evidence")}[off["id"]]
    assert found["counted"]
    assert found["reason"].startswith("counted by the committee")
    assert book(options).read("Not counted", off["id"], "Decision") == "count"


def test_edits_of_tables_only(options: BuildOptions) -> None:
    mine = book(options)
    rejected, _ = fill(mine, options.out)
    before = mine.save().read_bytes()
    built = build(replace(options, workbook=False))
    assert built.edits.counts["ranking.xlsx"] > 0
    assert (options.out / "ranking.xlsx").read_bytes() == before
    found = {row["id"]: row for row in rows(options.out, "evidence")}
    assert not found[rejected]["counted"]
    # The workbook is still of build 1; what was read from it is not read again.
    assert build(options).edits.counts == {"ranking.xlsx": 0}
    assert book(options).read("Evidence", rejected, "Decision") == "reject"


def test_without_edits_the_tables_are_those_of_a_build_without_workbook(
    first: BuildOptions, tmp_path: Path
) -> None:
    bare = replace(first, out=tmp_path / "bare", workbook=False)
    build(bare)
    for path in (bare.out / "tables").iterdir():
        assert path.read_bytes() == (first.out / "tables" / path.name).read_bytes()


def test_two_copies_with_a_conflict(options: BuildOptions, tmp_path: Path) -> None:
    copies: list[Path] = []
    for who, decision, time in (("anna", "decline", NOON), ("bert", "nominate", LATER)):
        mine = book(options)
        mine.type("Decisions", "C001", Decision=decision, Who=who)
        mine.type("Reviews", "new-001", Candidate="C001", Member=who, Score=5)
        mine.type("Requirements", f"C00{1 + len(copies)}/english", Your_note=who)
        folder = tmp_path / who
        folder.mkdir()
        copies.append(mine.save(folder / "ranking.xlsx", time=time))
    built = build(replace(options, edits=(*copies, copies[0])))
    assert built.edits.counts == {
        "ranking.xlsx": 0,
        "anna/ranking.xlsx": 6,
        "bert/ranking.xlsx": 6,
    }
    lost = {(change.field, change.value) for change in built.edits.disputed}
    assert lost == {("decision", "decline"), ("who", "anna")}
    assert built.result.conflicts == built.edits.disputed
    result = book(options)
    assert result.read("Decisions", "C001", "Decision") == "nominate"
    assert result.read("Requirements", "C001/english", "Your note") == "anna"
    assert result.read("Requirements", "C002/english", "Your note") == "bert"
    members = {change["value"] for change in changes(options.out) if change["field"] == "member"}
    assert members == {"anna", "bert"}
    # The same copies again bring nothing, and what was overruled is still told.
    again = build(replace(options, edits=tuple(reversed(copies))))
    assert set(again.edits.counts.values()) == {0}
    assert again.edits.disputed == ()
    assert again.result.conflicts == built.result.conflicts


def test_what_has_no_row_is_kept_through_all_builds(options: BuildOptions, tmp_path: Path) -> None:
    here = tmp_path / "applications"
    shutil.copytree(options.applications, here)
    mine = replace(options, applications=here)
    typed = book(mine)
    typed.type("Decisions", "C002", Decision="decline", Reason="Too far.")
    typed.save()
    build(mine)
    aside = here / "Dahl_Bo"
    aside.rename(tmp_path / "Dahl_Bo")
    for _ in range(2):
        built = build(mine)
        assert {one.value for one in built.result.unplaced} == {"decline", "Too far."}
        cells = [c.value for row in book(mine).sheet("Carried over").iter_rows() for c in row]
        assert {"decline", "Too far."} <= set(cells)
    (tmp_path / "Dahl_Bo").rename(aside)
    assert build(mine).result.unplaced == ()
    assert book(mine).read("Decisions", "C002", "Decision") == "decline"
