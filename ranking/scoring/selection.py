"""Which passages are shown: the strongest of each candidate and criterion.

Why: nobody reads forty passages about one thing, and only what is shown counts, so that the
workbook's formulas and Python see the same. The strongest passage of each proof, achievement,
topic and level always stays, so that a score is the same as with all passages. The choice is made
before decisions are applied: it must not change because somebody rejected a passage.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ranking.model.assessment import Dossier
from ranking.model.call import Call, Criterion, Scale
from ranking.model.evidence import Evidence, Level
from ranking.model.points import passage_points, scale_levels

Groups = Iterator[tuple[str, ...]]


def select(dossier: Dossier, call: Call, keep: Collection[str] = ()) -> Dossier:
    """Mark the passages that are not shown.

    Args:
        dossier: What was found, before decisions are applied.
        call: The call as its profile has it.
        keep: Ids of passages that stay whatever else is found, since somebody wrote on their rows.
    """
    chosen = set(keep)
    for criterion in call.criteria:
        chosen |= set(_chosen(dossier, criterion, call))
    known = {criterion.id for criterion in call.criteria}
    return replace(
        dossier,
        evidence=tuple(
            replace(e, shown=not e.counted or e.criterion not in known or e.id in chosen)
            for e in dossier.evidence
        ),
    )


def _chosen(dossier: Dossier, criterion: Criterion, call: Call) -> list[str]:
    """Return the best of each group, and then the strongest until there are enough."""
    counted = [e for e in dossier.evidence if e.counted and e.criterion == criterion.id]
    by_strength = _by_strength(counted, criterion, call)
    best: dict[tuple[str, ...], str] = {}
    for passage in by_strength:
        for group in _groups(passage, criterion):
            best.setdefault(group, passage.id)
    chosen = dict.fromkeys(best.values())
    for passage in by_strength:
        if len(chosen) < call.scoring.passages_shown:
            chosen[passage.id] = None
    return list(chosen)


def _by_strength(passages: Sequence[Evidence], criterion: Criterion, call: Call) -> list[Evidence]:
    levels = scale_levels(call, criterion)

    def weakness(passage: Evidence) -> tuple[float, int, tuple[bool, str]]:
        points = passage_points(call, criterion, passage.concept, passage.level)
        return -points, -levels.index(passage.level) if levels else 0, passage.telling

    return sorted(passages, key=weakness)


def _groups(passage: Evidence, criterion: Criterion) -> Groups:
    """Yield what a passage can be the best of."""
    yield "level", passage.level
    if criterion.scale is Scale.AREA:
        yield "proof", passage.proof
    elif criterion.scale is Scale.INTERESTS:
        stated = "stated" if passage.level == Level.INTEREST else "own work"
        yield stated, passage.concept
    else:
        yield "achievement", passage.concept
