"""Letters that say what the call says: how much of them is the call's words."""

from collections.abc import Iterable, Iterator

from ranking.model.document import Document, Kind
from ranking.model.problem import Problem, problem
from ranking.tagging.call_words import count_words
from ranking.tagging.passages import Passage, passages
from ranking.tagging.tools import Tools

MUCH = 0.15
"""From this share of a letter on, the committee should ask for the applicant's own words.

Every letter names the position and its topics, which makes a twentieth of a page.
"""


def copied_letters(
    documents: Iterable[Document], candidate: str, tools: Tools
) -> Iterator[Problem]:
    """Yield a problem for every letter of which much is copied from the call."""
    for letter in documents:
        if letter.kind is not Kind.LETTER:
            continue
        found = list(passages(letter))
        copied = {passage: _copied_words(passage, tools) for passage in found}
        words = sum(count_words(passage.text) for passage in found)
        share = sum(copied.values()) / max(1, words)
        if share >= MUCH:
            page = max(copied, key=lambda passage: copied[passage]).page
            message = f"About {share:.0%} of the letter's words are those of the call."
            yield problem(
                "copied-from-call", message, file=letter.file, page=page, candidate=candidate
            )


def _copied_words(passage: Passage, tools: Tools) -> int:
    hits = tools.matcher.find(passage.text)
    if tools.lists_the_call(hits):
        return count_words(passage.text)
    copied = tools.call_words.copied(passage.text, ((hit.start, hit.end) for hit in hits))
    return sum(count_words(passage.text[start:end]) for start, end in copied)
