import datetime as dt
from collections.abc import Callable

import pytest

from ranking.model.application import Application, Person
from ranking.model.assessment import Dossier, RequirementCheck
from ranking.model.call import Call, FileRules, RequirementUse, Scoring, Topic, TopicRank
from ranking.model.document import Document, Kind, Page, Reader, SourceFile
from ranking.model.evidence import Course, Evidence, Interest
from ranking.requirements import REQUIREMENTS
from ranking.tagging.facts import facts

Build = Callable[..., Document]
Collect = Callable[..., Dossier]
Judge = Callable[..., RequirementCheck]


@pytest.fixture
def call() -> Call:
    return Call(
        id="test",
        title="PhD student",
        employer="University",
        department="Mathematics",
        project="Project",
        reference_number="20230018",
        published=dt.date(2023, 1, 19),
        deadline=dt.date(2023, 2, 24),
        start=dt.date(2023, 8, 15),
        files=FileRules(
            max_megabytes=40.0,
            max_pages=600,
            letter_pages_min=1,
            letter_pages_max=3,
            references=2,
            language="en",
            cv_name="CV, {family_name}, {reference_number}",
            letter_name="Personal letter, {family_name}, {reference_number}",
        ),
        criteria=(),
        topics=(
            Topic(id="core", title="Core", rank=TopicRank.CORE, lexicon="core", group="core"),
            Topic(id="side", title="Side", rank=TopicRank.FURTHER, lexicon="side", group="side"),
        ),
        requirements=tuple(RequirementUse(id=name, title=name, gate=True) for name in REQUIREMENTS),
        scoring=_no_scoring(),
    )


def _no_scoring() -> Scoring:
    return Scoring(
        cap=6.0,
        areas_counted=4,
        levels={},
        achievements={},
        stated_points={},
        stated_cap=3.0,
        shown_share=0.5,
        proof_bonus=0.25,
        proof_bonus_max=2,
        achievement_bonus=0.25,
        achievement_bonus_max=4,
        unread_holds={},
        shortlist=8,
    )


@pytest.fixture
def document() -> Build:
    """A document of small text pages; a page that is None was not read."""

    def build(kind: Kind, *pages: str | None, file: str = "") -> Document:
        name = file or f"{kind.value}.pdf"
        return Document(
            source=SourceFile(path=name, size=1, sha256=name),
            page_count=len(pages),
            pages=tuple(
                Page(
                    number=number,
                    text=text or "",
                    reader=Reader.NONE if text is None else Reader.TEXT,
                )
                for number, text in enumerate(pages, start=1)
            ),
            kind=kind,
        )

    return build


@pytest.fixture
def dossier() -> Collect:
    """An application of Ada Berg with the facts that her documents hold."""

    def collect(
        *documents: Document,
        evidence: tuple[Evidence, ...] = (),
        interests: tuple[Interest, ...] = (),
        courses: tuple[Course, ...] = (),
        family_name: str = "Berg",
    ) -> Dossier:
        application = Application(
            candidate="C001",
            person=Person(family_name=family_name, given_name="Ada"),
            documents=documents,
        )
        return Dossier(
            application=application,
            evidence=evidence,
            interests=interests,
            courses=courses,
            facts=facts(application),
        )

    return collect


@pytest.fixture
def judge(call: Call, document: Build, dossier: Collect) -> Judge:
    """The verdict on one requirement for an application with one document of one page."""

    def verdict(requirement: str, kind: Kind, text: str) -> RequirementCheck:
        return REQUIREMENTS[requirement](dossier(document(kind, text)), call)

    return verdict
