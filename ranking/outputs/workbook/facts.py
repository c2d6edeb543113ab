"""Facts and warnings about a candidate, as the few words that one cell can hold."""

from pathlib import PurePosixPath

from ranking.model.problem import Severity
from ranking.outputs.workbook.plan import Entry, Plan

LINES = "\n"

FACTS = {
    "education": ("Education", 46, LINES),
    "thesis_title": ("Theses", 36, LINES),
    "publication": ("Publications", 44, LINES),
    "programming_language": ("Programming", 22, ", "),
    "language": ("Languages", 20, ", "),
    "employment": ("Employment", 40, LINES),
    "referee": ("Referees", 36, LINES),
}
"""Facts at a glance: the header of each, its width, and what stands between two of them."""

TOLD_ELSEWHERE = {"not-fully-read"}
"""Problems that Ranking shows in a column of their own."""


def fact_text(entry: Entry, fact: str) -> str:
    """Return all facts of a kind, each once, with the date if the words do not hold it."""
    told = (
        f"{f.value} ({f.date})" if f.date and f.date not in f.value else f.value
        for f in entry.assessment.dossier.facts
        if f.fact == fact
    )
    return FACTS[fact][2].join(dict.fromkeys(told))


def files_text(entry: Entry) -> str:
    """Return the files with their kinds, without their folder if all are in one."""
    documents = entry.assessment.dossier.application.documents
    folders = {PurePosixPath(document.file).parent for document in documents}
    names = (PurePosixPath(d.file).name if len(folders) == 1 else d.file for d in documents)
    return LINES.join(f"{name} ({d.kind})" for name, d in zip(names, documents, strict=True))


def flags(plan: Plan) -> dict[str, str]:
    """Return what to look at by candidate, as words: grave problems, each code once."""
    found: dict[str, dict[str, None]] = {}
    for severity in (Severity.ERROR, Severity.WARNING):
        for problem in plan.problems:
            if problem.severity is severity and problem.code not in TOLD_ELSEWHERE:
                words = problem.code.replace("-", " ").replace("ocr", "OCR")
                found.setdefault(problem.candidate or "", {})[words] = None
    return {candidate: ", ".join(words) for candidate, words in found.items()}
