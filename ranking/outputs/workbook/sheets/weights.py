"""Weights: every number of the scoring. Yellow cells may be changed; everything follows."""

from openpyxl.worksheet.datavalidation import DataValidation

from ranking.model.call import Scale, TopicRank
from ranking.model.evidence import LADDER
from ranking.model.input_limits import Limits, limits_of
from ranking.model.input_tables import WEIGHTS as INPUTS
from ranking.outputs.workbook.cells import Content, Fx
from ranking.outputs.workbook.context import Context
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.twin import area_weight, other_weight
from ranking.outputs.workbook.validation import offer_words
from ranking.outputs.workbook.weights_layout import RULES

_Found = tuple[str, Context, tuple[str, ...]]
"""The id of a row, what the workbook is written from, and the styles of the row."""

_WIDTHS = (34, 12, 16, 64, 64, 24)
_STYLES = ("text", "input_number", "text", "input", "wrap", "muted")
_HEADERS = ("header", "header_center", "header", "header", "header", "header")
_WHY = INPUTS.headers[0].fields["why"]

SCALES: dict[Scale, str] = {
    Scale.AREA: "area",
    Scale.INTERESTS: "interests",
    Scale.ACHIEVEMENTS: "achievements",
    Scale.GRADES: "grades",
}

LEVELS: dict[str, str] = {
    "interest": "wished for, planned, registered for",
    "mention": "claimed or listed, nothing behind it",
    "coursework": "a passed course, or teaching one; from here on a passage is a proof",
    "project": "a project, an internship, a job",
    "thesis": "a bachelor's or master's thesis substantially about it",
    "publication": "an own article or preprint substantially about it",
    "participation": "took part in a competition",
    "told": "a hard problem of the candidate's own work, told with cause and result",
    "regional": "a distinction of a region or a university",
    "national": "a distinction of a country",
    "international": "took part in an international competition",
    "prize": "an international prize",
    "own_result": "an own theorem, a published solution, substantial software that others use",
}
"""What the levels mean, for readers who never saw the design."""


def write(sheet: Sheet, context: Context) -> None:
    """Write all tables."""
    sheet.put(1, 1, "Weights", "title")
    intro = (
        "Yellow cells may be changed: weights, points and rules, each 0 or more. Ranking sorts "
        "itself at once. Change them before you look at names, and note why."
    )
    sheet.put(2, 1, intro, "intro")
    for letter, width in zip("ABCDEF", _WIDTHS, strict=True):
        sheet.worksheet.column_dimensions[letter].width = width
    sheet.worksheet.row_dimensions[1].height = 24
    _write_criteria(sheet, context)
    _write_rules(sheet, context)
    _write_points(sheet, context)
    _write_topics(sheet, context)
    sheet.page()
    sheet.worksheet.freeze_panes = "B3"


def _head(sheet: Sheet, first: int, heading: str, titles: tuple[str, str, str, str]) -> None:
    """Write the heading of a table and its header: title, number, a column between, help."""
    sheet.put(first - 2, 1, heading, "section")
    sheet.worksheet.row_dimensions[first - 2].height = 18
    title, number, between, help_ = titles
    sheet.row(first - 1, (title, number, between, _WHY, help_, INPUTS.id), _HEADERS)


def _put(
    sheet: Sheet, row: int, contents: tuple[Content, Content, Content, Content], found: _Found
) -> None:
    """Write a row with what the committee wrote beside it."""
    title, number, between, help_ = contents
    row_id, context, styles = found
    why = context.plan.result.review.text(INPUTS.name, row_id, "why") or None
    sheet.row(row, (title, number, between, why, help_, row_id), styles)
    told = ((why, _WIDTHS[3]), (help_, _WIDTHS[4]))
    sheet.height(row, ((text, width) for text, width in told if isinstance(text, str)))


def _write_criteria(sheet: Sheet, context: Context) -> None:
    plan, first = context.plan, context.layout.criteria
    _head(sheet, first, "What counts how much", ("Criterion", "Weight", "Scored as", ""))
    for row, criterion in enumerate(plan.criteria, start=first):
        row_id = f"criterion/{criterion.id}"
        scale = SCALES[criterion.scale]
        contents = (criterion.title, criterion.weight, scale, criterion.reason, None, row_id)
        sheet.row(row, contents, _STYLES)
        sheet.height(row, [(criterion.reason, _WIDTHS[3])])
    _write_sums(sheet, context, first + len(plan.criteria))
    limits = limits_of((INPUTS.name, f"criterion/{plan.criteria[0].id}", "value"))
    _limit(sheet, f"B{first}:B{first + len(plan.criteria) - 1}", limits)


def _write_sums(sheet: Sheet, context: Context, row: int) -> None:
    plan, first = context.plan, context.layout.criteria
    areas = len(plan.call.areas)
    best, others = "0", "0"
    if areas:
        numbers = "{" + ",".join(str(n) for n in range(1, areas + 1)) + "}"
        weights = f"$B${first}:$B${first + areas - 1}"
        best = f"SUMPRODUCT(LARGE({weights},{numbers})*({numbers}<=areas_counted))"
    if areas < len(plan.criteria):
        others = f"SUM($B${first + areas}:$B${row - 1})"
    styles = ("muted", "points", "text", "text", "muted", "muted")
    help_ = "The largest weights of areas, as many as count."
    best_weight = Fx(best, area_weight(plan))
    sheet.row(row, ("Areas together", best_weight, None, None, help_, None), styles)
    other_weights = Fx(others, other_weight(plan))
    sums = ("Others together", other_weights, None, None, "All other weights.", None)
    sheet.row(row + 1, sums, styles)


def _write_rules(sheet: Sheet, context: Context) -> None:
    scoring, first = context.plan.call.scoring, context.layout.rules
    _head(sheet, first, "Rules", ("Rule", "Number", "", "What it does"))
    for row, rule in enumerate(RULES, start=first):
        number = "input_integer" if rule.limits.whole else "input_number"
        styles = (_STYLES[0], number, *_STYLES[2:])
        contents = (rule.title, rule.value(scoring), None, rule.help)
        _put(sheet, row, contents, (f"rule/{rule.name}", context, styles))
        _limit(sheet, f"B{row}", rule.limits)


def _write_points(sheet: Sheet, context: Context) -> None:
    scoring, layout = context.plan.call.scoring, context.layout
    ladder = "Levels of areas, and of own work on a topic"
    achieved = "Levels of problem solving"
    for section, first, heading, points in (
        ("level", layout.levels, ladder, {str(x): scoring.levels[x] for x in LADDER}),
        ("achievement", layout.achievements, achieved, scoring.achievements),
    ):
        rows = [(level, number, LEVELS.get(level, "")) for level, number in points.items()]
        _head(sheet, first, heading, ("Level", "Points", "", "Meaning"))
        _write_section(sheet, context, (section, first), rows)
    about = "A topic that is {} for the project; topics of one group earn points once."
    rows = [(r.value, scoring.stated_points[r], about.format(r)) for r in TopicRank]
    first = layout.stated
    _head(sheet, first, "Topics named as an own interest", ("Rank", "Points", "", "Meaning"))
    _write_section(sheet, context, ("stated", first), rows)


def _write_section(
    sheet: Sheet, context: Context, place: tuple[str, int], rows: list[tuple[str, float, str]]
) -> None:
    """Write points by name, with their limits."""
    section, first = place
    for row, (name, points, meaning) in enumerate(rows, start=first):
        row_id = f"{section}/{name}"
        _put(sheet, row, (name, points, None, meaning), (row_id, context, _STYLES))
        _limit(sheet, f"B{row}", limits_of((INPUTS.name, row_id, "value")))


def _write_topics(sheet: Sheet, context: Context) -> None:
    call, first = context.plan.call, context.layout.topics
    if not call.topics:
        return
    _head(sheet, first, "Topics of the project", ("Topic", "Points", "Rank", "Title and group"))
    titles = {topic.id: topic.title for topic in call.topics}
    styles = ("text", "points", "input", "input", "wrap", "muted")
    for row, topic in enumerate(call.topics, start=first):
        formula = f"INDEX(stated_points,MATCH(TRIM(C{row}),stated_names,0))"
        points = Fx(formula, call.scoring.stated_points[topic.rank])
        group = titles.get(topic.group, topic.group)
        text = topic.title if topic.group == topic.id else f"{topic.title}; one with: {group}"
        contents = (topic.id, points, topic.rank.value, text)
        _put(sheet, row, contents, (f"topic/{topic.id}", context, styles))
    ranks = f"C{first}:C{first + len(call.topics) - 1}"
    offer_words(sheet, ranks, tuple(TopicRank), "Rank", "How near the topic is to the project.")


def _limit(sheet: Sheet, cells: str, limits: Limits) -> None:
    """Allow the numbers that the next build will understand."""
    validation = DataValidation(
        type="whole" if limits.whole else "decimal",
        operator="between",
        formula1=f"{limits.least:g}",
        formula2=f"{limits.most:g}",
        showErrorMessage=True,
        error=f"A number from {limits.least:g} to {limits.most:g}.",
        sqref=cells,
    )
    sheet.worksheet.add_data_validation(validation)
