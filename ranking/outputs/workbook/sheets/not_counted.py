"""Not counted: passages that speak of a criterion but earn nothing, each with its reason."""

from collections.abc import Iterator

from ranking.model.call import Scale
from ranking.outputs.workbook.context import Context, plural
from ranking.outputs.workbook.plan import Entry, Plan
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.tables import NOT_COUNTED

_STYLES = tuple(column.style for column in NOT_COUNTED.columns)
_WIDTHS = {column.key: column.width for column in NOT_COUNTED.columns}

_Row = tuple[str, str, str, str, str, str, int, str, str, str, str]


def write(sheet: Sheet, context: Context) -> None:
    """Write one row a passage."""
    rows = [row for entry in context.plan.entries for row in _rows(entry, context.plan)]
    intro = (
        f"{plural(len(rows), 'passage')} found and not counted: negated, planned, about somebody "
        "else, failed, or copied. Look here when a candidate seems to have too few points."
    )
    sheet.start(NOT_COUNTED, intro)
    for number, row in enumerate(rows, start=NOT_COUNTED.first):
        sheet.row(number, row, _STYLES)
        texts = {"quote": row[4], "file": row[5], "reason": row[8]}
        sheet.height(number, ((text, _WIDTHS[key]) for key, text in texts.items()))
    sheet.filter(NOT_COUNTED, max(NOT_COUNTED.first, NOT_COUNTED.header + len(rows)))


def _rows(entry: Entry, plan: Plan) -> Iterator[_Row]:
    order = {criterion.id: number for number, criterion in enumerate(plan.criteria)}
    titles = {criterion.id: criterion.title for criterion in plan.criteria}
    dossier = entry.assessment.dossier
    left_out = [e for e in dossier.evidence if not e.counted]
    for e in sorted(left_out, key=lambda e: (order.get(e.criterion, len(order)), e.id)):
        title = titles.get(e.criterion, e.criterion)
        place = (e.quote, e.file, e.page)
        said = (e.assertion.replace("_", " "), e.reason, e.rule, e.id)
        yield (entry.candidate, entry.name, title, e.concept, *place, *said)
    for interest in dossier.interests_left_out:
        place = (interest.quote, interest.file, interest.page)
        title = _interests_title(plan)
        said = ("", interest.reason, "", "")
        yield (entry.candidate, entry.name, title, interest.topic, *place, *said)


def _interests_title(plan: Plan) -> str:
    titles = (c.title for c in plan.criteria if c.scale is Scale.INTERESTS)
    return next(titles, "Research interests")
