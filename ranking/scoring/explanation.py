"""Why a candidate has this total, and why one stands above another.

Pure, and on the nouns of the model, so that the terminal, notebooks and reports say the same.
"""

from collections.abc import Sequence

from ranking.model.assessment import Dossier, Score
from ranking.model.call import Call, Scale
from ranking.model.evidence import Evidence, Interest
from ranking.model.explanation import (
    Comparison,
    CriterionExplanation,
    Difference,
    Explanation,
    Share,
)
from ranking.model.result import Place
from ranking.scoring.grades import left_out
from ranking.scoring.totals import shares
from ranking.scoring.workings import steps


def explain(dossier: Dossier, scores: Sequence[Score], place: Place, call: Call) -> Explanation:
    """Explain the total of one candidate."""
    found = zip(scores, shares(scores, call), strict=True)
    return Explanation(
        person=dossier.application.person,
        place=place,
        criteria=tuple(_criterion(dossier, score, share, call) for score, share in found),
        files=tuple(document.file for document in dossier.application.documents),
        not_fully_read=dossier.application.not_fully_read,
    )


def compare(ours: Explanation, theirs: Explanation) -> Comparison:
    """Compare two candidates of one call by what each criterion adds to their totals."""
    differences = [
        Difference(
            ours=one, theirs=other, contribution=one.share.contribution - other.share.contribution
        )
        for one, other in zip(ours.criteria, theirs.criteria, strict=True)
    ]
    by_size = sorted(differences, key=lambda d: -round(abs(d.contribution), 9))
    return Comparison(ours=ours, theirs=theirs, differences=tuple(by_size))


def _criterion(dossier: Dossier, score: Score, share: Share, call: Call) -> CriterionExplanation:
    criterion = call.criterion(score.criterion)
    passages = sorted(
        (e for e in dossier.evidence if e.criterion == criterion.id),
        key=lambda e: (e.file, e.page, e.id),
    )
    grades = dossier.courses if criterion.scale is Scale.GRADES else ()
    repeats = [e for e in passages if e.counted and e.id not in score.evidence]
    not_counted: list[Evidence | Interest] = [e for e in passages if not e.counted]
    if criterion.scale is Scale.INTERESTS:
        not_counted += dossier.interests_left_out
    return CriterionExplanation(
        criterion=criterion,
        cap=call.scoring.cap,
        score=score,
        share=share,
        steps=steps(dossier, score, call),
        repeats=tuple(repeats),
        not_counted=tuple(not_counted),
        courses=tuple(course for course in grades if not left_out(course)),
        courses_left_out=tuple((c, why) for c in grades if (why := left_out(c))),
    )
