"""Courses: the rows of transcripts, with the grades on their own scale."""

from collections.abc import Iterator

from ranking.model.evidence import Course
from ranking.outputs.workbook.cells import Content
from ranking.outputs.workbook.columns import CANDIDATE, NAME, PAGE
from ranking.outputs.workbook.context import Context, plural
from ranking.outputs.workbook.plan import Entry, Plan
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.styles import heat_map, status_rules
from ranking.outputs.workbook.table import Column, Table

TABLE = Table(
    "Courses",
    (
        CANDIDATE,
        NAME,
        Column("course", "Course", 44, "wrap", "As the transcript names it."),
        Column("area", "Area", 24, "text", "Empty: not relevant, and not part of the mean."),
        Column("credits", "Credits", 9, "score", "As the transcript counts them."),
        Column("grade", "Grade", 11, "center", "As the transcript writes it."),
        Column("grade_0_1", "0 to 1", 8, "points", "On its own scale; empty: scale not known."),
        Column("scale", "Scale", 14, "text", "The scale of the grades, as recognised."),
        Column("passed", "Passed", 9, "center", "Empty: the transcript does not tell."),
        Column("file", "File", 56, "wrap", "The file as submitted."),
        PAGE,
    ),
)


def write(sheet: Sheet, context: Context) -> None:
    """Write one row a course, in the order of the transcript."""
    plan = context.plan
    rows = [row for entry in plan.entries for row in _rows(entry, plan)]
    intro = (
        f"{plural(len(rows), 'course')} read from transcripts. Passed courses of a relevant area "
        "make the score of course grades: their mean, weighted by credits."
    )
    sheet.start(TABLE, intro, frozen="D")
    last = sheet.fill(TABLE, rows)
    sheet.filter(TABLE, last)
    sheet.color(TABLE.cells("grade_0_1", TABLE.first, last), [heat_map(1)])
    sheet.color(TABLE.cells("passed", TABLE.first, last), status_rules())


def _rows(entry: Entry, plan: Plan) -> Iterator[tuple[Content, ...]]:
    titles = {criterion.id: criterion.title for criterion in plan.criteria}
    for course in entry.assessment.dossier.courses:
        yield (
            entry.candidate,
            entry.name,
            course.course,
            titles.get(course.area, course.area.replace("_", " ").capitalize()),
            course.credits,
            course.grade,
            course.grade_0_1,
            course.scale,
            _passed(course),
            course.file,
            course.page,
        )


def _passed(course: Course) -> str:
    if course.passed is None:
        return ""
    return "yes" if course.passed else "no"
