"""Finds the concepts of the lexicons in sentences.

spaCy's blank English pipeline (tokenizer only, no model) and its PhraseMatcher find the phrases;
text that cannot hold any of them is skipped before. spaCy takes most of a second to import, so it
is imported when the first matcher is made.
"""

import functools
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ranking.model.lexicon import Concept, Lexicon, Lexicons, Strength
from ranking.tagging.phrases import folded, is_exact, spaced
from ranking.tagging.prefilter import Prefilter, Rewriting

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept found in a sentence; ``start`` and ``end`` are offsets of its first phrase."""

    lexicon: str
    concept: Concept
    phrase: str
    start: int
    end: int

    @property
    def is_direct(self) -> bool:
        """Whether the concept is the area itself."""
        return self.concept.strength is Strength.DIRECT


class Phrases:
    """Many phrases, found together; those that are conditions only beside one of the others.

    A phrase is given to spaCy's matchers when a text first may hold it: most of the ten thousand
    phrases of the lexicons never come up, and giving them all takes half a second.
    """

    def __init__(
        self, phrases: Collection[str], nlp: "Language", conditions: Collection[str] = ()
    ) -> None:
        from spacy.matcher import PhraseMatcher  # noqa: PLC0415 - see the module's docstring

        self._nlp = nlp
        self._tokenize = plain_tokenizer(nlp)
        self._exact = PhraseMatcher(nlp.vocab, attr="ORTH")
        self._folded = PhraseMatcher(nlp.vocab, attr="NORM")
        self._phrases = frozenset(phrases)
        self._conditions = conditions
        self._added: set[str] = set()
        self.find_all = functools.lru_cache(maxsize=_REMEMBERED)(self._find_all)

    @functools.cached_property
    def _prefilter(self) -> Prefilter:
        """Made when the first text is looked at: some phrases no document asks for."""
        return Prefilter(self._phrases, rewriting(self._nlp), self._conditions)

    def may_match(self, text: str) -> bool:
        """Whether a text can hold a phrase at all."""
        return self._prefilter.may_match(text)

    def _find_all(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """Return every phrase in a text as (start, end, phrase), in reading order.

        Known as ``find_all``, which remembers: several taggers ask about the same passage.
        """
        candidates = self._prefilter.candidates(text)
        if self._phrases.isdisjoint(candidates):
            return ()
        for phrase in candidates - self._added:
            self._add(phrase)
        doc = self._nlp.make_doc(spaced(text))
        found = [
            (doc[start].idx, doc[end - 1].idx + len(doc[end - 1]), self._nlp.vocab.strings[key])
            for matcher in (self._exact, self._folded)
            for key, start, end in matcher(doc)
        ]
        return tuple(sorted(one for one in found if not _is_plural_of_name(text, *one)))

    def find(self, text: str) -> dict[str, tuple[int, int]]:
        """Return the phrases in a text with the offsets of their first occurrence."""
        return {phrase: (start, end) for start, end, phrase in reversed(self.find_all(text))}

    def _add(self, phrase: str) -> None:
        self._added.add(phrase)
        doc = self._tokenize(spaced(phrase))
        if is_exact(phrase):
            self._exact.add(phrase, [doc, self._tokenize(f"{spaced(phrase)}s")])
        else:
            self._folded.add(phrase, [doc])


def _is_plural_of_name(text: str, start: int, end: int, phrase: str) -> bool:
    """Whether text[start:end] is the plural of a name of one word: pythons are not Python."""
    is_name = phrase[:1].isupper() and phrase.isalpha() and not is_exact(phrase)
    return is_name and len(text[start:end]) > len(phrase)


class ConceptMatcher:
    """Finds concepts of lexicons: a phrase, beside its ``near`` and without its ``unless``."""

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self._by_phrase: dict[str, list[tuple[str, Concept]]] = {}
        for lexicon in lexicons:
            for concept in lexicon.concepts:
                for phrase in concept_phrases(concept):
                    self._by_phrase.setdefault(phrase, []).append((lexicon.id, concept))
        concepts = [concept for lexicon in lexicons for concept in lexicon.concepts]
        conditions = {p for concept in concepts for p in (*concept.near, *concept.unless)}
        self._all = Phrases(self._by_phrase, blank_english(), conditions)

    def may_match(self, text: str) -> bool:
        """Whether a text can hold a concept at all."""
        return self._all.may_match(text)

    def find(self, sentence: str, known: Collection[str] = ()) -> tuple[Hit, ...]:
        """Return the concepts of a sentence, each once, by place.

        ``known`` are phrases that its place in the document says, so that it need not say them:
        the row of a transcript is a course.
        """
        found = self._all.find(sentence)
        hits: dict[tuple[str, str], Hit] = {}
        for hit in self._hits(found, known):
            hits.setdefault((hit.lexicon, hit.concept.id), hit)
        return tuple(hits.values())

    def _hits(self, found: dict[str, tuple[int, int]], known: Collection[str]) -> Iterator[Hit]:
        for phrase, (start, end) in sorted(found.items(), key=lambda item: (item[1], item[0])):
            for lexicon, concept in self._by_phrase.get(phrase, ()):
                beside = not concept.near or any(p in found or p in known for p in concept.near)
                if beside and not any(p in found for p in concept.unless):
                    yield Hit(lexicon, concept, phrase, start, end)


def concept_phrases(concept: Concept) -> tuple[str, ...]:
    """Return the phrases of a concept in all languages."""
    return tuple(phrase for phrases in concept.phrases.values() for phrase in phrases)


@functools.lru_cache(maxsize=4)
def concept_matcher(lexicons: Lexicons) -> ConceptMatcher:
    """Return the matcher of these lexicons; built once in a process."""
    return ConceptMatcher(lexicons.lexicons)


@functools.cache
def blank_english() -> "Language":
    """Return spaCy's blank English pipeline with folded words.

    Words are folded in the vocabulary, once a word form, so that PhraseMatcher compares them at
    no cost; of the other twenty facts about a word form only one is used.
    """
    import spacy  # noqa: PLC0415 - see the module's docstring
    from spacy.symbols import IS_PUNCT, NORM  # noqa: PLC0415

    nlp = spacy.blank("en")
    getters = nlp.vocab.lex_attr_getters  # type: ignore[attr-defined]
    nlp.vocab.lex_attr_getters = {  # type: ignore[attr-defined]
        NORM: folded,
        IS_PUNCT: getters[IS_PUNCT],
    }
    for lexeme in nlp.vocab:
        lexeme.norm_ = folded(lexeme.orth_)
    return nlp


def plain_tokenizer(nlp: "Language") -> Callable[[str], "Doc"]:
    """Return a tokenizer for phrases; words of letters, as most are, take a tenth of the time."""
    from spacy.tokens import Doc  # noqa: PLC0415 - see the module's docstring

    special = frozenset(_rules(nlp))

    def tokenize(phrase: str) -> Doc:
        words = phrase.split(" ")
        if all(word.isalpha() and word not in special for word in words):
            return Doc(nlp.vocab, words)
        return nlp.make_doc(phrase)

    return tokenize


def _rules(nlp: "Language") -> dict[str, list[dict[int, str]]]:
    """Return the tokens, as attributes, that the tokenizer makes of some words."""
    rules: dict[str, list[dict[int, str]]] = nlp.tokenizer.rules  # type: ignore[union-attr]
    return rules


@functools.cache
def rewriting(nlp: "Language") -> Rewriting:
    """Return what the tokenizer takes apart or takes for other words, such as "cannot"."""
    from spacy.symbols import NORM  # noqa: PLC0415 - see the module's docstring

    rules = {
        word: tokens for word, tokens in _rules(nlp).items() if len(tokens) > 1 or NORM in tokens[0]
    }
    words = (word.rstrip(".") for word in rules)
    return Rewriting(
        words=frozenset(word for word in words if word.isalpha()),
        apply=lambda text: " ".join(token.norm_ for token in nlp.make_doc(spaced(text))),
    )


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph; they end at marks such as a full stop.

    The rule is that of spaCy's sentencizer, over arrays instead of token objects, which is five
    times as fast.
    """
    from spacy.symbols import IDX, IS_PUNCT, ORTH  # noqa: PLC0415 - see the module's docstring

    marks, ids = _sentence_marks()
    if marks.isdisjoint(text):
        return [text.strip()] if text.strip() else []
    tokens = blank_english().make_doc(text).to_array([ORTH, IS_PUNCT, IDX]).tolist()
    starts = [0]
    ended = False
    for word, is_punctuation, place in tokens:
        if word in ids:
            ended = True
        elif ended and not is_punctuation:
            starts.append(place)
            ended = False
    found = (text[a:b].strip() for a, b in pairwise([*starts, len(text)]))
    return [sentence for sentence in found if sentence]


@functools.cache
def _sentence_marks() -> tuple[frozenset[str], frozenset[int]]:
    """Return the marks that end sentences, and their ids in the vocabulary."""
    from spacy.pipeline import Sentencizer  # noqa: PLC0415 - see the module's docstring

    marks = frozenset(Sentencizer().punct_chars)
    return marks, frozenset(map(blank_english().vocab.strings.add, marks))
