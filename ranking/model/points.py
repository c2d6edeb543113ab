"""The points of one passage: one arithmetic for the scores and for the workbook's formulas."""

import math

from ranking.model.call import Call, Criterion, Scale, TopicRank
from ranking.model.evidence import LADDER, Level


def rounded(value: float) -> float:
    """Round to six places, half away from zero, as a spreadsheet does (values are positive)."""
    return math.floor(value * 1e6 + 0.5) / 1e6


def scale_levels(call: Call, criterion: Criterion) -> tuple[str, ...]:
    """Return the levels of a criterion's scale; none where passages earn nothing."""
    if criterion.scale is Scale.GRADES:
        return ()
    if criterion.scale is Scale.ACHIEVEMENTS:
        return tuple(call.scoring.achievements)
    return tuple(LADDER)


def passage_points(call: Call, criterion: Criterion, concept: str, level: str) -> float:
    """Return the points of a passage at a level; 0 for words that the scale does not know."""
    scoring = call.scoring
    if criterion.scale is Scale.AREA:
        return scoring.levels.get(level, 0.0)
    if criterion.scale is Scale.ACHIEVEMENTS:
        return scoring.achievements.get(level, 0.0)
    if criterion.scale is Scale.INTERESTS:
        stated = topic_points(call, concept)
        if level == Level.INTEREST:
            return stated
        # Own work on a topic: a share of its level's points, scaled by the topic's rank.
        core = scoring.stated_points[TopicRank.CORE]
        return scoring.levels.get(level, 0.0) * scoring.shown_share * (stated / core)
    return 0.0


def topic_points(call: Call, topic_id: str) -> float:
    """Return the points of a stated topic, 0 for one that the call does not have."""
    for topic in call.topics:
        if topic.id == topic_id:
            return call.scoring.stated_points[topic.rank]
    return 0.0
