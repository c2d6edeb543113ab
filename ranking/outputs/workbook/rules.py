"""The scoring rules row by row, as the formulas of the workbook apply them.

Why a second time: ``ranking.scoring`` knows no decisions and no sheets, and a stored value must
follow its formula step by step. Tests hold the two and LibreOffice against each other.
"""

import math

from ranking.model.call import Call, Criterion, Scale, TopicRank
from ranking.model.evidence import LADDER, Evidence, Level

ACCEPT = "accept"
REJECT = "reject"
REJECTED = "rejected"
"""What a rejected passage counts as."""

SUBSTANTIAL = LADDER.index(Level.COURSEWORK) + 1
"""Place on the ladder (from 1) from which a passage is a proof."""


def rounded(value: float) -> float:
    """Round to six places as ROUND does for positive numbers."""
    return math.floor(value * 1e6 + 0.5) / 1e6


def scale_levels(call: Call, criterion: Criterion) -> tuple[str, ...]:
    """Return the levels that a passage of this criterion can have; none where none earn points."""
    if criterion.scale is Scale.GRADES:
        return ()
    if criterion.scale is Scale.ACHIEVEMENTS:
        return tuple(call.scoring.achievements)
    return tuple(LADDER)


def counts_as(level: str, decision: str, levels: tuple[str, ...]) -> str:
    """Return the level after a decision; a decision that is no word of the scale changes none."""
    word = " ".join(decision.split()).lower()
    if word == REJECT:
        return REJECTED
    return word if word in levels else level


def topic_points(call: Call, topic_id: str) -> float:
    """Return the points of a stated topic, 0 for an unknown one."""
    for topic in call.topics:
        if topic.id == topic_id:
            return call.scoring.stated_points[topic.rank]
    return 0.0


def points(call: Call, criterion: Criterion, evidence: Evidence, level: str) -> float:
    """Return the points of one passage at a level."""
    scoring = call.scoring
    if criterion.scale is Scale.AREA:
        return scoring.levels.get(level, 0.0)
    if criterion.scale is Scale.ACHIEVEMENTS:
        return scoring.achievements.get(level, 0.0)
    if criterion.scale is Scale.INTERESTS:
        stated = topic_points(call, evidence.concept)
        if level == Level.INTEREST:
            return stated
        core = scoring.stated_points[TopicRank.CORE]
        return scoring.levels.get(level, 0.0) * scoring.shown_share * stated / core
    return 0.0


def is_flagged(criterion: Criterion, evidence: Evidence, level: str, earned: float) -> bool:
    """Whether a passage is a proof (areas), an achievement, or a stated interest."""
    if criterion.scale is Scale.AREA:
        ladder: tuple[str, ...] = tuple(LADDER)
        return bool(evidence.proof) and level in ladder[SUBSTANTIAL - 1 :]
    if criterion.scale is Scale.ACHIEVEMENTS:
        return earned > 0
    return criterion.scale is Scale.INTERESTS and level == Level.INTEREST


def group(call: Call, criterion: Criterion, evidence: Evidence) -> str:
    """Return what a passage counts once for: its proof, its achievement, its group of topics."""
    if criterion.scale is Scale.AREA:
        return evidence.proof
    if criterion.scale is Scale.INTERESTS:
        groups = {topic.id: topic.group for topic in call.topics}
        return groups.get(evidence.concept, "")
    return evidence.concept
