"""Problems that follow from the checks: what is missing, too long, misnamed or not read."""

from collections.abc import Iterator, Sequence

from ranking.model.assessment import Dossier, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.model.document import Part
from ranking.model.problem import Problem, problem

_DOCUMENTS = {"cv": "CV", "thesis_copy": "thesis or article", "transcripts": "transcript"}
_OF_ONE_FILE = {
    "letter_length": "letter-too-long",
    "file_names": "bad-file-name",
    "reference_number": "wrong-reference-number",
}
"""Requirements whose failure is the fault of a file; without one there is nothing to point at."""


def problems(
    dossier: Dossier, checks: Sequence[RequirementCheck], call: Call
) -> tuple[Problem, ...]:
    """Return what a person should know about the documents of one application."""
    del call
    return (
        *_missing(dossier, checks),
        *_of_files(dossier, checks),
        *_not_fully_read(dossier),
        *_merged(dossier),
    )


def _missing(dossier: Dossier, checks: Sequence[RequirementCheck]) -> Iterator[Problem]:
    failed = {check.requirement for check in checks if check.verdict is Verdict.NOT_MET}
    if "personal_letter" in failed:
        yield problem("missing-letter", "No personal letter.", candidate=dossier.candidate)
    if names := [name for requirement, name in _DOCUMENTS.items() if requirement in failed]:
        message = f"Not enclosed: {', '.join(names)}."
        yield problem("missing-document", message, candidate=dossier.candidate)


def _of_files(dossier: Dossier, checks: Sequence[RequirementCheck]) -> Iterator[Problem]:
    for check in checks:
        code = _OF_ONE_FILE.get(check.requirement)
        faulty = check.verdict is Verdict.NOT_MET or code == "wrong-reference-number"
        if not code or not check.file or not faulty or check.verdict is Verdict.MET:
            continue
        message = f"{check.note} Found: {check.quote}" if check.quote else check.note
        yield problem(code, message, file=check.file, page=check.page, candidate=dossier.candidate)


def _not_fully_read(dossier: Dossier) -> Iterator[Problem]:
    for document in dossier.application.counted_documents:
        if document.fully_read:
            continue
        unread = ", ".join(map(str, document.unread_pages)) or "all"
        message = f"Pages that were not read: {unread}."
        yield problem("not-fully-read", message, file=document.file, candidate=dossier.candidate)


def _merged(dossier: Dossier) -> Iterator[Problem]:
    """Yield the files that hold documents of several kinds; two transcripts in one are usual."""
    for document in dossier.application.counted_documents:
        if len({part.kind for part in document.parts}) > 1:
            parts = ", ".join(map(_told, document.parts))
            message = f"Several documents in one file: {parts}."
            yield problem(
                "merged-document", message, file=document.file, candidate=dossier.candidate
            )


def _told(part: Part) -> str:
    if part.first_page == part.last_page:
        return f"{part.kind} (page {part.first_page})"
    return f"{part.kind} (pages {part.first_page}-{part.last_page})"
