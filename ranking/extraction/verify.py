"""Every quote is looked for on its page again; what is not found does not count."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from ranking.extraction.hidden_words import doubtful_pages, without_unseen
from ranking.extraction.locate import Found, locate_words
from ranking.extraction.page_list import page_list
from ranking.extraction.reopened import Reopened
from ranking.extraction.visibility import Seen
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
    quotes = _quotes(dossier)
    doubtful = doubtful_pages(dossier)
    seen: dict[tuple[str, int], Seen] = {}
    found: dict[str, Found] = {}
    kept = {document.file: document.pages for document in dossier.application.documents}
    for file in dict.fromkeys((*doubtful, *quotes)):
        found[file], others = _among_words(kept.get(file, ()), quotes.get(file, {}))
        pages = doubtful.get(file, [])
        if wanted := dict.fromkeys(pages, ()) | others:
            with Reopened(root / file, passwords) as again:
                checked = again.check(wanted, pages)
            found[file] |= checked.found
            seen |= {(file, number): what for number, what in checked.seen.items()}
    return _checked(without_unseen(dossier, seen), found)


def _quotes(dossier: Dossier) -> dict[str, dict[int, list[str]]]:
    """Return all quotes by file and page."""
    quotes: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in dossier.evidence:
        quotes[row.file][row.page].append(row.quote)
    return quotes


def _checked(dossier: Dossier, found: Mapping[str, Found]) -> Dossier:
    """Return the dossier with boxes; passages that were not found do not count."""
    evidence: list[Evidence] = []
    lost: dict[str, list[Evidence]] = defaultdict(list)
    for row in dossier.evidence:
        boxes = found[row.file].get((row.page, row.quote))
        if boxes is None:
            lost[row.file].append(row)
        evidence.append(_not_counted(row) if boxes is None else replace(row, boxes=boxes))
    problems = (_problem(rows, file, dossier.candidate) for file, rows in lost.items())
    return replace(dossier, evidence=tuple(evidence), problems=(*dossier.problems, *problems))


def _among_words(
    pages: Iterable[Page], wanted: Mapping[int, list[str]]
) -> tuple[Found, dict[int, list[str]]]:
    """Find quotes among the words that OCR read; return those of other pages too."""
    words = {page.number: page.words for page in pages if page.reader is Reader.OCR}
    found: Found = {}
    for number in words.keys() & wanted.keys():
        located = locate_words(words[number], wanted[number])
        found |= {(number, quote): boxes for quote, boxes in located.items()}
    return found, {number: quotes for number, quotes in wanted.items() if number not in words}


def _not_counted(row: Evidence) -> Evidence:
    return replace(row, counted=False, reason="the words were not found on the page again")


def _problem(rows: list[Evidence], file: str, candidate: str) -> Problem:
    pages = page_list(sorted({row.page for row in rows}))
    passages = "1 passage was" if len(rows) == 1 else f"{len(rows)} passages were"
    message = f"{passages} not found again on {pages}, and so not counted"
    return problem("quote-not-found", message, file=file, page=rows[0].page, candidate=candidate)
