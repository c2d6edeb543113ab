"""Every quote is looked for on its page again; what is not found does not count."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ranking.extraction.hidden_words import without_unseen
from ranking.extraction.locate import Found, locate, locate_words
from ranking.extraction.page_list import page_list
from ranking.model.assessment import Dossier
from ranking.model.document import Page, Reader
from ranking.model.evidence import Evidence
from ranking.model.problem import Problem, problem


def verify(dossier: Dossier, root: Path, passwords: tuple[str, ...]) -> Dossier:
    """Give every passage its boxes on the page, and count none that is not found there.

    Args:
        dossier: Evidence as tagged.
        root: The applications folder.
        passwords: Tried on files that need one.
    """
    dossier = without_unseen(dossier, root, passwords)
    by_file: dict[str, list[Evidence]] = defaultdict(list)
    for row in dossier.evidence:
        by_file[row.file].append(row)
    kept = {document.file: document.pages for document in dossier.application.documents}
    checked: dict[str, Evidence] = {}
    problems: list[Problem] = []
    for file, rows in by_file.items():
        found, unseen = _among_words(kept.get(file, ()), _wanted(rows))
        if unseen:
            found |= locate(root / file, unseen, passwords)
        lost = [row for row in rows if (row.page, row.quote) not in found]
        checked |= {
            row.id: replace(row, boxes=found[row.page, row.quote])
            for row in rows
            if row not in lost
        }
        checked |= {row.id: _not_counted(row) for row in lost}
        problems += _problems(lost, file, dossier.candidate)
    return replace(
        dossier,
        evidence=tuple(checked[row.id] for row in dossier.evidence),
        problems=(*dossier.problems, *problems),
    )


def _among_words(
    pages: Iterable[Page], wanted: dict[int, list[str]]
) -> tuple[Found, dict[int, list[str]]]:
    """Find quotes among the words that OCR read; return those of other pages too."""
    words = {page.number: page.words for page in pages if page.reader is Reader.OCR}
    found: Found = {}
    for number in words.keys() & wanted.keys():
        located = locate_words(words[number], wanted[number])
        found |= {(number, quote): boxes for quote, boxes in located.items()}
    return found, {number: quotes for number, quotes in wanted.items() if number not in words}


def _wanted(rows: Iterable[Evidence]) -> dict[int, list[str]]:
    wanted: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        wanted[row.page].append(row.quote)
    return wanted


def _not_counted(row: Evidence) -> Evidence:
    return replace(row, counted=False, reason="the words were not found on the page again")


def _problems(rows: list[Evidence], file: str, candidate: str) -> Iterator[Problem]:
    if rows:
        pages = page_list(sorted({row.page for row in rows}))
        passages = "1 passage was" if len(rows) == 1 else f"{len(rows)} passages were"
        message = f"{passages} not found again on {pages}, and so not counted"
        yield problem("quote-not-found", message, file=file, page=rows[0].page, candidate=candidate)
