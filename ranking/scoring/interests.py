"""The score of research interests: half for what is stated, half for what own work shows."""

from ranking.model.assessment import Dossier, Score
from ranking.model.call import Call, Criterion, Scoring
from ranking.model.document import Kind
from ranking.model.evidence import Evidence, Level
from ranking.model.points import passage_points, rounded, topic_points
from ranking.scoring.base import counted, highest_unread_level, unread_documents

TELLS_INTERESTS = frozenset({Kind.LETTER, Kind.CV, Kind.OTHER})


def score_interests(dossier: Dossier, criterion: Criterion, call: Call) -> Score:
    """Score the fit of stated interests and of own work with the project's topics."""
    scoring = call.scoring
    passages = counted(dossier, criterion)
    stated = _stated(passages, call)
    shown = {
        e.id: passage_points(call, criterion, e.concept, e.level)
        for e in sorted(passages, key=lambda e: e.telling)
        if e.level != Level.INTEREST
    }
    stated_sum = min(scoring.stated_cap, sum(points for points, _ in stated.values()))
    most_shown = max(shown.values(), default=0.0)
    shown_best = min(_room(scoring), most_shown)
    best_shown = [key for key, points in shown.items() if points == most_shown]
    unread = {document.kind for document in unread_documents(dossier)}
    unknown = bool(unread) and not passages
    return Score(
        criterion=criterion.id,
        value=None if unknown else _summed(stated_sum, shown_best, scoring),
        # The total leaves out what is unknown, so only the cap is sure to be no less than it.
        could_be=scoring.cap if unknown else _could_be(stated_sum, shown_best, unread, scoring),
        best=stated_sum + shown_best,
        unread_level=highest_unread_level(unread, scoring),
        unread_interests=bool(TELLS_INTERESTS & unread),
        evidence=tuple(sorted(key for _, key in stated.values())) + tuple(best_shown[:1]),
    )


def _room(scoring: Scoring) -> float:
    """Return the most that own work can earn."""
    return max(0.0, scoring.cap - scoring.stated_cap)


def _summed(stated: float, shown: float, scoring: Scoring) -> float:
    return rounded(min(scoring.cap, stated + shown))


def _could_be(stated: float, shown: float, unread: set[Kind], scoring: Scoring) -> float:
    could_state = scoring.stated_cap if TELLS_INTERESTS & unread else stated
    unread_level = highest_unread_level(unread, scoring)
    could_show = scoring.shown_share * scoring.levels.get(unread_level, 0.0)
    return _summed(could_state, min(_room(scoring), max(shown, could_show)), scoring)


def _stated(passages: tuple[Evidence, ...], call: Call) -> dict[str, tuple[float, str]]:
    """Return the best stated points and its passage for each group of topics."""
    best: dict[str, tuple[float, str]] = {}
    for passage in sorted(passages, key=lambda e: e.telling):
        if passage.level == Level.INTEREST:
            topic = call.topic(passage.concept)
            points = topic_points(call, topic.id)
            if points > best.get(topic.group, (0.0, ""))[0]:
                best[topic.group] = (points, passage.id)
    return best
