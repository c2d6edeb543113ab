"""Weights: every number of the scoring. Yellow cells may be changed; everything follows."""

from collections.abc import Sequence
from typing import Literal

from openpyxl.worksheet.datavalidation import DataValidation

from ranking.model.call import Scale, TopicRank
from ranking.model.evidence import LADDER
from ranking.outputs.workbook.cells import Content, Fx
from ranking.outputs.workbook.context import Context
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.twin import area_weight, other_weight
from ranking.outputs.workbook.weights_layout import RULES

_WIDTHS = (34, 12, 16, 92)
_NUMBER = ("text", "input_number", "text", "wrap")

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
    for letter, width in zip("ABCD", _WIDTHS, strict=True):
        sheet.worksheet.column_dimensions[letter].width = width
    sheet.worksheet.row_dimensions[1].height = 24
    _write_criteria(sheet, context)
    _write_rules(sheet, context)
    _write_points(sheet, context)
    _write_topics(sheet, context)
    sheet.page()
    sheet.worksheet.freeze_panes = "B3"


def _head(sheet: Sheet, first: int, heading: str, titles: Sequence[str]) -> None:
    sheet.put(first - 2, 1, heading, "section")
    sheet.worksheet.row_dimensions[first - 2].height = 18
    styles = ("header", "header_center", "header", "header")
    sheet.row(first - 1, titles, styles)


def _write_criteria(sheet: Sheet, context: Context) -> None:
    plan, first = context.plan, context.layout.criteria
    _head(sheet, first, "What counts how much", ("Criterion", "Weight", "Scored as", "Why"))
    for row, criterion in enumerate(plan.criteria, start=first):
        contents = (criterion.title, criterion.weight, SCALES[criterion.scale], criterion.reason)
        sheet.row(row, contents, ("text", "input_number", "text", "input"))
    last = first + len(plan.criteria) - 1
    areas = len(plan.call.areas)
    best, others = "0", "0"
    if areas:
        numbers = "{" + ",".join(str(n) for n in range(1, areas + 1)) + "}"
        weights = f"$B${first}:$B${first + areas - 1}"
        best = f"SUMPRODUCT(LARGE({weights},{numbers})*({numbers}<=areas_counted))"
    if areas < len(plan.criteria):
        others = f"SUM($B${first + areas}:$B${last})"
    styles = ("muted", "points", "text", "muted")
    help_ = "The largest weights of areas, as many as count."
    sheet.row(last + 1, ("Areas together", Fx(best, area_weight(plan)), None, help_), styles)
    help_ = "All other weights."
    sheet.row(last + 2, ("Others together", Fx(others, other_weight(plan)), None, help_), styles)
    _validate(sheet, f"B{first}:B{last}", "decimal", ("0", "100"))


def _write_rules(sheet: Sheet, context: Context) -> None:
    call, first = context.plan.call, context.layout.rules
    _head(sheet, first, "Rules", ("Rule", "Number", "", "What it does"))
    for row, rule in enumerate(RULES, start=first):
        number = "input_integer" if rule.whole else "input_number"
        contents = (rule.title, rule.value(call.scoring), None, rule.help)
        sheet.row(row, contents, ("text", number, "text", "wrap"))
        limits = (str(rule.least), str(rule.most(call)))
        _validate(sheet, f"B{row}", "whole" if rule.whole else "decimal", limits)


def _write_points(sheet: Sheet, context: Context) -> None:
    scoring, layout = context.plan.call.scoring, context.layout
    tables = (
        (layout.levels, "Levels of areas, and of own work on a topic", scoring.levels, LADDER),
        (
            layout.achievements,
            "Levels of problem solving",
            scoring.achievements,
            tuple(scoring.achievements),
        ),
    )
    for first, heading, points, levels in tables:
        _head(sheet, first, heading, ("Level", "Points", "", "Meaning"))
        for row, level in enumerate(levels, start=first):
            meaning = LEVELS.get(level, "")
            sheet.row(row, (str(level), points[level], None, meaning), _NUMBER)
        _validate(sheet, f"B{first}:B{first + len(levels) - 1}", "decimal", ("0", "1000"))
    first = layout.stated
    _head(sheet, first, "Topics named as an own interest", ("Rank", "Points", "", "Meaning"))
    for row, rank in enumerate(TopicRank, start=first):
        help_ = f"A topic that is {rank} for the project; topics of one group earn points once."
        sheet.row(row, (rank.value, scoring.stated_points[rank], None, help_), _NUMBER)
    _validate(sheet, f"B{first}:B{first + len(TopicRank) - 1}", "decimal", ("0", "1000"))


def _write_topics(sheet: Sheet, context: Context) -> None:
    call, first = context.plan.call, context.layout.topics
    if not call.topics:
        return
    _head(sheet, first, "Topics of the project", ("Topic", "Points", "Rank", "Title and group"))
    titles = {topic.id: topic.title for topic in call.topics}
    for row, topic in enumerate(call.topics, start=first):
        formula = f"INDEX(stated_points,MATCH(C{row},stated_names,0))"
        points = Fx(formula, call.scoring.stated_points[topic.rank])
        group = titles.get(topic.group, topic.group)
        text = topic.title if topic.group == topic.id else f"{topic.title}; one with: {group}"
        contents: tuple[Content, ...] = (topic.id, points, topic.rank.value, text)
        sheet.row(row, contents, ("text", "points", "input", "wrap"))
    ranks = ",".join(TopicRank)
    choice = DataValidation(type="list", formula1=f'"{ranks}"', showErrorMessage=True)
    choice.sqref = f"C{first}:C{first + len(call.topics) - 1}"
    sheet.worksheet.add_data_validation(choice)


def _validate(
    sheet: Sheet, cells: str, kind: Literal["whole", "decimal"], limits: tuple[str, str]
) -> None:
    low, high = limits
    validation = DataValidation(
        type=kind,
        operator="between",
        formula1=low,
        formula2=high,
        showErrorMessage=True,
        error=f"A number from {low} to {high}.",
        sqref=cells,
    )
    sheet.worksheet.add_data_validation(validation)
