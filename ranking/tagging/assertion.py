"""Decides what a passage claims about a concept, by cues and their scope.

The method is ConText's (Harkema, Dowling, Thornblade, Chapman 2009): a cue reaches forward or
backward in its clause; a clause ends at a terminator such as "but". Rules are data.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ranking.model.evidence import Assertion
from ranking.model.rules import AssertionRule, AssertionRules, Scope
from ranking.tagging.matcher import Phrases, blank_english


@dataclass(frozen=True, slots=True)
class Claim:
    """What a passage claims, with the rule and the cue that decided."""

    assertion: Assertion
    rule: str = ""
    cue: str = ""


AFFIRMED = Claim(Assertion.AFFIRMED)
_QUESTION = Claim(Assertion.HYPOTHETICAL, "question", "?")
"""Who asks claims nothing."""


class AssertionJudge:
    """Judges passages by the assertion rules."""

    def __init__(self, rules: AssertionRules) -> None:
        self._rules = rules.rule
        self._terminators = frozenset(rules.terminators)
        cues = {cue for rule in rules.rule for cue in rule.cues}
        self._pseudo = frozenset(rules.pseudo)
        self._cues = Phrases(cues | self._terminators | self._pseudo, blank_english())

    def judge(self, text: str, start: int, end: int, *, in_work: bool = False) -> Claim:
        """Return what a text claims about the concept at text[start:end].

        Args:
            text: The text.
            start: Where the concept begins.
            end: Where it ends.
            in_work: Whether the text is from a thesis or article.
        """
        found = self._found(text)
        clause = self._clause(text, found, start, end)
        for rule in (r for r in self._rules if r.in_works or not in_work):
            for cue_start, cue_end, cue in found:
                spans = (cue_start, cue_end), (start, end)
                if (
                    cue in rule.cues
                    and _reaches(rule, *spans, clause)
                    and not (rule.reach and _words_between(text, *spans) > rule.reach)
                ):
                    return Claim(rule.assertion, rule.id, text[cue_start:cue_end])
        return _QUESTION if text.rstrip().endswith("?") else AFFIRMED

    def _found(self, text: str) -> list[tuple[int, int, str]]:
        """Return the cues and terminators of a text."""
        found = self._cues.find_all(text)
        pseudo = [(start, end) for start, end, phrase in found if phrase in self._pseudo]
        return [
            (start, end, phrase)
            for start, end, phrase in found
            if phrase not in self._pseudo and not any(s < end and start < e for s, e in pseudo)
        ]

    def _clause(
        self, text: str, found: Sequence[tuple[int, int, str]], start: int, end: int
    ) -> tuple[int, int]:
        ends = [(s, e) for s, e, phrase in found if phrase in self._terminators]
        ends += [(i, i + 1) for i, sign in enumerate(text) if sign == ";"]
        left = max((e for _, e in ends if e <= start), default=0)
        right = min((s for s, _ in ends if s >= end), default=len(text))
        return left, right


def _reaches(
    rule: AssertionRule, cue: tuple[int, int], concept: tuple[int, int], clause: tuple[int, int]
) -> bool:
    if rule.scope is Scope.SENTENCE:
        return True
    if rule.scope is Scope.FORWARD:
        return clause[0] <= cue[0] and cue[1] <= concept[0]
    return concept[1] <= cue[0] and cue[1] <= clause[1]


def _words_between(text: str, one: tuple[int, int], other: tuple[int, int]) -> int:
    first, second = sorted((one, other))
    return len(text[first[1] : second[0]].split())
