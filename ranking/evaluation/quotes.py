"""Quotes: does every passage that counts stand on its page, word for word?"""

from collections.abc import Mapping, Sequence

from ranking.evaluation.figures import Figure, Section
from ranking.evaluation.measures import share
from ranking.evaluation.outcome import Passage
from ranking.evaluation.pages import PageKey
from ranking.evaluation.text import squashed, words
from ranking.model.document import Reader

FEWEST_LETTERS = 25
"""A page with fewer letters is a picture, or locked: its text cannot be compared."""

FEWEST_WORDS = 2


def quotes(passages: Sequence[Passage], pages: Mapping[PageKey, str]) -> Section:
    """Look for the quotes of all counted passages on their pages, as ``read_pages`` gives them."""
    letters = {key: squashed(text) for key, text in pages.items()}
    checked = [one for one in passages if _is_comparable(one, letters)]
    missing = [one for one in checked if not _stands(one, letters)]
    short = sum(len(words(one.quote)) < FEWEST_WORDS for one in checked)
    unchecked = len(passages) - len(checked)
    verbatim = share(len(checked) - len(missing), len(checked))
    return Section(
        "Quotes",
        (
            Figure("quotes_checked", "quotes that count and can be checked", len(checked)),
            Figure("quotes_verbatim_on_page", "verbatim on their page", verbatim),
            Figure("quotes_of_fewer_than_two_words", "of fewer than two words", short),
            Figure("quotes_by_ocr_unchecked", "on pages without text, not checked", unchecked),
        ),
        tuple(f"{one.file} p.{one.page}: not there: {one.quote!r}" for one in missing),
    )


def _is_comparable(passage: Passage, letters: Mapping[PageKey, str]) -> bool:
    text = letters.get((passage.file, passage.page))
    if text is None:
        return True  # the file opens and has no such page: the quote cannot be there
    if len(text) < FEWEST_LETTERS:
        return False
    return passage.reader is Reader.TEXT or _stands(passage, letters)


def _stands(passage: Passage, letters: Mapping[PageKey, str]) -> bool:
    quote = squashed(passage.quote)
    return bool(quote) and quote in letters.get((passage.file, passage.page), "")
