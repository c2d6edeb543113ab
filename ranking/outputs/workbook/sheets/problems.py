"""Problems: what a person should know about the files, and what to do about it."""

from ranking.model.problem import Problem, Severity
from ranking.outputs.workbook.cells import Content
from ranking.outputs.workbook.context import Context, plural
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.styles import status_rules
from ranking.outputs.workbook.tables import PROBLEMS

GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def write(sheet: Sheet, context: Context) -> None:
    """Write one row a problem, by candidate, the gravest first; first those of nobody."""
    plan = context.plan
    intro = (
        f"{plural(len(plan.problems), 'problem')} with what to do about each. One bad file never "
        "stops a run: look here for what was not read, and what to ask."
    )
    sheet.start(PROBLEMS, intro)
    names = plan.names
    problems = sorted(plan.problems, key=_place)
    rows = [_row(problem, names.get(problem.candidate or "", "")) for problem in problems]
    last = sheet.fill(PROBLEMS, rows)
    sheet.filter(PROBLEMS, last)
    sheet.color(PROBLEMS.cells("severity", PROBLEMS.first, last), status_rules())


def _place(problem: Problem) -> tuple[str, int]:
    return problem.candidate or "", GRAVEST_FIRST.index(problem.severity)


def _row(problem: Problem, name: str) -> tuple[Content, ...]:
    return (
        problem.candidate or "",
        name,
        problem.severity.value,
        problem.code,
        problem.file or "",
        problem.page,
        problem.message,
        problem.advice,
    )
