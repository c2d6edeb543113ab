"""What Evidence and Not counted share: the cells of decisions and the formulas that follow them."""

from collections.abc import Iterable

from openpyxl.worksheet.datavalidation import DataValidation

from ranking.model.call import Scale
from ranking.model.points import scale_levels
from ranking.outputs.workbook import rules
from ranking.outputs.workbook.cells import Fx
from ranking.outputs.workbook.plan import Block, Plan
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.table import Table
from ranking.outputs.workbook.twin_blocks import RowValue

AREAS_A_RULE = 100
"""Runs of rows that share one list of choices; some readers refuse very long lists of them."""

Run = tuple[Block, int, int]
"""A block, and its first and last row on a sheet."""


def word(cell: str) -> str:
    """Return the formula for a typed word as the next build will understand it."""
    return f'SUBSTITUTE(TRIM({cell})," ","_")'


def earned_cells(table: Table, row: int, block: Block, value: RowValue) -> tuple[Fx, Fx]:
    """Return the points of what a passage counts as, and the place of that level on its scale."""
    ladder = rules.ladder_name(block.criterion)
    place = table.at("level_place", row)
    points = f"INDEX({ladder}_points,{place})"
    if block.criterion.scale is Scale.INTERESTS:
        topic = f"INDEX(topic_points,MATCH({table.at('concept', row)},topic_names,0))"
        points = f"{topic}*IF({place}={rules.STATED},1,{points}*shown_share/core_points)"
    number = f"IFERROR(MATCH({table.at('counts_as', row)},{ladder}_names,0),0)"
    return Fx(f"IF({place}=0,0,{points})", value.points), Fx(number, value.level)


def offer_decisions(
    sheet: Sheet, table: Table, plan: Plan, words: tuple[str, ...], runs: Iterable[Run]
) -> None:
    """Offer the decisions that a passage's scale knows, as a list to choose from."""
    for levels, areas in _cells(table, plan, runs).items():
        choice = ",".join((*words, *levels))
        for start in range(0, len(areas), AREAS_A_RULE):
            validation = DataValidation(
                type="list",
                formula1=f'"{choice}"',
                allow_blank=True,
                showErrorMessage=True,
                errorTitle="Decision",
                error=f"One of: {choice}",
                sqref=" ".join(areas[start : start + AREAS_A_RULE]),
            )
            sheet.worksheet.add_data_validation(validation)


def _cells(table: Table, plan: Plan, runs: Iterable[Run]) -> dict[tuple[str, ...], list[str]]:
    """Return the cells of decisions by the levels that may stand there; neighbours are joined."""
    joined: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for block, first, last in runs:
        levels = scale_levels(plan.call, block.criterion)
        areas = joined.setdefault(levels, [])
        if areas and areas[-1][1] == first - 1:
            areas[-1] = (areas[-1][0], last)
        elif levels:
            areas.append((first, last))
    return {
        levels: [table.cells("decision", *area) for area in areas]
        for levels, areas in joined.items()
    }
