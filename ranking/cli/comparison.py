"""Two candidates on the terminal: what sets them apart, the largest difference first."""

from ranking.cli.explanation import NOTHING, print_heading, print_passage
from ranking.cli.sheet import Sheet
from ranking.model.explanation import Comparison, Difference
from ranking.model.figures import number, signed

EQUAL = 0.005
"""Differences below this are 0.00 where they are shown."""

_ID = 3
_TEXT = 9


def print_comparison(sheet: Sheet, comparison: Comparison, only: str | None) -> None:
    """Print two candidates and the criteria by what they put between them."""
    for one in (comparison.ours, comparison.theirs):
        print_heading(sheet, one)
    sheet.line(f"Build: {sheet.build}", style="dim")
    sheet.line()
    sheet.line(_verdict(comparison), style="bold")
    sheet.line()
    if only is None:
        _print_differences(sheet, comparison)
    place = 0
    for difference in comparison.differences:
        shown = only is None and abs(difference.contribution) >= EQUAL
        if shown or only == difference.ours.criterion.id:
            place += 1
            sheet.line()
            _print_difference(sheet, comparison, difference, place)


def _verdict(comparison: Comparison) -> str:
    total = comparison.total
    if total is None:
        return "They cannot be compared: of one of them nothing could be read."
    if abs(total) < EQUAL:
        return "Their totals are equal."
    ahead = comparison.ours if total > 0 else comparison.theirs
    return f"{ahead.candidate} is ahead by {number(abs(total))} points of 100."


def _print_differences(sheet: Sheet, comparison: Comparison) -> None:
    ours, theirs = comparison.ours, comparison.theirs
    columns = (
        "criterion",
        f"{ours.candidate} score",
        "adds",
        f"{theirs.candidate} score",
        "adds",
        "difference",
        "",
    )
    rows = [_row(difference) for difference in comparison.differences]
    total = (
        "Total",
        "",
        number(ours.place.total),
        "",
        number(theirs.place.total),
        _signed(comparison.total),
        "",
    )
    sheet.table(columns, [*rows, total])


def _row(difference: Difference) -> tuple[str, ...]:
    ours, theirs = difference.ours, difference.theirs
    return (
        ours.criterion.title,
        number(ours.score.value),
        ours.adds,
        number(theirs.score.value),
        theirs.adds,
        _signed(difference.contribution),
        "",
    )


def _signed(value: float | None) -> str:
    if value is None:
        return "?"
    return "0.00" if abs(value) < EQUAL else signed(value)


def _print_difference(
    sheet: Sheet, comparison: Comparison, difference: Difference, place: int
) -> None:
    ahead = comparison.ours if difference.contribution > 0 else comparison.theirs
    size = abs(difference.contribution)
    by = f"{number(size)} for {ahead.candidate}" if size >= EQUAL else "no difference"
    sheet.line(f"{place}. {difference.ours.criterion.title}: {by}", style="bold")
    for one, side in (
        (comparison.ours, difference.ours),
        (comparison.theirs, difference.theirs),
    ):
        sheet.line(f"{one.candidate}  {side.told}", indent=_ID)
        earned = [step for step in side.steps if step.points] or side.steps[:1]
        summands = "; ".join(f"{signed(step.points)} {step.what}" for step in earned)
        sheet.line(summands or NOTHING, indent=_TEXT)
        best = side.best
        if best and best.passage:
            print_passage(sheet, best.passage)
