"""What all scales share: rounding, counted passages, and what unread documents could hold."""

from collections.abc import Callable, Iterable

from ranking.model.assessment import Dossier, Score
from ranking.model.call import Call, Criterion, Scoring
from ranking.model.document import Document, Kind
from ranking.model.evidence import LADDER, Evidence, Level

Scorer = Callable[[Dossier, Criterion, Call], Score]


def counted(dossier: Dossier, criterion: Criterion) -> tuple[Evidence, ...]:
    """Return the evidence of a criterion that counts and is shown: the rest earns nothing."""
    return tuple(
        e for e in dossier.evidence if e.counted and e.shown and e.criterion == criterion.id
    )


def unread_documents(dossier: Dossier) -> tuple[Document, ...]:
    """Return the documents, or parts of merged files, of which some page was not read."""
    return tuple(d for d in dossier.application.counted_parts if not d.fully_read)


def highest_unread_level(kinds: Iterable[Kind], scoring: Scoring) -> str:
    """Return the highest level that unread documents of these kinds can hold, "" if none."""
    levels = {scoring.unread_holds[kind] for kind in kinds}
    return max((Level(level) for level in levels), key=LADDER.index, default="")
