"""The score of an area: the best level, and a little for further independent proofs."""

from ranking.model.assessment import Dossier, Score
from ranking.model.call import Call, Criterion, Scoring
from ranking.model.evidence import LADDER, PROOFS, Evidence, Level, is_substantial
from ranking.model.points import rounded
from ranking.scoring.base import counted, highest_unread_level, unread_documents


def score_area(dossier: Dossier, criterion: Criterion, call: Call) -> Score:
    """Score one area.

    Score = min(cap, best level's points + bonus for each further independent proof). Counting
    words earns nothing: a passage said ten times is one proof.
    """
    scoring = call.scoring
    passages = counted(dossier, criterion)
    best = max((scoring.levels[e.level] for e in passages), default=0.0)
    proofs = {e.proof for e in passages if e.proof and is_substantial(e.level)}
    unread = unread_documents(dossier)
    unread_level = highest_unread_level([d.kind for d in unread], scoring)
    unread_proofs = {
        PROOFS[d.kind]
        for d in unread
        if d.kind in PROOFS and is_substantial(scoring.unread_holds[d.kind])
    }
    value = _points(best, len(proofs), scoring)
    highest = max(best, scoring.levels.get(unread_level, 0.0))
    return Score(
        criterion=criterion.id,
        value=None if unread and not passages else value,
        could_be=_points(highest, len(proofs | unread_proofs), scoring),
        best=best,
        further=min(scoring.proof_bonus_max, max(0, len(proofs) - 1)),
        unread_level=unread_level,
        unread_proofs=tuple(sorted(unread_proofs)),
        evidence=_made_by(passages, best, scoring),
    )


def _points(best: float, proofs: int, scoring: Scoring) -> float:
    further = min(scoring.proof_bonus_max, max(0, proofs - 1))
    return rounded(min(scoring.cap, best + scoring.proof_bonus * further))


def _made_by(passages: tuple[Evidence, ...], best: float, scoring: Scoring) -> tuple[str, ...]:
    """Return the ids of the best passages, and of the strongest of each further proof."""
    strongest: dict[str, Evidence] = {}
    for passage in sorted(passages, key=lambda e: (-LADDER.index(Level(e.level)), e.telling)):
        strongest.setdefault(passage.proof, passage)
    return tuple(
        e.id
        for e in strongest.values()
        if scoring.levels[e.level] == best or (e.proof and is_substantial(e.level))
    )
