"""From evidence to scores, totals and ranks. Every number of it is in the call profile."""

from ranking.model.assessment import Dossier, Score
from ranking.model.call import Call, Scale
from ranking.scoring.achievements import score_achievements
from ranking.scoring.areas import score_area
from ranking.scoring.base import Scorer
from ranking.scoring.grades import score_grades
from ranking.scoring.interests import score_interests

SCORERS: dict[Scale, Scorer] = {
    Scale.AREA: score_area,
    Scale.INTERESTS: score_interests,
    Scale.ACHIEVEMENTS: score_achievements,
    Scale.GRADES: score_grades,
}
"""How each scale is scored; a new scale is one module and one line here."""


def score(dossier: Dossier, call: Call) -> tuple[Score, ...]:
    """Score every criterion of the call for one candidate, in the call's order."""
    return tuple(SCORERS[criterion.scale](dossier, criterion, call) for criterion in call.criteria)
