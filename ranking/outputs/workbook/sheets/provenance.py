"""Provenance: what the workbook was made from, so that it can be made again and checked."""

from collections.abc import Iterator

from ranking.model.document import Document
from ranking.outputs.workbook.cells import Content
from ranking.outputs.workbook.columns import CANDIDATE, NAME
from ranking.outputs.workbook.context import Context, plural
from ranking.outputs.workbook.plan import Plan
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.table import Column, Table

FILES = (
    CANDIDATE,
    NAME,
    Column("file", "File", 56, "wrap", "As submitted, below the folder of applications."),
    Column("kind", "Kind", 14, "text", "As recognised."),
    Column("language", "Language", 10, "center"),
    Column("pages", "Pages", 8, "integer"),
    Column("unread", "Not read", 9, "integer", "Pages of which no words were read."),
    Column("reader", "Read by", 10, "center", "How the words were obtained."),
    Column("sha256", "sha256", 68, "muted", "Two files with the same number are the same file."),
)


def write(sheet: Sheet, context: Context) -> None:
    """Write what went into the run, then all files."""
    plan = context.plan
    facts = list(_facts(plan))
    table = Table("Provenance", FILES, first=8 + len(facts))
    intro = (
        "The same input gives the same workbook, bit by bit: so no time stands in it. run.json, "
        "beside it, has the times of the run."
    )
    sheet.start(table, intro)
    sheet.worksheet.freeze_panes = "A3"
    sheet.section(4, "The run")
    for row, (what, value) in enumerate(facts, start=5):
        sheet.row(row, (what, None, value), ("text", "text", "text"))
    rows = list(_files(plan))
    sheet.section(table.header - 1, f"{plural(len(rows), 'file')} as submitted")
    sheet.filter(table, sheet.fill(table, rows))


def _facts(plan: Plan) -> Iterator[tuple[str, Content]]:
    made, call = plan.result.provenance, plan.call
    yield "Call", f"{call.id}: {call.title}, {call.reference_number}"
    yield "Build", plan.result.build or "not counted"
    hashes = {
        "sha256 of the call": made.call_sha256,
        "sha256 of the lexicons": made.lexicons_sha256,
        "sha256 of the kinds": made.kinds_sha256,
        "sha256 of the rules": made.rules_sha256,
    }
    for what, value in hashes.items():
        yield what, value or "not recorded"
    for name, value in made.options:
        yield f"Option {name.replace('_', ' ')}", value
    for name, value in made.versions:
        yield f"Version of {name}", value


def _files(plan: Plan) -> Iterator[tuple[Content, ...]]:
    for entry in plan.entries:
        for document in entry.assessment.dossier.application.documents:
            yield _file(document, (entry.candidate, entry.name))
    for document in plan.result.unassigned:
        yield _file(document, ("", "nobody's"))


def _file(document: Document, whose: tuple[str, str]) -> tuple[Content, ...]:
    return (
        *whose,
        document.file,
        document.kind.value,
        document.language,
        document.page_count,
        len(document.unread_pages) or None,
        document.reader.value,
        document.source.sha256,
    )
