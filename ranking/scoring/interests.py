"""The score of research interests: half for what is stated, half for what own work shows."""

from ranking.model.assessment import Dossier, Score
from ranking.model.call import Call, Criterion, TopicRank
from ranking.model.document import Kind
from ranking.model.evidence import Evidence, Level
from ranking.scoring.base import counted, highest_unread_level, rounded, unread_documents

TELLS_INTERESTS = frozenset({Kind.LETTER, Kind.CV, Kind.OTHER})


def score_interests(dossier: Dossier, criterion: Criterion, call: Call) -> Score:
    """Score the fit of stated interests and of own work with the project's topics."""
    scoring = call.scoring
    passages = counted(dossier, criterion)
    stated = _stated(passages, call)
    shown = {e.id: shown_points(e, call) for e in passages if e.level != Level.INTEREST}
    stated_sum = min(scoring.stated_cap, sum(points for points, _ in stated.values()))
    most_shown = max(shown.values(), default=0.0)
    shown_best = min(scoring.cap - scoring.stated_cap, most_shown)
    unread = [document.kind for document in unread_documents(dossier)]
    unread_level = highest_unread_level(unread, scoring)
    could_state = scoring.stated_cap if TELLS_INTERESTS & set(unread) else stated_sum
    could_show = scoring.shown_share * scoring.levels.get(unread_level, 0.0)
    could_show = min(scoring.cap - scoring.stated_cap, max(shown_best, could_show))
    best_shown = sorted(key for key, points in shown.items() if points == most_shown)
    value = None if unread and not passages else rounded(stated_sum + shown_best)
    return Score(
        criterion=criterion.id,
        value=value,
        # The total leaves out what is unknown, so only the cap is sure to be no less than it.
        could_be=scoring.cap if value is None else rounded(could_state + could_show),
        best=stated_sum + shown_best,
        unread_level=unread_level,
        evidence=tuple(sorted(key for _, key in stated.values())) + tuple(best_shown[:1]),
    )


def shown_points(evidence: Evidence, call: Call) -> float:
    """Points of own work on a topic: a share of its level's points, scaled by the topic's rank."""
    scoring = call.scoring
    rank = call.topic(evidence.concept).rank
    scale = scoring.stated_points[rank] / scoring.stated_points[TopicRank.CORE]
    return scoring.levels[evidence.level] * scoring.shown_share * scale


def _stated(passages: tuple[Evidence, ...], call: Call) -> dict[str, tuple[float, str]]:
    """Return the best stated points and its passage for each group of topics."""
    best: dict[str, tuple[float, str]] = {}
    for passage in sorted(passages, key=lambda e: e.id):
        if passage.level == Level.INTEREST:
            topic = call.topic(passage.concept)
            points = call.scoring.stated_points[topic.rank]
            if points > best.get(topic.group, (0.0, ""))[0]:
                best[topic.group] = (points, passage.id)
    return best
