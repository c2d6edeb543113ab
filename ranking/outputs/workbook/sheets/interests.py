"""Interests: which topics of the project a candidate names, and on which they show own work."""

from collections.abc import Iterator

from ranking.model.call import Scale
from ranking.model.evidence import Level
from ranking.outputs.workbook.cells import Content
from ranking.outputs.workbook.columns import CANDIDATE, FILE, NAME, PAGE, QUOTE
from ranking.outputs.workbook.context import Context
from ranking.outputs.workbook.plan import Entry, Plan
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.styles import status_rules
from ranking.outputs.workbook.table import Column, Table

STATED, SHOWN = "stated", "shown"

TABLE = Table(
    "Interests",
    (
        CANDIDATE,
        NAME,
        Column("topic", "Topic", 28, "wrap", "A topic of the project."),
        Column("rank", "Nearness", 12, "text", "How near the topic is to the project."),
        Column(
            "how",
            "How",
            9,
            "center",
            "stated: named as the candidate's own interest. shown: own work on the topic.",
        ),
        Column("level", "Level", 13, "text", "Of own work: how strong the passage is."),
        QUOTE,
        FILE,
        PAGE,
        Column("counted", "Counted", 10, "center", "Topics of one group earn points once."),
        Column("reason", "Reason", 40, "wrap", "Why it does not count, or what made it so."),
    ),
)


def write(sheet: Sheet, context: Context) -> None:
    """Write one row a candidate, topic and passage: what is stated first, then what is shown."""
    plan = context.plan
    intro = (
        "Topics of the project that candidates name as their own interest (stated), and their own "
        "work on them (shown). Decide about passages on Evidence and Not counted."
    )
    sheet.start(TABLE, intro)
    last = sheet.fill(TABLE, [row for entry in plan.entries for row in _rows(entry, plan)])
    sheet.filter(TABLE, last)
    sheet.color(TABLE.cells("counted", TABLE.first, last), status_rules())


def _rows(entry: Entry, plan: Plan) -> Iterator[tuple[Content, ...]]:
    topics = {topic.id: topic for topic in plan.call.topics}
    order = {topic: number for number, topic in enumerate(topics)}
    for key, told in sorted(_passages(entry, plan), key=lambda p: order.get(p[0], len(order))):
        topic = topics.get(key)
        place = (topic.title, topic.rank.value) if topic else (key, "")
        yield (entry.candidate, entry.name, *place, *told)


def _passages(entry: Entry, plan: Plan) -> Iterator[tuple[str, tuple[Content, ...]]]:
    """Yield topics and what is told of them: what is stated, then what is shown."""
    dossier = entry.assessment.dossier
    for interest in dossier.interests:
        place = (interest.quote, interest.file, interest.page)
        counted = (_yes(counted=interest.counted), interest.reason)
        yield interest.topic, (STATED, None, *place, *counted)
    scales = {criterion.id: criterion.scale for criterion in plan.criteria}
    for e in dossier.evidence:
        of_topic = scales.get(e.criterion) is Scale.INTERESTS and e.shown
        if of_topic and (e.found or e.level) != Level.INTEREST:
            place = (e.quote, e.file, e.page)
            yield e.concept, (SHOWN, e.level, *place, _yes(counted=e.counted), e.reason)


def _yes(*, counted: bool) -> str:
    return "yes" if counted else "no"
