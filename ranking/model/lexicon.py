"""A lexicon: the concepts that show an area, a topic or an achievement, as data with ids."""

from dataclasses import dataclass, field
from enum import StrEnum


class Strength(StrEnum):
    """Whether a concept is the area itself or a neighbour that still shows it."""

    DIRECT = "direct"
    RELATED = "related"


@dataclass(frozen=True, kw_only=True)
class Concept:
    """One concept of a lexicon.

    Attributes:
        id: Unique in its lexicon.
        title: Shown to reviewers.
        strength: Direct or related.
        phrases: Phrases by language code.
        near: The concept matches only beside one of these phrases in the same sentence.
        unless: The concept does not match beside one of these phrases in the same sentence. As
            read from a file, it holds those of ``unless_lists`` too.
        unless_lists: Names of lists of the lexicon whose phrases are conditions of this concept.
        level: Level of an achievement (problem solving only), else "".
        deed: What an achievement counts once for, whichever entry found it: the medal in the CV
            and the diploma of the same contest are one deed. "" where the concept is the deed.
        examples: Sentences that must match.
        counter_examples: Sentences that must not match.
    """

    id: str
    title: str
    strength: Strength
    phrases: dict[str, tuple[str, ...]]
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    unless_lists: tuple[str, ...] = ()
    level: str = ""
    deed: str = ""
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """The concepts of one area, topic or theme; ``id`` is also the file's name.

    ``unless`` are lists of phrases, by name, that several concepts share as their conditions.
    """

    id: str
    title: str
    scope: str
    concept: tuple[Concept, ...]
    unless: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts (the key in the file is the singular ``[[concept]]``)."""
        return self.concept


@dataclass(frozen=True, kw_only=True)
class Lexicons:
    """All lexicons of a run. Equal when their fingerprint (sha256 of the files) is equal."""

    fingerprint: str
    lexicons: tuple[Lexicon, ...] = field(compare=False, repr=False)

    def get(self, lexicon_id: str) -> Lexicon | None:
        """Return the lexicon with this id, or None."""
        return next((lexicon for lexicon in self.lexicons if lexicon.id == lexicon_id), None)
