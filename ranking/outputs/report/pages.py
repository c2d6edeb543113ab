"""Pages from templates. Whatever applicants wrote stays text: everything is escaped."""

from functools import cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ranking.model.figures import number
from ranking.model.plain import plain
from ranking.outputs.report.candidate import CandidatePage
from ranking.outputs.report.go import Landing
from ranking.outputs.report.links import Links, anchor_of, file_link, page_of
from ranking.outputs.report.overview import Overview
from ranking.outputs.report.words import SIGNS, file_name, plural, spaced


def overview_html(view: Overview, *, workbook: bool) -> str:
    """Return the overview, with a link to the workbook if there is one."""
    return _environment().get_template("index.html").render(view=view, workbook=workbook)


def candidate_html(page: CandidatePage, links: Links) -> str:
    """Return the page of one candidate."""
    link = partial(file_link, links)
    return _environment().get_template("candidate.html").render(page=page, link=link)


def go_html(landing: Landing) -> str:
    """Return a page that sends a reader on."""
    return _environment().get_template("go.html").render(landing=landing)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("ranking.outputs.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    environment.filters |= {
        "number": number,
        "spaced": spaced,
        "plural": plural,
        "file_name": file_name,
        "anchor": anchor_of,
        "page_of": page_of,
        "sign": SIGNS.__getitem__,
    }
    return environment


def _shown(value: object) -> object:
    """Drop what a page cannot hold or what would reorder the words around it."""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value
