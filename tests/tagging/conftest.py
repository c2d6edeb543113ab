"""The real lexicons, rules and call; documents written as text; what is tagged in them."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from ranking.inputs.data_root import data_root
from ranking.model.application import Application, Person
from ranking.model.assessment import Dossier
from ranking.model.document import Document, Kind, Page, SourceFile
from ranking.model.evidence import Evidence
from ranking.pipeline import read_knowledge
from ranking.steps.options import Knowledge
from ranking.tagging import make_tools, tag
from ranking.tagging.tools import Tools

CALL = "chalmers-20230018"
SECTION_MARK = "## "


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return read_knowledge(CALL, data_root())


@pytest.fixture(scope="session")
def tools(knowledge: Knowledge) -> Tools:
    return make_tools(knowledge.call, knowledge.lexicons, knowledge.rules)


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    """Return a function that makes a document of pages of text.

    A line such as ``## interests`` starts a section and is not on the page.
    """

    def make(*pages: str, kind: Kind = Kind.LETTER, file: str = "Ek/a.pdf") -> Document:
        return Document(
            source=SourceFile(path=file, size=1, sha256="0"),
            page_count=len(pages),
            pages=_pages(pages),
            kind=kind,
        )

    return make


def _pages(texts: tuple[str, ...]) -> tuple[Page, ...]:
    pages, section = [], ""
    for number, text in enumerate(texts, start=1):
        lines, sections = [], []
        for line in text.split("\n"):
            if line.startswith(SECTION_MARK):
                section = line.removeprefix(SECTION_MARK)
            else:
                lines.append(line)
                sections.append(section)
        pages.append(Page(number=number, text="\n".join(lines), sections=tuple(sections)))
    return tuple(pages)


@pytest.fixture(scope="session")
def dossier(knowledge: Knowledge) -> Callable[..., Dossier]:
    """Return a function that tags documents as the application of Ada Ek."""

    def tagged(*documents: Document, candidate: str = "C001", family_name: str = "Ek") -> Dossier:
        person = Person(family_name=family_name, given_name="Ada")
        application = Application(candidate=candidate, person=person, documents=documents)
        return tag(application, knowledge.call, knowledge.lexicons, knowledge.rules)

    return tagged


@dataclass(frozen=True)
class Shown:
    """What is shown about one criterion."""

    rows: tuple[Evidence, ...]

    @property
    def counted(self) -> tuple[Evidence, ...]:
        """The rows that count."""
        return tuple(row for row in self.rows if row.counted)

    @property
    def first(self) -> tuple[str, str, bool]:
        """Level, assertion and whether it counts of the first row; all "none" without any."""
        for row in self.rows:
            return row.level, row.assertion, row.counted
        return "none", "none", False


@pytest.fixture(scope="session")
def shown(
    document: Callable[..., Document], dossier: Callable[..., Dossier]
) -> Callable[..., Shown]:
    """Return a function that tells what the pages of one document show about a criterion."""

    def show(criterion: str, *pages: str, kind: Kind = Kind.LETTER, name: str = "Ek") -> Shown:
        found = dossier(document(*pages, kind=kind), family_name=name).evidence
        return Shown(tuple(row for row in found if row.criterion == criterion))

    return show


@pytest.fixture(scope="session")
def knowledge_phrases(knowledge: Knowledge) -> tuple[str, ...]:
    """All phrases of all lexicons."""
    return tuple(
        phrase
        for lexicon in knowledge.lexicons.lexicons
        for concept in lexicon.concepts
        for phrases in concept.phrases.values()
        for phrase in phrases
    )
