"""The tables that other tools read."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from ranking.model.application import Person
from ranking.model.assessment import Assessment, Dossier, RequirementCheck, Score, Verdict
from ranking.model.call import Call
from ranking.model.document import Document, Kind
from ranking.model.evidence import Assertion, Course, Evidence, Fact, Interest
from ranking.model.problem import problem
from ranking.model.result import Place, Provenance, Result
from ranking.outputs.tables import TABLES, render_tables

# As promised to other tools: every column, in this order.
COLUMNS = {
    "candidates": "candidate family_name given_name email files not_fully_read",
    "facts": "candidate fact value date file page",
    "documents": (
        "candidate file sha256 kind kind_reason language pages parts reader unread_pages "
        "hidden_words"
    ),
    "evidence": (
        "id candidate criterion concept level quote file page boxes section assertion counted "
        "reason rule reader"
    ),
    "interests": "candidate topic quote file page counted reason",
    "requirements": "candidate requirement verdict quote file page note",
    "scores": "candidate criterion score could_be evidence",
    "ranking": (
        "candidate family_name given_name total low could_be rank formal tier p_first p_shortlist "
        "rank_low rank_high"
    ),
    "courses": "candidate course area credits grade grade_0_1 scale passed file page",
    "problems": "candidate file page code severity message advice",
}

Rows = list[dict[str, Any]]


@pytest.fixture(scope="session")
def result(
    call: Call,
    make_dossier: Callable[..., Dossier],
    make_evidence: Callable[..., Evidence],
    make_document: Callable[..., Document],
    make_course: Callable[..., Course],
) -> Result:
    """Return two candidates, one of whom nothing was read, and a file of nobody."""
    passage = make_evidence(
        id="00000000b2",
        quote="Lie-Gruppen und ihre Darstellungen, 6 LP, Note 1,3 𝄞",
        file="Åberg/zeugnis.pdf",
        page=2,
        boxes=((72.0, 700.5, 300.25, 712.0),),
        section="Courses",
        kind=Kind.TRANSCRIPT,
        rule="group_theory/lie_groups",
    )
    plan = make_evidence(
        id="00000000a1",
        criterion="statistics",
        concept="inference",
        level="interest",
        quote="I plan to take a course on inference",
        file="Åberg/cv.pdf",
        assertion=Assertion.HYPOTHETICAL,
        counted=False,
        reason="a plan",
    )
    earlier = replace(passage, id="00000000c3", page=1, boxes=())
    first = make_dossier(
        plan,
        passage,
        earlier,
        person=Person(family_name="Åberg", given_name="Ida", email="ida@post.example"),
        documents=(
            replace(
                make_document(Kind.TRANSCRIPT, file="Åberg/zeugnis.pdf"),
                kind_reason="name",
                language="de",
                hidden_words=3,
            ),
        ),
        courses=(make_course(course="Lie-Gruppen", credits=6.0, file="Åberg/zeugnis.pdf"),),
        interests=(
            Interest(
                candidate="C001",
                topic="computer_vision",
                quote="I like to see",
                file="Åberg/cv.pdf",
                page=1,
                counted=True,
            ),
        ),
        facts=(
            Fact(
                candidate="C001",
                fact="language",
                value="Deutsch",
                date="",
                file="Åberg/cv.pdf",
                page=1,
            ),
        ),
    )
    second = make_dossier(
        candidate="C002",
        person=Person(family_name="Núñez"),
        documents=(make_document(Kind.CV, file="Núñez/cv.pdf", reader="none"),),
    )
    check = RequirementCheck(requirement="english", verdict=Verdict.UNCLEAR, note="Ask for a test.")
    unknown = Score(criterion="group_theory", value=None, could_be=3.0)
    known = Score(criterion="group_theory", value=1.5, could_be=1.5, evidence=("00000000b2",))
    return Result(
        call=call,
        assessments=(
            Assessment(dossier=first, requirements=(check,), scores=(known,)),
            Assessment(dossier=second, requirements=(), scores=(unknown,)),
        ),
        places=(
            Place(
                candidate="C001",
                total=7.5,
                low=3.75,
                could_be=60.0,
                rank=1,
                formal=Verdict.UNCLEAR,
            ),
            Place(
                candidate="C002",
                total=None,
                low=None,
                could_be=80.0,
                rank=None,
                formal=Verdict.NOT_MET,
            ),
        ),
        unassigned=(make_document(Kind.OTHER, file="lost.pdf"),),
        problems=(
            problem("unassigned-file", "Nobody's.", file="lost.pdf"),
            problem("scanned", "Page 2.", file="Núñez/cv.pdf", page=2, candidate="C002"),
            problem("missing-letter", "There is no letter.", candidate="C002"),
            problem("scanned", "Page 10.", file="Núñez/cv.pdf", page=10, candidate="C002"),
            problem("hidden-text", "Words.", file="Åberg/cv.pdf", page=1, candidate="C001"),
        ),
        provenance=Provenance(),
    )


@pytest.fixture(scope="session")
def rows(result: Result) -> Callable[[str], Rows]:
    """Return what reads a table as other tools do."""
    tables = render_tables(result)

    def read(name: str) -> Rows:
        return [json.loads(line) for line in tables[f"{name}.jsonl"].split("\n") if line]

    return read


def test_every_promised_table(result: Result) -> None:
    assert list(TABLES) == list(COLUMNS)
    assert list(render_tables(result)) == [f"{name}.jsonl" for name in COLUMNS]


@pytest.mark.parametrize("name", COLUMNS)
def test_every_row_has_the_promised_columns(rows: Callable[[str], Rows], name: str) -> None:
    found = rows(name)
    assert found
    for row in found:
        assert list(row) == COLUMNS[name].split()


def test_candidates(rows: Callable[[str], Rows]) -> None:
    assert rows("candidates") == [
        {
            "candidate": "C001",
            "family_name": "Åberg",
            "given_name": "Ida",
            "email": "ida@post.example",
            "files": ["Åberg/zeugnis.pdf"],
            "not_fully_read": [],
        },
        {
            "candidate": "C002",
            "family_name": "Núñez",
            "given_name": "",
            "email": "",
            "files": ["Núñez/cv.pdf"],
            "not_fully_read": ["Núñez/cv.pdf"],
        },
    ]


def test_documents(rows: Callable[[str], Rows]) -> None:
    read, unread, unassigned = rows("documents")
    assert read["sha256"]
    assert read | {"sha256": ""} == {
        "candidate": "C001",
        "file": "Åberg/zeugnis.pdf",
        "sha256": "",
        "kind": "transcript",
        "kind_reason": "name",
        "language": "de",
        "pages": 1,
        "parts": [{"kind": "transcript", "first_page": 1, "last_page": 1}],
        "reader": "text",
        "unread_pages": [],
        "hidden_words": 3,
    }
    assert (unread["candidate"], unread["reader"], unread["unread_pages"]) == ("C002", "none", [1])
    assert (unassigned["candidate"], unassigned["file"]) == (None, "lost.pdf")


def test_evidence(rows: Callable[[str], Rows]) -> None:
    # In the order of the call's criteria, then by file and page.
    assert [row["id"] for row in rows("evidence")] == ["00000000c3", "00000000b2", "00000000a1"]
    assert rows("evidence")[1] == {
        "id": "00000000b2",
        "candidate": "C001",
        "criterion": "group_theory",
        "concept": "lie_groups",
        "level": "coursework",
        "quote": "Lie-Gruppen und ihre Darstellungen, 6 LP, Note 1,3 𝄞",
        "file": "Åberg/zeugnis.pdf",
        "page": 2,
        "boxes": [[72.0, 700.5, 300.25, 712.0]],
        "section": "Courses",
        "assertion": "affirmed",
        "counted": True,
        "reason": "",
        "rule": "group_theory/lie_groups",
        "reader": "text",
    }


def test_golden_lines(result: Result) -> None:
    tables = render_tables(result)
    assert tables["facts.jsonl"] == (
        '{"candidate": "C001", "fact": "language", "value": "Deutsch", "date": "", '
        '"file": "Åberg/cv.pdf", "page": 1}\n'
    )
    assert tables["interests.jsonl"] == (
        '{"candidate": "C001", "topic": "computer_vision", "quote": "I like to see", '
        '"file": "Åberg/cv.pdf", "page": 1, "counted": true, "reason": ""}\n'
    )
    assert tables["requirements.jsonl"] == (
        '{"candidate": "C001", "requirement": "english", "verdict": "unclear", "quote": "", '
        '"file": "", "page": null, "note": "Ask for a test."}\n'
    )
    assert tables["scores.jsonl"] == (
        '{"candidate": "C001", "criterion": "group_theory", "score": 1.5, "could_be": 1.5, '
        '"evidence": ["00000000b2"]}\n'
        '{"candidate": "C002", "criterion": "group_theory", "score": null, "could_be": 3.0, '
        '"evidence": []}\n'
    )
    assert tables["ranking.jsonl"] == (
        '{"candidate": "C001", "family_name": "Åberg", "given_name": "Ida", "total": 7.5, '
        '"low": 3.75, "could_be": 60.0, "rank": 1, "formal": "unclear", "tier": null, '
        '"p_first": null, "p_shortlist": null, "rank_low": null, "rank_high": null}\n'
        '{"candidate": "C002", "family_name": "Núñez", "given_name": "", "total": null, '
        '"low": null, "could_be": 80.0, "rank": null, "formal": "not_met", "tier": null, '
        '"p_first": null, "p_shortlist": null, "rank_low": null, "rank_high": null}\n'
    )
    assert tables["courses.jsonl"] == (
        '{"candidate": "C001", "course": "Lie-Gruppen", "area": "mathematics", "credits": 6.0, '
        '"grade": "A", "grade_0_1": 1.0, "scale": "ects", "passed": true, '
        '"file": "Åberg/zeugnis.pdf", "page": 1}\n'
    )


def test_problems_are_in_order_whatever_order_they_came_in(
    result: Result, rows: Callable[[str], Rows]
) -> None:
    found = [(row["candidate"], row["code"], row["page"]) for row in rows("problems")]
    assert found == [
        ("C001", "hidden-text", 1),
        ("C002", "missing-letter", None),
        ("C002", "scanned", 2),
        ("C002", "scanned", 10),
        (None, "unassigned-file", None),
    ]
    turned = replace(result, problems=result.problems[::-1])
    assert render_tables(turned) == render_tables(result)


def test_the_order_of_evidence_changes_nothing(result: Result) -> None:
    first, second = result.assessments
    turned = replace(first, dossier=replace(first.dossier, evidence=first.dossier.evidence[::-1]))
    assert turned != first
    assert render_tables(replace(result, assessments=(turned, second))) == render_tables(result)


def test_identical_bytes_on_repeat(result: Result) -> None:
    assert render_tables(result) == render_tables(replace(result))


def test_nothing_found(empty_result: Result) -> None:
    assert set(render_tables(empty_result).values()) == {""}
