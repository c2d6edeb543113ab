"""Problems: what a person should know about the files, and what to do about it."""

from ranking.outputs.workbook.cells import Content
from ranking.outputs.workbook.context import Context, plural
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.tables import PROBLEMS

_STYLES = tuple(column.style for column in PROBLEMS.columns)
_WIDTHS = {column.key: column.width for column in PROBLEMS.columns}


def write(sheet: Sheet, context: Context) -> None:
    """Write one row a problem."""
    plan = context.plan
    intro = f"{plural(len(plan.problems), 'problem')}. One bad file never stops a run: look here."
    sheet.start(PROBLEMS, intro)
    names = plan.names
    for row, problem in enumerate(plan.problems, start=PROBLEMS.first):
        file = problem.file or ""
        contents: tuple[Content, ...] = (
            problem.candidate or "",
            names.get(problem.candidate or "", ""),
            problem.severity.value,
            problem.code,
            file,
            problem.page,
            problem.message,
            problem.advice,
        )
        sheet.row(row, contents, _STYLES)
        texts = {"file": file, "message": problem.message, "advice": problem.advice}
        sheet.height(row, ((text, _WIDTHS[key]) for key, text in texts.items()))
    sheet.filter(PROBLEMS, max(PROBLEMS.first, PROBLEMS.header + len(plan.problems)))
