"""What the taggers share in one process: matcher, judges, and which lexicon serves what."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from ranking.model.call import Call, Scale
from ranking.model.evidence import Assertion
from ranking.model.lexicon import Lexicons
from ranking.model.rules import Rules
from ranking.tagging.assertion import AssertionJudge, Claim
from ranking.tagging.authors import is_attributed
from ranking.tagging.call_words import CallWords
from ranking.tagging.courses.reader import CourseReader
from ranking.tagging.level import LevelJudge
from ranking.tagging.matcher import ConceptMatcher, Hit, concept_matcher
from ranking.tagging.ocr_words import Mender
from ranking.tagging.stories import StoryTeller
from ranking.tagging.wishes import Wishes

_LISTS_CALL = 5
"""So many topics, or areas, of the call in one passage are the call's list."""

FIELDS = "study_fields"
"""The lexicon of fields of study, by which relevant courses are told."""


@dataclass(frozen=True, slots=True)
class Achievements:
    """The lexicon and criterion of problem solving, and the points of its levels."""

    lexicon: str
    criterion: str
    points: dict[str, float]


@dataclass(frozen=True, slots=True)
class Tools:
    """The tools of tagging for one call.

    ``areas`` and ``topics`` map lexicon ids to criterion and topic ids; ``interests`` is the
    criterion of research interests, "" if the call has none.
    """

    matcher: ConceptMatcher
    assertions: AssertionJudge
    levels: LevelJudge
    stories: StoryTeller
    wishes: Wishes
    rules: Rules
    mender: Mender
    areas: dict[str, str]
    topics: dict[str, str]
    achievements: Achievements
    interests: str
    call_words: CallWords

    @property
    def courses(self) -> CourseReader:
        """The reader of transcripts, made when the first one is met."""
        return _course_reader(self.rules)

    def judge(self, text: str, hit: Hit, hits: Iterable[Hit]) -> Claim:
        """Return what a text claims about a concept found in it, beside all its concepts."""
        found = tuple(hits)
        if self.lists_the_call(found):
            return Claim(Assertion.QUOTED, "lists-the-call")
        names = ((one.start, one.end) for one in found)
        if self.call_words.quotes(text, (hit.start, hit.end), names):
            return Claim(Assertion.QUOTED, "words-of-the-call")
        return self.assertions.judge(text, hit.start, hit.end)

    def judge_in_work(self, text: str, hit: Hit) -> Claim:
        """Return what a text from a thesis or article claims about a concept found in it."""
        if is_attributed(text, hit.start, hit.end):
            return Claim(Assertion.OTHER_PERSON, "attributed-with-citation")
        return self.assertions.judge(text, hit.start, hit.end, in_work=True)

    def lists_the_call(self, hits: Iterable[Hit]) -> bool:
        """Whether a text with these concepts lists many topics of the call, and so repeats it."""
        return len(apart(hits, self.topics)) >= _LISTS_CALL

    def lists_the_areas(self, hits: Iterable[Hit]) -> bool:
        """Whether a sentence with these concepts lists the areas of the call one after another."""
        return len({hit.lexicon for hit in hits if hit.lexicon in self.areas}) >= _LISTS_CALL

    def of_areas(self, hits: Iterable[Hit]) -> dict[str, tuple[Hit, ...]]:
        """Return the hits of each area, direct before related, by criterion."""
        return _by_name(hits, self.areas)

    def of_topics(self, hits: Iterable[Hit]) -> dict[str, tuple[Hit, ...]]:
        """Return the hits of each topic, direct before related, by topic."""
        return _by_name(hits, self.topics)


def make_tools(call: Call, lexicons: Lexicons, rules: Rules) -> Tools:
    """Build the tools of a call (the slow parts once in a process)."""
    achievements = next((c for c in call.criteria if c.scale is Scale.ACHIEVEMENTS), None)
    interests = next((c for c in call.criteria if c.scale is Scale.INTERESTS), None)
    assertions, levels, stories = _judges(rules)
    return Tools(
        matcher=concept_matcher(lexicons),
        assertions=assertions,
        levels=levels,
        stories=stories,
        wishes=_wishes(rules),
        rules=rules,
        mender=_mender(lexicons),
        areas={c.lexicon: c.id for c in call.areas},
        topics={topic.lexicon: topic.id for topic in call.topics},
        achievements=Achievements(
            lexicon=achievements.lexicon if achievements else "",
            criterion=achievements.id if achievements else "",
            points=call.scoring.achievements,
        ),
        interests=interests.id if interests else "",
        call_words=CallWords(call),
    )


def apart(hits: Iterable[Hit], names: dict[str, str]) -> dict[str, Hit]:
    """Return one hit a name, none in the words of another: a phrase may be of several names."""
    found: dict[str, Hit] = {}
    end = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, hit.end)):
        name = names.get(hit.lexicon)
        if name and name not in found and hit.start >= end:
            found[name] = hit
            end = hit.end
    return found


def _by_name(hits: Iterable[Hit], names: dict[str, str]) -> dict[str, tuple[Hit, ...]]:
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        if hit.lexicon in names:
            found.setdefault(names[hit.lexicon], []).append(hit)
    return {
        name: tuple(sorted(of, key=lambda hit: not hit.is_direct)) for name, of in found.items()
    }


@functools.lru_cache(maxsize=4)
def _mender(lexicons: Lexicons) -> Mender:
    concepts = (concept for lexicon in lexicons.lexicons for concept in lexicon.concepts)
    return Mender([p for c in concepts for phrases in c.phrases.values() for p in phrases])


@functools.lru_cache(maxsize=4)
def _judges(rules: Rules) -> tuple[AssertionJudge, LevelJudge, StoryTeller]:
    return AssertionJudge(rules.assertion), LevelJudge(rules.level), StoryTeller(rules.story)


@functools.lru_cache(maxsize=4)
def _course_reader(rules: Rules) -> CourseReader:
    return CourseReader(rules.grades)


@functools.lru_cache(maxsize=4)
def _wishes(rules: Rules) -> Wishes:
    return Wishes(rules.interest, rules.assertion.cues(Assertion.HYPOTHETICAL))
