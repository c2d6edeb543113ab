"""Reviews for tests: a result after them, and where each of their cells stands in a workbook."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from ranking.model.assessment import Verdict
from ranking.model.input_tables import (
    EVIDENCE,
    INPUT_TABLES,
    Cell,
    Headers,
    InputTable,
    Value,
    passage_table,
)
from ranking.model.points import scale_levels
from ranking.model.result import Result
from ranking.model.review import Review
from ranking.review.apply import apply
from ranking.review.terms import defaults_of
from ranking.scoring import score
from ranking.scoring.selection import select
from ranking.scoring.totals import rank

Cells = Mapping[Cell, Value]
Edit = tuple[str, str, str | float]


def reviewed(found: Result, cells: Cells) -> Result:
    """Return a result as the next build makes it, given what the committee typed.

    Args:
        found: A result of which nothing was decided yet.
        cells: What the committee typed.
    """
    review = Review(cells=cells, build=1)
    keep = {*review.rows("evidence"), *review.rows("not_counted")}
    chosen = [replace(a, dossier=select(a.dossier, found.call, keep)) for a in found.assessments]
    applied = apply(review, found.call, chosen)
    assessments = tuple(
        replace(a, scores=score(a.dossier, applied.call)) for a in applied.assessments
    )
    return replace(
        found,
        call=applied.call,
        assessments=assessments,
        places=rank(assessments, applied.call),
        review=review,
        unplaced=applied.unplaced,
        build=1,
    )


def places(path: Path) -> dict[Cell, tuple[str, str]]:
    """Return sheet and coordinate of every input of a workbook, found as its reader finds them."""
    found: dict[Cell, tuple[str, str]] = {}
    for sheet in load_workbook(path).worksheets:
        columns: dict[str, int] = {}
        table = EVIDENCE
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            titles = {str(title): index for index, title in enumerate(row) if title}
            for known, headers in _headers():
                if set(headers.signature) <= set(titles):
                    table = known
                    columns = {n: titles[t] for n, t in headers.fields.items()}
                    columns["id"] = titles[known.id]
                    break
            else:
                if columns and row[columns["id"]]:
                    for name in table.fields:
                        place = f"{get_column_letter(columns[name] + 1)}{number}"
                        cell = (table.name, str(row[columns["id"]]), name)
                        found.setdefault(cell, (sheet.title, place))
    return found


def _headers() -> Iterator[tuple[InputTable, Headers]]:
    for table in INPUT_TABLES.values():
        for headers in table.headers:
            yield table, headers


def edits(path: Path, cells: Cells) -> list[Edit]:
    """Return the edits of a workbook that type the cells; new rows take blank rows."""
    where = places(path)
    blank = {row: f"new-{n:03}" for n, row in enumerate(_own(cells), start=1)}
    typed = {(t, blank.get(r, r) if t == "own" else r, n): v for (t, r, n), v in cells.items()}
    return [(*where[cell], _as_offered(cell, value)) for cell, value in typed.items()]


def _as_offered(cell: Cell, value: Value) -> Value:
    """Return a value as the list of choices writes it."""
    return str(value).replace("_", " ") if cell[2] == "ruling" else value


def _own(cells: Cells) -> list[str]:
    return sorted({row for table, row, _ in cells if table == "own"})


def random_cells(found: Result, dice: random.Random) -> Cells:
    """Invent what a committee might type, anywhere, right and wrong."""
    cells: dict[Cell, Value] = {}
    for assessment in found.assessments:
        for passage in assessment.dossier.evidence:
            if dice.random() < 0.25:
                criterion = found.call.criterion(passage.criterion)
                table = passage_table(passage)
                first = ["accept", "reject", "reject"] if table is EVIDENCE else ["count", "count"]
                words = [*first, *scale_levels(found.call, criterion), "own_result", "thesis"]
                cells[table.name, passage.id, "decision"] = dice.choice(words)
                cells[table.name, passage.id, "note"] = "=1+1 is why"
        for check in assessment.requirements:
            if dice.random() < 0.3:
                row = f"{assessment.candidate}/{check.requirement}"
                cells["requirements", row, "ruling"] = dice.choice(list(Verdict)).value
    return {**cells, **_random_weights(found, dice), **dict(_random_own(found, dice))}


def _random_weights(found: Result, dice: random.Random) -> Cells:
    cells: dict[Cell, Value] = {}
    for row, fields in defaults_of(found.call).items():
        value = fields["value"]
        if dice.random() < 0.3:
            if isinstance(value, str):
                cells["weights", row, "value"] = dice.choice(["core", "further", "application"])
            elif isinstance(value, int):
                cells["weights", row, "value"] = dice.randint(1, 5)
            else:
                cells["weights", row, "value"] = dice.choice([0.25, 0.5, 1.0, 2.75, 4.0, 7.5])
    return cells


def _random_own(found: Result, dice: random.Random) -> Iterator[tuple[Cell, Value]]:
    """Yield own passages: most are complete, some lack something."""
    call = found.call
    names = [c.title for c in call.criteria] + [t.title for t in call.topics]
    names += [c.id for c in call.criteria] + [t.id for t in call.topics] + ["Astrology", ""]
    pages: list[Value] = [1, 2, 3, 99, ""]
    levels = [x for c in call.criteria for x in scale_levels(call, c)]
    for number in range(30):
        row = f"{number:010x}"
        assessment = dice.choice(found.assessments)
        files = [d.file for d in assessment.dossier.application.documents]
        fields: dict[str, Value] = {
            "candidate": dice.choice([assessment.candidate, assessment.candidate.lower(), "C99"]),
            "criterion": dice.choice(names),
            "level": dice.choice(levels),
            "quote": dice.choice(["I did it.", "I did it.", "I did it.", ""]),
            "file": dice.choice([*files, Path(files[0]).name, Path(files[-1]).stem, "mail", ""]),
            "page": dice.choice(pages),
        }
        for name, value in fields.items():
            if value != "":
                yield ("own", row, name), value
