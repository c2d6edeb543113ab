"""Files of one content, or nearly so, within an application: one counts, the others are named.

Two versions of a CV or a thesis sent twice must not look like two documents. Texts are compared by
the cosine of their TF-IDF vectors (Salton and Buckley 1988), documents of one kind only.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import linear_kernel

from ranking.model.application import Application
from ranking.model.document import Document
from ranking.model.problem import Problem, problem

NEARLY_THE_SAME = 0.97
"""Cosine from which on two texts of one kind are two copies of one document."""

_FEWEST_WORDS = 50
_WORD = re.compile(r"\b\w\w+\b")  # what TfidfVectorizer takes for a word: no single letters


def without_copies(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return the documents by name, every copy marked with the file that counts instead.

    Of nearly identical texts the longest counts, of identical files the first by name.
    """
    ordered = sorted(documents, key=lambda document: document.file)
    copies = _same_content(ordered)
    rest = [document for document in ordered if document.file not in copies]
    for kind in sorted({document.kind for document in rest}):
        copies |= _same_text([document for document in rest if document.kind is kind])
    counting = {copy: copies.get(original, original) for copy, original in copies.items()}
    return tuple(replace(d, duplicate_of=counting.get(d.file, "")) for d in ordered)


def duplicate_problems(applications: Iterable[Application]) -> tuple[Problem, ...]:
    """Return a problem for every copy."""
    return tuple(
        _problem(document, application)
        for application in applications
        for document in application.documents
        if document.duplicate_of
    )


def _problem(copy: Document, application: Application) -> Problem:
    original = next(d for d in application.documents if d.file == copy.duplicate_of)
    same = original.source.sha256 == copy.source.sha256
    return problem(
        "duplicate-file",
        f"{'The same' if same else 'Nearly the same'} content as {original.file}, which counts.",
        file=copy.file,
        candidate=application.candidate,
    )


def _same_content(documents: Iterable[Document]) -> dict[str, str]:
    first: dict[str, str] = {}
    copies = {}
    for document in documents:
        original = first.setdefault(document.source.sha256 or document.file, document.file)
        if original != document.file and document.source.size:
            copies[document.file] = original
    return copies


def _same_text(documents: Sequence[Document]) -> dict[str, str]:
    """Return copies by text among documents of one kind, with the file that counts."""
    long_first = sorted(
        (d for d in documents if len(_WORD.findall(d.text)) >= _FEWEST_WORDS),
        key=lambda document: (-len(document.text), document.file),
    )
    if len(long_first) < 2:  # noqa: PLR2004 - a copy needs an original
        return {}
    vectors = TfidfVectorizer(ngram_range=(1, 2)).fit_transform(d.text for d in long_first)
    alike = linear_kernel(vectors)
    copies: dict[str, str] = {}
    for index, document in enumerate(long_first):
        for before in range(index):
            original = long_first[before].file
            if alike[index, before] >= NEARLY_THE_SAME and original not in copies:
                copies.setdefault(document.file, original)
    return copies
