"""The score of problem solving: the best achievement, and a little for further distinct ones."""

from ranking.model.assessment import Dossier, Score
from ranking.model.call import Call, Criterion
from ranking.model.points import rounded
from ranking.scoring.base import counted, unread_documents


def score_achievements(dossier: Dossier, criterion: Criterion, call: Call) -> Score:
    """Score problem solving; one concept of the lexicon is one achievement, however often told."""
    scoring = call.scoring
    passages = sorted(
        counted(dossier, criterion), key=lambda e: (-scoring.achievements[e.level], e.telling)
    )
    best_of: dict[str, str] = {}
    for passage in passages:
        best_of.setdefault(passage.concept, passage.id)
    best = max((scoring.achievements[e.level] for e in passages), default=0.0)
    further = min(scoring.achievement_bonus_max, max(0, len(best_of) - 1))
    value = rounded(min(scoring.cap, best + scoring.achievement_bonus * further))
    unread = unread_documents(dossier)
    return Score(
        criterion=criterion.id,
        value=None if unread and not passages else value,
        could_be=scoring.cap if unread else value,
        best=best,
        further=further,
        unread_level=max(scoring.achievements, key=scoring.achievements.__getitem__)
        if unread
        else "",
        evidence=tuple(best_of.values()),
    )
