import datetime as dt
import importlib.metadata
import json
import platform
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from ranking.model.assessment import Assessment, Dossier
from ranking.model.call import Call
from ranking.model.document import Document, Kind
from ranking.model.evidence import Evidence
from ranking.model.problem import problem
from ranking.model.result import Provenance, Result
from ranking.outputs.run_file import PACKAGES, run_file, versions


@pytest.fixture
def result(
    call: Call,
    make_dossier: Callable[..., Dossier],
    make_document: Callable[..., Document],
    make_evidence: Callable[..., Evidence],
) -> Result:
    dossier = make_dossier(
        make_evidence(),
        make_evidence(counted=False),
        make_evidence(id="hidden", shown=False),
        documents=(make_document(Kind.CV), make_document(Kind.THESIS, reader="none")),
    )
    return Result(
        call=call,
        assessments=(Assessment(dossier=dossier, requirements=(), scores=()),),
        places=(),
        unassigned=(make_document(Kind.OTHER, file="A lost file.pdf"),),
        problems=(
            problem("scanned", "One."),
            problem("ocr-missing", "Two."),
            problem("scanned", "Three."),
        ),
        provenance=Provenance(
            versions=(("ranking", "0.1.0"),),
            call_sha256="c",
            lexicons_sha256="l",
            kinds_sha256="k",
            rules_sha256="r",
            options=(("passwords_given", "2"),),
            seconds=(("reading", 1.5),),
        ),
        build=3,
        run="r1",
    )


def test_what_went_into_a_build(result: Result, tmp_path: Path) -> None:
    run = run_file(
        result,
        applications=tmp_path / "inner" / "..",
        ignored=(".DS_Store",),
        identities='[{"candidate": "C001"}]',
    )
    built = dt.datetime.fromisoformat(run.pop("built"))
    assert abs(dt.datetime.now(tz=dt.UTC) - built) < dt.timedelta(minutes=1)
    inputs = run.pop("inputs")
    assert list(inputs) == ["A lost file.pdf", "C001/cv.pdf", "C001/thesis.pdf"]
    assert inputs["A lost file.pdf"] == result.unassigned[0].source.sha256
    assert TypeAdapter(Call).validate_python(run["call"].pop("profile")) == result.call
    assert run == {
        "run": "r1",
        "build": 3,
        "applications": str(tmp_path.resolve()),
        "call": {"id": "chalmers-20230018", "sha256": "c"},
        "lexicons_sha256": "l",
        "kinds_sha256": "k",
        "rules_sha256": "r",
        "versions": {"ranking": "0.1.0"},
        "options": {"passwords_given": "2"},
        "counts": {
            "candidates": 1,
            "documents": 3,
            "pages": 3,
            "unread_pages": 1,
            "evidence": 3,
            "evidence_counted": 2,
            "problems": {"ocr-missing": 1, "scanned": 2},
        },
        "not_shown": ["hidden"],
        "visibility_not_checked": {},
        "seconds": {"reading": 1.5},
        "ignored": [".DS_Store"],
        "identities": [{"candidate": "C001"}],
    }


def test_it_can_be_written_as_json(result: Result, tmp_path: Path) -> None:
    run = run_file(result, applications=tmp_path, ignored=(), identities="[]")
    assert json.loads(json.dumps(run, allow_nan=False)) == run


def test_versions() -> None:
    found = dict(versions())
    assert found["python"] == platform.python_version()
    assert PACKAGES
    for name in PACKAGES:
        assert found[name] == importlib.metadata.version(name)
