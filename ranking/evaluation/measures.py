"""Coefficients of agreement, as pure functions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

Pair = tuple[int, int]


def share(part: float, whole: float) -> float:
    """Return part / whole, 0 where there is nothing to share."""
    return part / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a yes or no agreed with the truth."""

    hits: int = 0
    false: int = 0
    missed: int = 0
    rejected: int = 0

    @classmethod
    def of(cls, pairs: Sequence[tuple[bool, bool]]) -> "Tally":
        """Count pairs of what is true and what was found."""
        counts = Counter(pairs)
        return cls(
            hits=counts[True, True],
            false=counts[False, True],
            missed=counts[True, False],
            rejected=counts[False, False],
        )

    @property
    def precision(self) -> float:
        """The share of what was found that is true."""
        return share(self.hits, self.hits + self.false)

    @property
    def recall(self) -> float:
        """The share of what is true that was found."""
        return share(self.hits, self.hits + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return share(2 * self.precision * self.recall, self.precision + self.recall)

    @property
    def specificity(self) -> float:
        """The share of what is not true that was not found."""
        return share(self.rejected, self.rejected + self.false)


def weighted_kappa(pairs: Sequence[Pair]) -> float:
    """Return Cohen's kappa of two ordinal ratings with quadratic weights (Cohen 1968).

    Why not scikit-learn's: it has no value where chance alone explains everything (both raters
    always say one and the same thing); here that is 0, agreement no better than chance.
    """
    one, other = Counter(x for x, _ in pairs), Counter(y for _, y in pairs)
    seen = sum((x - y) ** 2 for x, y in pairs) * len(pairs)
    chance = sum(n * m * (x - y) ** 2 for x, n in one.items() for y, m in other.items())
    return 1 - seen / chance if chance else 0.0


def kendall_tau(values: Sequence[float]) -> float:
    """Return Kendall's tau-a of values that should fall from first to last.

    A tie is neither concordant nor discordant but still a pair (scipy's tau-b would leave it
    out): an order that cannot tell two candidates apart must not look better for it.
    """
    pairs = list(combinations(values, 2))
    return share(sum((x > y) - (x < y) for x, y in pairs), len(pairs))
