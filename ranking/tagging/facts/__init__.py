"""Facts that a committee wants at a glance, each verbatim with its file and page.

Plain patterns over the sections of CVs, the title pages of theses and articles, and certificates.
Precise rather than complete: a fact is shown and never earns a point. Only ``referee`` facts are
used further, by the requirement ``references``.
"""

from collections.abc import Callable, Iterator

from ranking.model.application import Application
from ranking.model.document import Document, Kind
from ranking.model.evidence import Fact
from ranking.tagging.facts.cv import cv_facts
from ranking.tagging.facts.finding import Finding
from ranking.tagging.facts.papers import article_facts, certificate_facts, thesis_facts
from ranking.tagging.facts.referees import referee_facts

Finder = Callable[[Document, Application], Iterator[Finding]]

FINDERS: dict[Kind, tuple[Finder, ...]] = {
    Kind.CV: (cv_facts, referee_facts),
    Kind.LETTER: (referee_facts,),
    Kind.THESIS: (thesis_facts,),
    Kind.ARTICLE: (article_facts,),
    Kind.CERTIFICATE: (certificate_facts,),
    Kind.OTHER: (referee_facts,),
}
"""What is looked for in which kind of document."""


def facts(application: Application) -> tuple[Fact, ...]:
    """Return the facts of an application in the order of its documents, each once."""
    found: dict[tuple[str, str], Fact] = {}
    for document in application.counted_parts:
        for finder in FINDERS.get(document.kind, ()):
            for finding in finder(document, application):
                key = (finding.fact, finding.value.casefold())
                found.setdefault(key, _fact(finding, application, document))
    return tuple(found.values())


def _fact(finding: Finding, application: Application, document: Document) -> Fact:
    return Fact(
        candidate=application.candidate,
        fact=finding.fact,
        value=finding.value,
        date=finding.date,
        file=document.file,
        page=finding.page,
    )
