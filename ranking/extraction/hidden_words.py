"""What becomes of words that nobody can see: reported, and no evidence."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ranking.extraction.characters import squash
from ranking.extraction.page_list import page_list
from ranking.extraction.text import normalise
from ranking.extraction.visibility import Seen
from ranking.model.assessment import Dossier
from ranking.model.document import Document, PageView
from ranking.model.evidence import Evidence, Interest
from ranking.model.problem import Problem, problem

_NAMED = 8
_FEWEST_LETTERS = 3
_UNSEEN = "the words cannot be seen on the page"

_Place = tuple[str, int]
"""File and page."""


def hidden_text(document: Document) -> Iterator[Problem]:
    """Report the hidden words of a document; a page number below the sheet is not worth it."""
    pages = [page for page in document.pages if any(map(_is_word, page.hidden))]
    if pages:
        words = [word for page in pages for word in page.hidden]
        count = "1 word" if len(words) == 1 else f"{len(words)} words"
        where = page_list(page.number for page in pages)
        shown = " ".join(words[:_NAMED]) + (" ..." if len(words) > _NAMED else "")
        message = (
            f"{where[:1].upper()}{where[1:]}: {count} that cannot be seen, so not counted: "
            f"\N{LEFT DOUBLE QUOTATION MARK}{shown}\N{RIGHT DOUBLE QUOTATION MARK}."
        )
        yield problem("hidden-text", message, file=document.file, page=pages[0].number)


def doubtful_pages(dossier: Dossier) -> dict[str, list[int]]:
    """Return, by file, the pages with evidence that were not looked at for cost."""
    wanted: dict[str, set[int]] = defaultdict(set)
    rows: list[Evidence | Interest] = [*dossier.evidence, *dossier.interests]
    for row in rows:
        if row.counted:
            wanted[row.file].add(row.page)
    doubtful: dict[str, list[int]] = {}
    for document in dossier.application.counted_documents:
        unchecked = {page.number for page in document.pages if not page.checked}
        if numbers := sorted(unchecked & wanted[document.file]):
            doubtful[document.file] = numbers
    return doubtful


def without_unseen(dossier: Dossier, found: Mapping[_Place, Seen]) -> Dossier:
    """Count no passage that cannot be seen, by what a look at its page has found."""
    if not found:
        return dossier
    views = tuple(
        PageView(file=file, page=page, hidden=seen.hidden) for (file, page), seen in found.items()
    )
    texts = {place: squash(normalise(seen.text)) for place, seen in found.items() if seen.hidden}
    reported = {
        document.file for document in dossier.application.documents if document.hidden_words
    }
    problems = [
        replace(problem, candidate=dossier.candidate)
        for document in dossier.application.seen(views).documents
        if document.file not in reported
        for problem in hidden_text(document)
    ]
    return replace(
        dossier,
        evidence=tuple(_seen_evidence(row, texts) for row in dossier.evidence),
        interests=tuple(_seen_interest(row, texts) for row in dossier.interests),
        problems=(*dossier.problems, *problems),
        views=views,
    )


def _seen_evidence(row: Evidence, texts: Mapping[_Place, str]) -> Evidence:
    return row if _is_seen(row, texts) else replace(row, counted=False, reason=_UNSEEN)


def _seen_interest(row: Interest, texts: Mapping[_Place, str]) -> Interest:
    return row if _is_seen(row, texts) else replace(row, counted=False, reason=_UNSEEN)


def _is_seen(row: Evidence | Interest, texts: Mapping[_Place, str]) -> bool:
    text = texts.get((row.file, row.page))
    return not row.counted or text is None or squash(row.quote) in text


def _is_word(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= _FEWEST_LETTERS
