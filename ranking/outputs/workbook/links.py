"""Links from cells to the report that stands beside the workbook.

Formulas, not the hyperlinks of cells: these make a large workbook slow, and stay behind when rows
are sorted. No word of an applicant's is part of a link.
"""

from ranking.model.evidence import Evidence
from ranking.outputs.folders import REPORT
from ranking.outputs.report.links import go_path, page_of
from ranking.outputs.workbook.cells import Content, Fx
from ranking.outputs.workbook.context import Context


def page_cell(evidence: Evidence, context: Context) -> Content:
    """Return the page of a passage; it leads to that page of the document, if it is shown there."""
    if not (context.linked and evidence.shown):
        return evidence.page
    path = f"{REPORT}/{go_path(evidence.id)}"
    return Fx(f'HYPERLINK("{path}",{evidence.page})', evidence.page, is_link=True)


def name_cell(name: Fx, candidate: str, context: Context) -> Fx:
    """Return a name that leads to the candidate's page.

    Args:
        name: The formula of the name.
        candidate: The cell that holds the candidate's id.
        context: Whether there is a report.
    """
    if not context.linked:
        return name
    page = page_of(f'"&{candidate}&"')
    return Fx(f'HYPERLINK("{REPORT}/{page}",{name.formula})', name.value, is_link=True)
