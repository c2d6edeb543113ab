"""Files of one content, or nearly so: within an application, and letters of different people.

Two versions of a CV or a thesis sent twice must not look like two documents: one counts, the others
are named. Letters of two applicants that share their sentences are a question for the committee;
both count. Texts are compared by the cosine of their TF-IDF vectors (Salton and Buckley 1988),
documents of one kind only.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations, islice

from ranking.model.application import Application
from ranking.model.document import Document, Kind
from ranking.model.problem import Problem, problem

NEARLY_THE_SAME = 0.97
"""Cosine from which on two texts of one kind are two copies of one document."""

SHARED_SENTENCES = 0.4
"""Cosine of runs of two and three words from which on letters of two people are alike.

Letters for one position share its title and set phrases, which makes 0.15; a letter of which more
than half stands in another one word by word makes 0.4 or more.
"""

_FORMS = frozenset({Kind.CERTIFICATE, Kind.TRANSCRIPT})
"""Printed forms: two certificates of one school differ in a course's name only, and are two."""

_FEWEST_WORDS = 50
_WORD = re.compile(r"\b\w\w+\b")  # what TfidfVectorizer takes for a word: no single letters
_COMMON_WORDS = 0.7
"""Two versions of a text share nine in ten of the words of the shorter, two texts about half."""


def without_copies(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return the documents by name, every copy marked with the file that counts instead.

    Of nearly identical texts the longest counts, of identical files the first by name.
    """
    ordered = sorted(documents, key=lambda document: document.file)
    copies = _same_content(ordered)
    rest = [document for document in ordered if document.file not in copies]
    for kind in sorted({document.kind for document in rest} - _FORMS):
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


def similar_letters(applications: Iterable[Application]) -> tuple[Problem, ...]:
    """Return a problem for every letter that is much like a letter of another applicant."""
    letters = [
        (application.candidate, part)
        for application in applications
        for part in application.counted_parts
        if part.kind is Kind.LETTER and _is_long_enough(part)
    ]
    alike = shared_wording([letter.text for _, letter in letters])
    problems = []
    for index, (candidate, letter) in enumerate(letters):
        likes = [
            f"{other} ({alike[index][place]:.0%} alike)"
            for place, (other, _) in enumerate(letters)
            if other != candidate and alike[index][place] >= SHARED_SENTENCES
        ]
        if likes:
            message = f"The letter shares much of its wording with that of {', '.join(likes)}."
            page = letter.first_page
            problems.append(
                problem("similar-letter", message, file=letter.file, page=page, candidate=candidate)
            )
    return tuple(problems)


def shared_wording(texts: Sequence[str]) -> list[list[float]]:
    """Return how much every two texts share of their runs of two and three words, 0 to 1."""
    return _cosines(texts, words=(2, 3))


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
        filter(_is_long_enough, documents),
        key=lambda document: (-len(document.text), document.file),
    )
    if not _share_words([d.text for d in long_first]):
        return {}
    alike = _cosines([d.text for d in long_first], words=(1, 2))
    copies: dict[str, str] = {}
    for index, document in enumerate(long_first):
        for before in range(index):
            original = long_first[before].file
            if alike[index][before] >= NEARLY_THE_SAME and original not in copies:
                copies.setdefault(document.file, original)
    return copies


def _share_words(texts: Sequence[str]) -> bool:
    """Whether two of the texts have most of their words in common, as near copies must."""
    words = [set(text.lower().split()) for text in texts]
    return any(
        len(one & other) >= _COMMON_WORDS * min(len(one), len(other))
        for one, other in combinations(words, 2)
    )


def _is_long_enough(document: Document) -> bool:
    words = islice(_WORD.finditer(document.text), _FEWEST_WORDS)
    return sum(1 for _ in words) == _FEWEST_WORDS


def _cosines(texts: Sequence[str], words: tuple[int, int]) -> list[list[float]]:
    """Return the cosine of every two texts over runs of so many words, fewest and most."""
    if len(texts) < 2:  # noqa: PLR2004 - one text has nothing to be like
        return [[1.0] for _ in texts]
    # The import takes more than a second, and most folders hold nothing to compare.
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415
    from sklearn.metrics.pairwise import linear_kernel  # noqa: PLC0415

    vectors = TfidfVectorizer(ngram_range=words).fit_transform(texts)
    alike: list[list[float]] = linear_kernel(vectors).tolist()
    return alike
