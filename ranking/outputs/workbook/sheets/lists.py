"""Lists (hidden): what formulas look up, one table beside the other."""

from collections.abc import Iterator, Sequence

from ranking.model.evidence import LADDER
from ranking.model.input_tables import requirement_row
from ranking.outputs.workbook.cells import Content, Fx
from ranking.outputs.workbook.context import Context
from ranking.outputs.workbook.gates import severity
from ranking.outputs.workbook.lists import choices, file_rows, gate_ids
from ranking.outputs.workbook.plan import FIRST, Plan
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.sheets.working import found_again
from ranking.outputs.workbook.tables import LISTS, REQUIREMENTS


def write(sheet: Sheet, context: Context) -> None:
    """Write all tables from the same row on."""
    sheet.start(LISTS, "Used by the formulas of other sheets. Nothing to read here.")
    plan = context.plan
    _put(sheet, "choice_names", [(c.name, c.criterion, c.topic, c.group) for c in choices(plan)])
    _put(sheet, "list_candidates", [(entry.candidate, entry.name) for entry in plan.entries])
    files = [(r.candidate, *r.names, r.first_page, r.last_page, r.proof) for r in file_rows(plan)]
    _put(sheet, "file_candidate", files)
    scoring = plan.call.scoring
    for ladder, points in (
        ("level", [scoring.levels[level] for level in LADDER]),
        ("achievement", list(scoring.achievements.values())),
    ):
        _put(sheet, f"{ladder}_numbers", list(_orders(ladder, points)))
    _put(sheet, "gate", _gates(plan))


def _put(sheet: Sheet, first: str, rows: Sequence[tuple[Content, ...]]) -> None:
    """Write rows from a column on."""
    start = list(LISTS.letters).index(first)
    for row, contents in enumerate(rows, start=FIRST):
        for offset, content in enumerate(contents):
            sheet.put(row, start + offset + 1, content, LISTS.columns[start + offset].style)


def _orders(ladder: str, points: Sequence[float]) -> Iterator[tuple[Content, ...]]:
    """Yield the places of levels by their points, of equal points by the scale; 0 for no points.

    Why: the best level of many passages is then found without their points.
    """
    for number, own in enumerate(points, start=1):
        cell, all_ = f"INDEX({ladder}_points,{number})", f"{ladder}_points"
        before = f"({ladder}_numbers<{number})"
        below = f"SUMPRODUCT(--({all_}<{cell}))+SUMPRODUCT(({all_}={cell})*{before})"
        order = sum(p < own for p in points) + sum(p == own for p in points[: number - 1]) + 1
        yield number, Fx(f"IF({cell}=0,0,1+{below})", order if own else 0)


def _gates(plan: Plan) -> list[tuple[Content, ...]]:
    """Return the gates with how grave the verdict is, found by id on Requirements."""
    checks = [(entry, check) for entry in plan.entries for check in entry.assessment.requirements]
    places = {
        requirement_row(entry.candidate, check.requirement): place
        for place, (entry, check) in enumerate(checks, start=1)
    }
    last = REQUIREMENTS.first + max(1, len(places)) - 1
    ids = REQUIREMENTS.span("id", REQUIREMENTS.first, last)
    severities = REQUIREMENTS.span("severity", REQUIREMENTS.first, last)
    rows: list[tuple[Content, ...]] = []
    for row, (gate, check) in enumerate(gate_ids(plan), start=FIRST):
        place = LISTS.at("gate_place", row)
        found = found_again(ids, places[gate], LISTS.at("gate", row))
        grave = Fx(f"IF({place}=0,0,INDEX({severities},{place}))", severity(check.verdict))
        rows.append((gate, Fx(found, places[gate]), grave))
    return rows
