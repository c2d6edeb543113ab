"""Pages that send a reader on, so that a link from Excel lands on the right page of a PDF."""

from collections.abc import Iterator
from dataclasses import dataclass

from ranking.model.assessment import Assessment
from ranking.model.evidence import Evidence
from ranking.outputs.report.links import Links, anchor_of, file_link, go_path, page_of
from ranking.outputs.report.words import file_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Landing:
    """A page that sends a reader on.

    Attributes:
        path: Where it lies, from the report's folder.
        target: Where it sends the reader, from its own folder.
        report: The same place in the report, from its own folder.
        title: What the target is.
        quote: The words to look for there, "" for a candidate.
    """

    path: str
    target: str
    report: str
    title: str
    quote: str = ""


def landings(assessment: Assessment, links: Links) -> Iterator[Landing]:
    """Yield the page of a candidate and those of all passages that the workbook shows."""
    candidate = assessment.candidate
    page = f"../{page_of(candidate)}"
    yield Landing(path=go_path(candidate), target=page, report=page, title=candidate)
    for passage in assessment.dossier.evidence:
        if passage.shown:
            yield _landing(passage, f"{page}#{anchor_of(passage.id)}", links)


def _landing(passage: Evidence, report: str, links: Links) -> Landing:
    link = file_link(links, passage.file, passage.page)
    return Landing(
        path=go_path(passage.id),
        target=f"../{link}" if link else report,
        report=report,
        title=f"{file_name(passage.file)}, page {passage.page}" if passage.file else passage.id,
        quote=passage.quote,
    )
