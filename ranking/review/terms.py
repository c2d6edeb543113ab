"""What a call lets the committee say: the words of each field, and the weights before any edit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ranking.model.assessment import Verdict
from ranking.model.call import Call, TopicRank
from ranking.model.evidence import LADDER
from ranking.model.input_limits import RULE_LIMITS
from ranking.model.input_tables import (
    ACCEPT,
    CANDIDATE_DECISIONS,
    COUNT,
    REJECT,
    Cell,
    Value,
)
from ranking.model.plain import plain
from ranking.model.review import default_cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The words that fields know, by table and field, and the call's own weights."""

    words: Mapping[tuple[str, str], frozenset[str]]
    defaults: Mapping[Cell, Value]


def terms_of(call: Call) -> Terms:
    """Return what a call lets the committee say.

    A decision may be a level of any scale here: which one fits is known where the passage is.
    """
    levels = frozenset((*LADDER, *call.scoring.achievements))
    return Terms(
        words={
            ("evidence", "decision"): levels | {ACCEPT, REJECT},
            ("not_counted", "decision"): levels | {COUNT},
            ("requirements", "ruling"): frozenset(Verdict),
            ("weights", "value"): frozenset(TopicRank),
            ("decisions", "decision"): frozenset(CANDIDATE_DECISIONS),
            ("own", "level"): levels,
        },
        defaults=dict(default_cells(defaults_of(call))),
    )


def defaults_of(call: Call) -> dict[str, dict[str, Value]]:
    """Return the call's own weights, points and rules by row and field of the table of weights."""
    return dict(_defaults(call))


def _defaults(call: Call) -> Iterator[tuple[str, dict[str, Value]]]:
    scoring = call.scoring
    for criterion in call.criteria:
        why = plain(criterion.reason)
        yield f"criterion/{criterion.id}", {"value": criterion.weight, "why": why}
    for name in RULE_LIMITS:
        yield f"rule/{name}", {"value": getattr(scoring, name)}
    for section, points in (
        ("level", scoring.levels),
        ("achievement", scoring.achievements),
        ("stated", scoring.stated_points),
    ):
        for key, value in points.items():
            yield f"{section}/{key}", {"value": value}
    for topic in call.topics:
        yield f"topic/{topic.id}", {"value": topic.rank.value}
