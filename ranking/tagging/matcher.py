"""Finds the concepts of the lexicons in sentences.

spaCy's blank English pipeline (tokenizer only, no model) and its PhraseMatcher find the phrases;
an Aho-Corasick automaton over word stems skips text that cannot hold any of them.
"""

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import ahocorasick_rs
import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.symbols import NORM

from ranking.model.lexicon import Concept, Lexicon, Lexicons, Strength
from ranking.tagging.phrases import folded, is_exact, spaced, stem


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
    """Many phrases, found together."""

    def __init__(self, phrases: Iterable[str], nlp: Language) -> None:
        self._nlp = nlp
        self._exact = PhraseMatcher(nlp.vocab, attr="ORTH")
        self._folded = PhraseMatcher(nlp.vocab, attr="NORM")
        stems = set()
        for phrase in sorted(set(phrases)):
            self._add(phrase)
            stems.add(stem(phrase))
        self._stems = ahocorasick_rs.AhoCorasick(sorted(stems))

    def may_match(self, text: str) -> bool:
        """Whether a text can hold a phrase at all; quick, and never wrongly False."""
        return bool(self._stems.find_matches_as_indexes(text.lower()))

    def find_all(self, text: str) -> list[tuple[int, int, str]]:
        """Return every phrase in a text as (start, end, phrase), in reading order."""
        if not self.may_match(text):
            return []
        doc = self._nlp.make_doc(spaced(text))
        found = [
            (doc[start].idx, doc[end - 1].idx + len(doc[end - 1]), self._nlp.vocab.strings[key])
            for matcher in (self._exact, self._folded)
            for key, start, end in matcher(doc)
        ]
        return sorted(found)

    def find(self, text: str) -> dict[str, tuple[int, int]]:
        """Return the phrases in a text with the offsets of their first occurrence."""
        return {phrase: (start, end) for start, end, phrase in reversed(self.find_all(text))}

    def _add(self, phrase: str) -> None:
        doc = self._nlp.make_doc(spaced(phrase))
        if is_exact(phrase):
            self._exact.add(phrase, [doc, self._nlp.make_doc(f"{spaced(phrase)}s")])
        else:
            self._folded.add(phrase, [doc])


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
        nlp = blank_english()
        self._phrases = Phrases(self._by_phrase, nlp)
        self._all = Phrases(self._by_phrase.keys() | conditions, nlp)

    def may_match(self, text: str) -> bool:
        """Whether a text can hold a concept at all."""
        return self._phrases.may_match(text)

    def find(self, sentence: str) -> tuple[Hit, ...]:
        """Return the concepts of a sentence, each once, by place."""
        if not self.may_match(sentence):
            return ()
        found = self._all.find(sentence)
        hits: dict[tuple[str, str], Hit] = {}
        for hit in self._hits(found):
            hits.setdefault((hit.lexicon, hit.concept.id), hit)
        return tuple(hits.values())

    def _hits(self, found: dict[str, tuple[int, int]]) -> Iterator[Hit]:
        for phrase, (start, end) in sorted(found.items(), key=lambda item: (item[1], item[0])):
            for lexicon, concept in self._by_phrase.get(phrase, ()):
                beside = not concept.near or any(p in found for p in concept.near)
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
def blank_english() -> Language:
    """Return spaCy's blank English pipeline with sentences and folded words.

    Words are folded in the vocabulary, once a word form, so that PhraseMatcher compares them at
    no cost. The sentencizer ends sentences at marks only; passages are cut before it.
    """
    nlp = spacy.blank("en")
    nlp.vocab.lex_attr_getters[NORM] = folded  # type: ignore[attr-defined]
    for lexeme in nlp.vocab:
        lexeme.norm_ = folded(lexeme.orth_)
    nlp.add_pipe("sentencizer")
    return nlp


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph; they end at marks such as a full stop."""
    return [span.text.strip() for span in blank_english()(text).sents if span.text.strip()]
