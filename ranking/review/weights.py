"""The call as the committee weighs it: weights, points, rules and ranks of topics."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ranking.model.call import Call, Criterion, Scoring, Topic, TopicRank
from ranking.model.input_limits import RULE_LIMITS
from ranking.model.input_tables import Value
from ranking.model.review import Review
from ranking.review.terms import defaults_of
from ranking.review.values import text_of

_Rows = Mapping[str, Mapping[str, Value]]


def weighed(call: Call, review: Review) -> Call:
    """Return the call with the committee's weights; rows that the call does not know are let be."""
    rows = {row: {**own, **review.of("weights", row)} for row, own in defaults_of(call).items()}
    return replace(
        call,
        criteria=tuple(_criterion(criterion, rows) for criterion in call.criteria),
        topics=tuple(_topic(topic, rows) for topic in call.topics),
        scoring=_scoring(call.scoring, rows),
    )


def _criterion(criterion: Criterion, rows: _Rows) -> Criterion:
    row = rows[f"criterion/{criterion.id}"]
    return replace(criterion, weight=float(row["value"]), reason=text_of(row["why"]))


def _topic(topic: Topic, rows: _Rows) -> Topic:
    return replace(topic, rank=TopicRank(text_of(rows[f"topic/{topic.id}"]["value"])))


def _scoring(scoring: Scoring, rows: _Rows) -> Scoring:
    numbers: dict[str, Any] = {
        name: (int if limits.whole else float)(rows[f"rule/{name}"]["value"])
        for name, limits in RULE_LIMITS.items()
    }
    return replace(
        scoring,
        **numbers,
        levels={level: _points(rows, f"level/{level}") for level in scoring.levels},
        achievements={x: _points(rows, f"achievement/{x}") for x in scoring.achievements},
        stated_points={rank: _points(rows, f"stated/{rank}") for rank in scoring.stated_points},
    )


def _points(rows: _Rows, row: str) -> float:
    return float(rows[row]["value"])
