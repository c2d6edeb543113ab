"""What a lexicon makes of its own examples; for authors of lexicons."""

from collections.abc import Iterator
from dataclasses import dataclass

from ranking.model.lexicon import Lexicon
from ranking.tagging.matcher import ConceptMatcher


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One example of a concept.

    Attributes:
        concept: Id of the concept.
        sentence: The example.
        wanted: Whether the concept should be found in it.
        found: Whether it is.
    """

    concept: str
    sentence: str
    wanted: bool
    found: bool

    @property
    def passed(self) -> bool:
        """Whether it is as it should be."""
        return self.wanted == self.found


def trials(lexicon: Lexicon) -> tuple[Trial, ...]:
    """Return what becomes of every example and counter-example, in the order of the file."""
    matcher = ConceptMatcher([lexicon])
    return tuple(
        Trial(
            concept=concept,
            sentence=sentence,
            wanted=wanted,
            found=any(hit.concept.id == concept for hit in matcher.find(sentence)),
        )
        for concept, sentence, wanted in _examples(lexicon)
    )


def _examples(lexicon: Lexicon) -> Iterator[tuple[str, str, bool]]:
    for concept in lexicon.concepts:
        yield from ((concept.id, sentence, True) for sentence in concept.examples)
        yield from ((concept.id, sentence, False) for sentence in concept.counter_examples)
