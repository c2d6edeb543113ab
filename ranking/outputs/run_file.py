"""run.json: what went into a build, so that it can be repeated and checked."""

import datetime as dt
import importlib.metadata
import json
import platform
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from ranking.model.call import Call
from ranking.model.document import Document
from ranking.model.evidence import Evidence
from ranking.model.result import Result

PACKAGES = (
    "ranking", "pandas", "scikit-learn", "pypdf", "pypdfium2", "spacy", "openpyxl",
    "rapidfuzz", "pydantic",
)  # fmt: skip
OCR_PACKAGES = ("rapidocr", "onnxruntime")
"""Without them pages that are pictures stay unread, and everything else works."""


def versions() -> tuple[tuple[str, str], ...]:
    """Return the versions of Python and of the packages that do the work."""
    found = [("python", platform.python_version())]
    return (*found, *((name, _version(name)) for name in (*PACKAGES, *OCR_PACKAGES)))


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "missing"


def run_file(
    result: Result, *, applications: Path, ignored: tuple[str, ...], identities: str
) -> dict[str, Any]:
    """Return the content of run.json.

    Args:
        result: The result of the build.
        applications: The folder of applications.
        ignored: Debris of operating systems in that folder, which is no document.
        identities: The candidate ids ever given, as JSON.
    """
    provenance = result.provenance
    documents = _documents(result)
    evidence = [e for a in result.assessments for e in a.dossier.evidence]
    return {
        "run": result.run,
        "build": result.build,
        "built": dt.datetime.now(tz=dt.UTC).isoformat(timespec="seconds"),
        "applications": str(applications.resolve()),
        "call": _call(result),
        "lexicons_sha256": provenance.lexicons_sha256,
        "kinds_sha256": provenance.kinds_sha256,
        "rules_sha256": provenance.rules_sha256,
        "versions": dict(provenance.versions),
        "options": dict(provenance.options),
        "counts": _counts(result, documents, evidence),
        "not_shown": sorted(row.id for row in evidence if not row.shown),
        "visibility_not_checked": _not_checked(documents),
        "seconds": dict(provenance.seconds),
        "ignored": list(ignored),
        "inputs": {d.file: d.source.sha256 for d in sorted(documents, key=lambda d: d.file)},
        "identities": json.loads(identities),
    }


def _documents(result: Result) -> list[Document]:
    """Return all documents, those of nobody last."""
    assigned = [d for a in result.assessments for d in a.dossier.application.documents]
    return [*assigned, *result.unassigned]


def _call(result: Result) -> dict[str, Any]:
    """Return the call as it was used: whatever becomes of its file, the build can be repeated."""
    return {
        "id": result.call.id,
        "sha256": result.provenance.call_sha256,
        "profile": TypeAdapter(Call).dump_python(result.call, mode="json"),
    }


def _counts(
    result: Result, documents: Sequence[Document], evidence: Sequence[Evidence]
) -> dict[str, Any]:
    return {
        "candidates": len(result.assessments),
        "documents": len(documents),
        "pages": sum(document.page_count for document in documents),
        "unread_pages": sum(len(document.unread_pages) for document in documents),
        "evidence": len(evidence),
        "evidence_counted": sum(row.counted for row in evidence),
        "problems": dict(sorted(Counter(p.code for p in result.problems).items())),
    }


def _not_checked(documents: Iterable[Document]) -> dict[str, dict[str, int]]:
    """Return the number of words of each page that was not checked for words out of sight."""
    words = {
        document.file: {str(p.number): len(p.text.split()) for p in document.pages if not p.checked}
        for document in documents
    }
    return {file: pages for file, pages in sorted(words.items()) if pages}
