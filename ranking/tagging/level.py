"""Decides how much the candidate's own words claim: by section of the CV, then by cues."""

import re

from ranking.model.evidence import Level
from ranking.model.rules import LevelRule, LevelRules
from ranking.tagging.matcher import Phrases, blank_english

OWN_WORK = "own-work"
"""The rule for "I implemented ..." and the like."""

SECTION_LEVELS: dict[str, Level] = {
    "publications": Level.PUBLICATION,
    "theses": Level.THESIS,
    "projects": Level.PROJECT,
    "patents": Level.PROJECT,
    "experience": Level.PROJECT,
    "courses": Level.COURSEWORK,
    "teaching": Level.COURSEWORK,
    "talks": Level.COURSEWORK,
    "education": Level.COURSEWORK,
    "skills": Level.MENTION,
    "languages": Level.MENTION,
    "awards": Level.MENTION,
    "interests": Level.INTEREST,
}
"""What a passage in a section of a CV claims unless its own words say otherwise."""

_OPEN_TO: dict[str, frozenset[str]] = {
    "publications": frozenset({"own-talk", "own-thesis", OWN_WORK}),
    "education": frozenset({"own-thesis"}),
    "experience": frozenset({"own-thesis", "own-publication", "own-teaching", "listed-grades"}),
    "projects": frozenset({"own-thesis", "listed-grades"}),
    "skills": frozenset({OWN_WORK, "own-course", "listed-grades"}),
    "awards": frozenset({"own-thesis"}),
}
"""Rules by which the words of a passage may claim another level than the section does."""

_PUBLISHED = re.compile(
    r"\b(?:19|20)\d\d\b|\barxiv\b|\bdoi\b|\bpreprint|\bsubmitted|\baccepted|\bjournal|\bproceedings"
    r"|\bin press|\bto appear|\bet al\b",
    re.IGNORECASE,
)
_SLOGAN_WORDS = 4

_Place = tuple[int, int, str]
"""Start and end of a phrase in a text, and the phrase."""


class LevelJudge:
    """Judges passages by the level rules."""

    def __init__(self, rules: LevelRules) -> None:
        self._rules = rules.rule
        self._patterns = {r.id: re.compile(r.pattern) for r in rules.rule if r.pattern}
        phrases = {p for rule in rules.rule for p in (*rule.cues, *rule.near, *rule.unless)}
        self._phrases = Phrases(phrases, blank_english())

    def claimed(self, text: str) -> tuple[Level, str]:
        """Return the level that the words claim and the rule's id; a mention without any rule."""
        found = self._phrases.find_all(text)
        for rule in self._rules:
            if self._applies(rule, text, found):
                return rule.level, rule.id
        return Level.MENTION, "named"

    def in_section(self, text: str, section: str, entry: str) -> tuple[Level, str]:
        """Return the level of a passage in a section of a CV, and the rule's id.

        Args:
            text: The passage.
            section: The section it stands in.
            entry: The whole entry of the section that the passage is part of.
        """
        claimed, rule = self.claimed(text)
        if section not in SECTION_LEVELS or rule in _OPEN_TO.get(section, ()):
            return claimed, rule
        if section == "publications" and not _PUBLISHED.search(entry):
            return claimed, rule
        if section == "experience" and len(text.split()) < _SLOGAN_WORDS:
            return Level.MENTION, "too-short-to-tell"
        return SECTION_LEVELS[section], f"section-{section}"

    def _applies(self, rule: LevelRule, text: str, found: tuple[_Place, ...]) -> bool:
        named = {phrase for _, _, phrase in found}
        if not named.isdisjoint(rule.unless):
            return False
        pattern = self._patterns.get(rule.id)
        cues = [place for place in found if place[2] in rule.cues]
        beside = [place for place in found if place[2] in rule.near]
        if rule.within:
            return any(_is_before(text, one, cue, rule.within) for cue in cues for one in beside)
        told = bool(cues) or (pattern is not None and pattern.search(text) is not None)
        return told and bool(beside or not rule.near)


def _is_before(text: str, one: _Place, cue: _Place, most: int) -> bool:
    """Whether a phrase ends before a cue begins, with so many words between at most."""
    return one[1] <= cue[0] and len(text[one[1] : cue[0]].split()) <= most
