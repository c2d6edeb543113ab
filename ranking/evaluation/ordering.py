"""The order of merit: does the run rank as the experts do?"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from ranking.evaluation.figures import Figure, Section
from ranking.evaluation.matching import Match
from ranking.evaluation.measures import kendall_tau, share
from ranking.evaluation.truth import Expert

TOP = 4

Totals = Mapping[str, float | None]


def ordering(matches: Sequence[Match], expert: Expert) -> Section:
    """Compare the totals with the order and the tiers of the experts."""
    totals = {match.applicant.id: match.found.total for match in matches}
    values = [total for one in expert.consensus_order if (total := totals[one]) is not None]
    figures = [
        Figure("ranked", "ranked applicants", len(values)),
        Figure("kendall_tau_expert", "Kendall's tau with the experts", kendall_tau(values)),
        Figure(f"top{TOP}_overlap", f"of the experts' top {TOP}", top_overlap(totals, expert)),
    ]
    if expert.tiers:
        agreement = tier_agreement(totals, expert)
        figures.append(Figure("tier_agreement", "agreement across tiers", agreement))
    return Section("Order of merit", tuple(figures))


def tier_agreement(totals: Totals, expert: Expert) -> float:
    """Return agreeing minus disagreeing pairs of two tiers, as a share of such pairs.

    No total is the worst of totals: who could not be ranked is not ahead of anybody.
    """
    signs = [
        (high > low) - (high < low)
        for better, worse in combinations(_tiers(expert, totals), 2)
        for high in better
        for low in worse
    ]
    return share(sum(signs), len(signs))


def _tiers(expert: Expert, totals: Totals) -> Iterable[list[float]]:
    for name, members in sorted(expert.tiers.items()):
        if len(name) == 1:
            yield [totals[one] or 0.0 for one in members]


def top_overlap(totals: Totals, expert: Expert) -> int:
    """Return how many of the experts' first applicants are among the run's first."""
    order = expert.consensus_order
    mine = sorted(order, key=lambda one: _descending(totals[one]))
    return len(set(order[:TOP]) & set(mine[:TOP]))


def _descending(total: float | None) -> float:
    return 1.0 if total is None else -total
